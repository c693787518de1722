import type { RootContent } from 'mdast';
import { type Anchor, anchored, type Range } from '../text.ts';
import { entryOf, hasLeaders, isContentsHeading } from './contents.ts';
import { termOf } from './definitions.ts';
import { findDirectives } from './directives.ts';
import { closedGuess, guessHeading, type HeadingGuess, numberingOfLine } from './headings.ts';
import { leavesOf, type VisibleText } from './leaves.ts';
import { type Line, linesOf } from './lines.ts';
import { isBareNumber, isPageMark, isSourceNote } from './page-marks.ts';
import { findPlaceholders, isOnlyPlaceholder } from './placeholders.ts';
import { rowSentence, sentencesOf } from './sentences.ts';
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
}

/** `source`: of the piece alone, whose start is `anchor`. */
export function readPiece(nodes: readonly RootContent[], source: string, anchor: Anchor): ReadPiece {
  const { leaves, html } = leavesOf(nodes, source);
  const { lines, citations } = linesOf(leaves, source);
  const headers = new Map<readonly VisibleText[], readonly Cell[]>();
  const place = ({ start, end }: Range) => anchored(anchor, start, end);
  return {
    lines: lines.map((line) => readLine(line, headers, anchor, place)),
    citations: citations.map((one) => ({ ...one, keyRange: place(one.keyRange), range: place(one.range) })),
    directives: findDirectives(html).map((one) => ({
      ...one,
      range: place(one.range),
      names: one.names.map(({ text, range }) => ({ text, range: place(range) })),
    })),
  };
}

type Place = (range: Range) => Range;

/** 空间布局图.pdf */
const FILE_NAME = /^[^。;]{1,120}\.(?:pdf|docx?|xlsx?|pptx?|wps|ofd|zip|rar)(?: ?\([^()]{1,20}\))?$/;

function readLine(
  line: Line,
  headers: Map<readonly VisibleText[], readonly Cell[]>,
  anchor: Anchor,
  place: Place,
): ReadLine {
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
  headers: Map<readonly VisibleText[], readonly Cell[]>,
  place: Place,
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
