import { moved, type Range } from '../text.ts';
import { findContents } from './contents.ts';
import { findDefinitions } from './definitions.ts';
import { readFront } from './front.ts';
import { findHeadings } from './headings.ts';
import { type PlacedLine, placeLine } from './place-line.ts';
import type { ReadLine } from './read-piece.ts';
import { type ReadText, readText } from './read-text.ts';
import { sectionsOf } from './sections.ts';
import type { Block, Figure, Language, Plan, Section, TitleMention } from './types.ts';

/**
 * Reads a plan in Markdown, or pasted text. Any string; never throws. All ranges are UTF-16 offsets into `text`.
 * Takes time in proportion to the text.
 */
export function parsePlan(text: string): Plan {
  return readPlan(text).plan;
}

/** A plan, and what makes reading its next state cheap. */
export interface PlanReading {
  readonly plan: Plan;
  readonly read: ReadText;
  /** By block. */
  readonly placed: readonly PlacedLine[];
}

/** `previous`: an earlier state of the text; what an edit has not touched is taken over, and the plan is the same without it. */
export function readPlan(text: string, previous?: PlanReading): PlanReading {
  const read = readText(text, previous?.read);
  const lines: ReadLine[] = [];
  const starts: number[] = [];
  for (const piece of read.pieces) {
    for (const line of piece.read.lines) {
      lines.push(line);
      starts.push(piece.start);
    }
  }
  const { frontMatter, start } = read;
  const contents = findContents(lines);
  const definitions = findDefinitions(lines);
  const guesses = findHeadings(lines, new Set([...contents, ...definitions]));
  const front = readFront(lines, starts, guesses, contents, frontMatter);
  for (let i = 0; i < lines.length; i++) if (i < front.first || front.inert.has(i)) guesses[i] = undefined;
  const hasTop = lines.slice(0, front.first).some((line) => line.kind === 'heading' && line.leaf.depth === 1);
  const { sections, sectionOf } = sectionsOf(lines, starts, guesses, text, start, hasTop ? 1 : 0);
  const inertOf = (i: number, { kind }: Section): Block['inert'] => {
    if (contents.has(i) || kind === 'contents') return 'contents';
    if (front.inert.has(i)) return 'front';
    if (definitions.has(i)) return 'definition';
    return lines[i]!.isOnlyPlaceholder ? 'placeholder' : undefined;
  };
  const before = previous && byLine(previous);
  const placed = lines.map((line, i) => {
    const section = sections[sectionOf[i]!]!;
    return placeLine(line, starts[i]!, i, section, inertOf(i, section), text, before?.get(line));
  });
  const blocks = placed.map(({ block }) => block);
  const plan: Plan = {
    text,
    language: languageOf(lines),
    title: front.title,
    frontMatter,
    sections,
    blocks,
    figures: placed.flatMap(({ facts }): readonly Figure[] => facts.figures),
    dates: placed.flatMap(({ facts }) => facts.dates),
    units: placed.flatMap(({ facts }) => facts.units),
    names: placed.flatMap(({ facts }) => facts.names),
    titles: mentionsOf(lines, starts, 'titles'),
    citations: read.pieces.flatMap((piece) =>
      piece.read.citations.map((citation) => {
        const keyRange = moved(citation.keyRange, piece.start);
        return {
          ...citation,
          keyRange,
          range: moved(citation.range, piece.start),
          block: Math.max(0, lastStarting(blocks, keyRange.start)),
        };
      }),
    ),
    directives: read.pieces.flatMap((piece) =>
      piece.read.directives.map((directive) => {
        const range = moved(directive.range, piece.start);
        return {
          ...directive,
          range,
          names: directive.names.map((name) => ({ ...name, range: moved(name.range, piece.start) })),
          // The innermost section around it.
          section: Math.max(0, lastStarting(sections, range.start)),
        };
      }),
    ),
    placeholders: mentionsOf(lines, starts, 'placeholders'),
  };
  return { plan, read, placed };
}

/** Lines are the same objects as long as no edit has reached their piece. */
function byLine({ read, placed }: PlanReading): ReadonlyMap<ReadLine, PlacedLine> {
  const found = new Map<ReadLine, PlacedLine>();
  let i = 0;
  for (const piece of read.pieces) for (const line of piece.read.lines) found.set(line, placed[i++]!);
  return found;
}

function mentionsOf(
  lines: readonly ReadLine[],
  starts: readonly number[],
  what: 'titles' | 'placeholders',
): TitleMention[] {
  const found: TitleMention[] = [];
  lines.forEach((line, block) => {
    for (const range of line[what]) found.push({ range: moved(range, starts[block]!), block });
  });
  return found;
}

/** Chinese as soon as a fifth of the letters are Han. */
function languageOf(lines: readonly ReadLine[]): Language {
  let han = 0;
  let latin = 0;
  for (const { letters } of lines) {
    han += letters.han;
    latin += letters.latin;
  }
  return latin > 0 && han * 4 < latin ? 'en' : 'zh';
}

/** Index of the last one that starts at or before an offset; -1 for none. */
function lastStarting(sorted: readonly { readonly range: Range }[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.range.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
