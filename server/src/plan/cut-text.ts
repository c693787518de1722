import { sharedBy } from '../rope.ts';
import { type Anchor, copied, firstAt, type Text } from '../text.ts';
import { type DefinitionSource, definitionsIn, parsePiece } from './markdown.ts';
import { nextPiece, type Piece, piecesOf } from './pieces.ts';
import type { ReadPiece } from './read-piece.ts';
import type { Span } from './types.ts';

export interface PlacedPiece extends Pick<Piece, 'kind'> {
  /** Where it starts, and all that it says with it. */
  readonly anchor: Anchor;
  readonly length: number;
  readonly definitions: readonly DefinitionSource[];
  /** What of other pieces' definitions it was read with. */
  readonly known: string;
  readonly read: ReadPiece;
}

/** Read already, or its nodes as they are without definitions of other pieces. */
export type CutPiece = Omit<PlacedPiece, 'read'> & {
  readonly read?: ReadPiece;
  readonly nodes?: ReturnType<typeof parsePiece>;
};

/** Pieces cut anew, and how many of the state before stand before and behind them. */
export interface Cut {
  readonly head: number;
  readonly fresh: readonly CutPiece[];
  readonly tail: number;
}

/** A text that was cut before. */
interface CutText {
  readonly text: Text;
  /** Where the body starts. */
  readonly start: number;
  readonly pieces: readonly PlacedPiece[];
}

/** Cuts a text from where its body starts; what an edit of `previous` has not reached is taken over, and moves with the text. */
export function cutPieces(text: Text, start: number, previous: CutText | undefined): Cut {
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
  { pieces: old }: CutText,
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
        for (let i = again; i < old.length; i++) move(old[i]!, by);
        return { fresh: pieces, tail: old.length - again };
      }
    }
    const known = placed.end <= from ? old[before++] : undefined;
    const isKnown = known?.anchor.start === placed.start && known.length === length && known.kind === placed.kind;
    fresh.push(isKnown ? known : placed);
  }
  return end < text.length ? undefined : { fresh: cut(), tail: 0 };
}

function move({ anchor, read: { anchors } }: PlacedPiece, by: number): void {
  anchor.start += by;
  for (let i = 0; i < anchors.length; i++) anchors[i]!.start += by;
}

const startOf = ({ anchor }: PlacedPiece): number => anchor.start;

function cutPiece(text: Text, { kind, start, end }: Piece): CutPiece {
  const source = copied(text.slice(start, end));
  const nodes = parsePiece(source, kind);
  const definitions = kind === 'marked' ? definitionsIn(nodes, source) : [];
  return { kind, anchor: { start }, length: end - start, definitions, known: '', nodes };
}

/** How many pieces stand as they are: where one ends is told by the first stretch of the next, so the one before the edit is cut anew. */
function untouched({ pieces, start: before }: CutText, start: number, from: number): number {
  if (before !== start) return 0;
  return Math.max(0, firstAt(pieces, from, startOf) - 2);
}
