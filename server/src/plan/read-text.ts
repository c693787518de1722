import { copied, firstAt, type Text } from '../text.ts';
import { type Cut, type CutPiece, cutPieces, type PlacedPiece } from './cut-text.ts';
import { readFrontMatter } from './front-matter.ts';
import { definitionsFor, mayRefer, mergeDefinitions, parsePiece } from './markdown.ts';
import { type ReadLine, type ReadPiece, readPiece, type Standing } from './read-piece.ts';
import { replaced, type Spliced, sharedEnds } from './spliced.ts';
import type { FrontMatter } from './types.ts';

/** A text cut into pieces, each read by itself; nothing is known of the whole yet. */
export interface ReadText {
  readonly text: Text;
  readonly frontMatter: FrontMatter | undefined;
  /** Where the body starts. */
  readonly start: number;
  readonly pieces: readonly PlacedPiece[];
  /** Of all pieces, by label. */
  readonly definitions: ReadonlyMap<string, string>;
  /** Of all pieces. */
  readonly lines: readonly ReadLine[];
  /** What an edit has reached, where something was taken over. */
  readonly change: Change | undefined;
}

/** Lines that were read anew; each is to be a block. All others are those of the state before. */
export interface Change extends Spliced {
  /** Directives stand in their pieces, or stood there. */
  readonly hasDirectives: boolean;
  /** Citations that stand in their pieces, in place of how many that stood there from `at` on; undefined where there are none. */
  readonly citations?: { readonly at: number; readonly gone: number; readonly come: ReadPiece['citations'] };
}

/** Texts whose pieces have moved on into a later state. */
const spent = new WeakSet<ReadText>();

/**
 * `previous`: an earlier state of the text, of which every piece that no edit has reached is taken over: it is spent then, since its offsets are those
 * of the new text. The result is the same without it, or with one that was spent before.
 */
export function readText(text: Text, previous?: ReadText): ReadText {
  if (previous && spent.has(previous)) return readText(text);
  if (previous) spent.add(previous);
  const frontMatter = frontMatterOf(text, previous);
  const start = frontMatter?.range.end ?? (text.charCodeAt(0) === 0xfeff ? 1 : 0);
  const cut = cutPieces(text, start, previous);
  const { pieces, definitions } = readPieces(text, cut, previous);
  return { text, frontMatter, start, pieces, definitions, ...linesOf(pieces, cut, definitions, previous) };
}

function readPieces(text: Text, { head, fresh, tail }: Cut, previous: ReadText | undefined) {
  const old = previous?.pieces ?? [];
  const before = old.slice(0, head);
  const behind = old.slice(old.length - tail);
  const isDefined = (previous?.definitions.size ?? 0) > 0 || fresh.some((piece) => piece.definitions.length > 0);
  const standing = linesStanding(old.slice(head, old.length - tail), fresh);
  // Without definitions no piece says anything of another.
  if (!isDefined) {
    const pieces = before.concat(fresh.map((piece) => read(text, piece, NONE, standing)));
    return { pieces: pieces.concat(behind), definitions: NONE };
  }
  const definitions = mergeDefinitions([...before, ...fresh, ...behind].map((piece) => piece.definitions));
  const again = (piece: CutPiece) => read(text, piece, definitions, standing);
  return { pieces: [...before.map(again), ...fresh.map(again), ...behind.map(again)], definitions };
}

/** Of pieces that an edit has reached, where each has its own anchor. */
function linesStanding(gone: readonly PlacedPiece[], fresh: readonly CutPiece[]): Standing {
  const isGone = (piece: PlacedPiece) => piece.read.anchors.length > 0 && !fresh.includes(piece);
  return { lines: gone.filter(isGone).flatMap(({ read }) => read.lines) };
}

const NONE: ReadonlyMap<string, string> = new Map();

function read(text: Text, piece: CutPiece, definitions: ReadonlyMap<string, string>, standing: Standing): PlacedPiece {
  const { kind, length, anchor } = piece;
  const refers = mayRefer(kind, definitions);
  if (piece.read && !refers && piece.known === '') return piece as PlacedPiece;
  const source = copied(text.slice(anchor.start, anchor.start + length));
  const known = refers ? definitionsFor(source, kind, definitions) : '';
  if (piece.read && piece.known === known) return piece as PlacedPiece;
  const nodes = known === '' && piece.nodes ? piece.nodes : parsePiece(source, kind, known);
  return {
    kind,
    length,
    anchor,
    definitions: piece.definitions,
    known,
    read: readPiece(nodes, source, anchor, standing),
  };
}

/** Those of the state before, but where pieces differ. */
function linesOf(
  pieces: readonly PlacedPiece[],
  cut: Cut,
  definitions: ReadText['definitions'],
  previous: ReadText | undefined,
): Pick<ReadText, 'lines' | 'change'> {
  if (!previous) return { lines: pieces.flatMap(({ read }) => read.lines), change: undefined };
  const old = previous.pieces;
  const shorter = Math.min(old.length, pieces.length);
  // A definition may have reached pieces that were not cut anew.
  const isOnlyCut = definitions === NONE && previous.definitions === NONE;
  let first = isOnlyCut ? cut.head : 0;
  while (first < shorter && old[first] === pieces[first]) first++;
  const last = pieces[first - 1];
  const at = last ? last.anchor.start + last.length : 0;
  const from = last ? firstAt(previous.lines, at, startOf) : 0;
  let behind = isOnlyCut ? cut.tail : 0;
  while (behind < shorter - first && old[old.length - 1 - behind] === pieces[pieces.length - 1 - behind]) behind++;
  const gone = old.slice(first, old.length - behind);
  const read = pieces.slice(first, pieces.length - behind);
  const stood = gone.flatMap((piece) => piece.read.lines);
  const lines = read.flatMap((piece) => piece.read.lines);
  const { head, tail } = sharedEnds(stood, lines);
  const by = lines.length - stood.length;
  const goneCitations = gone.reduce((sum, piece) => sum + piece.read.citations.length, 0);
  const come = read.flatMap((piece) => piece.read.citations);
  return {
    lines: replaced(
      previous.lines,
      { from: from + head, to: from + stood.length - tail },
      lines.slice(head, lines.length - tail),
    ),
    change: {
      from: from + head,
      to: from + lines.length - tail,
      by,
      hasDirectives: [...gone, ...read].some((piece) => piece.read.directives.length > 0),
      ...(goneCitations + come.length > 0 ? { citations: { at, gone: goneCitations, come } } : {}),
    },
  };
}

/** Front matter depends on nothing behind it, unless it was never closed. */
function frontMatterOf(text: Text, previous: ReadText | undefined): FrontMatter | undefined {
  const before = previous?.frontMatter;
  if (before && before.problems.length === 0) {
    const { end } = before.range;
    const behind = text.charCodeAt(end);
    if ((behind === 10 || behind === 13) && text.slice(0, end) === previous.text.slice(0, end)) return before;
  }
  return text.slice(0, OPENING.length + 1).includes(OPENING) ? readFrontMatter(text.toString()) : undefined;
}

/** What front matter begins with, behind a byte order mark. */
const OPENING = '---';

const startOf = ({ range }: ReadLine): number => range.start;
