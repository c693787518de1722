import type { Nodes, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { type Piece, piecesOf } from './pieces.ts';
import { boldParagraph, plainHeading, plainList, plainParagraph } from './plain-nodes.ts';
import { plainTable } from './plain-table.ts';
import { shortened } from './shortened-source.ts';

/**
 * Markdown to mdast from `start` on. Offsets are UTF-16 units of `text`; lines and columns of positions are not to be used. Any string; never throws.
 * Plain paragraphs, most of a Chinese plan, are built without the parser; the rest is parsed piece by piece.
 * Departures from GFM, because they would lose a plan's words: no indented code (pasted Chinese paragraphs are indented), no single-tilde deletion (100~200万元).
 */
export function parseMarkdown(text: string, start = 0): Root {
  const pieces = piecesOf(text, start);
  const sources = pieces.map((piece) => text.slice(piece.start, piece.end));
  const parts = pieces.map(({ kind }, i) => parsePiece(sources[i]!, kind));
  const definitions = mergeDefinitions(parts.map((nodes, i) => definitionsIn(nodes, sources[i]!)));
  const children = pieces.flatMap((piece, i) => {
    const known = definitionsFor(sources[i]!, piece.kind, definitions);
    const nodes = known === '' ? parts[i]! : parsePiece(sources[i]!, piece.kind, known);
    shift(nodes, piece.start);
    return nodes;
  });
  return { type: 'root', children };
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

/**
 * The nodes of one piece; offsets count from its start.
 * A reference means something only where its definition is known: those that the piece refers to are parsed before it and dropped again.
 */
export function parsePiece(source: string, kind: Piece['kind'], known = ''): RootContent[] {
  if (kind === 'heading') return [plainHeading(source)];
  if (kind === 'bold') return [boldParagraph(source)];
  if (kind === 'list') return [plainList(source)];
  if (kind === 'table') return [plainTable(source)];
  if (kind === 'cited' && known === '') return [source.includes('*') ? boldParagraph(source) : plainParagraph(source)];
  if (kind === 'plain' || kind === 'monstrous') return [plainParagraph(source)];
  if (known === '') return parsed(source);
  // In front: behind it an open fence would swallow them. The comment ends the last footnote.
  const before = `${known}\n\n<!-- -->\n\n`;
  const { children } = parser.parse(before + source);
  const own = children.filter((node) => node.position!.start.offset! >= before.length);
  shift(own, -before.length);
  return own;
}

function parsed(source: string): RootContent[] {
  const short = shortened(source);
  if (short) {
    const { children } = parser.parse(short.text);
    if (short.restore(children)) return children;
  }
  return parser.parse(source).children;
}

function shift(nodes: readonly Nodes[], by: number): void {
  for (const { start, end } of positionsIn(nodes)) {
    start.offset! += by;
    end.offset! += by;
  }
}

type Position = NonNullable<Nodes['position']>;

/** Each once, though a plain paragraph and its text share theirs. */
function positionsIn(nodes: readonly Nodes[]): ReadonlySet<Position> {
  const found = new Set<Position>();
  const work: Nodes[] = [...nodes];
  while (work.length > 0) {
    const node = work.pop()!;
    found.add(node.position!);
    if ('children' in node) for (const child of node.children) work.push(child);
  }
  return found;
}

const REFERENCE = /\[[^[\]\n\r]{1,200}\]/g;

/** A link's or footnote's definition: its label in brackets, and its source for those that refer to it. */
export interface DefinitionSource {
  readonly label: string;
  readonly source: string;
}

export function definitionsIn(nodes: readonly RootContent[], source: string): readonly DefinitionSource[] {
  const found: DefinitionSource[] = [];
  const work: Nodes[] = [...nodes].reverse();
  while (work.length > 0) {
    const node = work.pop()!;
    if (node.type === 'definition') {
      const { start, end } = node.position!;
      found.push({ label: `[${node.identifier}]`, source: source.slice(start.offset!, end.offset!) });
    } else if (node.type === 'footnoteDefinition')
      found.push({ label: `[^${node.identifier}]`, source: `[^${node.label}]: 注` });
    if ('children' in node && !('depth' in node) && node.type !== 'paragraph')
      for (let i = node.children.length - 1; i >= 0; i--) work.push(node.children[i]!);
  }
  return found;
}

/** Source of each definition by its label, over all pieces; the first one of a label counts. */
export function mergeDefinitions(all: readonly (readonly DefinitionSource[])[]): ReadonlyMap<string, string> {
  const merged = new Map<string, string>();
  for (const list of all) for (const { label, source } of list) if (!merged.has(label)) merged.set(label, source);
  return merged;
}

/** Whether a piece can refer to a definition at all. */
export function mayRefer(kind: Piece['kind'], definitions: ReadonlyMap<string, string>): boolean {
  return definitions.size > 0 && (kind === 'marked' || kind === 'cited');
}

/** What a piece must know of the definitions, as Markdown. */
export function definitionsFor(source: string, kind: Piece['kind'], definitions: ReadonlyMap<string, string>): string {
  if (!mayRefer(kind, definitions) || !source.includes('[')) return '';
  const wanted = new Set<string>();
  for (const [reference] of source.matchAll(REFERENCE)) {
    const line = definitions.get(labelOf(reference));
    if (line !== undefined) wanted.add(line);
  }
  return [...wanted].join('\n\n');
}

function labelOf(bracketed: string): string {
  return bracketed.toLowerCase().replace(/\s+/g, ' ');
}
