import { stretchOf } from '../text.ts';
import type { HeadingGuess } from './headings.ts';
import { placesOf } from './levels.ts';
import { rangeIn } from './normal-text.ts';
import type { ReadLine } from './read-piece.ts';
import { kindOf } from './section-kinds.ts';
import type { Heading, Section, SectionKind } from './types.ts';

export interface SectionTree {
  readonly sections: readonly Section[];
  /** Section of each line. */
  readonly sectionOf: readonly number[];
}

/** A section whose end is not known yet. */
interface Draft extends Omit<Section, 'range' | 'bodyRange'> {
  readonly range: { readonly start: number; end: number };
  readonly bodyRange: { start: number; end: number };
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
  // 附件 above the plan itself, as in a notice that carries it, is no annex.
  const annexes = new Set<number>();
  words.forEach(({ isAnnex }, n) => {
    if (isAnnex && lines[indices[n]!]!.range.start >= text.length * 0.4) annexes.add(n);
  });
  const places = placesOf(
    indices.map((i) => guesses[i]!),
    base,
    annexes,
  );
  const { length } = text;
  const root: Draft = {
    id: 0,
    parent: -1,
    // A text without any heading is all of it what it is about.
    kind: indices.length > 0 ? 'root' : 'tasks',
    range: { start: 0, end: length },
    bodyRange: { start, end: length },
    children: [],
    blocks: [],
  };
  const drafts: Draft[] = [root];
  const sectionOf: number[] = [];
  const open: Draft[] = [root];
  let next = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const guess = guesses[i];
    if (guess) {
      const { level, parent: around } = places[next]!;
      const begins = headingStart(line, guess);
      // Drafts are numbered from the root on, headings from the first one.
      while (open[open.length - 1]!.id > around + 1) open.pop()!.range.end = begins;
      const parent = open[open.length - 1]!;
      const own = words[next]!;
      const { heading, kind: said } = placedHeading(own, line, level, parent.kind);
      const draft: Draft = {
        id: drafts.length,
        parent: parent.id,
        kind: own.isAnnex && !annexes.has(next) ? 'tasks' : said,
        heading,
        range: { start: begins, end: length },
        bodyRange: { start: heading.range.end, end: length },
        children: [],
        blocks: [],
      };
      parent.children.push(draft.id);
      drafts.push(draft);
      open.push(draft);
      next++;
    }
    const section = open[open.length - 1]!;
    section.blocks.push(i);
    sectionOf.push(section.id);
  }
  for (const { bodyRange, range, children } of drafts) {
    bodyRange.end = children.length > 0 ? drafts[children[0]!]!.range.start : range.end;
    bodyRange.start = Math.min(bodyRange.start, bodyRange.end);
  }
  return { sections: drafts, sectionOf };
}

const ANNEX = /^(?:附件|附表|附录|附图)|^(?:annex|appendix|appendices)\b/;

function headingStart(line: ReadLine, guess: HeadingGuess): number {
  return guess.numbering?.inMarker || guess.form === 'markdown'
    ? (line.leaf.marker?.start ?? line.range.start)
    : line.range.start;
}

function headingOf(line: ReadLine, { guess, text }: Words, level: number): Heading {
  const { normal } = line;
  const textRange = rangeIn(normal, guess.from, guess.to);
  const whole = guess.end >= normal.value.length;
  const start = headingStart(line, guess);
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
