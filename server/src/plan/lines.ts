import type { Range } from '../text.ts';
import { takeCitations } from './citations.ts';
import { joinCells } from './join-cells.ts';
import type { Leaf, VisibleText } from './leaves.ts';
import { normalise } from './normal-text.ts';
import { numberingOf } from './numbering.ts';
import { isPageMark } from './page-marks.ts';
import { rowsOf, type TextRow } from './text-rows.ts';
import { stretchesOf } from './text-table.ts';
import type { Block, Citation, NormalText } from './types.ts';

/** What becomes one block: a leaf, or one line of a leaf whose lines stand for themselves. */
export interface Line extends VisibleText {
  readonly kind: Block['kind'];
  readonly leaf: Leaf;
  /** Stands first in its leaf: the leaf's list marker and bold start belong to it. */
  readonly first: boolean;
  readonly range: Range;
  readonly normal: NormalText;
}

/** A line before its text is folded, which costs most. */
export type Draft = Omit<Line, 'normal'> & {
  /** The only one of its leaf: it is a line even if nothing is left of it. */
  readonly whole: boolean;
};

export interface Drafts {
  readonly drafts: readonly Draft[];
  readonly citations: readonly Omit<Citation, 'block'>[];
}

/** Cuts leaves into lines. */
export function draftsOf(leaves: readonly Leaf[], source: string): Drafts {
  const drafts: Draft[] = [];
  const citations: Omit<Citation, 'block'>[] = [];
  for (const leaf of leaves) {
    const taken = takeCitations(leaf, source);
    for (const citation of taken.citations) citations.push(citation);
    const pieces = piecesOf(leaf, taken.rest);
    // `key: value` lines over a line of --- look like an underlined heading.
    const notes = leaf.kind === 'heading' && pieces.length > 1;
    pieces.forEach(({ row, ...piece }, i) => {
      const whole = pieces.length === 1;
      const start = whole || i === 0 ? leaf.range.start : piece.at[0]!;
      const end = whole || i === pieces.length - 1 ? leaf.range.end : piece.at[piece.at.length - 1]! + 1;
      const kind = notes || (i > 0 && leaf.kind === 'item') ? 'paragraph' : leaf.kind;
      const own = row ? { ...leaf, kind: 'row' as const, bold: 0, ...row } : leaf;
      drafts.push({ ...piece, kind: row ? 'row' : kind, leaf: own, first: i === 0, range: { start, end }, whole });
    });
  }
  return { drafts, citations };
}

/** Undefined for a line of several of which nothing is left. */
export function lineOf({ whole, ...draft }: Draft): Line | undefined {
  const normal = normalise(draft.text, draft.at);
  return normal.value === '' && !whole ? undefined : { ...draft, normal };
}

/** A line's text, and its cells where it is a row of a table that was pasted as text. */
type Piece = VisibleText & { readonly row?: Required<Pick<Leaf, 'cells' | 'header'>> };

function piecesOf(leaf: Leaf, rest: VisibleText): Piece[] {
  if (leaf.kind === 'row') return [rest];
  if (leaf.kind !== 'paragraph') return cut(rest, boldTo(leaf));
  return stretchesOf(rest).flatMap((stretch): Piece[] => {
    if ('text' in stretch) return cut(stretch.text, boldTo(leaf));
    const { rows, header } = stretch;
    return rows.map((cells) => {
      // A bar stands where the gap between two cells begins.
      const joined = joinCells(cells, (i, end) => (end < 0 ? cells[i]!.at[0]! : end + 1));
      return { ...joined, row: { cells, header } };
    });
  });
}

/** Where the bold words end that a leaf starts with, in the source; -1 for none. */
function boldTo({ bold, at }: Leaf): number {
  return bold > 0 && bold < at.length ? at[bold - 1]! : -1;
}

