import type { VisibleText } from './leaves.ts';
import type { Citation } from './types.ts';

/** Pandoc's citation keys: letters, digits and _, with single marks inside. In brackets a key may be Chinese. */
const BARE = /@(-?[A-Za-z0-9_](?:[A-Za-z0-9_]|[:.#$%&+?<>~/-](?=[A-Za-z0-9_]))*)/y;
const BRACKETED = /(-?)@([\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_]))*)/uy;

export interface FoundCitations {
  /** `block` is not known yet. */
  readonly citations: readonly Omit<Citation, 'block'>[];
  /** The text without them. */
  readonly rest: VisibleText;
}

/** Finds Pandoc citations in visible text (code and links are no longer in it) and takes them out. */
export function takeCitations(visible: VisibleText, source: string): FoundCitations {
  const { text, at } = visible;
  if (!text.includes('@')) return { citations: [], rest: visible };
  const linked = new Set(visible.linkedAt);
  const citations: Omit<Citation, 'block'>[] = [];
  const cut: boolean[] = [];
  let open = -1;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (c === '[' && !escaped(source, at, i)) open = i;
    else if (c === ']') {
      if (open >= 0) {
        const found = inBrackets(text, at, open, i);
        if (found.length > 0) {
          while (citations.length > 0 && citations[citations.length - 1]!.keyRange.start >= at[open]!) citations.pop();
          citations.push(...found);
          for (let j = open; j <= i; j++) cut[j] = true;
        }
      }
      open = -1;
    } else if (c === '@' && !linked.has(i) && !escaped(source, at, i) && !/[A-Za-z0-9_.+]/.test(text[i - 1] ?? '')) {
      BARE.lastIndex = i;
      const match = BARE.exec(text);
      if (!match || match[1]!.startsWith('-')) continue;
      const end = i + match[0].length;
      const range = { start: at[i]!, end: at[end - 1]! + 1 };
      const suppressAuthor = text[i - 1] === '-';
      citations.push({ key: match[1]!, keyRange: range, range, suppressAuthor });
      for (let j = i; j < end; j++) cut[j] = true;
      i = end - 1;
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

/** `[see @a; @b, p. 3]`: empty unless every part between semicolons holds a key. */
function inBrackets(text: string, at: readonly number[], open: number, close: number): Omit<Citation, 'block'>[] {
  const found: Omit<Citation, 'block'>[] = [];
  const range = { start: at[open]!, end: at[close]! + 1 };
  let from = open + 1;
  while (from <= close) {
    let to = from;
    while (to < close && text[to] !== ';' && text[to] !== '；') to++;
    const key = text.slice(from, to).search(/(?<![\p{L}\p{N}_])-?@/u);
    if (key < 0) return [];
    BRACKETED.lastIndex = from + key;
    const match = BRACKETED.exec(text);
    if (!match) return [];
    const start = from + key + match[1]!.length;
    const end = from + key + match[0].length;
    const locator = text
      .slice(end, to)
      .replace(/^\s*[,，]/, '')
      .trim();
    found.push({
      key: match[2]!,
      keyRange: { start: at[start]!, end: at[end - 1]! + 1 },
      range,
      suppressAuthor: match[1] === '-',
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
