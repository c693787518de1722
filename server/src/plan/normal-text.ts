import { FOLDS } from '../generated/characters.ts';
import { type Anchor, anchored, type Range } from '../text.ts';
import type { NormalText } from './types.ts';

/**
 * Folds visible text; `at[i]` is the offset of `text[i]`.
 * The result is never longer than `text`, and its offsets never fall.
 */
export function normalise(text: string, at: ArrayLike<number>): NormalText {
  const codes = new Uint16Array(text.length);
  const offsets = new Uint32Array(text.length + 1);
  let length = 0;
  let space = -1;
  for (let i = 0; i < text.length; i++) {
    const source = text.charCodeAt(i);
    // A broken bold (`**…****`) leaves its marks in the text; a multiplication sign stands alone.
    if (source === STAR && (text.charCodeAt(i + 1) === STAR || text.charCodeAt(i - 1) === STAR)) continue;
    const code = FOLD[source]!;
    if (code === 0) continue;
    if (code === 32) {
      if (length > 0 && space < 0) space = at[i]!;
      continue;
    }
    if (space >= 0) {
      if (!isHan(codes[length - 1]!) && !isHan(code)) {
        codes[length] = 32;
        offsets[length++] = space;
      }
      space = -1;
    }
    codes[length] = code;
    offsets[length++] = at[i]!;
  }
  offsets[length] = length > 0 ? offsets[length - 1]! + 1 : (at[0] ?? 0);
  return { value: decode(codes, length), offsets: offsets.slice(0, length + 1), anchor: TOP };
}

/** Whether folding would leave a text as it is: no space, no mark, nothing that is written another way too. */
export function isNormal(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 32 || code === STAR || FOLD[code] !== code) return false;
  }
  return true;
}

/** The stretch of the plan's text that `value.slice(from, to)` came from, without marks dropped behind it. */
export function rangeIn(normal: NormalText, from: number, to: number): Range {
  const start = normal.offsets[from] ?? 0;
  return anchored(normal.anchor, start, to > from ? normal.offsets[to - 1]! + 1 : start);
}

/** Index of the first character of `value` at or behind an offset in the plan's text. */
export function indexIn({ offsets, value, anchor }: NormalText, offset: number): number {
  const from = offset - anchor.start;
  let low = 0;
  let high = value.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets[middle]! < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Han characters, and the punctuation that is set as one. */
export function isHan(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0x3001 && code <= 0x3017) ||
    (code >= 0xd800 && code <= 0xdfff) ||
    (code >= 0xf900 && code <= 0xfaff)
  );
}

const STAR = 42;
/** Of a text that is part of no other. */
const TOP: Anchor = { start: 0 };

function decode(codes: Uint16Array, length: number): string {
  let value = '';
  for (let i = 0; i < length; i += 4096)
    value += String.fromCharCode.apply(null, codes.subarray(i, Math.min(length, i + 4096)) as unknown as number[]);
  return value;
}

function foldTable(): Uint16Array {
  const table = new Uint16Array(65536);
  for (let code = 0; code < table.length; code++) table[code] = code;
  for (let i = 0; i + 1 < FOLDS.length; i += 2) table[FOLDS.charCodeAt(i)] = FOLDS.charCodeAt(i + 1);
  return table;
}

/** Folded character for a code unit; 0 = dropped, 32 = white space. */
const FOLD = foldTable();