/** Splits at line ends, except where a line was broken for its width only. A first line that is all in bold stands for itself. */
function cut(visible: VisibleText, bold: number): VisibleText[] {
  const all = rowsOf(visible.text);
  if (all.length <= 1) return [visible];
  // — 8 —: where a page ends within a paragraph, the sentence goes on behind its number.
  const rows = all.filter(({ text }) => !isPageMark(text));
  const pieces: VisibleText[] = [];
  const widest = widestBroken(rows);
  const widths = fullWidths(rows);
  let from = 0;
  for (let i = 1; i <= rows.length; i++) {
    const before = rows[i - 1]!;
    const next = rows[i];
    if (next && !before.hard && !isBoldRow(visible, before, bold)) {
      const full = widths[Math.floor(i / NEIGHBOURS)]!;
      if (isInBrackets(rows, from, i)) continue;
      const isInside = full > 0 ? goesOn(rows, i, full) : isWrapped(before, next, i - from > 1, widest);
      if (isInside) continue;
    }
    pieces.push(pieceOf(visible, rows.slice(from, i)));
    from = i;
  }
  return pieces.length > 0 ? pieces : [visible];
}

/** The text of some rows, without those between them that were left out. */
function pieceOf({ text, at }: VisibleText, rows: readonly TextRow[]): VisibleText {
  const { from, index: first } = rows[0]!;
  const { to, index: last } = rows[rows.length - 1]!;
  if (last - first === rows.length - 1) return { text: text.slice(from, to), at: at.slice(from, to) };
  return {
    text: rows.map((row) => text.slice(row.from, row.to)).join(''),
    at: rows.flatMap((row) => at.slice(row.from, row.to)),
  };
}

function isBoldRow({ at }: VisibleText, { to }: TextRow, bold: number): boolean {
  return bold >= 0 && at[to - 1] === bold;
}

/** Length of the longest English row that was broken inside a sentence; 0 when each row ends one. */
function widestBroken(rows: readonly TextRow[]): number {
  let widest = 0;
  for (let i = 0; i + 1 < rows.length; i++) {
    const { text, hard } = rows[i]!;
    if (!hard && text.length >= 40 && !ENDS.test(text)) widest = Math.max(widest, text.length);
  }
  return widest;
}

/** Within 《a title》, or between a number and its unit: 2027 / 年底. */
function isCut(before: TextRow, next: TextRow): boolean {
  return (
    before.text.lastIndexOf('《') > before.text.lastIndexOf('》') ||
    (/\d$/.test(before.text) && /^[年月日亿万%％]/.test(next.text))
  );
}

/** （责任单位： / 各园区管委会、 / 市供电局）: what a bracket holds goes on, whatever ends its rows. */
function isInBrackets(rows: readonly TextRow[], from: number, i: number): boolean {
  if (startsAnew(rows[i - 1]!, rows[i]!) || numberOf(rows[i]!)) return false;
  for (let at = i - 1; at >= Math.max(from, i - MOST_IN_BRACKETS); at--) {
    const { text } = rows[at]!;
    const open = Math.max(text.lastIndexOf('（'), text.lastIndexOf('('));
    const close = Math.max(text.lastIndexOf('）'), text.lastIndexOf(')'));
    if (open >= 0 || close >= 0) return open > close;
  }
  return false;
}

/** Rows. A bracket that nobody closed holds no more. */
const MOST_IN_BRACKETS = 6;

/** A dash or a bullet; 玄武区    文旅产业    机器人: columns that are parted by spaces. */
function startsAnew(before: TextRow, next: TextRow): boolean {
  return /^(?:——|[•·●■◆▪➢※])/.test(next.text) || (COLUMNS.test(before.text) && COLUMNS.test(next.text));
}

const COLUMNS = /\S(?: {3}|\t)\s*\S/;

/** `next` goes on with the sentence, or at least the paragraph, of `before`. */
function isWrapped(before: TextRow, next: TextRow, joined: boolean, widest: number): boolean {
  const ends = ENDS.test(before.text);
  if (startsAnew(before, next)) return false;
  if (isCut(before, next)) return true;
  const numbered = numberOf(next);
  if (numbered && !(numbered.style === 'decimal' && !ends)) return false;
  if (!HAN.test(before.text) && !HAN.test(next.text)) {
    if (ends) return widest > 0 && before.text.length >= widest * 0.6;
    return before.text.length >= 30;
  }
  const width = before.text.length;
  // Broken for its width, a row is about as long as the next one, or the next one is the last.
  if (width < 18 || next.text.length > width + 4) return false;
  if (ends) return joined && width >= 24 && next.text.length >= width - 4;
  if (TITLE_END.test(before.text)) return false;
  return /[，、。；,;]/.test(before.text) || ENDS.test(next.text);
}

