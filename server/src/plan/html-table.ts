import type { Range } from '../text.ts';
import { joinCells } from './join-cells.ts';
import type { Leaf, VisibleText } from './leaves.ts';

export interface HtmlCell {
  readonly range: Range;
  /** Behind its opening tag. */
  readonly inside: number;
  readonly leaves: readonly Leaf[];
  readonly colspan: number;
  readonly rowspan: number;
  /** `<th>` */
  readonly isHead: boolean;
}

export interface HtmlRow {
  readonly range: Range;
  /** In `<thead>`. */
  readonly isHead: boolean;
  /** `<caption>`: its only cell stands for itself. */
  readonly isCaption: boolean;
  readonly cells: readonly HtmlCell[];
}

export interface HtmlTable {
  readonly rows: readonly HtmlRow[];
  /** False where it goes on from a part of the text that was read apart: then nothing is known of its header. */
  readonly isWhole: boolean;
  readonly nesting: number;
  readonly footnote: boolean;
}

/** One column of a row: a cell, or what one spans beside or below it. */
interface Slot {
  readonly cell: HtmlCell;
  readonly content: VisibleText;
  readonly from: 'itself' | 'left' | 'above';
}

/**
 * The leaves of a table: rows as those of a Markdown table, what is spanned as empty cells, so that columns stay aligned.
 * A box, whose rows have one cell each, is what stands in it.
 */
export function tableLeaves(table: HtmlTable): Leaf[] {
  const isBox = table.rows.every(({ cells, isCaption }) => isCaption || cells.length < 2);
  if (isBox) return table.rows.flatMap(({ cells }) => cells.flatMap(({ leaves }) => leaves));
  const grid = slotsOf(table.rows);
  const [first, last] = headOf(table);
  const header = headerOf(grid, first, last, table.rows[0]!.range.start);
  const { nesting, footnote } = table;
  return table.rows.flatMap((row, i): Leaf[] => {
    if (row.isCaption) return row.cells.flatMap(({ leaves }) => leaves);
    const slots = grid[i]!;
    if (slots.every(({ content, from }) => from !== 'itself' || content.text === '')) return [];
    const { range } = row;
    const { cells, ...joined } = joinSlots(slots, range.start);
    const isHead = i < last;
    return [
      {
        ...joined,
        kind: 'row',
        range,
        bold: 0,
        anchors: false,
        nesting,
        footnote,
        cells,
        header: isHead ? cells : header,
      },
    ];
  });
}

/** Wider tables are none. */
const MOST_COLUMNS = 100;

/** What stands in each column of each row. What spans put in is bounded by what stands there. */
function slotsOf(rows: readonly HtmlRow[]): Slot[][] {
  let spare = 24 + 4 * rows.reduce((sum, { cells }) => sum + cells.length, 0);
  /** What reaches down into the next row, by column. */
  let above: (Below | undefined)[] = [];
  return rows.map(({ cells, isCaption }) => {
    if (isCaption) return [];
    const slots: Slot[] = [];
    const below: (Below | undefined)[] = [];
    const reach = (): void => {
      for (let one = above[slots.length]; one && spare > 0; one = above[slots.length]) {
        spare--;
        if (one.rows > 1) below[slots.length] = { ...one, rows: one.rows - 1 };
        slots.push(one.slot);
      }
    };
    for (const cell of cells) {
      reach();
      const slot: Slot = { cell, content: contentOf(cell), from: 'itself' };
      const beside: Slot = { ...slot, from: 'left' };
      const down: Below = { slot: { ...slot, from: 'above' }, rows: cell.rowspan - 1 };
      const columns = Math.min(cell.colspan, MOST_COLUMNS - slots.length, spare);
      for (let i = 0; i < Math.max(1, columns); i++) {
        if (i > 0) spare--;
        if (down.rows > 0) below[slots.length] = down;
        slots.push(i === 0 ? slot : beside);
      }
    }
    reach();
    above = below;
    return slots;
  });
}

