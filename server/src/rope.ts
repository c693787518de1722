import { copied, LineIndex, type Lines, type Position, type Text } from './text.ts';

/** Units in a chunk: what an edit copies, against how many chunks there are to count through. */
const CHUNK = 4096;

/**
 * A text that is edited: held in chunks, of which an edit copies one or two and shares the others. A string with a character more would be copied whole as soon as
 * it is looked into. Immutable. No chunk ends between CR and LF.
 */
export class Rope implements Text {
  readonly length: number;
  readonly #chunks: readonly Chunk[];
  /** Where each chunk starts; one more at the end. */
  readonly #starts: readonly number[];
  readonly #size: number;
  #whole: string | undefined;
  #lines: Lines | undefined;

  private constructor(chunks: readonly Chunk[], size: number, whole?: string) {
    const starts = [0];
    for (const { text } of chunks) starts.push(starts[starts.length - 1]! + text.length);
    this.#chunks = chunks;
    this.#starts = starts;
    this.#size = size;
    this.#whole = whole;
    this.length = starts[chunks.length]!;
  }

  /** `size`: units in a chunk, at least. */
  static of(text: string, size = CHUNK): Rope {
    return new Rope(chunksOf(text, size), size, text);
  }

  /** The text with `[from, to)` replaced by `inserted`. */
  edited(from: number, to: number, inserted: string): Rope {
    const start = Math.max(0, Math.min(from, this.length));
    const end = Math.max(start, Math.min(to, this.length));
    let first = this.#chunkAt(start);
    let last = this.#chunkAt(end);
    // Small chunks are joined with their neighbours, and a line end is kept in one piece.
    if (first > 0) first--;
    if (last < this.#chunks.length - 1) last++;
    const text = this.slice(this.#starts[first]!, start) + inserted + this.slice(end, this.#starts[last + 1]!);
    const chunks = [...this.#chunks.slice(0, first), ...chunksOf(text, this.#size).map(own)];
    return new Rope(chunks.concat(this.#chunks.slice(last + 1)), this.#size);
  }

  slice(from: number, to = this.length): string {
    const start = Math.max(0, from);
    const end = Math.min(to, this.length);
    if (start >= end) return '';
    const first = this.#chunkAt(start);
    const within = start - this.#starts[first]!;
    if (end <= this.#starts[first + 1]!) return this.#chunks[first]!.text.slice(within, end - this.#starts[first]!);
    let text = this.#chunks[first]!.text.slice(within);
    let at = first + 1;
    for (; this.#starts[at + 1]! < end; at++) text += this.#chunks[at]!.text;
    return text + this.#chunks[at]!.text.slice(0, end - this.#starts[at]!);
  }

  charAt(at: number): string {
    return this.slice(at, at + 1);
  }

  charCodeAt(at: number): number {
    if (at < 0 || at >= this.length) return Number.NaN;
    const chunk = this.#chunkAt(at);
    return this.#chunks[chunk]!.text.charCodeAt(at - this.#starts[chunk]!);
  }

  toString(): string {
    this.#whole ??= this.#chunks.map(({ text }) => text).join('');
    return this.#whole;
  }

  toJSON(): string {
    return this.toString();
  }

  get lines(): Lines {
    this.#lines ??= new RopeLines(this.#chunks, this.#starts);
    return this.#lines;
  }

  /** How many units at the start, and how many of the rest at the end, are the same in another rope; chunks that both share cost nothing. */
  sharedWith(other: Rope): { readonly head: number; readonly tail: number } {
    const [ours, theirs] = [this.#chunks, other.#chunks];
    const fewer = Math.min(ours.length, theirs.length);
    let first = 0;
    while (first < fewer && ours[first] === theirs[first]) first++;
    let behind = 0;
    while (behind < fewer - first && ours[ours.length - 1 - behind] === theirs[theirs.length - 1 - behind]) behind++;
    const start = this.#starts[first]!;
    const a = this.slice(start, this.#starts[ours.length - behind]!);
    const b = other.slice(start, other.#starts[theirs.length - behind]!);
    const head = sameAtStart(a, b);
    const tail = sameAtEnd(a, b, Math.min(a.length, b.length) - head);
    return { head: start + head, tail: this.length - this.#starts[ours.length - behind]! + tail };
  }

  /** The chunk of a unit; the last one for the text's end. */
  #chunkAt(at: number): number {
    let low = 0;
    let high = this.#chunks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** Lines of a text, made anew for what has changed only. */
export function linesOf(text: Text): Lines {
  return text instanceof Rope ? text.lines : new LineIndex(text);
}

/** What two texts have in common at their start, and of the rest at their end. */
export function sharedBy(a: Text, b: Text): { readonly head: number; readonly tail: number } {
  if (a instanceof Rope && b instanceof Rope) return a.sharedWith(b);
  const [before, after] = [a.toString(), b.toString()];
  const head = sameAtStart(before, after);
  return { head, tail: sameAtEnd(before, after, Math.min(before.length, after.length) - head) };
}

function sameAtStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let same = 0;
  // Whole stretches first: comparing two strings is far cheaper than their units one by one.
  while (same + CHUNK <= most && a.slice(same, same + CHUNK) === b.slice(same, same + CHUNK)) same += CHUNK;
  while (same < most && a.charCodeAt(same) === b.charCodeAt(same)) same++;
  return same;
}

function sameAtEnd(a: string, b: string, most: number): number {
  const ending = (text: string, same: number) => text.slice(text.length - same - CHUNK, text.length - same);
  let same = 0;
  while (same + CHUNK <= most && ending(a, same) === ending(b, same)) same += CHUNK;
  while (same < most && a.charCodeAt(a.length - 1 - same) === b.charCodeAt(b.length - 1 - same)) same++;
  return same;
}

/** A piece of a text, and what is told of its lines. */
class Chunk {
  readonly text: string;
  #lines: LineIndex | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** The first one is what is left of the line before. */
  get lines(): LineIndex {
    this.#lines ??= new LineIndex(this.text);
    return this.#lines;
  }
}

/** A chunk of a text made for it, so that the text is not kept alive by it. */
function own({ text }: Chunk): Chunk {
  return new Chunk(copied(text));
}

function chunksOf(text: string, size: number): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 0; at < text.length || chunks.length === 0; ) {
    let end = text.length - at < 2 * size ? text.length : at + size;
    if (text.charCodeAt(end - 1) === 13 && text.charCodeAt(end) === 10) end++;
    chunks.push(new Chunk(text.slice(at, end)));
    at = end;
  }
  return chunks;
}

class RopeLines implements Lines {
  readonly #chunks: readonly Chunk[];
  readonly #starts: readonly number[];
  /** Line ends before each chunk; one more at the end. */
  readonly #ends: number[] = [0];

  constructor(chunks: readonly Chunk[], starts: readonly number[]) {
    this.#chunks = chunks;
    this.#starts = starts;
    for (const { lines } of chunks) this.#ends.push(this.#ends[this.#ends.length - 1]! + lines.lineCount - 1);
  }

  get lineCount(): number {
    return this.#ends[this.#chunks.length]! + 1;
  }

  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.#starts[this.#chunks.length]!));
    const chunk = lastAtMost(this.#starts, at, this.#chunks.length - 1);
    const { line, character } = this.#chunks[chunk]!.lines.positionAt(at - this.#starts[chunk]!);
    const all = this.#ends[chunk]! + line;
    return { line: all, character: line > 0 ? character : at - this.lineStart(all) };
  }

  lineStart(line: number): number {
    if (line <= 0) return 0;
    if (line >= this.lineCount) return this.#starts[this.#chunks.length]!;
    // The line starts behind its own end mark's chunk: the last chunk with fewer ends before it.
    const chunk = lastAtMost(this.#ends, line - 1, this.#chunks.length - 1);
    return this.#starts[chunk]! + this.#chunks[chunk]!.lines.lineStart(line - this.#ends[chunk]!);
  }
}

/** Index up to `last` of the last number that is at most `most`, in a list that never falls. */
function lastAtMost(numbers: readonly number[], most: number, last: number): number {
  let low = 0;
  let high = last;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (numbers[middle]! <= most) low = middle;
    else high = middle - 1;
  }
  return low;
}
