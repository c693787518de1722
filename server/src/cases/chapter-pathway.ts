import type { Framework } from '../framework/compile.ts';
import type { Plan } from '../plan/types.ts';
import { normalOf } from './normal.ts';

/**
 * Ids of the pathways that the chapter around an offset is about, by its headings: the innermost heading that names any decides. Empty where none does.
 * A completion shows cases of these first.
 */
export function chapterPathways(plan: Plan, offset: number, framework: Framework): readonly string[] {
  let section = plan.sections.findLast(({ range }) => range.start <= offset && offset <= range.end);
  while (section) {
    const text = section.heading?.text;
    const named = text === undefined ? [] : pathwaysNamed(text, framework);
    if (named.length > 0) return named;
    section = plan.sections[section.parent];
  }
  return [];
}

function pathwaysNamed(heading: string, framework: Framework): string[] {
  return termsOf(framework)
    .filter(({ terms }) => terms.some((term) => heading.includes(term)))
    .map(({ id }) => id);
}

interface PathwayTerms {
  readonly id: string;
  /** Its title and all heading terms, folded. */
  readonly terms: readonly string[];
}

const known = new WeakMap<Framework, readonly PathwayTerms[]>();

function termsOf(framework: Framework): readonly PathwayTerms[] {
  const before = known.get(framework);
  if (before) return before;
  const all = framework.pathways.map(({ id, title, headings, elements }): PathwayTerms => {
    const lists = [headings, ...elements.map((element) => element.headings)];
    const terms = [title.zh, title.en, ...lists.flatMap((one) => [...(one?.zh ?? []), ...(one?.en ?? [])])];
    return { id, terms: terms.map(normalOf) };
  });
  known.set(framework, all);
  return all;
}
