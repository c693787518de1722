import type { Range } from '../text.ts';
import { HtmlStack, type Open, type Place } from './html-stack.ts';
import { type HtmlRow, tableLeaves } from './html-table.ts';
import { GOES_ON, GROUPS, HEADING, HIDDEN, isBlock, LISTS, OF_TABLES } from './html-tags.ts';
import { type HtmlListener, type OpenTag, readTokens } from './html-tokens.ts';
import { WordBuilder } from './html-words.ts';
import type { Around, Leaf } from './leaves.ts';

type Marker = Pick<Leaf, 'marker' | 'ordinal'>;

/**
 * Reads the HTML of one piece of a plan, a stretch at a time: what a person sees of it goes to `leaves`, in order. A table or a list goes on from one stretch to
 * the next, since a blank line ends HTML in Markdown. Any string; takes time in proportion to it.
 */
export class HtmlReader implements HtmlListener {
  readonly #leaves: Leaf[];
  readonly #words = new WordBuilder();
  readonly #stack = new HtmlStack();
  /** Of what was read last. */
  #end = 0;
  /** The block that begins where the words do. */
  #begun: Pick<Open, 'name' | 'start'> | undefined;
  #marker: Marker | undefined;
  #hidden: { readonly name: string; depth: number } | undefined;

  constructor(leaves: Leaf[]) {
    this.#leaves = leaves;
  }

