import { sharedBy } from '../rope.ts';
import { type Anchor, copied, firstAt, type Text } from '../text.ts';
import { readFrontMatter } from './front-matter.ts';
import {
  type DefinitionSource,
  definitionsFor,
  definitionsIn,
  mayRefer,
  mergeDefinitions,
  parsePiece,
} from './markdown.ts';
import { nextPiece, type Piece, piecesOf } from './pieces.ts';
import { type ReadLine, type ReadPiece, readPiece } from './read-piece.ts';
import type { Spliced } from './spliced.ts';
import type { FrontMatter, Span } from './types.ts';

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
  // Without definitions no piece says anything of another.
  if (!isDefined)
    return {
      pieces: before.concat(
        fresh.map((piece) => read(text, piece, NONE)),
        behind,
      ),
      definitions: NONE,
    };
  const all = [...before, ...fresh, ...behind];
  const definitions = mergeDefinitions(all.map((piece) => piece.definitions));
  return { pieces: all.map((piece) => read(text, piece, definitions)), definitions };
}

const NONE: ReadonlyMap<string, string> = new Map();

function read(text: Text, piece: CutPiece, definitions: ReadonlyMap<string, string>): PlacedPiece {
  const { kind, length, anchor } = piece;
  const refers = mayRefer(kind, definitions);
  if (piece.read && !refers && piece.known === '') return piece as PlacedPiece;
  const source = copied(text.slice(anchor.start, anchor.start + length));
  const known = refers ? definitionsFor(source, kind, definitions) : '';
  if (piece.read && piece.known === known) return piece as PlacedPiece;
  const nodes = known === '' && piece.nodes ? piece.nodes : parsePiece(source, kind, known);
  return { kind, length, anchor, definitions: piece.definitions, known, read: readPiece(nodes, source, anchor) };
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
  let from = 0;
  for (let i = 0; i < first; i++) from += pieces[i]!.read.lines.length;
  let behind = isOnlyCut ? cut.tail : 0;
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

/** Pieces cut anew, and how many of the state before stand before and behind them. */
interface Cut {
  readonly head: number;
  readonly fresh: readonly CutPiece[];
  readonly tail: number;
}

function cutPieces(text: Text, start: number, previous: ReadText | undefined): Cut {
  if (!previous) {
    const fresh = piecesOf(text.toString(), start).map((piece) => cutPiece(text, piece));
    return { head: 0, fresh, tail: 0 };
  }
  const shared = sharedBy(previous.text, text);
  const by = text.length - previous.text.length;
  const edit: Edit = { from: shared.head, to: text.length - shared.tail, by };
  const head = untouched(previous, start, edit.from);
  const last = previous.pieces[head - 1];
  const at = last ? last.anchor.start + last.length : start;
  // Only as much of the text is looked into as tells that the old pieces come again.
  for (let reach = 4; ; reach *= 8) {
    const cut = cutAgain(text, at, previous, edit, reach);
    if (cut) return { head, ...cut };
  }
}

/** What two states of a text do not share: `[from, to)` of the new one, and how much longer that is. */
interface Edit extends Span {
  readonly by: number;
}

/** The pieces from `at` on, or undefined where what they are may hang on more than `reach` old pieces behind the edit. */
function cutAgain(
  text: Text,
  at: number,
  { pieces: old }: ReadText,
  { from, to, by }: Edit,
  reach: number,
): Omit<Cut, 'head'> | undefined {
  const behind = firstAt(old, to - by, startOf);
  const end = (old[behind + reach]?.anchor.start ?? text.length - by) + by;
  const window = text.slice(at, end);
  const fresh: (PlacedPiece | Piece)[] = [];
  // Parsed only when it is known how far the text must be cut.
  const cut = () => fresh.map((one) => ('anchor' in one ? one : cutPiece(text, one)));
  let before = firstAt(old, at, startOf);
  for (let piece = nextPiece(window, 0); piece; piece = nextPiece(window, piece.end)) {
    const placed = { kind: piece.kind, start: at + piece.start, end: at + piece.end };
    const length = placed.end - placed.start;
    if (placed.start >= to) {
      // Cutting depends on nothing before a piece: behind the edit, one old start that comes again is all of them.
      const again = firstAt(old, placed.start - by, startOf);
      const same = old[again]?.anchor;
      if (same && same.start + by === placed.start) {
        // Where the last piece ends was told by the first stretch of this one, and that must be whole.
        if (end < text.length && again > behind + reach - 2) return undefined;
        const pieces = cut();
        for (let i = again; i < old.length; i++) old[i]!.anchor.start += by;
        return { fresh: pieces, tail: old.length - again };
      }
    }
    const known = placed.end <= from ? old[before++] : undefined;
    const isKnown = known?.anchor.start === placed.start && known.length === length && known.kind === placed.kind;
    fresh.push(isKnown ? known : placed);
  }
  return end < text.length ? undefined : { fresh: cut(), tail: 0 };
}

const startOf = ({ anchor }: PlacedPiece): number => anchor.start;

function cutPiece(text: Text, { kind, start, end }: Piece): CutPiece {
  const source = copied(text.slice(start, end));
  const nodes = parsePiece(source, kind);
  const definitions = kind === 'marked' ? definitionsIn(nodes, source) : [];
  return { kind, anchor: { start }, length: end - start, definitions, known: '', nodes };
}

/** How many pieces stand as they are: where one ends is told by the first stretch of the next, so the one before the edit is cut anew. */
function untouched({ pieces, start: before }: ReadText, start: number, from: number): number {
  if (before !== start) return 0;
  return Math.max(0, firstAt(pieces, from, startOf) - 2);
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
