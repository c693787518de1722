import type { VisibleText } from './leaves.ts';
import type { Citation } from './types.ts';

/**
 * Pandoc's citation keys: letters of any script, digits and _, with single marks inside; or anything without spaces between braces.
 * See "Citation syntax" in Pandoc's manual.
 */
const KEY = /@(?:\{([^{}\s]+)\}|([\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_]))*))/uy;
const LETTER = /[\p{L}\p{N}_]/u;
const LATIN_BEFORE = /[A-Za-z0-9_.+-]/;

export interface FoundCitations {
  /** `block` is not known yet. */
  readonly citations: readonly Omit<Citation, 'block'>[];
  /** The text without them. */
  readonly rest: VisibleText;
}

/** Finds Pandoc citations in visible text (code is no longer in it) and takes them out. */
export function takeCitations(visible: VisibleText, source: string): FoundCitations {
  const { text, at } = visible;
  if (!text.includes('@')) return { citations: [], rest: visible };
  const linked = new Set(visible.linkedAt);
  const isSign = (i: number) => text[i] === '@' && !linked.has(i) && !escaped(source, at, i);
  const citations: Omit<Citation, 'block'>[] = [];
  const cut: boolean[] = [];
  let open = -1;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (c === '[' && !escaped(source, at, i)) open = i;
    else if (c === ']') {
      if (open >= 0) {
        const found = inBrackets(text, at, open, i, isSign);
        if (found.length > 0) {
          while (citations.length > 0 && citations[citations.length - 1]!.keyRange.start >= at[open]!) citations.pop();
          citations.push(...found);
          for (let j = open; j <= i; j++) cut[j] = true;
        }
      }
      open = -1;
    } else if (isSign(i)) {
      const read = readKey(text, i, i - 1);
      if (!read) continue;
      const range = { start: at[i]!, end: at[read.end - 1]! + 1 };
      citations.push({ ...read.said, keyRange: range, range, suppressAuthor: read.minus });
      for (let j = i; j < read.end; j++) cut[j] = true;
      i = read.end - 1;
    }
  }
  if (citations.length === 0) return { citations, rest: visible };
  let rest = '';
  const restAt: number[] = [];
  for (let i = 0; i < text.length; i++) {
    if (cut[i]) continue;
    rest += text[i]!;
    restAt.push(at[i]!);
  }
  return { citations, rest: { text: rest, at: restAt } };
}

interface ReadKey {
  readonly said: Pick<Citation, 'key' | 'unread'>;
  readonly minus: boolean;
  /** Behind the key, its closing brace included. */
  readonly end: number;
}

const AT_A_RATE = /^(?:(?:INR|USD|EUR|GBP|RMB|CNY|HKD|SGD|Rs\.?)(?:\d+(?:\.\d+)*)?|\d+)$/i;

/** The key whose @ stands at `i`; undefined for an address or a lone sign. `before` is the place before it. */
function readKey(text: string, i: number, before: number): ReadKey | undefined {
  KEY.lastIndex = i;
  const match = KEY.exec(text);
  if (!match) return undefined;
  const minus = text[before] === '-' && !LETTER.test(text[before - 1] ?? ' ');
  const previous = minus ? ' ' : (text[before] ?? ' ');
  if (LATIN_BEFORE.test(previous)) return undefined;
  const key = match[1] ?? match[2]!;
  // @50%, @INR1000: at a rate.
  if (AT_A_RATE.test(match[2] ?? '')) return undefined;
  const end = i + match[0].length;
  if (!LETTER.test(previous)) return { said: { key }, minus, end };
  // 联系人@张三 is no citation; 见@liushi-low-voltage was meant as one, up to where the Latin key ends.
  const latin = /^[A-Za-z0-9_](?:[A-Za-z0-9_]|[:.#$%&+?<>~/-](?=[A-Za-z0-9_]))*/.exec(key)?.[0];
  if (latin === undefined) return undefined;
  return { said: { key: latin, unread: true }, minus, end: match[1] === undefined ? i + 1 + latin.length : end };
}

/** `[see @a; @b, p. 3]`: empty unless every part between semicolons holds a key. */
function inBrackets(
  text: string,
  at: readonly number[],
  open: number,
  close: number,
  isSign: (i: number) => boolean,
): Omit<Citation, 'block'>[] {
  const found: Omit<Citation, 'block'>[] = [];
  const range = { start: at[open]!, end: at[close]! + 1 };
  let from = open + 1;
  while (from <= close) {
    let to = from;
    while (to < close && text[to] !== ';' && text[to] !== '；') to++;
    let sign = from;
    let read: ReadKey | undefined;
    for (; sign < to && !read; sign++) if (isSign(sign)) read = readKey(text, sign, sign - 1);
    if (!read || read.end > close) return [];
    const start = sign - 1;
    const locator = text
      .slice(read.end, to)
      .replace(/^\s*[,，]/, '')
      .trim();
    found.push({
      ...read.said,
      keyRange: { start: at[start]!, end: at[read.end - 1]! + 1 },
      range,
      suppressAuthor: read.minus,
      ...(locator === '' ? {} : { locator }),
    });
    from = to + 1;
  }
  return found;
}

function escaped(source: string, at: readonly number[], i: number): boolean {
  const before = at[i]! - 1;
  if (source[before] !== '\\' || (i > 0 && at[i - 1] === before)) return false;
  return true;
}
