import { copied, firstAt, LineIndex, type LineStarts, type Position, type Text } from './text.ts';

/** Units in a chunk: what an edit copies, against how many chunks there are to count through. */
const CHUNK = 1024;
/** Units that are compared at once. */
const STRETCH = 4096;

/**
 * A text that is edited: held in chunks, of which an edit copies a few and shares the others. A string with a character more would be copied whole as soon as
 * it is looked into. Immutable. No chunk ends between CR and LF.
 */
export class Rope implements Text {
  readonly length: number;
  readonly #chunks: readonly Chunk[];
  /** Where each chunk starts; one more at the end. */
  readonly #starts: readonly number[];
  readonly #size: number;
  #whole: string | undefined;
  #lines: LineStarts | undefined;

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
    // The chunk before comes along: a line end is kept in one piece, and small chunks do not pile up.
    const first = Math.max(0, this.#chunkAt(start) - 1);
    const last = this.#chunkAt(end);
    const text = this.slice(this.#starts[first]!, start) + inserted + this.slice(end, this.#starts[last + 1]!);
    const chunks = [...this.#chunks.slice(0, first), ...chunksOf(text, this.#size).map(own)];
    return new Rope(chunks.concat(this.#chunks.slice(last + 1)), this.#size);
  }

  slice(from: number, to = this.length): string {
    const start = Math.max(0, from);
    const end = Math.min(to, this.length);
    if (start >= end) return '';
    if (this.#whole !== undefined) return this.#whole.slice(start, end);
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

  get lines(): LineStarts {
    this.#lines ??= new RopeLines(this.#chunks, this.#starts);
    return this.#lines;
  }

  /** Chunks that both share cost nothing. */
  sharedWith(other: Rope): Shared {
    const [ours, theirs] = [this.#chunks, other.#chunks];
    const fewer = Math.min(ours.length, theirs.length);
    let first = 0;
    while (first < fewer && ours[first] === theirs[first]) first++;
    let behind = 0;
    while (behind < fewer - first && ours[ours.length - 1 - behind] === theirs[theirs.length - 1 - behind]) behind++;
    const start = this.#starts[first]!;
    const a = this.slice(start, this.#starts[ours.length - behind]!);
    const b = other.slice(start, other.#starts[theirs.length - behind]!);
    const { head, tail } = sharedByStrings(a, b);
    return { head: start + head, tail: this.length - this.#starts[ours.length - behind]! + tail };
  }

  /** The chunk of a unit; the last one for the text's end. */
  #chunkAt(at: number): number {
    return lastAtMost(this.#starts, at, this.#chunks.length - 1);
  }
}

/** Where the lines of a text start, found anew only in what has changed of a rope. */
export function lineIndexOf(text: Text): LineStarts {
  return text instanceof Rope ? text.lines : new LineIndex(text.toString());
}

/** Units that two texts have in common at their start, and of the rest at their end. */
interface Shared {
  readonly head: number;
  readonly tail: number;
}

/** What a later state of a text has in common with an earlier one; of two ropes only the chunks that they do not share are looked into. */
export function sharedBy(a: Text, b: Text): Shared {
  return a instanceof Rope && b instanceof Rope ? a.sharedWith(b) : sharedByStrings(a.toString(), b.toString());
}

function sharedByStrings(a: string, b: string): Shared {
  const head = sameAtStart(a, b);
  return { head, tail: sameAtEnd(a, b, Math.min(a.length, b.length) - head) };
}

function sameAtStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let same = 0;
  // Whole stretches first: comparing two strings is far cheaper than their units one by one.
  while (same + STRETCH <= most && a.slice(same, same + STRETCH) === b.slice(same, same + STRETCH)) same += STRETCH;
  while (same < most && a.charCodeAt(same) === b.charCodeAt(same)) same++;
  return same;
}

function sameAtEnd(a: string, b: string, most: number): number {
  const ending = (text: string, same: number) => text.slice(text.length - same - STRETCH, text.length - same);
  let same = 0;
  while (same + STRETCH <= most && ending(a, same) === ending(b, same)) same += STRETCH;
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

class RopeLines implements LineStarts {
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

/** Index up to `last` of the last number that is at most `most`, in a list that begins with 0 and never falls. */
function lastAtMost(numbers: readonly number[], most: number, last: number): number {
  return Math.min(last, firstAt(numbers, most + 1, itself) - 1);
}

const itself = (number: number): number => number;
