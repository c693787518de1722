import type { RootContent } from 'mdast';
import { type Anchor, anchored, type Range } from '../text.ts';
import { entryOf, hasLeaders, isContentsHeading } from './contents.ts';
import { termOf } from './definitions.ts';
import { findDirectives } from './directives.ts';
import { closedGuess, guessHeading, type HeadingGuess, numberingOfLine } from './headings.ts';
import { leavesOf, type VisibleText } from './leaves.ts';
import { type Draft, draftsOf, type Line, lineOf } from './lines.ts';
import { isBareNumber, isPageMark, isSourceNote } from './page-marks.ts';
import { findPlaceholders, isOnlyPlaceholder } from './placeholders.ts';
import { isSameLine, movedTo } from './same-line.ts';
import { rowSentence, sentencesOf } from './sentences.ts';
import { sharedEnds } from './spliced.ts';
import { findTitles } from './titles.ts';
import type { Block, Cell, Citation, Directive, Sentence } from './types.ts';
import { type Opening, openingOf, plainGuess } from './unnumbered-headings.ts';

/** A line with everything that it tells by itself, wherever it stands. `at` counts from the start of its piece. */
export interface ReadLine extends Omit<Line, 'leaf'> {
  readonly leaf: Omit<Line['leaf'], 'text' | 'at' | 'cells' | 'header' | 'range'>;
  readonly sentences: readonly Sentence[];
  readonly titles: readonly Range[];
  readonly placeholders: readonly Range[];
  readonly isOnlyPlaceholder: boolean;
  /** Nothing but the name of a file that is attached. */
  readonly isAttachment: boolean;
  /** Nothing but the number of a page, or a source at its foot. */
  readonly isOfPage: boolean;
  /** A row's cells are its header's own in the header row. */
  readonly cells?: readonly Cell[];
  readonly header?: readonly Cell[];
  readonly guess: HeadingGuess | undefined;
  /** Of a line that is no heading. */
  readonly numbering: HeadingGuess['numbering'];
  readonly opening: Opening | undefined;
  /** As `closedGuess` tells. */
  readonly closed: HeadingGuess | undefined;
  /** As `plainGuess` tells. */
  readonly plain: HeadingGuess | undefined;
  /** What an entry of a table of contents and its heading have in common. */
  readonly entry: string;
  readonly hasLeaders: boolean;
  readonly isContentsHeading: boolean;
  /** What it explains, where it looks like an explanation. */
  readonly term: string | undefined;
  readonly letters: { readonly han: number; readonly latin: number };
}

/** What one piece of the text says by itself. */
export interface ReadPiece {
  readonly lines: readonly ReadLine[];
  readonly citations: readonly Omit<Citation, 'block'>[];
  readonly directives: readonly Omit<Directive, 'section'>[];
  /** Of the lines, where each has its own; empty where all that is said counts from the start of the piece. */
  readonly anchors: readonly Anchor[];
}

/** A piece of so many lines gives each an anchor: what an edit of one has left as it was stays what it is, and moves. */
const MANY_LINES = 4;

/** Lines that stood where an edit was, each with an anchor of its own; those that a piece takes over are taken out. */
export interface Standing {
  lines: readonly ReadLine[];
}

/**
 * `source`: of the piece alone, whose start is `anchor`.
 * `standing`: lines that say what the piece says at its head and at its tail are taken over.
 */
export function readPiece(
  nodes: readonly RootContent[],
  source: string,
  anchor: Anchor,
  standing: Standing,
): ReadPiece {
  const { leaves, html } = leavesOf(nodes, source);
  const { drafts, citations } = draftsOf(leaves, source);
  const hasOwn = drafts.length >= MANY_LINES;
  const lines = readLines(drafts, anchor, hasOwn ? standing : undefined);
  const place = ({ start, end }: Range) => anchored(anchor, start, end);
  return {
    lines,
    citations: citations.map((one) => ({ ...one, keyRange: place(one.keyRange), range: place(one.range) })),
    directives: findDirectives(html).map((one) => ({
      ...one,
      range: place(one.range),
      names: one.names.map(({ text, range }) => ({ text, range: place(range) })),
    })),
    anchors: hasOwn ? lines.map(({ normal }) => normal.anchor) : [],
  };
}

