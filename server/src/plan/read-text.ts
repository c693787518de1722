import { readFrontMatter } from './front-matter.ts';
import { type DefinitionSource, definitionsFor, definitionsIn, mergeDefinitions, parsePiece } from './markdown.ts';
import { nextPiece, type Piece } from './pieces.ts';
import { type ReadPiece, readPiece } from './read-piece.ts';
import type { FrontMatter } from './types.ts';

/** A text cut into pieces, each read by itself; nothing is known of the whole yet. */
export interface ReadText {
  readonly text: string;
  readonly frontMatter: FrontMatter | undefined;
  /** Where the body starts. */
  readonly start: number;
  readonly pieces: readonly PlacedPiece[];
}

interface PlacedPiece extends Piece {
  readonly definitions: readonly DefinitionSource[];
  /** What of other pieces' definitions it was read with. */
  readonly known: string;
  readonly read: ReadPiece;
}

/** `previous`: an earlier state of the text, of which every piece that no edit has reached is taken over. The result is the same without it. */
export function readText(text: string, previous?: ReadText): ReadText {
  const frontMatter = frontMatterOf(text, previous);
  const start = frontMatter?.range.end ?? (text.charCodeAt(0) === 0xfeff ? 1 : 0);
  const cut = cutPieces(text, start, previous);
  const definitions = mergeDefinitions(cut.map((piece) => piece.definitions));
  const pieces = cut.map((piece): PlacedPiece => {
    const known =
      definitions.size === 0 ? '' : definitionsFor(text.slice(piece.start, piece.end), piece.kind, definitions);
    if (piece.read && piece.known === known) return piece as PlacedPiece;
    const source = text.slice(piece.start, piece.end);
    const nodes = known === '' && piece.nodes ? piece.nodes : parsePiece(source, piece.kind, known);
    const { start: from, end, kind } = piece;
    return { start: from, end, kind, definitions: piece.definitions, known, read: readPiece(nodes, source) };
  });
  return { text, frontMatter, start, pieces };
}

/** Read already, or its nodes as they are without definitions of other pieces. */
type CutPiece = Piece &
  Pick<PlacedPiece, 'definitions' | 'known'> & {
    readonly read?: ReadPiece;
    readonly nodes?: ReturnType<typeof parsePiece>;
  };

function cutPieces(text: string, start: number, previous: ReadText | undefined): CutPiece[] {
  const change = previous && changeBetween(previous.text, text);
  const pieces: CutPiece[] = previous ? previous.pieces.slice(0, untouched(previous, start, change!.from)) : [];
  let old = 0;
  for (let at = pieces[pieces.length - 1]?.end ?? start; ; ) {
    const piece = nextPiece(text, at);
    if (!piece) return pieces;
    if (previous && piece.start >= change!.to) {
      // Cutting depends on nothing before a piece: behind the edit, one old start that comes again is all of them.
      const by = text.length - previous.text.length;
      while (old < previous.pieces.length && previous.pieces[old]!.start + by < piece.start) old++;
      const same = previous.pieces[old];
      if (same && same.start + by === piece.start && same.start >= previous.start) {
        for (const one of previous.pieces.slice(old)) pieces.push(by === 0 ? one : movedPiece(one, by));
        return pieces;
      }
    }
    at = piece.end;
    const before = previous && piece.end <= change!.from ? previous.pieces[pieces.length] : undefined;
    if (before && before.start === piece.start && before.end === piece.end && before.kind === piece.kind) {
      pieces.push(before);
      continue;
    }
    const source = text.slice(piece.start, piece.end);
    const nodes = parsePiece(source, piece.kind);
    pieces.push({
      ...piece,
      definitions: piece.kind === 'marked' ? definitionsIn(nodes, source) : [],
      known: '',
      nodes,
    });
  }
}

function movedPiece(piece: PlacedPiece, by: number): PlacedPiece {
  return { ...piece, start: piece.start + by, end: piece.end + by };
}

/** How many pieces stand as they are: where one ends is told by the first stretch of the next, so the one before the edit is cut anew. */
function untouched({ pieces, start: before }: ReadText, start: number, from: number): number {
  if (before !== start) return 0;
  let count = 0;
  while (count < pieces.length && pieces[count]!.start < from) count++;
  return Math.max(0, count - 2);
}

interface Change {
  /** Up to here both texts are alike. */
  readonly from: number;
  /** From here on in the new text. */
  readonly to: number;
}

function changeBetween(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from++;
  let same = 0;
  while (
    same < shorter - from &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  )
    same++;
  return { from, to: after.length - same };
}

/** Front matter depends on nothing behind it, unless it was never closed. */
function frontMatterOf(text: string, previous: ReadText | undefined): FrontMatter | undefined {
  const before = previous?.frontMatter;
  if (before && before.problems.length === 0 && text.startsWith(previous.text.slice(0, before.range.end))) {
    const behind = text.charCodeAt(before.range.end);
    if (behind === 10 || behind === 13) return before;
  }
  return readFrontMatter(text);
}
