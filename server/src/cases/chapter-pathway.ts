import type { Framework } from '../framework/compile.ts';
import { kept } from '../plan/lineage.ts';
import type { Plan } from '../plan/types.ts';
import { normalOf, remembered } from './normal.ts';

/**
 * Ids of the pathways that the chapter around an offset is about, by its headings: the innermost heading that names any decides. Empty where none does.
 * A completion shows cases of these first.
 */
export function chapterPathways(plan: Plan, offset: number, framework: Framework): readonly string[] {
  return sectionPathways(plan, plan.sections.findLast(({ range }) => range.start <= offset)?.id ?? 0, framework);
}

/** The same of a section. */
export function sectionPathways(plan: Plan, id: number, framework: Framework): readonly string[] {
  const known = pathwaysBySection(plan, framework);
  const pathways = known.get(id) ?? pathwaysAround(plan, id, framework);
  known.set(id, pathways);
  return pathways;
}

/** By section, filled as they are asked for; what was found is found again as long as the headings are the same. */
const pathwaysBySection = kept<Framework, Map<number, readonly string[]>>(
  () => new Map(),
  (known, { hasNewHeadings }) => (hasNewHeadings ? new Map() : known),
);

function pathwaysAround(plan: Plan, id: number, framework: Framework): readonly string[] {
  const named = namedBy(framework);
  for (let section = plan.sections[id]; section; section = plan.sections[section.parent]) {
    const found = section.heading ? named(section.heading.text) : [];
    if (found.length > 0) return found;
  }
  return [];
}

interface PathwayTerms {
  readonly id: string;
  /** Its title and all heading terms, folded. */
  readonly terms: readonly string[];
}

const known = new WeakMap<Framework, (heading: string) => readonly string[]>();

/** Ids of the pathways that a heading names. */
function namedBy(framework: Framework): (heading: string) => readonly string[] {
  const before = known.get(framework);
  if (before) return before;
  const all = framework.pathways.map(({ id, title, headings, elements }): PathwayTerms => {
    const lists = [headings, ...elements.map((element) => element.headings)];
    const terms = [title.zh, title.en, ...lists.flatMap((one) => [...(one?.zh ?? []), ...(one?.en ?? [])])];
    return { id, terms: terms.map(normalOf) };
  });
  const named = remembered((heading: string): readonly string[] =>
    all.flatMap(({ id, terms }) => (terms.some((term) => heading.includes(term)) ? [id] : [])),
  );
  known.set(framework, named);
  return named;
}
