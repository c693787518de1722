import type { Anchor, Range } from '../text.ts';
import type { VisibleText } from './leaves.ts';
import type { Draft } from './lines.ts';
import type { ReadLine } from './read-piece.ts';
import type { Cell } from './types.ts';

/** In place: a line that says what `draft` says, in a piece that starts at `anchor`. */
export function movedTo(line: ReadLine, draft: Draft, { start }: Anchor): ReadLine {
  line.normal.anchor.start = start + draft.at[0]! - line.at[0]!;
  return line;
}

/** Whether a line says what `now` says, wherever that stands. A bold start may end in another line: it is read anew. */
export function isSameLine(before: ReadLine, now: Draft): boolean {
  const { leaf, kind, first, text, at } = now;
  const was = before.leaf;
  if (before.kind !== kind || before.first !== first || before.text !== text) return false;
  if (leaf.kind !== was.kind || leaf.depth !== was.depth || leaf.nesting !== was.nesting) return false;
  if (leaf.footnote !== was.footnote || leaf.anchors !== was.anchors || leaf.bold !== was.bold) return false;
  if (leaf.bold > (first ? text.length : 0) || now.linkedAt || before.linkedAt) return false;
  if (leaf.ordinal?.value !== was.ordinal?.value || leaf.ordinal?.paren !== was.ordinal?.paren) return false;
  const from = before.normal.anchor.start + before.at[0]!;
  const to = at[0]!;
  const isAlike = (one: Range | undefined, other: Range | undefined) =>
    one === other || (one && other && one.start - from === other.start - to && one.end - from === other.end - to);
  if (!isAlike(before.range, now.range) || !isAlike(was.marker, leaf.marker)) return false;
  const by = to - before.at[0]!;
  for (let i = 0; i < at.length; i++) if (at[i]! - before.at[i]! !== by) return false;
  return hasSameCells(before.cells, leaf.cells, to - from);
}

function hasSameCells(before: ReadLine['cells'], now: Draft['leaf']['cells'], by: number): boolean {
  if (!before || !now) return before === now;
  const isSame = ({ text, range }: Cell, cell: VisibleText) =>
    text === cell.text && range.start + by === (cell.at[0] ?? 0);
  return before.length === now.length && before.every((cell, i) => isSame(cell, now[i]!));
}
