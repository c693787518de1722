import type { Nodes, Paragraph, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { type Piece, piecesOf } from './pieces.ts';

/**
 * Markdown to mdast from `start` on. Offsets are UTF-16 units of `text`; lines and columns of positions are not to be used. Any string; never throws.
 * Plain paragraphs, most of a Chinese plan, are built without the parser; the rest is parsed piece by piece.
 * Departures from GFM, because they would lose a plan's words: no indented code (pasted Chinese paragraphs are indented), no single-tilde deletion (100~200万元).
 */
export function parseMarkdown(text: string, start = 0): Root {
  const parts = piecesOf(text, start).map((piece) => ({
    piece,
    nodes: piece.kind === 'marked' ? parsePiece(text, piece, '') : [plainParagraph(text, piece.start, piece.end)],
  }));
  const definitions = definitionsIn(
    parts.flatMap(({ piece, nodes }) => (piece.kind === 'marked' ? nodes : [])),
    text,
  );
  return {
    type: 'root',
    children: parts.flatMap(({ piece, nodes }) => {
      const known = piece.kind === 'marked' ? definitionsFor(text.slice(piece.start, piece.end), definitions) : '';
      return known === '' ? nodes : parsePiece(text, piece, known);
    }),
  };
}

/** The same by remark-parse alone, for comparison. */
export function parseWhole(text: string): Root {
  return parser.parse(text);
}

const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(keepWords).freeze();

function keepWords(this: Processor): undefined {
  const data = this.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] };
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: ['codeIndented'] } }];
  // The transform for literal e-mail addresses makes nodes without positions; the tokenizer finds them as well.
  data.fromMarkdownExtensions = withoutTransforms(data.fromMarkdownExtensions ?? []);
}

function withoutTransforms(extensions: readonly unknown[]): unknown[] {
  return extensions.map((one) => {
    if (Array.isArray(one)) return withoutTransforms(one);
    const { transforms: _, ...rest } = one as { transforms?: unknown };
    return rest;
  });
}

/** A reference means something only where its definition is known: those that a piece refers to are parsed behind it and dropped again. */
function parsePiece(text: string, { start, end }: Piece, known: string): RootContent[] {
  const slice = text.slice(start, end);
  const { children } = parser.parse(known === '' ? slice : `${slice}\n\n${known}`);
  const own = known === '' ? children : children.filter((node) => node.position!.start.offset! < slice.length);
  shift(own, start, slice.length);
  return own;
}

function shift(nodes: readonly Nodes[], by: number, length: number): void {
  const work: Nodes[] = [...nodes];
  while (work.length > 0) {
    const node = work.pop()!;
    const { start, end } = node.position!;
    start.offset = Math.min(start.offset!, length) + by;
    end.offset = Math.min(end.offset!, length) + by;
    if ('children' in node) for (const child of node.children) work.push(child);
  }
}

const REFERENCE = /\[[^[\]\n\r]{1,200}\]/g;

/** Source of each definition by its label in brackets; the first one of a label counts. */
function definitionsIn(nodes: readonly RootContent[], text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const work: Nodes[] = [...nodes].reverse();
  while (work.length > 0) {
    const node = work.pop()!;
    if (node.type === 'definition') {
      const label = `[${node.identifier}]`;
      if (!found.has(label)) found.set(label, text.slice(node.position!.start.offset!, node.position!.end.offset!));
    } else if (node.type === 'footnoteDefinition') found.set(`[^${node.identifier}]`, `[^${node.label}]: 注`);
    if ('children' in node && !('depth' in node) && node.type !== 'paragraph')
      for (let i = node.children.length - 1; i >= 0; i--) work.push(node.children[i]!);
  }
  return found;
}

function definitionsFor(slice: string, definitions: ReadonlyMap<string, string>): string {
  if (definitions.size === 0 || !slice.includes('[')) return '';
  const wanted = new Set<string>();
  for (const [reference] of slice.matchAll(REFERENCE)) {
    const line = definitions.get(labelOf(reference));
    if (line !== undefined) wanted.add(line);
  }
  return [...wanted].join('\n\n');
}

function labelOf(bracketed: string): string {
  return bracketed.toLowerCase().replace(/\s+/g, ' ');
}

/** What remark-parse makes of a paragraph without marks: white space at the ends of lines is not part of its text. */
function plainParagraph(text: string, start: number, end: number): Paragraph {
  let from = start;
  while (from < end && isSpace(text.charCodeAt(from))) from++;
  let to = end;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  const slice = text.slice(from, to);
  const value = LINE_EDGE.test(slice) ? slice.replace(/[ \t]*(\r\n|\r|\n)[ \t]*/g, '$1') : slice;
  const position = { start: { line: 1, column: 1, offset: from }, end: { line: 1, column: 1, offset: to } };
  return { type: 'paragraph', children: [{ type: 'text', value, position }], position };
}

const LINE_EDGE = /[ \t][\n\r]|[\n\r][ \t]/;

function isSpace(code: number): boolean {
  return code === 32 || code === 9;
}
