import type { Range } from '../text.ts';
import { takeCitations } from './citations.ts';
import type { Leaf, VisibleText } from './leaves.ts';
import { normalise } from './normal-text.ts';
import { numberingOf } from './numbering.ts';
import type { Block, Citation, NormalText } from './types.ts';

/** What becomes one block: a leaf, or one line of a leaf whose lines stand for themselves. */
export interface Line extends VisibleText {
  readonly kind: Block['kind'];
  readonly leaf: Leaf;
  /** Stands first in its leaf: the leaf's list marker and bold start belong to it. */
  readonly first: boolean;
  readonly range: Range;
  readonly normal: NormalText;
}

export interface Lines {
  readonly lines: readonly Line[];
  readonly citations: readonly Omit<Citation, 'block'>[];
}

/** Cuts leaves into lines. */
export function linesOf(leaves: readonly Leaf[], source: string): Lines {
  const lines: Line[] = [];
  const citations: Omit<Citation, 'block'>[] = [];
  for (const leaf of leaves) {
    const taken = takeCitations(leaf, source);
    for (const citation of taken.citations) citations.push(citation);
    const pieces = leaf.kind === 'row' ? [taken.rest] : cut(taken.rest, boldTo(leaf));
    // `key: value` lines over a line of --- look like an underlined heading.
    const notes = leaf.kind === 'heading' && pieces.length > 1;
    pieces.forEach((piece, i) => {
      const normal = normalise(piece.text, piece.at);
      if (normal.value === '' && pieces.length > 1) return;
      const whole = pieces.length === 1;
      const start = whole || i === 0 ? leaf.range.start : piece.at[0]!;
      const end = whole || i === pieces.length - 1 ? leaf.range.end : piece.at[piece.at.length - 1]! + 1;
      const kind = notes || (i > 0 && leaf.kind === 'item') ? 'paragraph' : leaf.kind;
      lines.push({ ...piece, kind, leaf, first: i === 0, range: { start, end }, normal });
    });
  }
  return { lines, citations };
}

interface Row {
  readonly from: number;
  readonly to: number;
  /** Ended by a hard line break. */
  readonly hard: boolean;
  readonly text: string;
}

/** Where the bold words end that a leaf starts with, in the source; -1 for none. */
function boldTo({ bold, at }: Leaf): number {
  return bold > 0 && bold < at.length ? at[bold - 1]! : -1;
}

/** Splits at line ends, except where a line was broken for its width only. A first line that is all in bold stands for itself. */
function cut(visible: VisibleText, bold: number): VisibleText[] {
  const rows = rowsOf(visible.text);
  if (rows.length <= 1) return [visible];
  const pieces: VisibleText[] = [];
  const widest = widestBroken(rows);
  let from = rows[0]!.from;
  let joined = false;
  for (let i = 1; i <= rows.length; i++) {
    const before = rows[i - 1]!;
    const next = rows[i];
    if (next && !before.hard && !isBoldRow(visible, before, bold) && isWrapped(before, next, joined, widest)) {
      joined = true;
      continue;
    }
    pieces.push({ text: visible.text.slice(from, before.to), at: visible.at.slice(from, before.to) });
    joined = false;
    if (next) from = next.from;
  }
  return pieces;
}

function isBoldRow({ at }: VisibleText, { to }: Row, bold: number): boolean {
  return bold >= 0 && at[to - 1] === bold;
}

function rowsOf(text: string): Row[] {
  const rows: Row[] = [];
  let from = 0;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 10;
    if (code !== 10 && code !== 13 && code !== HARD) continue;
    const row = text.slice(from, i).trim();
    // The end of a wrapped row stays in its piece: it parts two English words.
    if (row !== '') rows.push({ from, to: i, hard: code === HARD, text: row });
    from = i + 1;
  }
  return rows;
}

/** Length of the longest English row that was broken inside a sentence; 0 when each row ends one. */
function widestBroken(rows: readonly Row[]): number {
  let widest = 0;
  for (let i = 0; i + 1 < rows.length; i++) {
    const { text, hard } = rows[i]!;
    if (!hard && text.length >= 40 && !ENDS.test(text)) widest = Math.max(widest, text.length);
  }
  return widest;
}

/** `next` goes on with the sentence, or at least the paragraph, of `before`. */
function isWrapped(before: Row, next: Row, joined: boolean, widest: number): boolean {
  const ends = ENDS.test(before.text);
  if (/^(?:——|[•·●■◆▪➢※])/.test(next.text)) return false;
  const head = startOf(next.text);
  const numbered = numberingOf(head);
  if (numbered && !(numbered.style === 'decimal' && !ends)) return false;
  if (!HAN.test(before.text) && !HAN.test(next.text)) {
    if (ends) return widest > 0 && before.text.length >= widest * 0.6;
    return before.text.length >= 30;
  }
  const width = before.text.length;
  // Broken for its width, a row is about as long as the next one, or the next one is the last.
  if (width < 18 || next.text.length > width + 4) return false;
  if (ends) return joined && width >= 24 && next.text.length >= width - 4;
  if (TITLE_END.test(before.text)) return false;
  return /[，、。；,;]/.test(before.text) || ENDS.test(next.text);
}

function startOf(text: string): string {
  const start = text.slice(0, 16);
  return normalise(
    start,
    Array.from(start, (_, i) => i),
  ).value;
}

const HARD = 0x2028;
const HAN = /[\u3400-\u9fff]/;
const ENDS = /[。！？；：.!?;:…][”’"'」』）)\]】》]*$/;
const TITLE_END =
  /(?:规划|纲要|方案|计划|意见|措施|政策|通知|办法|规定|条例|决定|号|年|月|日|会|局|厅|府)(?:[（(][^（）()]{0,16}[)）])?[》”"*]*$/;
