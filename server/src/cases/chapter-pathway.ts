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

function pathwaysNamed(heading: string, { pathways }: Framework): string[] {
  return pathways
    .filter(({ title, headings, elements }) => {
      const terms = [
        title.zh,
        title.en,
        ...[headings, ...elements.map((element) => element.headings)].flatMap((one) => [
          ...(one?.zh ?? []),
          ...(one?.en ?? []),
        ]),
      ];
      return terms.some((term) => heading.includes(normalOf(term)));
    })
    .map(({ id }) => id);
}
