import { parsePlan } from '../../server/src/plan/parse-plan.ts';
import type { Plan, Section } from '../../server/src/plan/types.ts';
import type { Range } from '../../server/src/text.ts';

/** `level form style+value text [kind]` of every heading, indented by its place in the tree. */
export function outline(text: string): string[] {
  const plan = parsePlan(text);
  return plan.sections
    .filter((section) => section.heading)
    .map((section) => `${'  '.repeat(depthOf(plan, section) - 1)}${section.heading!.text} [${section.kind}]`);
}

/** Words and form of every heading. */
export function headings(text: string): string[] {
  return parsePlan(text).sections.flatMap(({ heading }) => (heading ? [`${heading.form}: ${heading.text}`] : []));
}

export function textAt(plan: Plan, range: Range): string {
  return plan.text.slice(range.start, range.end);
}

function depthOf(plan: Plan, section: Section): number {
  let depth = 0;
  for (let one = section; one.parent >= 0; one = plan.sections[one.parent]!) depth++;
  return depth;
}
