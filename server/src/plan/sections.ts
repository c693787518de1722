import { type Range, stretchOf } from '../text.ts';
import type { HeadingGuess } from './headings.ts';
import { placesOf } from './levels.ts';
import { rangeIn } from './normal-text.ts';
import type { ReadLine } from './read-piece.ts';
import { kindOf } from './section-kinds.ts';
import { BodyRange, type SectionPlaces, SectionRange } from './section-range.ts';
import type { Heading, Section, SectionKind, Span } from './types.ts';

export interface SectionTree {
  readonly sections: readonly TreeSection[];
  /** Section of each line. */
  readonly sectionOf: readonly number[];
  readonly places: SectionPlaces;
  /** Headings that speak of an annex, by their line, and whether they stand where one does. */
  readonly annexes: ReadonlyMap<number, boolean>;
}

interface TreeSection extends Section {
  readonly range: SectionRange;
}

/** A section that others may still be put into. */
interface Draft extends TreeSection {
  readonly children: number[];
  readonly blocks: number[];
}

/** What a heading says by itself, in a line that begins with one. */
interface Words {
  readonly guess: HeadingGuess;
  /** Without numbering and marks. */
  readonly text: string;
  readonly isAnnex: boolean;
  /** Where it stands last: its level and its section's kind. */
  placed?: {
    readonly level: number;
    readonly around: SectionKind;
    readonly kind: SectionKind;
    readonly heading: Heading;
  };
}

/** By line, which is the same object as long as no edit has reached it. */
const known = new WeakMap<ReadLine, Words>();

function wordsOf(line: ReadLine, guess: HeadingGuess): Words {
  const before = known.get(line);
  if (before?.guess === guess) return before;
  const text = line.normal.value.slice(guess.from, guess.to).trim();
  const words = { guess, text, isAnnex: ANNEX.test(text) && guess.form !== 'run-in' };
  known.set(line, words);
  return words;
}

/** What a heading says, without numbering and marks. */
export function headingWords(line: ReadLine, guess: HeadingGuess): string {
  return wordsOf(line, guess).text;
}

function placedHeading(words: Words, line: ReadLine, level: number, around: SectionKind): NonNullable<Words['placed']> {
  const before = words.placed;
  if (before?.level === level && before.around === around) return before;
  const heading = before?.level === level ? before.heading : headingOf(line, words, level);
  words.placed = { level, around, kind: kindOf(words.text, around), heading };
  return words.placed;
}

/** The section tree. A line's index is its block's id. `start` is where the body of the text begins (behind front matter). */
export function sectionsOf(
  lines: readonly ReadLine[],
  guesses: readonly (HeadingGuess | undefined)[],
  text: string,
  start: number,
  base: number,
): SectionTree {
  const indices: number[] = [];
  for (let i = 0; i < guesses.length; i++) if (guesses[i]) indices.push(i);
  const words = indices.map((i) => wordsOf(lines[i]!, guesses[i]!));
  const { length } = text;
  const annexes = new Map<number, boolean>();
  words.forEach(({ isAnnex }, n) => {
    if (isAnnex) annexes.set(indices[n]!, isBehindPlan(lines[indices[n]!]!, length));
  });
  const nesting = placesOf(
    indices.map((i) => guesses[i]!),
    base,
    new Set(indices.flatMap((i, n) => (annexes.get(i) === true ? [n] : []))),
  );
  const places: SectionPlaces = {
    starts: [{ start: 0, end: 0 }],
    headings: [{ start, end: start }],
    end: { start: length },
  };
  // A text without any heading is all of it what it is about.
  const drafts: Draft[] = [draftOf(0, -1, indices.length > 0 ? 'root' : 'tasks', undefined, places)];
  const sectionOf: number[] = [];
  const open: Draft[] = [drafts[0]!];
  let next = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const guess = guesses[i];
    if (guess) {
      const { level, parent: around } = nesting[next]!;
      // Drafts are numbered from the root on, headings from the first one.
      while (open[open.length - 1]!.id > around + 1) open.pop()!.range.closedBy = drafts.length;
      const parent = open[open.length - 1]!;
      const own = words[next]!;
      const { heading, kind: said } = placedHeading(own, line, level, parent.kind);
      places.starts.push(headingStart(line, guess));
      places.headings.push(heading.range);
      const kind = annexes.get(i) === false ? 'tasks' : said;
      const draft = draftOf(drafts.length, parent.id, kind, heading, places);
      parent.children.push(draft.id);
      drafts.push(draft);
      open.push(draft);
      next++;
    }
    const section = open[open.length - 1]!;
    section.blocks.push(i);
    sectionOf.push(section.id);
  }
  return { sections: drafts, sectionOf, places, annexes };
}

