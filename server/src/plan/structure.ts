import { type Contents, findContents, isEntry } from './contents.ts';
import { type Definitions, findDefinitions } from './definitions.ts';
import { type Front, isPageLink, readFront } from './front.ts';
import { findHeadings, type HeadingGuess } from './headings.ts';
import type { Changed } from './lineage.ts';
import type { ReadLine } from './read-piece.ts';
import type { Change, ReadText } from './read-text.ts';
import {
  headingWords,
  isBehindPlan,
  keepsSection,
  lastBlockIn,
  type SectionTree,
  sectionsOf,
  treeAgain,
} from './sections.ts';
import { isOver, isText } from './unnumbered-headings.ts';

/** What lines are to each other: headings and sections, the title, and what is no text of the plan. */
export interface Structure {
  readonly contents: Contents;
  readonly definitions: Definitions;
  readonly front: Front;
  /** Headings by line. */
  readonly headings: readonly (HeadingGuess | undefined)[];
  readonly tree: SectionTree;
}

export function structureOf({ text, lines, frontMatter, start }: ReadText): Structure {
  const contents = findContents(lines);
  const definitions = findDefinitions(lines);
  const headings = findHeadings(lines, new Set([...contents.found, ...definitions.found]));
  const front = readFront(lines, headings, contents.found, frontMatter);
  for (let i = 0; i < lines.length; i++) if (i < front.first || front.inert.has(i)) headings[i] = undefined;
  const hasTop = lines.slice(0, front.first).some((line) => line.kind === 'heading' && line.leaf.depth === 1);
  const tree = sectionsOf(lines, headings, text, start, hasTop ? 1 : 0);
  return { contents, definitions, front, headings, tree };
}

/** The structure of a text of which an edit has changed no more than some lines. */
export interface StructureAgain {
  readonly structure: Structure;
  readonly changed: Changed;
}

/**
 * The structure of the one before, where each line of `change` is to the others what the old one was, or undefined.
 * It may be undefined where the structure is the same, but never the other way round: all is asked that the stages of `structureOf` look at.
 */
export function structureAgain(
  structure: Structure,
  before: ReadText,
  after: ReadText,
  change: Change,
): StructureAgain | undefined {
  const { from, to } = change;
  const { front, tree } = structure;
  if (after.frontMatter !== before.frontMatter || after.start !== before.start) return undefined;
  // The front hangs on every line of it, and on the one behind a first chapter's heading in bold.
  const behind = structure.headings[front.first]?.form === 'bold' ? front.first + 1 : front.first;
  if (change.before !== to - from || from <= behind) return undefined;
  const { length } = after.text;
  for (const [i, isAnnex] of tree.annexes) if (isBehindPlan(after.lines[i]!, length) !== isAnnex) return undefined;
  const headings = structure.headings.slice();
  let end = to;
  let hasNewHeadings = false;
  for (let i = from; i < to; i++) {
    const [a, b] = [before.lines[i]!, after.lines[i]!];
    if (!isAlike(structure, i, a, b)) return undefined;
    const guess = headings[i];
    if (!guess) continue;
    const again = guessAgain(guess, a, b);
    if (!again) return undefined;
    headings[i] = again;
    if (headingWords(a, guess) === headingWords(b, again)) continue;
    if (!keepsSection(tree, i, b, again)) return undefined;
    hasNewHeadings = true;
    end = Math.max(end, lastBlockIn(tree, i) + 1);
  }
  const again = { ...structure, headings, tree: treeAgain(tree, after.lines, headings, change, length) };
  return { structure: again, changed: { from, to: end, hasNewHeadings } };
}

function isAlike({ contents, definitions, front }: Structure, i: number, a: ReadLine, b: ReadLine): boolean {
  if (i === front.titleLine || contents.looked.has(i)) return false;
  const [before, after] = [a.normal.value, b.normal.value];
  if (a.entry !== b.entry && (contents.entries.has(a.entry) || contents.entries.has(b.entry))) return false;
  for (const term of definitions.terms) if (before.includes(term) !== after.includes(term)) return false;
  return (
    a.kind === b.kind &&
    a.leaf.kind === b.leaf.kind &&
    a.leaf.footnote === b.leaf.footnote &&
    isSame(a.numbering, b.numbering) &&
    hasSameShape(a.guess, b.guess) &&
    hasSameShape(a.plain, b.plain) &&
    (a.opening === undefined) === (b.opening === undefined) &&
    hasSameShape(a.opening?.guess, b.opening?.guess) &&
    before.endsWith(';') === after.endsWith(';') &&
    isWhole(a) === isWhole(b) &&
    isOver(before) === isOver(after) &&
    isText(before) === isText(after) &&
    !isEntry(a) &&
    !isEntry(b) &&
    !a.isContentsHeading &&
    !b.isContentsHeading &&
    a.term === undefined &&
    b.term === undefined &&
    isPageLink(a) === isPageLink(b)
  );
}

/** What a line that has been read again says of the heading that it was: which of its guesses that is. */
function guessAgain(guess: HeadingGuess, a: ReadLine, b: ReadLine): HeadingGuess | undefined {
  if (guess === a.guess) return b.guess;
  if (guess === a.plain) return b.plain;
  return guess === a.opening?.guess ? b.opening?.guess : undefined;
}

/** All but where the words of the heading end. */
function hasSameShape(a: HeadingGuess | undefined, b: HeadingGuess | undefined): boolean {
  if (!a || !b) return a === b;
  return (
    a.form === b.form && a.from === b.from && a.depth === b.depth && a.box === b.box && isSame(a.numbering, b.numbering)
  );
}

/** Plain data, small. */
function isSame(a: unknown, b: unknown): boolean {
  return a === b || (a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b));
}

/** Nothing stands behind what looks like a heading. */
function isWhole({ guess, normal }: ReadLine): boolean {
  return guess !== undefined && guess.end >= normal.value.length;
}
