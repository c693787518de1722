import { firstAt, type Range, stretchOf, type Text } from '../text.ts';
import type { HeadingGuess } from './headings.ts';
import { placesOf } from './levels.ts';
import { rangeIn } from './normal-text.ts';
import type { ReadLine } from './read-piece.ts';
import type { Change } from './read-text.ts';
import { kindOf } from './section-kinds.ts';
import { BodyRange, type SectionPlaces, SectionRange } from './section-range.ts';
import type { Heading, Section, SectionKind, Span } from './types.ts';

export interface SectionTree {
  readonly sections: readonly TreeSection[];
  /** Section of each line. */
  readonly sectionOf: readonly number[];
  readonly places: SectionPlaces;
  /** Sections whose headings speak of an annex, by their ids, and whether they stand where one does. */
  readonly annexes: ReadonlyMap<number, boolean>;
}

interface TreeSection extends Section {
  readonly range: SectionRange;
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
  text: Text,
  start: number,
  base: number,
): SectionTree {
  const indices: number[] = [];
  for (let i = 0; i < guesses.length; i++) if (guesses[i]) indices.push(i);
  const words = indices.map((i) => wordsOf(lines[i]!, guesses[i]!));
  const { length } = text;
  const annexes = new Map<number, boolean>();
  words.forEach(({ isAnnex }, n) => {
    // Sections are numbered from the root on, headings from the first one.
    if (isAnnex) annexes.set(n + 1, isBehindPlan(headingStart(lines[indices[n]!]!, guesses[indices[n]!]!), length));
  });
  const nesting = placesOf(
    indices.map((i) => guesses[i]!),
    base,
    new Set([...annexes].flatMap(([id, isBehind]) => (isBehind ? [id - 1] : []))),
  );
  const places: SectionPlaces = {
    starts: [{ start: 0, end: 0 }],
    headings: [{ start, end: start }],
    end: { start: length },
  };
  // A text without any heading is all of it what it is about.
  const drafts: TreeSection[] = [draftOf(0, -1, indices.length > 0 ? 'root' : 'tasks', undefined, places)];
  const sectionOf: number[] = [];
  const open: TreeSection[] = [drafts[0]!];
  let next = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const guess = guesses[i];
    if (guess) {
      const { level, parent: around } = nesting[next]!;
      while (open[open.length - 1]!.id > around + 1) open.pop()!.range.closedBy = drafts.length;
      const parent = open[open.length - 1]!;
      const own = words[next]!;
      const { heading, kind: said } = placedHeading(own, line, level, parent.kind);
      places.starts.push(headingStart(line, guess));
      places.headings.push(heading.range);
      const kind = kindAt(annexes, drafts.length, said);
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
): TreeSection {
  const children: number[] = [];
  const range = new SectionRange(places, id);
  const bodyRange = new BodyRange(places, range, children);
  return { id, parent, kind, ...(heading ? { heading } : {}), range, bodyRange, children, blocks: [] };
}

/** `said`: what its heading says. */
function kindAt(annexes: SectionTree['annexes'], id: number, said: SectionKind): SectionKind {
  return annexes.get(id) === false ? 'tasks' : said;
}

/** 附件 above the plan itself, as in a notice that carries it, is no annex. `length`: of the text. */
function isBehindPlan({ start }: Range, length: number): boolean {
  return start >= length * 0.4;
}

/** Whether headings that speak of an annex stand where they did, and none of them in the lines `[from, to)`. */
export function annexesStay({ annexes, sections }: SectionTree, from: number, to: number, length: number): boolean {
  for (const [id, isBehind] of annexes) {
    const { blocks, range } = sections[id]!;
    if ((blocks[0]! >= from && blocks[0]! < to) || isBehindPlan(range, length) !== isBehind) return false;
  }
  return true;
}

/** Whether neither what a section was called nor what it is called now speaks of an annex. */
export function isNoAnnex({ annexes }: SectionTree, id: number, line: ReadLine, guess: HeadingGuess): boolean {
  return !annexes.has(id) && !wordsOf(line, guess).isAnnex;
}

/** Of the section that a line opens, what stands below it included. */
export function lastBlockIn({ sections, sectionOf }: SectionTree, i: number): number {
  const { closedBy } = sections[sectionOf[i]!]!.range;
  return (closedBy === undefined ? sectionOf.length : sections[closedBy]!.blocks[0]!) - 1;
}

/**
 * The same sections of a text in which the lines of `change` have been read again, with as many headings among them as before. Their blocks move in place.
 * Their kinds are those of before: `kindsAgain` tells them anew.
 */
export function treeAgain(
  tree: SectionTree,
  lines: readonly ReadLine[],
  headings: readonly (HeadingGuess | undefined)[],
  { from, to, by }: Change,
  length: number,
): SectionTree {
  const { places } = tree;
  places.end.start = length;
  let { sections } = tree;
  const ids: number[] = [];
  let id = tree.sectionOf[from - 1] ?? 0;
  for (let i = from; i < to; i++) {
    const line = lines[i]!;
    const guess = headings[i];
    if (guess) {
      id++;
      const heading = headingOf(line, wordsOf(line, guess), sections[id]!.heading!.level);
      places.starts[id] = headingStart(line, guess);
      places.headings[id] = heading.range;
      sections = sections.with(id, { ...sections[id]!, heading });
    }
    ids.push(id);
  }
  const isPlaced = by === 0 && ids.every((one, i) => one === tree.sectionOf[from + i]);
  if (isPlaced) return { ...tree, sections };
  const sectionOf = tree.sectionOf.slice(0, from).concat(ids, tree.sectionOf.slice(to - by));
  placeBlocks(sections, sectionOf, tree.sectionOf[from - 1] ?? 0);
  return { ...tree, sections, sectionOf };
}

/** The same sections, those that the lines `[from, to)` open of the kinds that they are now: what stands below another heading hangs on it. */
export function kindsAgain(
  tree: SectionTree,
  lines: readonly ReadLine[],
  headings: readonly (HeadingGuess | undefined)[],
  { from, to }: Span,
): SectionTree {
  const { sectionOf, annexes } = tree;
  const sections = tree.sections.slice();
  for (let i = from; i < to; i++) {
    const guess = headings[i];
    if (!guess) continue;
    const section = sections[sectionOf[i]!]!;
    const { level } = section.heading!;
    const around = sections[section.parent]!.kind;
    const said = placedHeading(wordsOf(lines[i]!, guess), lines[i]!, level, around).kind;
    const kind = kindAt(annexes, section.id, said);
    if (kind !== section.kind) sections[section.id] = { ...section, kind };
  }
  return { ...tree, sections };
}

/** In place, those of a section and of all behind it. */
function placeBlocks(sections: readonly TreeSection[], sectionOf: readonly number[], first: number): void {
  for (let id = first; id < sections.length; id++) sections[id]!.blocks.length = 0;
  for (let i = firstAt(sectionOf, first, (id) => id); i < sectionOf.length; i++)
    sections[sectionOf[i]!]!.blocks.push(i);
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
