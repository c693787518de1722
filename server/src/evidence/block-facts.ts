import type { Fact } from '../framework/types.ts';
import type { Block, DateMention, Figure, NameMention, Plan, UnitMention } from '../plan/types.ts';
import { type Range, startingIn } from '../text.ts';

/** The facts of the plan that stand in one block, or in a stretch of it. */
export interface FactsHere {
  readonly figures: readonly Figure[];
  readonly dates: readonly DateMention[];
  readonly units: readonly UnitMention[];
  readonly names: readonly NameMention[];
}

export function factsIn(plan: Plan, { range }: { readonly range: Range }): FactsHere {
  return {
    figures: startingIn(plan.figures, range),
    dates: startingIn(plan.dates, range),
    units: startingIn(plan.units, range),
    names: startingIn(plan.names, range),
  };
}

/** Which kinds of fact there are; `firstYear` is the first year of the plan's period, where it is known. */
export function kindsOf(facts: FactsHere, firstYear: number | undefined): ReadonlySet<Fact> {
  const kinds = new Set<Fact>();
  for (const { use, kind } of facts.figures) {
    if (kind === 'money') kinds.add('money');
    if (use !== 'plain') continue;
    kinds.add('figure');
    if (kind === 'percent') kinds.add('percent');
  }
  const dated = new Set<string>();
  for (const date of facts.dates) {
    const { use, toYear, fromYear, month } = date;
    if (use === 'past') kinds.add('past-year');
    if (use === 'phase') kinds.add('phase');
    if (
      use === 'deadline' ||
      (toYear !== undefined && use !== 'past' && use !== 'document' && isAhead(toYear, firstYear))
    )
      kinds.add('future-year');
    if (use !== 'deadline' && use !== 'period' && use !== 'phase') continue;
    kinds.add('date');
    dated.add(`${fromYear}-${toYear}-${month}`);
  }
  if (dated.size > 1) kinds.add('two-dates');
  for (const { role } of facts.units) {
    kinds.add('unit');
    if (role === 'lead') kinds.add('lead-unit');
    if (role === 'support') kinds.add('supporting-unit');
  }
  if (facts.names.length > 0) kinds.add('name');
  return kinds;
}

function isAhead(year: number, firstYear: number | undefined): boolean {
  return firstYear === undefined ? false : year >= firstYear;
}

/** What makes a measure actionable: any two of these. Design §4 after the plan-quality literature: target, date, unit, money, partner. */
export const ACTIONABLE: readonly Fact[] = ['figure', 'date', 'unit', 'money', 'name'];

/** First year of the plan's period: the earliest year of a period or deadline in its title, else the earliest deadline. */
export function firstYearOf(plan: Plan): number | undefined {
  const inTitle = plan.title && /(20\d\d)\s*[-—–~至]\s*(20\d\d)/.exec(plan.title.text);
  if (inTitle) return Number(inTitle[1]);
  let earliest: number | undefined;
  for (const { use, toYear } of plan.dates) {
    if (use === 'deadline' && toYear !== undefined && (earliest === undefined || toYear < earliest)) earliest = toYear;
  }
  return earliest;
}

/** Blocks that never carry evidence. */
export function isSilent(block: Block): boolean {
  return block.inert !== undefined || block.sentences.length === 0;
}
