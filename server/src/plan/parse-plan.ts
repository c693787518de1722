import type { Range } from '../text.ts';
import { findContents } from './contents.ts';
import { findDates } from './dates.ts';
import { findDefinitions } from './definitions.ts';
import { findDirectives } from './directives.ts';
import type { FactInput } from './fact-input.ts';
import { findFigures } from './figures.ts';
import { readFront } from './front.ts';
import { readFrontMatter } from './front-matter.ts';
import { findHeadings } from './headings.ts';
import { leavesOf } from './leaves.ts';
import { type Line, linesOf } from './lines.ts';
import { parseMarkdown } from './markdown.ts';
import { findNames } from './names.ts';
import { findPlaceholders, isOnlyPlaceholder } from './placeholders.ts';
import { sectionsOf } from './sections.ts';
import { rowSentence, sentencesOf } from './sentences.ts';
import { findTitles } from './titles.ts';
import type { Block, Cell, Language, Plan, Section, TitleMention } from './types.ts';
import { findUnits } from './units.ts';

/**
 * Reads a plan in Markdown, or pasted text. Any string; never throws. All ranges are UTF-16 offsets into `text`.
 * Takes time in proportion to the text.
 */
export function parsePlan(text: string): Plan {
  const frontMatter = readFrontMatter(text);
  const start = frontMatter?.range.end ?? (text.charCodeAt(0) === 0xfeff ? 1 : 0);
  const { leaves, html } = leavesOf(parseMarkdown(text, start), text);
  const { lines, citations } = linesOf(leaves, text);
  const contents = findContents(lines);
  const definitions = findDefinitions(lines);
  const guesses = findHeadings(lines, new Set([...contents, ...definitions]));
  const front = readFront(lines, guesses, contents, frontMatter);
  for (let i = 0; i < lines.length; i++) if (i < front.first || front.inert.has(i)) guesses[i] = undefined;
  const hasTop = lines.slice(0, front.first).some((line) => line.kind === 'heading' && line.leaf.depth === 1);
  const { sections, sectionOf } = sectionsOf(lines, guesses, text, start, hasTop ? 1 : 0);
  const blocks = lines.map((line, i): Block => {
    const inert =
      contents.has(i) || sections[sectionOf[i]!]!.kind === 'contents'
        ? 'contents'
        : front.inert.has(i)
          ? 'front'
          : definitions.has(i)
            ? 'definition'
            : isOnlyPlaceholder(line)
              ? 'placeholder'
              : undefined;
    return blockOf(line, i, sectionOf[i]!, inert);
  });
  const titles: TitleMention[] = lines.flatMap((line, block) => findTitles(line).map((range) => ({ range, block })));
  const language = languageOf(lines);
  const input: FactInput = { text, blocks, sections, titles, language };
  return {
    text,
    language,
    title: front.title,
    frontMatter,
    sections,
    blocks,
    ...factsOf(input),
    titles,
    citations: citations.map((citation) => ({ ...citation, block: blockAt(blocks, citation.keyRange.start) })),
    directives: findDirectives(html).map((directive) => ({
      ...directive,
      section: sectionAt(sections, directive.range.start),
    })),
    placeholders: lines.flatMap((line, block) => findPlaceholders(line).map((range) => ({ range, block }))),
  };
}

function factsOf(input: FactInput): Pick<Plan, 'figures' | 'dates' | 'units' | 'names'> {
  const dates = findDates(input);
  return { figures: findFigures(input, dates), dates, units: findUnits(input), names: findNames(input) };
}

function blockOf(line: Line, id: number, section: number, inert: Block['inert']): Block {
  const { normal, kind, leaf } = line;
  return {
    id,
    kind,
    range: line.range,
    section,
    normal,
    sentences: kind === 'row' ? rowSentence(normal) : sentencesOf(normal),
    ...cellsOf(leaf),
    ...(inert ? { inert } : {}),
  };
}

/** The header row's cells are its header. */
function cellsOf({ cells, header }: Line['leaf']): Pick<Block, 'cells' | 'header'> {
  if (!cells) return {};
  const own = cells.map(cellOf);
  return { cells: own, header: header === cells ? own : header!.map(cellOf) };
}

function cellOf({ text, at }: { text: string; at: readonly number[] }): Cell {
  const start = at[0] ?? 0;
  return { text, range: { start, end: text === '' ? start : at[text.length - 1]! + 1 } };
}

/** Chinese as soon as a fifth of the letters are Han. */
function languageOf(lines: readonly Line[]): Language {
  let han = 0;
  let latin = 0;
  for (const { normal } of lines) {
    for (let i = 0; i < normal.value.length; i++) {
      const code = normal.value.charCodeAt(i);
      if (code >= 0x4e00 && code <= 0x9fff) han++;
      else if (code >= 97 && code <= 122) latin++;
    }
  }
  return latin > 0 && han * 4 < latin ? 'en' : 'zh';
}

/** The block that holds an offset, else the last one before it. */
function blockAt(blocks: readonly Block[], offset: number): number {
  return Math.max(0, lastStarting(blocks, offset));
}

/** The innermost section around an offset. */
function sectionAt(sections: readonly Section[], offset: number): number {
  return Math.max(0, lastStarting(sections, offset));
}

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
