import { type Anchor, copied } from '../text.ts';
import { readFrontMatter } from './front-matter.ts';
import { type DefinitionSource, definitionsFor, definitionsIn, mergeDefinitions, parsePiece } from './markdown.ts';
import { nextPiece, type Piece } from './pieces.ts';
import { type ReadLine, type ReadPiece, readPiece } from './read-piece.ts';
import type { Spliced } from './spliced.ts';
import type { FrontMatter } from './types.ts';

/** A text cut into pieces, each read by itself; nothing is known of the whole yet. */
export interface ReadText {
  readonly text: string;
  readonly frontMatter: FrontMatter | undefined;
  /** Where the body starts. */
  readonly start: number;
  readonly pieces: readonly PlacedPiece[];
  /** Of all pieces. */
  readonly lines: readonly ReadLine[];
  /** What an edit has reached, where something was taken over. */
  readonly change: Change | undefined;
}

/** Lines that were read anew; each is to be a block. All others are those of the state before. */
export interface Change extends Spliced {
  /** Citations or directives stand in their pieces, or stood there. */
  readonly hasNotes: boolean;
}

interface PlacedPiece extends Pick<Piece, 'kind'> {
  /** Where it starts, and all that it says with it. */
  readonly anchor: Anchor;
  readonly length: number;
  readonly definitions: readonly DefinitionSource[];
  /** What of other pieces' definitions it was read with. */
  readonly known: string;
  readonly read: ReadPiece;
}

/** Texts whose pieces have moved on into a later state. */
const spent = new WeakSet<ReadText>();

/**
 * `previous`: an earlier state of the text, of which every piece that no edit has reached is taken over: it is spent then, since its offsets are those
 * of the new text. The result is the same without it, or with one that was spent before.
 */
export function readText(text: string, previous?: ReadText): ReadText {
  if (previous && spent.has(previous)) return readText(text);
  if (previous) spent.add(previous);
  const frontMatter = frontMatterOf(text, previous);
  const start = frontMatter?.range.end ?? (text.charCodeAt(0) === 0xfeff ? 1 : 0);
  const cut = cutPieces(text, start, previous);
  const definitions = mergeDefinitions(cut.map((piece) => piece.definitions));
  const pieces = cut.map((piece): PlacedPiece => {
    if (piece.read && definitions.size === 0 && piece.known === '') return piece as PlacedPiece;
    const { kind, length, anchor } = piece;
    const source = copied(text.slice(anchor.start, anchor.start + length));
    const known = definitions.size === 0 ? '' : definitionsFor(source, kind, definitions);
    if (piece.read && piece.known === known) return piece as PlacedPiece;
    const nodes = known === '' && piece.nodes ? piece.nodes : parsePiece(source, kind, known);
    return { kind, length, anchor, definitions: piece.definitions, known, read: readPiece(nodes, source, anchor) };
  });
  return { text, frontMatter, start, pieces, ...linesOf(pieces, previous) };
}

/** Those of the state before, but where pieces differ. */
function linesOf(pieces: readonly PlacedPiece[], previous: ReadText | undefined): Pick<ReadText, 'lines' | 'change'> {
  if (!previous) return { lines: pieces.flatMap(({ read }) => read.lines), change: undefined };
  const old = previous.pieces;
  const shorter = Math.min(old.length, pieces.length);
  let first = 0;
  let from = 0;
  for (; first < shorter && old[first] === pieces[first]; first++) from += pieces[first]!.read.lines.length;
  let behind = 0;
  while (behind < shorter - first && old[old.length - 1 - behind] === pieces[pieces.length - 1 - behind]) behind++;
  const gone = old.slice(first, old.length - behind);
  const read = pieces.slice(first, pieces.length - behind);
  const lines = read.flatMap((piece) => piece.read.lines);
  const by = lines.length - gone.reduce((sum, piece) => sum + piece.read.lines.length, 0);
  const to = from + lines.length;
  return {
    lines: previous.lines.slice(0, from).concat(lines, previous.lines.slice(to - by)),
    change: {
      from,
      to,
      by,
      hasNotes: [...gone, ...read].some(
        ({ read: { citations, directives } }) => citations.length + directives.length > 0,
      ),
    },
  };
}