function draftOf(
  id: number,
  parent: number,
  kind: SectionKind,
  heading: Heading | undefined,
  places: SectionPlaces,
): Draft {
  const children: number[] = [];
  const range = new SectionRange(places, id);
  const bodyRange = new BodyRange(places, range, children);
  return { id, parent, kind, ...(heading ? { heading } : {}), range, bodyRange, children, blocks: [] };
}

/** 附件 above the plan itself, as in a notice that carries it, is no annex. `length`: of the text. */
export function isBehindPlan({ range }: ReadLine, length: number): boolean {
  return range.start >= length * 0.4;
}

/** Whether the section that a line opens is of the same kind when its heading says something else. */
export function keepsSection(
  { sections, sectionOf, annexes }: SectionTree,
  i: number,
  line: ReadLine,
  guess: HeadingGuess,
): boolean {
  const { parent, kind } = sections[sectionOf[i]!]!;
  const { text, isAnnex } = wordsOf(line, guess);
  return !isAnnex && !annexes.has(i) && kindOf(text, sections[parent]!.kind) === kind;
}

/** Of the section that a line opens, what stands below it included. */
export function lastBlockIn({ sections, sectionOf }: SectionTree, i: number): number {
  const { closedBy } = sections[sectionOf[i]!]!.range;
  return (closedBy === undefined ? sectionOf.length : sections[closedBy]!.blocks[0]!) - 1;
}

/** The same sections of a text in which lines `[from, to)` have been read again, and those among them that were headings still are. */
export function treeAgain(
  tree: SectionTree,
  lines: readonly ReadLine[],
  headings: readonly (HeadingGuess | undefined)[],
  { from, to }: Span,
  length: number,
): SectionTree {
  const { places, sectionOf } = tree;
  places.end.start = length;
  const sections = tree.sections.slice();
  for (let i = from; i < to; i++) {
    const line = lines[i]!;
    const guess = headings[i];
    if (!guess) continue;
    const section = sections[sectionOf[i]!]!;
    const heading = headingOf(line, wordsOf(line, guess), section.heading!.level);
    places.starts[section.id] = headingStart(line, guess);
    places.headings[section.id] = heading.range;
    sections[section.id] = { ...section, heading };
  }
  return { ...tree, sections };
}

const ANNEX = /^(?:附件|附表|附录|附图)|^(?:annex|appendix|appendices)\b/;

/** Starts where the heading does. */
function headingStart({ leaf, range }: ReadLine, { numbering, form }: HeadingGuess): Range {
  return ((numbering?.inMarker || form === 'markdown') && leaf.marker) || range;
}

function headingOf(line: ReadLine, { guess, text }: Words, level: number): Heading {
  const { normal } = line;
  const textRange = rangeIn(normal, guess.from, guess.to);
  const whole = guess.end >= normal.value.length;
  const { start } = headingStart(line, guess);
  const end = whole ? Math.max(line.range.end, start) : rangeIn(normal, guess.from, guess.end).end;
  const found = guess.numbering;
  const numberRange = found?.inMarker ? line.leaf.marker! : rangeIn(normal, 0, found?.length ?? 0);
  return {
    form: guess.form,
    level,
    text,
    range: stretchOf(line.range, start - line.range.start, end - line.range.start),
    textRange,
    ...(found
      ? {
          numbering: {
            style: found.style,
            value: found.value,
            ...(found.path ? { path: found.path } : {}),
            range: numberRange,
          },
        }
      : {}),
  };
}