interface Below {
  readonly slot: Slot;
  /** How many rows further. */
  readonly rows: number;
}

/** Blocks in a cell are its lines. */
function contentOf({ leaves, inside }: HtmlCell): VisibleText {
  const [first, ...others] = leaves.filter(({ text }) => text !== '');
  if (!first) return { text: '', at: [inside] };
  let { text } = first;
  const at = [...first.at];
  for (const leaf of others) {
    text += `\u2028${leaf.text}`;
    at.push(leaf.at[0]!);
    for (const place of leaf.at) at.push(place);
  }
  return { text, at };
}

function joinSlots(slots: readonly Slot[], start: number): VisibleText & { readonly cells: readonly VisibleText[] } {
  /** Where the cell before ends, for what has no place of its own. */
  let behind = start;
  let empty: VisibleText = { text: '', at: [start] };
  const bars: number[] = [];
  const cells = slots.map(({ cell, content, from }): VisibleText => {
    if (from !== 'itself') {
      bars.push(behind);
      if (empty.at[0] !== behind) empty = { text: '', at: [behind] };
      return empty;
    }
    bars.push(cell.range.start);
    behind = cell.range.end - 1;
    return content;
  });
  return { ...joinCells(cells, (i) => bars[i]!), cells };
}

/** A header of more rows is none. */
const MOST_HEAD = 4;

/** Which rows are the header, `[first, last)`: a row before them over all columns is a title. */
function headOf({ rows, isWhole }: HtmlTable): readonly [first: number, last: number] {
  if (!isWhole) return [0, 0];
  let first = rows.findIndex(({ isCaption, cells }) => !isCaption && cells.length > 0);
  if (rows[first]!.cells.length === 1 && rows[first]!.cells[0]!.colspan > 1) first++;
  const row = rows[first];
  if (!row) return [first, first];
  let last = first + 1;
  if (row.isHead || isOfHeads(row)) while (row.isHead ? rows[last]?.isHead : isOfHeads(rows[last])) last++;
  // | 指标 | 目标 | over | 2026年 | 2030年 |: a group of columns has its names below it.
  else if (row.cells.some(({ colspan }) => colspan > 1))
    last = row.cells.reduce(
      (most, { colspan, rowspan }) => (colspan > 1 ? most : Math.max(most, first + rowspan)),
      last,
    );
  return [first, Math.min(last, first + MOST_HEAD, Math.max(first + 1, rows.length - 1))];
}

function isOfHeads(row: HtmlRow | undefined): boolean {
  return row !== undefined && row.cells.length > 0 && row.cells.every(({ isHead }) => isHead);
}

/** Of each column: what stands lowest in the header, with the year or the state that its group of columns is of. */
function headerOf(grid: readonly (readonly Slot[])[], first: number, last: number, start: number): VisibleText[] {
  const rows = grid.slice(first, last);
  const columns = (last > first ? rows : grid).reduce((most, slots) => Math.max(most, slots.length), 0);
  const empty: VisibleText = { text: '', at: [start] };
  return Array.from({ length: columns }, (_, column) => {
    const words = rows.flatMap((slots) => {
      const slot = slots[column];
      return slot && slot.from !== 'above' && slot.content.text !== '' ? [slot.content] : [];
    });
    const lowest = words.at(-1);
    if (!lowest) return empty;
    const group = words.slice(0, -1).filter(({ text }) => OF_GROUP.test(text) && !lowest.text.includes(text));
    return group.reduce(labelled, lowest);
  });
}

const OF_GROUP = /(?:19|20)\d\d|基期|基准|基数|现状|\b(?:current|base(?:line)?)\b/i;

/** With words behind it that stand elsewhere. */
function labelled(own: VisibleText, { text }: VisibleText): VisibleText {
  const last = own.at[own.at.length - 1]!;
  return { text: `${own.text} ${text}`, at: [...own.at, ...Array.from({ length: text.length + 1 }, () => last)] };
}
