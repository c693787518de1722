import { type Contents, findContents, isEntry } from './contents.ts';
import { type Definitions, findDefinitions } from './definitions.ts';
import { type Front, isPageLink, readFront } from './front.ts';
import { findHeadings, type HeadingGuess } from './headings.ts';
import type { ReadLine } from './read-piece.ts';
import type { Change, ReadText } from './read-text.ts';
import { isBehindPlan, type SectionTree, sectionsOf } from './sections.ts';
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

/**
 * Whether a text whose lines `change` have been read anew has the structure of the one before: each new line is to others what the old one was.
 * May say no where it has, never yes where it has not: it asks all that the stages of `structureOf` look at.
 */
export function keepsStructure(structure: Structure, before: ReadText, after: ReadText, change: Change): boolean {
  const { from, to } = change;
  if (after.frontMatter !== before.frontMatter || after.start !== before.start) return false;
  // The front hangs on every line of it, and on the first one behind its chapter's heading.
  if (change.before !== to - from || from <= structure.front.first + 1) return false;
  for (let i = from; i < to; i++) if (!isAlike(structure, i, before.lines[i]!, after.lines[i]!)) return false;
  const { length } = after.text;
  for (const [i, isAnnex] of structure.tree.annexes)
    if (isBehindPlan(after.lines[i]!, length) !== isAnnex) return false;
  return true;
}

function isAlike({ contents, definitions, front, headings }: Structure, i: number, a: ReadLine, b: ReadLine): boolean {
  if (i === front.titleLine || contents.looked.has(i)) return false;
  const [before, after] = [a.normal.value, b.normal.value];
  const heading = headings[i];
  if (heading && before.slice(heading.from, heading.to) !== after.slice(heading.from, heading.to)) return false;
  if (a.entry !== b.entry && (contents.entries.has(a.entry) || contents.entries.has(b.entry))) return false;
  for (const term of definitions.terms) if (before.includes(term) !== after.includes(term)) return false;
  return (
    a.kind === b.kind &&
    a.leaf.kind === b.leaf.kind &&
    a.leaf.footnote === b.leaf.footnote &&
    isSame(a.numbering, b.numbering) &&
    isSame(a.guess, b.guess) &&
    (heading ? isSame(a.plain, b.plain) : (a.plain === undefined) === (b.plain === undefined)) &&
    (a.opening === undefined) === (b.opening === undefined) &&
    isSame(a.opening?.guess, b.opening?.guess) &&
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

/** Plain data, small. */
function isSame(a: unknown, b: unknown): boolean {
  return a === b || (a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b));
}

/** Nothing stands behind what looks like a heading. */
function isWhole({ guess, normal }: ReadLine): boolean {
  return guess !== undefined && guess.end >= normal.value.length;
}
