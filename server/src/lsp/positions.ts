import {
  type ClientCapabilities,
  type Range as LspRange,
  type Position,
  PositionEncodingKind,
} from 'vscode-languageserver';
import { lineIndexOf } from '../rope.ts';
import type { LineStarts, Range, Text } from '../text.ts';

/** UTF-16, which every client knows, unless a client leaves it out of its list. */
export function positionEncodingFor({ general }: ClientCapabilities): PositionEncodingKind {
  const offered = general?.positionEncodings ?? [];
  if (offered.length === 0 || offered.includes(PositionEncodingKind.UTF16)) return PositionEncodingKind.UTF16;
  return offered.find((one) => one in WIDTHS) ?? PositionEncodingKind.UTF16;
}

/** Units that one code point takes up. */
const WIDTHS: Readonly<Record<string, (codePoint: number) => number>> = {
  [PositionEncodingKind.UTF8]: (code) => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4),
  [PositionEncodingKind.UTF16]: (code) => (code < 0x10000 ? 1 : 2),
  [PositionEncodingKind.UTF32]: () => 1,
};

/** Offsets of a text as the client's positions and back. Positions outside the text are clamped to it. */
export class Positions {
  readonly #text: Text;
  readonly #lines: LineStarts;
  readonly #encoding: PositionEncodingKind;

  constructor(text: Text, encoding: PositionEncodingKind = PositionEncodingKind.UTF16) {
    this.#text = text;
    this.#lines = lineIndexOf(text);
    this.#encoding = encoding;
  }

  positionAt(offset: number): Position {
    const position = this.#lines.positionAt(offset);
    if (this.#encoding === PositionEncodingKind.UTF16) return position;
    const start = this.#lines.lineStart(position.line);
    const width = WIDTHS[this.#encoding]!;
    let character = 0;
    for (const one of this.#text.slice(start, start + position.character)) character += width(one.codePointAt(0)!);
    return { line: position.line, character };
  }

  offsetAt({ line, character }: Position): number {
    if (line >= this.#lines.lineCount) return this.#text.length;
    const start = this.#lines.lineStart(line);
    const end = this.#lineEnd(line);
    if (this.#encoding === PositionEncodingKind.UTF16) return Math.min(start + character, end);
    const width = WIDTHS[this.#encoding]!;
    let at = start;
    let passed = 0;
    for (const one of this.#text.slice(start, end)) {
      passed += width(one.codePointAt(0)!);
      if (passed > character) break;
      at += one.length;
    }
    return at;
  }

  rangeOf({ start, end }: Range): LspRange {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }

  offsetsOf({ start, end }: LspRange): Range {
    return { start: this.offsetAt(start), end: this.offsetAt(end) };
  }

  /** Before the line's end mark. */
  #lineEnd(line: number): number {
    let end = this.#lines.lineStart(line + 1);
    const start = this.#lines.lineStart(line);
    while (end > start && '\r\n'.includes(this.#text.charAt(end - 1))) end--;
    return end;
  }
}
