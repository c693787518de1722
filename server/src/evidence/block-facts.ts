import type { Fact } from '../framework/types.ts';
import type { Block, DateMention, Figure, NameMention, Plan, UnitMention } from '../plan/types.ts';
import { yearSpan } from '../plan/year-span.ts';
import { type Range, startingIn } from '../text.ts';

/** The facts of a plan, of one of its blocks, or of a stretch of one. */
export interface FactsHere {
  readonly figures: readonly Figure[];
  readonly dates: readonly DateMention[];
  readonly units: readonly UnitMention[];
  readonly names: readonly NameMention[];
}

/** Those that stand in `range`, of a plan's or of a block's. */
export function factsIn({ figures, dates, units, names }: FactsHere, range: Range): FactsHere {
  return {
    figures: startingIn(figures, range),
    dates: startingIn(dates, range),
    units: startingIn(units, range),
    names: startingIn(names, range),
  };
}

/** First and last year that the plan is about, where they are known. */
export interface Period {
  readonly firstYear: number | undefined;
  readonly lastYear: number | undefined;
  /** Years before this one are past: the first year where the title tells it, else the year of the document itself. */
  readonly before: number | undefined;
}

/** Which kinds of fact there are. */
export function kindsOf(facts: FactsHere, period: Period): ReadonlySet<Fact> {
  const kinds = new Set<Fact>();
  for (const { use, kind } of facts.figures) {
    if (kind === 'money') kinds.add('money');
    if (use !== 'plain') continue;
    kinds.add('figure');
    if (kind === 'percent') kinds.add('percent');
    if (kind === 'area') kinds.add('area');
  }
  const dated = new Set<string>();
  const { firstYear, before } = period;
  const begins = before ?? firstYear;
  for (const date of facts.dates) {
    const { use, toYear, fromYear, month } = date;
    if (use === 'past' || (use === 'plain' && begins !== undefined && toYear !== undefined && toYear < begins))
      kinds.add('past-year');
    if (use === 'validity') kinds.add('validity');
    if (use === 'phase') kinds.add('phase');
    if (date.isPlanPeriod) kinds.add('plan-period');
    if (isMilestone(date, period)) kinds.add('milestone');
    if (isPlanned(date, firstYear)) kinds.add('future-year');
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
  if (kinds.has('lead-unit') && facts.units.length > 1) kinds.add('supporting-unit');
  if (facts.names.some(({ kind }) => kind !== 'places')) kinds.add('name');
  if (facts.names.some(({ kind }) => kind === 'place')) kinds.add('place');
  if (facts.names.some(({ kind }) => kind === 'places')) kinds.add('places');
  return kinds;
}

function isMilestone({ use, toYear, month }: DateMention, { lastYear, before }: Period): boolean {
  if (use === 'phase') return true;
  if (use !== 'deadline' || (before !== undefined && toYear !== undefined && toYear < before)) return false;
  return toYear === undefined || month !== undefined || (lastYear !== undefined && toYear < lastYear);
}

/** A year to come: what is due by it, or a year not before the plan's first. */
function isPlanned({ use, toYear }: DateMention, firstYear: number | undefined): boolean {
  if (toYear === undefined || use === 'past' || use === 'document' || use === 'validity') return false;
  return use === 'deadline' || (firstYear !== undefined && toYear >= firstYear);
}

/** What makes a measure actionable: any two of these. Design §4 after the plan-quality literature: target, date, unit, money, partner. */
export const ACTIONABLE: readonly Fact[] = ['figure', 'date', 'unit', 'money', 'name'];

/** From the plan's title, else from its deadlines: a title that names no years still has a last one. */
export function periodOf(plan: Plan): Period {
  const titled = titledPeriod(plan);
  if (titled) return titled;
  let firstYear: number | undefined;
  let lastYear: number | undefined;
  for (const { use, toYear } of plan.dates) {
    if (use !== 'deadline' || toYear === undefined) continue;
    firstYear = Math.min(firstYear ?? toYear, toYear);
    lastYear = Math.max(lastYear ?? toYear, toYear);
  }
  return { firstYear, lastYear, before: ownYear(plan) };
}

/** The year of the line that dates the document. */
function ownYear({ dates, blocks }: Plan): number | undefined {
  const own = dates.find(
    ({ use, month, block }) => use === 'document' && month !== undefined && blocks[block]!.inert === 'front',
  );
  return own?.toYear;
}

/** 2026年工作要点: a plan for one year. */
const YEARLY = /(?:^|[^(（〔\d-])(20\d\d)年度?[^()（）]{0,16}(?:要点|任务|计划|行动|安排)(?![^()（）]*20\d\d)/;

/** 2021—2025年, “十四五” or one year. */
function titledPeriod({ title, dates }: Plan): Period | undefined {
  if (!title) return undefined;
  const span = yearSpan(title.text);
  if (span) return { firstYear: span.from, lastYear: span.to, before: span.from };
  const yearly = YEARLY.exec(title.text);
  if (yearly) {
    const year = Number(yearly[1]);
    return { firstYear: year, lastYear: year, before: year };
  }
  for (const { fromYear, toYear } of startingIn(dates, title.range))
    if (fromYear !== undefined && toYear !== undefined && fromYear < toYear)
      return { firstYear: fromYear, lastYear: toYear, before: fromYear };
  return undefined;
}

/** Blocks that never carry evidence. */
export function isSilent(block: Block): boolean {
  return block.inert !== undefined || block.sentences.length === 0;
}
