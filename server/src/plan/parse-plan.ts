import { firstAt, lastStarting, type Text } from '../text.ts';
import { record } from './lineage.ts';
import { placeLines, renumberLines } from './place-lines.ts';
import type { ReadLine } from './read-piece.ts';
import { type Change, type ReadText, readText } from './read-text.ts';
import { replaced, splicedOwn, stretchIn } from './spliced.ts';
import { type Structure, type StructureAgain, structureAgain, structureOf } from './structure.ts';
import type { Citation, Directive, Language, Plan, TitleMention } from './types.ts';

/**
 * Reads a plan in Markdown, or pasted text. Any string; never throws. All ranges are UTF-16 offsets into `text`.
 * Takes time in proportion to the text.
 */
export function parsePlan(text: Text): Plan {
  return readPlan(text).plan;
}

/** A plan, and what makes reading its next state cheap. */
export interface PlanReading {
  readonly plan: Plan;
  readonly read: ReadText;
  readonly structure: Structure;
  readonly letters: Letters;
}

type Letters = ReadLine['letters'];

/**
 * `previous`: an earlier state of the text; what an edit has not touched is taken over and moves with the text, so that the earlier plan must not be
 * used any more. The plan is the same without it.
 */
export function readPlan(text: Text, previous?: PlanReading): PlanReading {
  const read = readText(text, previous?.read);
  const { change } = read;
  const again = previous && change && structureAgain(previous.structure, previous.read, read, change);
  return again ? changedPlan(previous, read, change, again) : wholePlan(read);
}

function wholePlan(read: ReadText): PlanReading {
  const { text, lines, frontMatter } = read;
  const structure = structureOf(read);
  const letters = lettersIn(lines);
  const { sections } = structure.tree;
  const placed = placeLines(lines, 0, lines.length, structure, text);
  const plan: Plan = {
    text,
    language: languageOf(letters),
    title: structure.title,
    frontMatter,
    sections,
    ...placed,
    titles: mentionsOf(lines, 'titles', 0, lines.length),
    placeholders: mentionsOf(lines, 'placeholders', 0, lines.length),
    ...notesOf(read, placed.blocks, sections),
  };
  record(plan);
  return { plan, read, structure, letters };
}

/** The plan after an edit that leaves its structure as it is: only what the lines read anew tell is told anew. */
function changedPlan(
  { plan, read: old, letters: counted }: PlanReading,
  read: ReadText,
  change: Change,
  { structure, changed }: StructureAgain,
): PlanReading {
  const { text, lines } = read;
  // Below another heading a block may be of another kind of section.
  const { from, to, by } = changed;
  const { sections } = structure.tree;
  // Asked before facts of blocks that only stand elsewhere now are numbered anew.
  const stood = {
    figures: stretchIn(plan.figures, changed),
    dates: stretchIn(plan.dates, changed),
    units: stretchIn(plan.units, changed),
    names: stretchIn(plan.names, changed),
  };
  const placed = placeLines(lines, from, to, structure, text);
  const blocks = replaced(plan.blocks, { from, to: to - by }, placed.blocks);
  const gone = lettersIn(old.lines.slice(from, to - by));
  const come = lettersIn(lines.slice(from, to));
  const letters = { han: counted.han - gone.han + come.han, latin: counted.latin - gone.latin + come.latin };
  const after: Plan = {
    text,
    language: languageOf(letters),
    title: plan.title,
    frontMatter: plan.frontMatter,
    sections,
    blocks,
    figures: replaced(plan.figures, stood.figures, placed.figures),
    dates: replaced(plan.dates, stood.dates, placed.dates),
    units: replaced(plan.units, stood.units, placed.units),
    names: replaced(plan.names, stood.names, placed.names),
    titles: splicedOwn(plan.titles, changed, mentionsOf(lines, 'titles', from, to)),
    placeholders: splicedOwn(plan.placeholders, changed, mentionsOf(lines, 'placeholders', from, to)),
    // Notes know their block and section.
    ...(change.hasDirectives || by !== 0
      ? notesOf(read, blocks, sections)
      : { citations: citationsAgain(plan.citations, change, blocks), directives: plan.directives }),
  };
  if (by !== 0) renumberLines(lines, to);
  record(after, plan, changed);
  return { plan: after, read, structure, letters };
}

/** As many blocks stand before each citation as before the edit. */
function citationsAgain(before: Plan['citations'], { citations }: Change, blocks: Plan['blocks']): Plan['citations'] {
  if (!citations) return before;
  const { at, gone, come } = citations;
  const from = firstAt(before, at, ({ keyRange }) => keyRange.start);
  const fresh = come.map((one) => placedCitation(one, blocks));
  return replaced(before, { from, to: from + gone }, fresh);
}

function placedCitation(citation: Omit<Citation, 'block'>, blocks: Plan['blocks']): Citation {
  return { ...citation, block: Math.max(0, lastStarting(blocks, citation.keyRange.start)) };
}

/** Citations and directives, which know their block and section. */
function notesOf(
  { pieces }: ReadText,
  blocks: Plan['blocks'],
  sections: Plan['sections'],
): Pick<Plan, 'citations' | 'directives'> {
  const citations: Citation[] = [];
  const directives: Directive[] = [];
  for (const { read } of pieces) {
    for (const one of read.citations) citations.push(placedCitation(one, blocks));
    // The innermost section around it.
    for (const one of read.directives)
      directives.push({ ...one, section: Math.max(0, lastStarting(sections, one.range.start)) });
  }
  return { citations, directives };
}

/** Of the lines `[from, to)`. */
function mentionsOf(
  lines: readonly ReadLine[],
  what: 'titles' | 'placeholders',
  from: number,
  to: number,
): TitleMention[] {
  const found: TitleMention[] = [];
  for (let block = from; block < to; block++) for (const range of lines[block]![what]) found.push({ range, block });
  return found;
}

function lettersIn(lines: readonly ReadLine[]): Letters {
  let han = 0;
  let latin = 0;
  for (const { letters } of lines) {
    han += letters.han;
    latin += letters.latin;
  }
  return { han, latin };
}

/** Chinese as soon as a fifth of the letters are Han. */
function languageOf({ han, latin }: Letters): Language {
  return latin > 0 && han * 4 < latin ? 'en' : 'zh';
}
