/** Offsets, lines and words in two languages: the few shapes that every room shares. */

/** A plan's text as the engine asks for it: a string, or a `Rope`, which an edit does not copy. Offsets are UTF-16 units. */
export interface Text {
  readonly length: number;
  /** Both offsets from the start; none is negative. */
  slice(from: number, to?: number): string;
  charAt(at: number): string;
  charCodeAt(at: number): number;
  /** The whole as a string, which costs as much as the text is long. */
  toString(): string;
}

/** A stretch of a plan: UTF-16 offsets, `end` exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Before the first character from `start` on that is no white space; the text's end where there is none. */
export function inkStart(text: Text, start: number): number {
  let at = start;
  while (at < text.length && /\s/.test(text.charAt(at))) at++;
  return at;
}

/** Behind the last character before `end` that is no white space. */
export function inkEnd(text: Text, end: number): number {
  let at = end;
  while (at > 0 && /\s/.test(text.charAt(at - 1))) at--;
  return at;
}

/** Where a part of the text starts. An edit before it moves it, and with it every range that counts from it. */
export interface Anchor {
  start: number;
}

/** A stretch that stays right when its anchor moves. */
class AnchoredRange implements Range {
  readonly anchor: Anchor;
  readonly from: number;
  readonly to: number;

  constructor(anchor: Anchor, from: number, to: number) {
    this.anchor = anchor;
    this.from = from;
    this.to = to;
  }

  get start(): number {
    return this.anchor.start + this.from;
  }

  get end(): number {
    return this.anchor.start + this.to;
  }

  toJSON(): Range {
    return settled(this);
  }
}

/** From `from` to `to` units behind an anchor. */
export function anchored(anchor: Anchor, from: number, to: number): Range {
  return new AnchoredRange(anchor, from, to);
}

/** The stretch that starts `from` and ends `to` units behind the start of a range, and moves with it. */
export function stretchOf(range: Range, from: number, to: number): Range {
  if (range instanceof AnchoredRange) return new AnchoredRange(range.anchor, range.from + from, range.from + to);
  return { start: range.start + from, end: range.start + to };
}

/** From where one range starts to where another ends; moves with both. */
export function spanning(first: Range, last: Range): Range {
  return {
    get start() {
      return first.start;
    },
    get end() {
      return last.end;
    },
  };
}

/** A range as it is now, for who keeps it beyond the next edit or sends it away. */
export function settled({ start, end }: Range): Range {
  return { start, end };
}

/** A string by itself: V8 makes a slice a view that keeps the whole text alive, and each edit makes a new text. */
export function copied(slice: string): string {
  return ` ${slice}`.slice(1);
}

/** Zero-based line and zero-based UTF-16 character, as in LSP. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export type Locale = 'zh-CN' | 'en';

/** Words for people, in both languages. */
export interface LocalText {
  readonly zh: string;
  readonly en: string;
}

/** `text` in the words of `locale`. */
export function say(text: LocalText, locale: Locale): string {
  return locale === 'en' ? text.en : text.zh;
}

/** FNV-1a over UTF-16 units, 32 bits. `before`: the hash of what stands in front. */
export function hashText(text: string, before = 0x811c9dc5): number {
  let hash = before;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Where the lines of a text start. Each method takes O(log lines). */
export interface LineStarts {
  readonly lineCount: number;
  /** Position of an offset; offsets outside the text are clamped to it. */
  positionAt(offset: number): Position;
  /** Offset at which a zero-based line starts; the text's end for a line past it. */
  lineStart(line: number): number;
}

/** The lines of a text, found at once. */
export class LineIndex implements LineStarts {
  readonly #starts: number[] = [0];
  readonly #length: number;

  constructor(text: string) {
    this.#length = text.length;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 13 && text.charCodeAt(i + 1) === 10) i++;
      if (code === 10 || code === 13) this.#starts.push(i + 1);
    }
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.#length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: at - this.#starts[low]! };
  }

  lineStart(line: number): number {
    return line < this.#starts.length ? this.#starts[Math.max(0, line)]! : this.#length;
  }
}

/** The items of `sorted` (by `range.start`, not overlapping) that start inside `range`, found by bisection. */
export function startingIn<T extends { readonly range: Range }>(sorted: readonly T[], range: Range): T[] {
  const { start, end } = range;
  const found: T[] = [];
  for (let i = firstFrom(sorted, start); i < sorted.length && sorted[i]!.range.start < end; i++) found.push(sorted[i]!);
  return found;
}

/** Whether any of them does. */
export function anyStartsIn(sorted: readonly { readonly range: Range }[], { start, end }: Range): boolean {
  const first = sorted[firstFrom(sorted, start)];
  return first !== undefined && first.range.start < end;
}

/** Index of the first one that starts at or behind an offset. */
function firstFrom(sorted: readonly { readonly range: Range }[], offset: number): number {
  return firstAt(sorted, offset, startOf);
}

const startOf = ({ range }: { readonly range: Range }): number => range.start;

/** Index of the last one that starts at or before an offset; -1 for none. */
export function lastStarting(sorted: readonly { readonly range: Range }[], offset: number): number {
  return firstFrom(sorted, offset + 1) - 1;
}

/** Index of the first one of a number or of a greater one, in a list in the order of its numbers. */
export function firstAt<T>(sorted: readonly T[], number: number, numberOf: (one: T) => number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numberOf(sorted[middle]!) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A stretch of a text on one line, as it is written there but for marks of bold and tags; with the quotation marks beside it whose partners it holds: “十五五”时期, 企业“走出去”. */
export function lineOf(text: Text, { start, end }: Range): string {
  const stretch = text.slice(start, end);
  const opening = openingOf(stretch, text.slice(Math.max(0, start - 1), start));
  const closing = closingOf(stretch, text.slice(end, end + 1));
  return withoutTags(`${opening}${stretch}${closing}`).replace(/\*\*/g, '').replace(/\s+/g, ' ').trim();
}

/** What a person sees of a stretch with HTML in it: cells apart, as in a row of Markdown. */
function withoutTags(stretch: string): string {
  return stretch
    .replace(/<\/t[dh]>\s*<t[dh](?:\s[^<>]*)?>/gi, ' | ')
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&([a-z]+);/gi, (whole, name) => REFERENCES.get(name) ?? whole);
}

/** The names of characters that converters write most; none of them is a mark of HTML. */
const REFERENCES: ReadonlyMap<string, string> = new Map([
  ['nbsp', ' '],
  ['ensp', ' '],
  ['emsp', ' '],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['mdash', '—'],
  ['ndash', '–'],
  ['hellip', '…'],
  ['middot', '·'],
]);

const CLOSES: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '"': '"', '「': '」', '『': '』' };
const OPENS: Readonly<Record<string, string>> = { '”': '“', '’': '‘', '」': '「', '』': '『' };

function openingOf(stretch: string, before: string): string {
  const close = CLOSES[before];
  const at = close === undefined ? -1 : stretch.indexOf(close);
  return at >= 0 && !stretch.slice(0, at).includes(before) ? before : '';
}

function closingOf(stretch: string, behind: string): string {
  const open = OPENS[behind];
  return open !== undefined && stretch.lastIndexOf(open) > stretch.lastIndexOf(behind) ? behind : '';
}