/** With `standing`, each has its own anchor. */
function readLines(drafts: readonly Draft[], anchor: Anchor, standing: Standing | undefined): ReadLine[] {
  const headers: Headers = new Map();
  const read = (draft: Draft): ReadLine[] => {
    const line = lineOf(draft);
    return line ? [readLine(line, headers, standing ? { ...anchor } : anchor)] : [];
  };
  if (!standing) return drafts.flatMap(read);
  const known = standing.lines;
  const same = sharedEnds(known, drafts, isSameLine);
  let head = 0;
  while (head < same.head && hasItsHeader(known[head]!, drafts[head]!, headers)) head++;
  const by = drafts.length - known.length;
  let behind = drafts.length - same.tail;
  const behindHeaders = new Map(headers);
  for (let i = behind; i < drafts.length; i++)
    if (!hasItsHeader(known[i - by]!, drafts[i]!, behindHeaders)) behind = i + 1;
  const take = (from: number, to: number, moved: number) =>
    drafts.slice(from, to).map((draft, i) => movedTo(known[from + i - moved]!, draft, anchor));
  standing.lines = known.slice(head, behind - by);
  return [...take(0, head, 0), ...drafts.slice(head, behind).flatMap(read), ...take(behind, drafts.length, by)];
}

/** Whether a line that says the same is no row, or one whose header stays too; headers that stay are put to `headers`. */
function hasItsHeader(known: ReadLine, { leaf: { cells, header } }: Draft, headers: Headers): boolean {
  if (!header) return true;
  if (cells !== header) return headers.get(header) === known.header;
  if (known.cells === known.header) headers.set(header, known.header!);
  return known.cells === known.header;
}

/** Cells of a table's header, which all its rows share. */
type Headers = Map<readonly VisibleText[], readonly Cell[]>;

/** 空间布局图.pdf */
const FILE_NAME = /^[^。;]{1,120}\.(?:pdf|docx?|xlsx?|pptx?|wps|ofd|zip|rar)(?: ?\([^()]{1,20}\))?$/;

function readLine(line: Line, headers: Headers, anchor: Anchor): ReadLine {
  const place = ({ start, end }: Range) => anchored(anchor, start, end);
  const { text: _, at: __, range: ___, cells, header, marker, ...leaf } = line.leaf;
  const { normal, kind } = line;
  const placeholders = findPlaceholders(line);
  const isOfPage =
    isPageMark(normal.value) || isSourceNote(normal.value) || (kind === 'heading' && isBareNumber(normal.value));
  return {
    ...line,
    leaf: marker ? { ...leaf, marker: place(marker) } : leaf,
    range: place(line.range),
    normal: { ...normal, anchor },
    sentences: kind === 'row' ? rowSentence(normal) : sentencesOf(normal),
    titles: findTitles(line).map(place),
    placeholders: placeholders.map(place),
    isOnlyPlaceholder: placeholders.length > 0 && isOnlyPlaceholder(line),
    isAttachment: FILE_NAME.test(normal.value),
    isOfPage,
    ...cellsOf(cells, header, headers, place),
    guess: isOfPage ? undefined : guessHeading(line),
    numbering: numberingOfLine(line, false),
    opening: openingOf(line),
    closed: closedGuess(line),
    plain: plainGuess(line),
    entry: entryOf(normal.value),
    hasLeaders: hasLeaders(normal.value),
    isContentsHeading: isContentsHeading(normal.value),
    term: termOf(normal.value),
    letters: lettersIn(normal.value),
  };
}

function cellsOf(
  cells: Line['leaf']['cells'],
  header: Line['leaf']['header'],
  headers: Headers,
  place: (range: Range) => Range,
): Pick<Block, 'cells' | 'header'> {
  if (!cells) return {};
  const cellOf = ({ text, at }: VisibleText): Cell => {
    const start = at[0] ?? 0;
    return { text, range: place({ start, end: text === '' ? start : at[text.length - 1]! + 1 }) };
  };
  const made = (list: readonly VisibleText[]) => {
    const known = headers.get(list) ?? list.map(cellOf);
    headers.set(list, known);
    return known;
  };
  return { cells: cells === header ? made(cells) : cells.map(cellOf), header: made(header!) };
}

function lettersIn(value: string): ReadLine['letters'] {
  let han = 0;
  let latin = 0;
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code >= 0x4e00 && code <= 0x9fff) han++;
    else if (code >= 97 && code <= 122) latin++;
  }
  return { han, latin };
}
