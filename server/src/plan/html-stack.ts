import type { HtmlCell, HtmlRow } from './html-table.ts';
import { HEADING, OF_TABLES } from './html-tags.ts';
import type { Style } from './html-words.ts';
import type { Around, Leaf } from './leaves.ts';

/** What words stand in. Numbers are places in the stack, -1 for none. */
export interface Place extends Style, Around {
  /** Of a heading. */
  readonly depth: number | undefined;
  /** A cell or a caption; nothing in it closes what was opened before it. */
  readonly cell: number;
  readonly table: number;
  /** Of the same table: a group of its rows, and a row. */
  readonly group: number;
  readonly row: number;
  /** A paragraph or a heading, and an item: the next one closes it. */
  readonly paragraph: number;
  readonly item: number;
  /** How many tables are around. */
  readonly tables: number;
}

export const TOP: Place = {
  kind: 'paragraph',
  nesting: 0,
  footnote: false,
  isQuoted: false,
  isBold: false,
  link: 'none',
  // Who writes lines of words above or below a tag writes Markdown.
  keepsLines: true,
  depth: undefined,
  cell: -1,
  table: -1,
  group: -1,
  row: -1,
  paragraph: -1,
  item: -1,
  tables: 0,
};

/** An open element, and what has been gathered for it. */
export interface Open {
  readonly name: string;
  readonly start: number;
  readonly place: Place;
  /** Of an ordered list: the number of its next item. */
  next?: number;
  readonly table?: { readonly rows: HtmlRow[]; readonly isWhole: boolean };
  readonly row?: { readonly cells: HtmlCell[]; readonly isHead: boolean };
  readonly cell?: Omit<HtmlCell, 'range' | 'leaves'> & { readonly leaves: Leaf[] };
}

/** Elements that are open, the innermost one last. However deep it is, each step takes the same time. */
export class HtmlStack {
  readonly #open: Open[] = [];
  readonly #places = new Map<string, number[]>();
  #around = TOP;
  #place = TOP;

  /** What the words stand in that come next. */
  get place(): Place {
    return this.#place;
  }

  get length(): number {
    return this.#open.length;
  }

  at(place: number): Open | undefined {
    return this.#open[place];
  }

  last(): Open | undefined {
    return this.#open[this.#open.length - 1];
  }

  /** What all elements stand in that are opened where none is. */
  standIn(around: Around): void {
    this.#around = { ...TOP, ...around };
    if (this.#open.length === 0) this.#place = this.#around;
  }

  /** `place`: what is different inside of it. */
  push(name: string, start: number, place: Partial<Place>, gathered: Partial<Open> = {}): void {
    const places = this.#places.get(name);
    if (places) places.push(this.#open.length);
    else this.#places.set(name, [this.#open.length]);
    this.#place = { ...this.#place, ...place };
    this.#open.push({ name, start, place: this.#place, ...gathered });
  }

  pop(): Open {
    const one = this.#open.pop()!;
    this.#places.get(one.name)!.pop();
    this.#place = this.last()?.place ?? this.#around;
    return one;
  }

  /** In a table or a row of it, not in a cell. */
  isBetweenCells(): boolean {
    return this.#place.table > this.#place.cell;
  }

  /** The place of what a closing tag closes; -1 for nothing. */
  closedBy(name: string): number {
    const { cell, table, paragraph } = this.#place;
    const at = HEADING.test(name) && paragraph >= 0 ? paragraph : (this.#places.get(name)?.at(-1) ?? -1);
    const reach = name === 'table' ? table - 1 : OF_TABLES.has(name) ? table : Math.max(cell, table);
    return at > reach ? at : -1;
  }
}
