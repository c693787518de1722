import type { Range } from '../text.ts';
import { findContents } from './contents.ts';
import { findDefinitions } from './definitions.ts';
import { readFront } from './front.ts';
import { findHeadings } from './headings.ts';
import { type PlacedLine, placeLine } from './place-line.ts';
import type { ReadLine } from './read-piece.ts';
import { type ReadText, readText } from './read-text.ts';
import { sectionsOf } from './sections.ts';
import type {
  Block,
  DateMention,
  Figure,
  Language,
  NameMention,
  Plan,
  Section,
  TitleMention,
  UnitMention,
} from './types.ts';

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
}

/**
 * `previous`: an earlier state of the text; what an edit has not touched is taken over and moves with the text, so that the earlier plan must not be
 * used any more. The plan is the same without it.
 */
export function readPlan(text: string, previous?: PlanReading): PlanReading {
  const read = readText(text, previous?.read);
  const lines: ReadLine[] = [];
  for (const piece of read.pieces) for (const line of piece.read.lines) lines.push(line);
  const { frontMatter, start } = read;
  const contents = findContents(lines);
  const definitions = findDefinitions(lines);
  const guesses = findHeadings(lines, new Set([...contents, ...definitions]));
  const front = readFront(lines, guesses, contents, frontMatter);
  for (let i = 0; i < lines.length; i++) if (i < front.first || front.inert.has(i)) guesses[i] = undefined;
  const hasTop = lines.slice(0, front.first).some((line) => line.kind === 'heading' && line.leaf.depth === 1);
  const { sections, sectionOf } = sectionsOf(lines, guesses, text, start, hasTop ? 1 : 0);
  const inertOf = (i: number, { kind }: Section): Block['inert'] => {
    if (contents.has(i) || kind === 'contents') return 'contents';
    if (front.inert.has(i)) return 'front';
    if (definitions.has(i)) return 'definition';
    if (lines[i]!.isAttachment) return 'front';
    return lines[i]!.isOnlyPlaceholder ? 'placeholder' : undefined;
  };
  const placed = lines.map((line, i) => {
    const section = sections[sectionOf[i]!]!;
    return placeLine(line, i, section, inertOf(i, section), text);
  });
  const blocks = placed.map(({ block }) => block);
  const plan: Plan = {
    text,
    language: languageOf(lines),
    title: front.title,
    frontMatter,
    sections,
    blocks,
    ...factsOf(placed),
    titles: mentionsOf(lines, 'titles'),
    citations: read.pieces.flatMap((piece) =>
      piece.read.citations.map((citation) => ({
        ...citation,
        block: Math.max(0, lastStarting(blocks, citation.keyRange.start)),
      })),
    ),
    directives: read.pieces.flatMap((piece) =>
      // The innermost section around it.
      piece.read.directives.map((one) => ({ ...one, section: Math.max(0, lastStarting(sections, one.range.start)) })),
    ),
    placeholders: mentionsOf(lines, 'placeholders'),
  };
  return { plan, read };
}

function factsOf(placed: readonly PlacedLine[]): PlacedLine['facts'] {
  const all = {
    figures: [] as Figure[],
    dates: [] as DateMention[],
    units: [] as UnitMention[],
    names: [] as NameMention[],
  };
  for (const { facts } of placed) {
    append(all.figures, facts.figures);
    append(all.dates, facts.dates);
    append(all.units, facts.units);
    append(all.names, facts.names);
  }
  return all;
}

function append<T>(all: T[], some: readonly T[]): void {
  for (let i = 0; i < some.length; i++) all.push(some[i]!);
}

function mentionsOf(lines: readonly ReadLine[], what: 'titles' | 'placeholders'): TitleMention[] {
  const found: TitleMention[] = [];
  for (let block = 0; block < lines.length; block++)
    for (const range of lines[block]![what]) found.push({ range, block });
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
