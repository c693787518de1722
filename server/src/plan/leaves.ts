import type { Nodes, PhrasingContent, RootContent, Table, TableCell } from 'mdast';
import type { Range } from '../text.ts';
import { HtmlReader } from './html-leaves.ts';
import { joinCells } from './join-cells.ts';

/** Text as a person sees it, and where each code unit of it stands. A hard line break is U+2028. */
export interface VisibleText {
  readonly text: string;
  readonly at: readonly number[];
  /** Places in `text` of an @ that stands in the words of a link. */
  readonly linkedAt?: readonly number[];
}

/** One paragraph, heading, table row or first paragraph of a list item of the Markdown tree, or of the HTML in it. */
export interface Leaf extends VisibleText {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'row' | 'quote';
  readonly range: Range;
  /** Of a Markdown heading. */
  readonly depth?: number;
  /** How many units from the start are bold. */
  readonly bold: number;
  /** Every visible word is a link to a place in this file. */
  readonly anchors: boolean;
  /** `1.` or `-` of a list item. */
  readonly marker?: Range;
  /** Number of an ordered list's item; `1)` rather than `1.` when `paren`. */
  readonly ordinal?: { readonly value: number; readonly paren: boolean };
  /** Depth of lists around an item; 0 outside. */
  readonly nesting: number;
  readonly footnote: boolean;
  readonly cells?: readonly VisibleText[];
  readonly header?: readonly VisibleText[];
}

export interface HtmlPiece {
  readonly range: Range;
  readonly value: string;
}

export interface Leaves {
  readonly leaves: readonly Leaf[];
  readonly html: readonly HtmlPiece[];
}

/** What a leaf stands in. */
export interface Around {
  readonly kind: 'paragraph' | 'item' | 'quote';
  readonly nesting: number;
  readonly footnote: boolean;
  /** Lines begin with `>`. */
  readonly isQuoted: boolean;
}

/** Flattens nodes of the tree: what holds words, in document order, HTML with them, and its source apart. */
export function leavesOf(nodes: readonly RootContent[], text: string): Leaves {
  const leaves: Leaf[] = [];
  const html: HtmlPiece[] = [];
  const top: Around = { kind: 'paragraph', nesting: 0, footnote: false, isQuoted: false };
  // Most plans have no HTML.
  let reader: HtmlReader | undefined;
  const add = (leaf: Leaf) => (reader ? reader.add(leaf) : leaves.push(leaf));
  // A stack of our own: brackets and quotes nest as deep as a file is long.
  const work: { node: RootContent; around: Around; marker?: Range }[] = [];
  const push = (nodes: readonly RootContent[], around: Around) => {
    for (let i = nodes.length - 1; i >= 0; i--) work.push({ node: nodes[i]!, around });
  };
  push(nodes, top);
  while (work.length > 0) {
    const { node, around, marker } = work.pop()!;
    if (node.type === 'html') {
      const piece = htmlPiece(node, text);
      html.push(piece);
      if (isComment(piece.value)) continue;
      reader ??= new HtmlReader(leaves);
      const source = around.isQuoted ? withoutQuoteMarks(piece.value) : piece.value;
      reader.read(source, piece.range.start, around, marker && { marker, ...ordinalOf(text, marker) });
    } else if (node.type === 'paragraph' || node.type === 'heading') {
      const visible = new VisibleBuilder(text, html);
      visible.addAll(node.children);
      const leaf: Leaf = {
        ...visible.done(),
        kind: node.type === 'heading' && around.kind === 'paragraph' ? 'heading' : around.kind,
        range: rangeOfNode(node),
        ...(node.type === 'heading' && around.kind === 'paragraph' ? { depth: node.depth } : {}),
        ...(marker ? { marker, ...ordinalOf(text, marker) } : {}),
        nesting: around.nesting,
        footnote: around.footnote,
      };
      if (leaf.text.trim() !== '') add(leaf);
    } else if (node.type === 'table') for (const row of rowsOf(node, text, html, around)) add(row);
    else if (node.type === 'list') {
      const inside: Around = { ...around, kind: 'item', nesting: around.nesting + 1 };
      for (let i = node.children.length - 1; i >= 0; i--) {
        const item = node.children[i]!;
        for (let j = item.children.length - 1; j >= 0; j--) {
          const child = item.children[j]!;
          const start = item.position!.start.offset!;
          const mark = j === 0 ? { start, end: Math.max(start, child.position!.start.offset!) } : undefined;
          work.push({ node: child, around: inside, ...(mark ? { marker: mark } : {}) });
        }
      }
    } else if (node.type === 'blockquote')
      push(node.children, { ...around, kind: around.kind === 'item' ? 'item' : 'quote', isQuoted: true });
    else if (node.type === 'footnoteDefinition') push(node.children, { ...around, footnote: true });
  }
  reader?.end();
  return { leaves, html };
}

/** Nothing but one comment. */
function isComment(html: string): boolean {
  if (!html.startsWith('<!--')) return false;
  const end = html.indexOf('-->', 4);
  return end < 0 || html.slice(end + 3).trim() === '';
}

/** The marks that quoted lines begin with are spaces, so that all else stands where it stood. */
function withoutQuoteMarks(html: string): string {
  return html.replace(/(?<=[\n\r])[ \t>]+/g, (marks) => ' '.repeat(marks.length));
}

function ordinalOf(text: string, marker: Range): Pick<Leaf, 'ordinal'> {
  const match = /^(\d{1,9})([.)])/.exec(text.slice(marker.start, marker.start + 12));
  return match ? { ordinal: { value: Number(match[1]), paren: match[2] === ')' } } : {};
}

