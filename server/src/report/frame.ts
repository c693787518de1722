import type { LineIndex, Range } from '../text.ts';
import { shownCharacter } from './width.ts';

export interface Frame {
  /** One-based. */
  readonly line: number;
  /** The line, or the part around the range, as a terminal may show it. */
  readonly source: string;
  /** Spaces and carets that stand under the range. */
  readonly carets: string;
}

/**
 * The line of a range and carets under it, at most `width` cells wide. A longer line is shown in a window around the range's start, with … where it goes on;
 * only that window is looked at, so that a line of a megabyte costs no more than a short one.
 */
export function frameOf(text: string, lines: LineIndex, range: Range, width: number): Frame {
  const { line } = lines.positionAt(range.start);
  const lineStart = lines.lineStart(line);
  const lineEnd = endOfLine(text, lineStart, lines.lineStart(line + 1));
  const start = Math.min(range.start, lineEnd);
  const end = Math.max(start, Math.min(range.end, lineEnd));

  const left = windowStart(text, lineStart, start, end, lineEnd, width);
  let column = 0;
  let source = '';
  let before = 0;
  let under = 0;
  if (left > lineStart) {
    source = '…';
    column = 1;
    before = 1;
  }
  let at = left;
  while (at < lineEnd) {
    const character = String.fromCodePoint(text.codePointAt(at)!);
    const shown = shownCharacter(character, column);
    const isLast = at + character.length >= lineEnd;
    if (column + shown.width > width - (isLast ? 0 : 1)) {
      source += '…';
      if (at < end && at >= start) under++;
      break;
    }
    if (at < start) before += shown.width;
    else if (at < end) under += shown.width;
    source += shown.text;
    column += shown.width;
    at += character.length;
  }
  return { line: line + 1, source, carets: ' '.repeat(before) + '^'.repeat(Math.max(1, under)) };
}

/** Without its line end. */
function endOfLine(text: string, start: number, nextStart: number): number {
  let end = nextStart;
  while (end > start && (text.charCodeAt(end - 1) === 10 || text.charCodeAt(end - 1) === 13)) end--;
  return end;
}

/** Where the window begins: at the line's start when the range fits in with it, else so that the range and a third of the width before it are seen. */
function windowStart(
  text: string,
  lineStart: number,
  start: number,
  end: number,
  lineEnd: number,
  width: number,
): number {
  const prefix = cellsUpTo(text, lineStart, start, width);
  const wanted = cellsUpTo(text, start, end, width);
  const rest = cellsUpTo(text, end, lineEnd, width);
  if (prefix + Math.min(wanted, Math.ceil(width / 2)) < width || prefix + wanted + rest <= width) return lineStart;
  let room = Math.max(Math.floor(width / 3), width - wanted - rest - 1);
  let at = start;
  while (at > lineStart) {
    const isPair = at - 2 >= lineStart && isLow(text.charCodeAt(at - 1)) && isHigh(text.charCodeAt(at - 2));
    const previous = at - (isPair ? 2 : 1);
    // A tab counts as its widest.
    room -= text.charCodeAt(previous) === 9 ? 4 : shownCharacter(text.slice(previous, at), 0).width;
    if (room < 1) break;
    at = previous;
  }
  return at;
}

/** Cells of a stretch, counted no further than just past `limit`. */
function cellsUpTo(text: string, from: number, to: number, limit: number): number {
  let column = 0;
  for (let at = from; at < to && column <= limit; ) {
    const character = String.fromCodePoint(text.codePointAt(at)!);
    column += shownCharacter(character, column).width;
    at += character.length;
  }
  return column;
}

const isHigh = (code: number) => code >= 0xd800 && code <= 0xdbff;
const isLow = (code: number) => code >= 0xdc00 && code <= 0xdfff;