/** Rows that are looked at together: a paragraph without a blank line may hold a table of contents, and text behind it. */
const NEIGHBOURS = 16;

/** Of each group of neighbours, with half of those before and behind it. */
function fullWidths(rows: readonly TextRow[]): number[] {
  const half = NEIGHBOURS / 2;
  return Array.from({ length: Math.ceil(rows.length / NEIGHBOURS) }, (_, n) =>
    fullWidth(rows.slice(Math.max(0, n * NEIGHBOURS - half), (n + 1) * NEIGHBOURS + half)),
  );
}

/** How wide the rows of a Chinese paragraph are that was broken for a page's width, as text from a PDF is; 0 for any other. */
function fullWidth(rows: readonly TextRow[]): number {
  if (rows.length < LEAST_ROWS || !rows.some(({ text }) => HAN.test(text))) return 0;
  const widths = rows.map(widthOf);
  const [widest = 0, , third = 0] = widths.toSorted((a, b) => b - a);
  if (third < 18 || widest > MOST_WIDE || widest > third * 1.25) return 0;
  const full = rows.filter((_, i) => widths[i]! >= third * 0.85);
  const broken = full.filter(({ text, hard }) => !hard && !ENDS.test(text));
  // Rows without a mark are a list, not prose.
  const marked = full.filter(({ text }) => /[，。；、：]/.test(text));
  return broken.length > 1 && broken.length * 2 >= full.length && marked.length * 2 >= full.length ? third : 0;
}

/** In Chinese characters; a Latin letter or a digit is half of one. */
function widthOf({ text }: TextRow): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) width += text.charCodeAt(i) < 0x2000 ? 0.5 : 1;
  return width;
}

const LEAST_ROWS = 3;
/** Who writes a paragraph in a line writes longer ones. */
const MOST_WIDE = 64;

/** Whether row `i` goes on with the one before it, in a paragraph whose rows are `full` wide. */
function goesOn(rows: readonly TextRow[], i: number, full: number): boolean {
  const before = rows[i - 1]!;
  const next = rows[i]!;
  if (startsAnew(before, next) || numberOf(next)) return false;
  if (isCut(before, next)) return true;
  const width = widthOf(before);
  // A lead-in ends its paragraph, and so does a row of a table of indicators.
  if (/(?:[：:]|(?:预期|约束)性)$/.test(before.text)) return false;
  if (ENDS.test(before.text)) return UNITS_OF.test(next.text) || (width >= full * 0.9 && widthOf(next) >= full * 0.9);
  // A heading among the rows: a short one with a number, or one between two paragraphs. （一） alone is the number of the next row.
  const number = numberOf(before)?.length;
  if (number === before.text.length) return true;
  const isShort = width < full * 0.8;
  const isMarked = /[，、。；]/.test(before.text);
  if (number && !isMarked) return width >= full * 0.93 && widthOf(next) < full * 0.75 && !ENDS.test(next.text);
  if (isShort && (number || (TITLE_END.test(before.text) && !isMarked))) return false;
  const last = rows[i - 2];
  return !(isShort && !before.text.includes('，') && (!last || ENDS.test(last.text)));
}

/** （市工信局牵头，各成员单位配合） below what they do. */
const UNITS_OF = /^[（(][^（）()]{2,24}(?:[局委办部厅府会]|牵头|负责|责任单位|配合)/;

/** Each row is asked as the next one and as the one before. */
const numbers = new WeakMap<TextRow, { readonly found: ReturnType<typeof numberingOf> }>();

function numberOf(row: TextRow): ReturnType<typeof numberingOf> {
  let known = numbers.get(row);
  if (!known) {
    const start = row.text.slice(0, 16);
    const { value } = normalise(
      start,
      Array.from(start, (_, i) => i),
    );
    known = { found: numberingOf(value) };
    numbers.set(row, known);
  }
  return known.found;
}

const HAN = /[\u3400-\u9fff]/;
const ENDS = /[。！？；：.!?;:…][”’"'」』）)\]】》]*$/;
const TITLE_END =
  /(?:(?:规划|纲要|方案|计划|意见|措施|政策|通知|办法|规定|条例|决定|[一二三四五六七八九十]条|号|年|月|日|会|局|厅|府)(?:[（(][^（）()]{0,16}[)）])?[》”"*]*|[（(]此件[^（）()]{0,8}[)）])$/;