/** Read already, or its nodes as they are without definitions of other pieces. */
type CutPiece = Omit<PlacedPiece, 'read'> & {
  readonly read?: ReadPiece;
  readonly nodes?: ReturnType<typeof parsePiece>;
};

function cutPieces(text: string, start: number, previous: ReadText | undefined): CutPiece[] {
  const change = previous && stretchBetween(previous.text, text);
  const pieces: CutPiece[] = previous ? previous.pieces.slice(0, untouched(previous, start, change!.from)) : [];
  const last = pieces[pieces.length - 1];
  let old = 0;
  for (let at = last ? last.anchor.start + last.length : start; ; ) {
    const piece = nextPiece(text, at);
    if (!piece) return pieces;
    if (previous && piece.start >= change!.to) {
      // Cutting depends on nothing before a piece: behind the edit, one old start that comes again is all of them.
      const by = text.length - previous.text.length;
      while (old < previous.pieces.length && previous.pieces[old]!.anchor.start + by < piece.start) old++;
      const same = previous.pieces[old]?.anchor;
      if (same && same.start + by === piece.start && same.start >= previous.start) {
        const behind = previous.pieces.slice(old);
        for (const { anchor } of behind) anchor.start += by;
        return pieces.concat(behind);
      }
    }
    at = piece.end;
    const length = piece.end - piece.start;
    const before = previous && piece.end <= change!.from ? previous.pieces[pieces.length] : undefined;
    if (before && before.anchor.start === piece.start && before.length === length && before.kind === piece.kind) {
      pieces.push(before);
      continue;
    }
    const source = copied(text.slice(piece.start, piece.end));
    const nodes = parsePiece(source, piece.kind);
    pieces.push({
      kind: piece.kind,
      anchor: { start: piece.start },
      length,
      definitions: piece.kind === 'marked' ? definitionsIn(nodes, source) : [],
      known: '',
      nodes,
    });
  }
}

/** How many pieces stand as they are: where one ends is told by the first stretch of the next, so the one before the edit is cut anew. */
function untouched({ pieces, start: before }: ReadText, start: number, from: number): number {
  if (before !== start) return 0;
  let count = 0;
  while (count < pieces.length && pieces[count]!.anchor.start < from) count++;
  return Math.max(0, count - 2);
}

interface Stretch {
  /** Up to here both texts are alike. */
  readonly from: number;
  /** From here on in the new text. */
  readonly to: number;
}

function stretchBetween(before: string, after: string): Stretch {
  const shorter = Math.min(before.length, after.length);
  // Whole stretches first: comparing two strings is far cheaper than their units one by one.
  let from = 0;
  while (from + STRETCH <= shorter && before.slice(from, from + STRETCH) === after.slice(from, from + STRETCH))
    from += STRETCH;
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from++;
  const most = shorter - from;
  const ending = (text: string, same: number) => text.slice(text.length - same - STRETCH, text.length - same);
  let same = 0;
  while (same + STRETCH <= most && ending(before, same) === ending(after, same)) same += STRETCH;
  while (same < most && before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same))
    same++;
  return { from, to: after.length - same };
}

const STRETCH = 4096;

/** Front matter depends on nothing behind it, unless it was never closed. */
function frontMatterOf(text: string, previous: ReadText | undefined): FrontMatter | undefined {
  const before = previous?.frontMatter;
  if (before && before.problems.length === 0 && text.startsWith(previous.text.slice(0, before.range.end))) {
    const behind = text.charCodeAt(before.range.end);
    if (behind === 10 || behind === 13) return before;
  }
  return readFrontMatter(text);
}