  /** `from`: where `source` stands in the text that offsets count in. */
  read(source: string, from: number, around: Around, marker: Marker | undefined): void {
    this.#stack.standIn(around);
    this.#marker = marker;
    this.#end = from + source.length;
    readTokens(source, from, this);
    this.#flush(this.#end);
    this.#hidden = undefined;
    this.#begun = undefined;
    for (let last = this.#stack.last(); last && !GOES_ON.has(last.name); last = this.#stack.last()) this.#stack.pop();
  }

  /** What stands in Markdown between two stretches of HTML belongs to the cell that is open. A heading does not. */
  add(leaf: Leaf): void {
    if (leaf.kind === 'heading' || this.#stack.isBetweenCells()) this.end();
    this.#sink().push(leaf);
  }

  end(): void {
    this.#popTo(0, this.#end);
  }

  opened(tag: OpenTag): void {
    const { name, range } = tag;
    if (this.#hidden) {
      if (name === this.#hidden.name) this.#hidden.depth++;
    } else if (HIDDEN.has(name)) {
      if (!tag.isEmpty) this.#hidden = { name, depth: 1 };
    } else if (name === 'br') this.#words.break(range.start);
    else if (name === 'b' || name === 'strong') this.#push(tag, { isBold: true });
    else if (name === 'a') {
      const href = tag.attributes.get('href');
      if (href !== undefined) this.#push(tag, { link: href.startsWith('#') ? 'here' : 'away' });
    } else if (isBlock(name)) {
      this.#flush(range.start);
      if (OF_TABLES.has(name)) this.#openOfTable(tag);
      else this.#openBlock(tag);
      this.#begun = name === 'hr' ? undefined : { name, start: range.start };
    }
  }

  closed(name: string, range: Range): void {
    if (this.#hidden) {
      if (name === this.#hidden.name && --this.#hidden.depth === 0) this.#hidden = undefined;
      return;
    }
    if (name === 'br') this.#words.break(range.start);
    else if (isBlock(name)) {
      this.#flush(range.end, name);
      this.#begun = undefined;
    }
    const at = this.#stack.closedBy(name);
    if (at < 0) return;
    if (at < this.#stack.length - 1) this.#flush(range.start);
    this.#popTo(at, range.end);
  }

  text(value: string, range: Range, isReference: boolean): void {
    if (this.#hidden) return;
    if (this.#stack.isBetweenCells()) {
      if (value.trim() === '') return;
      const { start } = range;
      this.#openOfTable({ name: 'td', range: { start, end: start }, attributes: new Map(), isEmpty: false });
    }
    this.#words.add(value, range, isReference, this.#stack.place);
  }

  #openBlock(tag: OpenTag): void {
    const { name, range, attributes } = tag;
    // A form around rows is no block of its own.
    if (this.#stack.isBetweenCells() && name === 'form') return;
    if (this.#stack.isBetweenCells()) this.#popTo(this.#stack.place.table, range.start);
    const { paragraph, item, kind, nesting } = this.#stack.place;
    if (name === 'li' && item >= 0) this.#popTo(item, range.start);
    else if (paragraph >= 0 && !(name === 'div' && HEADING.test(this.#stack.at(paragraph)!.name)))
      this.#popTo(paragraph, range.start);
    if (name === 'hr') return;
    const here = this.#stack.length;
    const block = { keepsLines: name === 'pre' };
    if (HEADING.test(name)) this.#push(tag, { ...block, depth: Number(name[1]), paragraph: here });
    else if (name === 'p') this.#push(tag, { ...block, paragraph: here });
    else if (name === 'blockquote') this.#push(tag, { ...block, kind: kind === 'item' ? 'item' : 'quote' });
    else if (LISTS.has(name)) {
      const next = name === 'ol' ? { next: wholeNumber(attributes.get('start')) ?? 1 } : {};
      this.#push(tag, { ...block, kind: 'item', nesting: nesting + 1, item: -1 }, next);
    } else if (name === 'li') this.#openItem(tag);
    else this.#push(tag, block);
  }

  #openItem(tag: OpenTag): void {
    const { range, attributes } = tag;
    const list = this.#stack.last();
    const value = wholeNumber(attributes.get('value')) ?? list?.next;
    if (list?.next !== undefined && value !== undefined) list.next = value + 1;
    const isNumbered = list?.next !== undefined && value !== undefined;
    this.#push(tag, {
      kind: 'item',
      nesting: Math.max(1, this.#stack.place.nesting),
      item: this.#stack.length,
      keepsLines: false,
    });
    this.#marker = { marker: range, ...(isNumbered ? { ordinal: { value, paren: false } } : {}) };
  }

  #openOfTable(tag: OpenTag): void {
    const { name, range } = tag;
    if (name === 'table') this.#openTable(tag, true);
    else {
      if (this.#stack.place.table < 0) this.#openTable(tag, false);
      const { table, group, row } = this.#stack.place;
      if (name === 'caption' || GROUPS.has(name)) this.#popTo(table + 1, range.start);
      else if (name === 'tr') this.#popTo(Math.max(group, table) + 1, range.start);
      else if (row >= 0) this.#popTo(row + 1, range.start);
      else this.#openOfTable({ ...tag, name: 'tr' });
      const here = this.#stack.length;
      if (GROUPS.has(name)) this.#push(tag, { group: here });
      else if (name === 'tr') this.#push(tag, { row: here }, { row: { cells: [], isHead: this.#isInHead() } });
      else this.#push(tag, { cell: here }, { cell: cellOf(tag) });
    }
  }

  /** Tables that stand deeper in each other are read as one. */
  #openTable(tag: OpenTag, isWhole: boolean): void {
    const { paragraph, tables } = this.#stack.place;
    if (tables >= MOST_TABLES) return;
    if (this.#stack.isBetweenCells()) this.#popTo(this.#stack.place.table, tag.range.start);
    if (paragraph >= 0) this.#popTo(paragraph, tag.range.start);
    const inside = { depth: undefined, group: -1, row: -1, paragraph: -1, item: -1, keepsLines: false };
    const place = { ...inside, table: this.#stack.length, tables: tables + 1 };
    this.#push({ ...tag, name: 'table' }, place, { table: { rows: [], isWhole } });
  }

  #isInHead(): boolean {
    return this.#stack.at(this.#stack.place.group)?.name === 'thead';
  }

  #push({ name, range }: OpenTag, place: Partial<Place>, gathered?: Partial<Open>): void {
    this.#stack.push(name, range.start, place, gathered);
  }

  #popTo(length: number, end: number): void {
    while (this.#stack.length > length) this.#pop(end);
  }

  /** What the last element has gathered goes to what is around it. */
  #pop(end: number): void {
    const { name, start, table, row, cell } = this.#stack.pop();
    const { nesting, footnote } = this.#stack.place;
    const range = { start, end };
    if (name === 'caption') this.#rows().push({ range, isHead: false, isCaption: true, cells: [{ ...cell!, range }] });
    else if (cell) this.#stack.at(this.#stack.place.row)!.row!.cells.push({ ...cell, range });
    else if (row) this.#rows().push({ ...row, range, isCaption: false });
    else if (table) this.#gather(tableLeaves({ ...table, nesting, footnote }));
    else if (name === 'li') this.#marker = undefined;
  }

  #rows(): HtmlRow[] {
    return this.#stack.at(this.#stack.place.table)!.table!.rows;
  }

  #sink(): Leaf[] {
    return this.#stack.at(this.#stack.place.cell)?.cell?.leaves ?? this.#leaves;
  }

  #gather(leaves: readonly Leaf[]): void {
    const sink = this.#sink();
    for (const leaf of leaves) sink.push(leaf);
  }

  /** Ends a block where a tag stands that opens or closes one: up to `end` where that is the end of the block itself. */
  #flush(end: number, closing?: string): void {
    const words = this.#words.take();
    if (!words) return;
    const { end: last, ...visible } = words;
    const begun = this.#begun;
    const { kind, depth, nesting, footnote } = this.#stack.place;
    const isHeading = depth !== undefined && kind === 'paragraph';
    this.#gather([
      {
        ...visible,
        kind: isHeading ? 'heading' : kind,
        range: { start: begun?.start ?? visible.at[0]!, end: begun && begun.name === closing ? end : last },
        ...(isHeading ? { depth } : {}),
        ...this.#marker,
        nesting,
        footnote,
      },
    ]);
    this.#begun = undefined;
    this.#marker = undefined;
  }
}

const MOST_TABLES = 4;
/** Wider or longer cells are none. */
const MOST_SPANNED = 1000;

function cellOf({ name, range, attributes }: OpenTag): NonNullable<Open['cell']> {
  const spanned = (attribute: string) =>
    Math.min(MOST_SPANNED, Math.max(1, wholeNumber(attributes.get(attribute)) ?? 1));
  return {
    inside: range.end,
    leaves: [],
    colspan: spanned('colspan'),
    rowspan: spanned('rowspan'),
    isHead: name === 'th',
  };
}

function wholeNumber(value = ''): number | undefined {
  const digits = /^\s*(\d+)/.exec(value)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
