import type { VisibleText } from './leaves.ts';
import { rowsOf } from './text-rows.ts';

/** What one stretch of a paragraph is: text, or rows of a table that was pasted as text. Rows share their header, by reference. */
export type Stretch =
  | { readonly text: VisibleText }
  | { readonly rows: readonly (readonly VisibleText[])[]; readonly header: readonly VisibleText[] };

/**
 * A paragraph in which at least three lines in a row have columns, parted by tabs, by three spaces or by bars: what a table becomes when it is pasted from
 * Word, Excel or a PDF, or written with +---+ around its cells. The first line is the header, unless it has figures only. Linear in the text.
 */
export function stretchesOf(visible: VisibleText): readonly Stretch[] {
  if (!HINT.test(visible.text)) return [{ text: visible }];
  const lines = rowsOf(visible.text);
  const stretches: Stretch[] = [];
  let textFrom = 0;
  for (let i = 0; i < lines.length; i++) {
    const rows: VisibleText[][] = [];
    let end = i;
    for (; end < lines.length; end++) {
      const { from, to } = lines[end]!;
      if (BORDER.test(visible.text.slice(from, to))) continue;
      const cells = cellsOf(visible, from, to);
      if (cells.length < LEAST_COLUMNS) break;
      rows.push(cells);
    }
    if (rows.length < LEAST_ROWS) {
      // None of these begins a table either.
      i = Math.max(i, end - 1);
      continue;
    }
    if (lines[i]!.from > textFrom) stretches.push({ text: part(visible, textFrom, lines[i - 1]!.to) });
    stretches.push(tableOf(rows));
    textFrom = lines[end]?.from ?? visible.text.length;
    i = end - 1;
  }
  if (stretches.length === 0) return [{ text: visible }];
  if (visible.text.slice(textFrom).trim() !== '')
    stretches.push({ text: part(visible, textFrom, visible.text.length) });
  return stretches;
}

const LEAST_ROWS = 3;
const LEAST_COLUMNS = 3;
/** No table without one of these. */
const HINT = /\t| {3}\S|\|[^|\n]*\|/;
/** +---+---+, |===|===| */
const BORDER = /^\s*[+|][-+=|: ]{4,}$/;
/** Between columns. */
const GAP = /\s*\t\s*| {3,}/g;
const FIGURE = /^[\d.,%<>≤≥＜＞+－—-]*$/;

function tableOf(rows: readonly (readonly VisibleText[])[]): Stretch {
  const columns = Math.max(...rows.map((cells) => cells.length));
  // A cell that is left empty because the one above it holds for it too stands at the left.
  const filled = rows.map((cells) => [...empty(columns - cells.length, cells[0]!), ...cells]);
  const first = filled[0]!;
  const isHeader = first.filter(({ text }) => FIGURE.test(text)).length < 2;
  const header = isHeader ? first : empty(columns, first[0]!);
  return { rows: filled, header };
}

/** Cells without words, which stand where `before` begins. */
function empty(count: number, { at }: VisibleText): VisibleText[] {
  return Array.from({ length: count }, () => ({ text: '', at: at.slice(0, 1) }));
}

function cellsOf(visible: VisibleText, from: number, to: number): VisibleText[] {
  const line = visible.text.slice(from, to);
  const bars = /^\s*\|(.*)\|\s*$/.exec(line);
  const cells: VisibleText[] = [];
  const add = (start: number, end: number) => {
    const words = line.slice(start, end);
    const lead = words.length - words.trimStart().length;
    const cell = words.trim();
    if (cell !== '' || bars) cells.push(part(visible, from + start + lead, from + start + lead + cell.length));
  };
  let start = bars ? line.indexOf('|') + 1 : 0;
  for (const { index, 0: gap } of line.matchAll(bars ? /\|/g : GAP)) {
    if (index < start) continue;
    add(start, index);
    start = index + gap.length;
  }
  if (!bars) add(start, line.length);
  // An empty cell still has a place.
  return cells.map((cell) => (cell.at.length > 0 ? cell : { text: '', at: visible.at.slice(from, from + 1) }));
}

function part({ text, at }: VisibleText, from: number, to: number): VisibleText {
  return { text: text.slice(from, to), at: at.slice(from, to) };
}
