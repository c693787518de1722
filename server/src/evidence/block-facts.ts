import type { Fact } from '../framework/types.ts';
import { fromChanges } from '../plan/from-parts.ts';
import { periodOfPlan } from '../plan/plan-period.ts';
import type { Block, DateMention, Figure, NameMention, Plan, UnitMention } from '../plan/types.ts';
import { yearOfTasks, yearReviewed } from '../plan/year-span.ts';
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
  const { firstYear, before } = period;
  const begins = before ?? firstYear;
  for (const { use, kind, isBase, isYearOfColumn, year } of facts.figures) {
    if (isBase) kinds.add('base-value');
    // | 产值 | 260 | 500 | below | 指标 | 2025年 | 2030年 |: what it was before the plan, what it is to be.
    if (isYearOfColumn && begins !== undefined) kinds.add(year! < begins ? 'base-value' : 'future-year');
    if (kind === 'money') kinds.add('money');
    if (use !== 'plain') continue;
    kinds.add('figure');
    if (kind === 'percent') kinds.add('percent');
    if (kind === 'area') kinds.add('area');
  }
  const dated = new Set<string>();
  for (const date of facts.dates) {
    const { use, toYear, fromYear, month } = date;
    if (use === 'past' || (use === 'plain' && begins !== undefined && toYear !== undefined && toYear < begins))
      kinds.add('past-year');
    if (use === 'validity') kinds.add('validity');
    if (use === 'phase') kinds.add('phase');
    if (date.isPlanPeriod) kinds.add('plan-period');
    if (isMilestone(date, period)) kinds.add('milestone');
    if (isPlanned(date, period)) kinds.add('future-year');
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

/** A year to come: what is due by it, or a year not before the plan's first; in a plan of one year this year, and no time in which its own lies. */
function isPlanned({ use, toYear, isThisYear }: DateMention, { firstYear, lastYear }: Period): boolean {
  const isOneYear = firstYear !== undefined && firstYear === lastYear;
  if (isThisYear) return isOneYear || use === 'deadline';
  if (toYear === undefined || use === 'past' || use === 'document' || use === 'validity') return false;
  if (use === 'period' && isOneYear) return false;
  return use === 'deadline' || (firstYear !== undefined && toYear >= firstYear);
}

/** What makes a measure actionable: any two of these. Design §4 after the plan-quality literature: target, date, unit, money, partner. */
export const ACTIONABLE: readonly Fact[] = ['figure', 'date', 'unit', 'money', 'name'];

/** From the plan's title, else from its deadlines: a title that names no years still has a last one. */
export function periodOf(plan: Plan): Period {
  const titled = titledPeriod(plan);
  if (titled) return titled;
  const { deadlines, own } = yearsOf(plan);
  const years = [...deadlines.keys()];
  const lastYear = years.length === 0 ? undefined : Math.max(...years);
  const reviewed = plan.title && yearReviewed(plan.title.text);
  if (reviewed !== undefined) return { firstYear: reviewed + 1, lastYear, before: reviewed + 1 };
  return {
    firstYear: years.length === 0 ? undefined : Math.min(...years),
    lastYear,
    // The year of the line that dates the document.
    before: own.find(({ block }) => plan.blocks[block]!.inert === 'front')?.toYear,
  };
}

interface Years {
  /** How many deadlines each year has. */
  readonly deadlines: Map<number, number>;
  /** What may be the document's own date, in document order. */
  readonly own: readonly DateMention[];
}

const yearsOf = fromChanges(
  ({ dates }) => dates,
  (): Years => ({ deadlines: new Map(), own: [] }),
  ({ deadlines, own }, { gone, come }, { dates }) => {
    const count = ({ use, toYear }: DateMention, by: number) => {
      if (use !== 'deadline' || toYear === undefined) return;
      const now = (deadlines.get(toYear) ?? 0) + by;
      if (now > 0) deadlines.set(toYear, now);
      else deadlines.delete(toYear);
    };
    for (const date of gone) count(date, -1);
    for (const date of come) count(date, 1);
    const isSame = !gone.some(isOwn) && !come.some(isOwn);
    return { deadlines, own: isSame ? own : dates.filter(isOwn) };
  },
);

function isOwn({ use, month }: DateMention): boolean {
  return use === 'document' && month !== undefined;
}

/** 2021—2025年, “十四五” or one year. */
function titledPeriod(plan: Plan): Period | undefined {
  const { title, dates } = plan;
  const span = periodOfPlan(plan);
  if (span) return { firstYear: span.from, lastYear: span.to, before: span.from };
  if (!title) return undefined;
  const year = yearOfTasks(title.text);
  if (year !== undefined) return { firstYear: year, lastYear: year, before: year };
  for (const { fromYear, toYear } of startingIn(dates, title.range))
    if (fromYear !== undefined && toYear !== undefined && fromYear < toYear)
      return { firstYear: fromYear, lastYear: toYear, before: fromYear };
  return undefined;
}

/** Blocks that never carry evidence. */
export function isSilent(block: Block): boolean {
  return block.inert !== undefined || block.sentences.length === 0;
}
