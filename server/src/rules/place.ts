import type { CompiledTopic, Framework } from '../framework/compile.ts';
import type { GroupSource } from '../framework/types.ts';
import { kept } from '../plan/lineage.ts';
import type { Plan, Section, SectionKind } from '../plan/types.ts';
import { type Range, stretchOf } from '../text.ts';

/** Where a missing thing belongs: the chapter made for it, else the parent chapter, else the title. */
export interface Place {
  /** What to underline. */
  readonly range: Range;
  /** Undefined where only the document as a whole is left. */
  readonly section: Section | undefined;
  /** The section's own heading is about the topic. */
  readonly exact: boolean;
}

const NOT_HERE: readonly SectionKind[] = ['contents', 'basis', 'references', 'definitions', 'elsewhere', 'annex'];

export function placeOf(topic: CompiledTopic, plan: Plan, framework: Framework): Place {
  const places = placesFor(plan, framework);
  const { id, exact } = places.get(topic.id) ?? placeIn(topic, plan, framework);
  places.set(topic.id, { id, exact });
  const section = id === undefined ? undefined : plan.sections[id];
  return { range: section ? headingRange(section, plan) : titleRange(plan), section, exact };
}

/** By topic, filled as they are asked for; headings decide, so what was found is found again as long as they are the same. */
const placesFor = kept<Framework, Map<string, SectionOf>>(
  () => new Map(),
  (places, { hasNewHeadings }) => (hasNewHeadings ? new Map() : places),
);

/** A topic's section by its id, where there is one. */
interface SectionOf extends Pick<Place, 'exact'> {
  readonly id: number | undefined;
}

function placeIn(topic: CompiledTopic, plan: Plan, framework: Framework): SectionOf {
  const own = sectionNamed(topic, plan);
  if (own) return { id: own.id, exact: true };
  const pathway = topic.pathway === undefined ? undefined : framework.topics.get(topic.pathway);
  const around = (pathway && sectionNamed(pathway, plan)) ?? chapterFor(topic, plan);
  return { id: around?.id, exact: false };
}

/** The title, else the first block, else the start of the text. */
export function titleRange(plan: Plan): Range {
  return plan.title?.range ?? plan.blocks.find((block) => !block.inert)?.range ?? { start: 0, end: 0 };
}

/** The heading's number and words, without Markdown's marks. */
export function headingRange({ heading }: Section, plan: Plan): Range {
  if (!heading) return titleRange(plan);
  const { numbering, textRange } = heading;
  const { start, end } = textRange;
  return stretchOf(textRange, Math.min(0, (numbering?.range.start ?? start) - start), end - start);
}

function sectionNamed(topic: CompiledTopic, plan: Plan): Section | undefined {
  const terms = wordsOf(topic.source.headings);
  const others = wordsOf(topic.source.headings?.except).map((word) => word.split('…'));
  const fits = plan.sections.filter(
    ({ heading, kind }) =>
      heading &&
      !NOT_HERE.includes(kind) &&
      terms.some((term) => heading.text.includes(term)) &&
      !others.some((parts) => hasInTurn(heading.text, parts)),
  );
  // A heading that says little else is more about it than one that says much.
  return fits.sort((a, b) => a.heading!.text.length - b.heading!.text.length || a.id - b.id)[0];
}

function wordsOf(words: Pick<GroupSource, 'zh' | 'en'> | undefined): string[] {
  return [...(words?.zh ?? []), ...(words?.en ?? [])].map((word) => word.toLowerCase());
}

/** 夯实…发展基础: parts that may have others between them. */
function hasInTurn(text: string, parts: readonly string[]): boolean {
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return true;
}

/**
 * The kind of chapter that the topic's own patterns ask for; elements belong to the tasks, essentials to the safeguards. Of several chapters of tasks, one
 * for each matter, none is made for another matter: only one that is called tasks or measures takes it in.
 */
function chapterFor(topic: CompiledTopic, plan: Plan): Section | undefined {
  const asked = topic.patterns.flatMap((pattern) => pattern.in ?? [])[0];
  const kind: SectionKind = asked ?? (topic.kind === 'essential' ? 'safeguards' : 'tasks');
  const chapters = plan.sections.filter((section) => section.heading && section.kind === kind);
  const highest = chapters.reduce((least, { heading }) => Math.min(least, heading!.level), Number.POSITIVE_INFINITY);
  const top = chapters.filter(({ heading }) => heading!.level === highest);
  return kind === 'tasks' && top.length > 1 ? top.find(({ heading }) => FOR_ALL.test(heading!.text)) : top[0];
}

const FOR_ALL = /任务|举措|措施|重点(?:工作|工程|行动)|\b(?:actions?|measures|priorities|tasks|projects)\b/i;