function rowsOf(table: Table, text: string, html: HtmlPiece[], around: Around): Leaf[] {
  let header: readonly VisibleText[] | undefined;
  return table.children.map((row) => {
    const cells = row.children.map((cell) => cellOf(cell, text, html));
    header ??= cells;
    const joined = joinCells(cells, (i, end) => Math.max(text.lastIndexOf('|', cells[i]!.at[0] ?? 0), end + 1, 0));
    return {
      ...joined,
      kind: 'row',
      range: rangeOfNode(row),
      bold: 0,
      anchors: false,
      nesting: around.nesting,
      footnote: around.footnote,
      cells,
      header,
    };
  });
}

function cellOf(cell: TableCell, text: string, html: HtmlPiece[]): VisibleText {
  const visible = new VisibleBuilder(text, html);
  visible.addAll(cell.children);
  const { text: words, at } = visible.done();
  // An empty cell still has a place.
  return words === '' ? { text: '', at: [cell.position!.start.offset!] } : { text: words, at };
}

/** Gathers the text of inline nodes. */
class VisibleBuilder {
  #text = '';
  #at: number[] = [];
  #bold = 0;
  readonly #linkedAt: number[] = [];
  #boldOpen = true;
  #anchors = true;
  readonly #source: string;
  readonly #html: HtmlPiece[];

  constructor(source: string, html: HtmlPiece[]) {
    this.#source = source;
    this.#html = html;
  }

  addAll(nodes: readonly PhrasingContent[]): void {
    const work = [...nodes].reverse().map((node) => ({ node, bold: false, anchor: false, link: false }));
    while (work.length > 0) {
      const { node, bold, anchor, link } = work.pop()!;
      if (node.type === 'text') this.#add(node.value, rangeOfNode(node), bold, anchor, link);
      else if (node.type === 'break') this.#char('\u2028', node.position!.start.offset!);
      else if (node.type === 'html') {
        if (/^<br\s*\/?>$/i.test(node.value)) this.#char('\u2028', node.position!.start.offset!);
        else this.#html.push(htmlPiece(node, this.#source));
      } else if ('children' in node && node.type !== 'delete' && !isBareLink(node)) {
        for (let i = node.children.length - 1; i >= 0; i--) {
          const child = node.children[i]!;
          work.push({
            node: child,
            bold: bold || node.type === 'strong',
            anchor: anchor || (node.type === 'link' && node.url.startsWith('#')),
            link: link || node.type === 'link' || node.type === 'linkReference',
          });
        }
      }
    }
  }

  done(): VisibleText & { bold: number; anchors: boolean } {
    return {
      text: this.#text,
      at: this.#at,
      ...(this.#linkedAt.length > 0 ? { linkedAt: this.#linkedAt } : {}),
      bold: this.#bold,
      anchors: this.#anchors && this.#text.trim() !== '',
    };
  }

  #char(character: string, offset: number): void {
    this.#text += character;
    this.#at.push(offset);
  }

  #add(value: string, range: Range, bold: boolean, anchor: boolean, link: boolean): void {
    if (!anchor && /\S/.test(value)) this.#anchors = false;
    if (link)
      for (let i = value.indexOf('@'); i >= 0; i = value.indexOf('@', i + 1))
        this.#linkedAt.push(this.#text.length + i);
    if (this.#boldOpen && !bold && /\S/.test(value)) this.#boldOpen = false;
    alignInto(this.#source, range, value, this.#at);
    this.#text += value;
    if (this.#boldOpen) this.#bold = this.#text.length;
  }
}

/** The value of a text node against its source: escapes, character references, and the marks before continued lines are left out of the value. */
function alignInto(source: string, range: Range, value: string, at: number[]): void {
  let from = range.start;
  if (range.end - range.start === value.length) {
    for (let i = 0; i < value.length; i++) at.push(from++);
    return;
  }
  for (let i = 0; i < value.length; i++) {
    const wanted = value.charCodeAt(i);
    let code = source.charCodeAt(from);
    const semicolon = code === 38 ? source.slice(from, from + 36).indexOf(';') : -1;
    if (
      semicolon > 0 &&
      /^&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{0,31});/.test(source.slice(from, from + semicolon + 1)) &&
      !value.startsWith(source.slice(from, from + semicolon + 1), i)
    ) {
      at.push(from);
      const pair = wanted >= 0xd800 && wanted <= 0xdbff;
      if (pair) {
        at.push(from);
        i++;
      }
      from += semicolon + 1;
      continue;
    }
    while (from < range.end && code !== wanted && !(code === 0 && wanted === 0xfffd)) code = source.charCodeAt(++from);
    at.push(Math.min(from, Math.max(range.start, range.end - 1)));
    if (from < range.end) from++;
  }
}

/** An address that links to itself (`<https://…>`, a@b.cn): no words. */
function isBareLink(node: PhrasingContent): boolean {
  if (node.type !== 'link' || node.children.length !== 1) return false;
  const only = node.children[0]!;
  if (only.type !== 'text') return false;
  return node.url === only.value || node.url.endsWith(`//${only.value}`) || node.url === `mailto:${only.value}`;
}

function htmlPiece(node: Nodes, text: string): HtmlPiece {
  const range = rangeOfNode(node);
  return { range, value: text.slice(range.start, range.end) };
}

function rangeOfNode(node: Nodes): Range {
  return { start: node.position!.start.offset!, end: node.position!.end.offset! };
}
