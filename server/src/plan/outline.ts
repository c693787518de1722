import { type Contents, findContents, isEntry } from './contents.ts';
import { type Definitions, findDefinitions } from './definitions.ts';
import { isPageLink, readFront } from './front.ts';
import { findHeadings, type HeadingGuess } from './headings.ts';
import type { ReadLine } from './read-piece.ts';
import type { Change, ReadText } from './read-text.ts';
import type { Block, Plan } from './types.ts';
import { isOver, isText } from './unnumbered-headings.ts';

/** What lines are to each other, but for the sections. */
export interface Outline {
  readonly contents: Contents;
  readonly definitions: Definitions;
  /** The first line that is a chapter's heading; the number of lines when there is none. */
  readonly first: number;
  readonly title: Plan['title'];
  /** The line that the title was taken from, where it was not from the front matter. */
  readonly titleLine: number | undefined;
  /** Lines that are no text of the plan. */
  readonly inert: ReadonlyMap<number, NonNullable<Block['inert']>>;
  /** Headings by line. */
  readonly headings: readonly (HeadingGuess | undefined)[];
  /** Level above the first heading. */
  readonly base: number;
}

/** A glance at each line: a sixth of what the sections cost. */
export function outlineOf({ lines, frontMatter }: ReadText): Outline {
  const contents = findContents(lines);
  const definitions = findDefinitions(lines);
  const headings = findHeadings(lines, new Set([...contents.found, ...definitions.found]));
  const { first, title, titleLine, inert: front } = readFront(lines, headings, contents.found, frontMatter);
  const inert = new Map<number, NonNullable<Block['inert']>>();
  for (const i of definitions.found) inert.set(i, 'definition');
  for (const i of front) inert.set(i, 'front');
  for (const i of contents.found) inert.set(i, 'contents');
  for (let i = 0; i < first; i++) headings[i] = undefined;
  for (const i of front) headings[i] = undefined;
  const hasTop = lines.slice(0, first).some((line) => line.kind === 'heading' && line.leaf.depth === 1);
  return { contents, definitions, first, title, titleLine, inert, headings, base: hasTop ? 1 : 0 };
}

/**
 * The outline of the later state, told from the changed lines alone, or undefined where that cannot be: as many as before, and each to the others what it was.
 * It may be undefined where the outline is the same, but never the other way round.
 */
export function outlineAgain(outline: Outline, was: ReadText, is: ReadText, change: Change): Outline | undefined {
  const { from, to, by } = change;
  // The front hangs on every line of it, and on the one behind a first chapter's heading in bold.
  if (by !== 0 || from <= outline.first + 1) return undefined;
  let headings: Outline['headings'][number][] | undefined;
  for (let i = from; i < to; i++) {
    const [a, b] = [was.lines[i]!, is.lines[i]!];
    if (!isSeenAlike(outline, i, a, b)) return undefined;
    const guess = outline.headings[i];
    if (!guess) continue;
    const again = guessAgain(guess, a, b);
    if (!again) return undefined;
    headings ??= outline.headings.slice();
    headings[i] = again;
  }
  return headings ? { ...outline, headings } : outline;
}

/** All is asked that the stages of `outlineOf` look at. */
function isSeenAlike({ contents, definitions }: Outline, i: number, a: ReadLine, b: ReadLine): boolean {
  if (contents.looked.has(i)) return false;
  const [before, after] = [a.normal.value, b.normal.value];
  if (a.entry !== b.entry && (contents.entries.has(a.entry) || contents.entries.has(b.entry))) return false;
  for (const term of definitions.terms) if (before.includes(term) !== after.includes(term)) return false;
  return (
    a.kind === b.kind &&
    a.leaf.kind === b.leaf.kind &&
    a.leaf.footnote === b.leaf.footnote &&
    hasSameNumber(a.numbering, b.numbering) &&
    hasSameShape(a.guess, b.guess) &&
    hasSameShape(a.plain, b.plain) &&
    hasSameShape(a.closed, b.closed) &&
    !a.opening === !b.opening &&
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
  if (guess === a.closed) return b.closed;
  return guess === a.opening?.guess ? b.opening?.guess : undefined;
}

/** Nothing stands behind what looks like a heading. */
function isWhole({ guess, normal }: ReadLine): boolean {
  return guess !== undefined && guess.end >= normal.value.length;
}

/** All that decides where a heading stands among the others. */
export function hasSameShape(a: HeadingGuess | undefined, b: HeadingGuess | undefined): boolean {
  if (!a || !b) return a === b;
  return (
    a.form === b.form &&
    a.depth === b.depth &&
    a.box === b.box &&
    a.isSentence === b.isSentence &&
    hasSameNumber(a.numbering, b.numbering)
  );
}

/** However long it is: a blank more behind a number changes nothing. */
function hasSameNumber(a: HeadingGuess['numbering'], b: HeadingGuess['numbering']): boolean {
  if (!a || !b) return a === b;
  return (
    a.style === b.style &&
    a.value === b.value &&
    a.inMarker === b.inMarker &&
    a.path?.length === b.path?.length &&
    (a.path ?? []).every((one, i) => one === b.path![i])
  );
}

/** Whether two outlines say the same of the title and of all lines but the changed ones. */
export function isAlikeAround(was: Outline, is: Outline, { from, to, by }: Change): boolean {
  const isChanged = (i: number) => i >= from && i < to - by;
  const moved = (i: number) => (i < from ? i : i + by);
  if (was.base !== is.base || was.title?.text !== is.title?.text) return false;
  if (
    was.titleLine === undefined
      ? is.titleLine !== undefined
      : // A title may begin in the line before its own.
        isChanged(was.titleLine) || isChanged(was.titleLine - 1) || moved(was.titleLine) !== is.titleLine
  )
    return false;
  for (let i = 0; i < from; i++) if (was.headings[i] !== is.headings[i]) return false;
  for (let i = to; i < is.headings.length; i++) if (was.headings[i - by] !== is.headings[i]) return false;
  let more = 0;
  for (const [i, why] of was.inert) {
    if (isChanged(i)) continue;
    if (is.inert.get(moved(i)) !== why) return false;
    more--;
  }
  for (const i of is.inert.keys()) if (i < from || i >= to) more++;
  return more === 0;
}
