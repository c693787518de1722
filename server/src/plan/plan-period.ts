import { FIVE_YEAR_PLAN, yearsOfPlan } from './five-year-plans.ts';
import { forSame, fromBlocks } from './from-parts.ts';
import type { Block, Plan, SectionKind } from './types.ts';
import { SPAN, type YearSpan, yearSpan } from './year-span.ts';

/** The years that a title or the front matter names: 2026—2030年, “十五五”. Where both stand there and are not the same time, it is not known which is meant. */
export function namedPeriod(text: string): YearSpan | undefined {
  const span = yearSpan(text);
  if (span && span.from > span.to) return undefined;
  const fives = fiveYearPlans(text);
  if (fives.size === 0) return span;
  const [number, another] = fives;
  if (another !== undefined) return span;
  const five = yearsOfPlan(number!);
  if (!span) return five;
  // A plan of five years may be issued late, or look further ahead: “十四五” (2022—2035年).
  return span.from >= five.from - 1 && span.from < five.to ? span : undefined;
}

const FIVE_YEARS = new RegExp(FIVE_YEAR_PLAN, 'g');

/** Their numbers. */
function fiveYearPlans(title: string): ReadonlySet<string> {
  const numbers = Array.from(title.matchAll(FIVE_YEARS), ([, number]) => number!);
  return new Set(numbers.filter((number) => number !== '十'));
}

/** The years that the title names, else a heading right under it, else a line that says nothing but them, or what they are. */
export function periodOfPlan(plan: Plan): YearSpan | undefined {
  const titled = plan.title && titledYears(plan.title);
  return titled?.named ?? (titled?.hasYears ? undefined : (subtitledIn(plan) ?? statedIn(plan)[0]?.told));
}

/** It is asked for twice at every edit, and edits are seldom the title's own. */
const titledYears = forSame(({ text }: NonNullable<Plan['title']>) => ({
  named: namedPeriod(text),
  hasYears: hasYears(text),
}));

/** A title whose years contradict each other is not mended by a line of the text. */
function hasYears(title: string): boolean {
  return yearSpan(title) !== undefined || title.search(FIVE_YEARS) >= 0;
}

/** From Rank 30 to the Top 15 (2026–2034), as a second line of the title that is set as a heading. */
function subtitledIn({ blocks, sections }: Plan): YearSpan | undefined {
  for (const { kind, normal, section, numbering } of blocks.slice(0, MOST_TITLE_LINES)) {
    if (kind !== 'heading') return undefined;
    if (numbering || NOT_OF_PLAN.includes(sections[section]!.kind) || !ENDS_WITH_YEARS.test(normal.value)) continue;
    if (!/phase|stage|阶段|近期/.test(normal.value)) return namedPeriod(normal.value);
  }
  return undefined;
}

const MOST_TITLE_LINES = 4;

const statedIn = fromBlocks((block, plan) => {
  const { kind, heading } = plan.sections[block.section]!;
  if (NOT_OF_PLAN.includes(kind) || block.kind === 'quote') return undefined;
  const stated = stretchOfYears(block, kind === 'root', heading?.text ?? '');
  return stated === undefined ? undefined : namedPeriod(stated);
});

/** Chapters that speak of other plans, or of what was. */
const NOT_OF_PLAN: readonly SectionKind[] = [
  'baseline',
  'annex',
  'contents',
  'basis',
  'references',
  'elsewhere',
  'definitions',
];

function stretchOfYears({ normal: { value }, kind }: Block, isUnderTitle: boolean, heading: string) {
  if (kind === 'heading') return undefined;
  if (isUnderTitle && ONLY_YEARS.test(value)) return value;
  if (NAMES_PERIOD.test(heading) && BEGINS_WITH_YEARS.test(value)) return value;
  return TELLS_PERIOD.test(value) ? STATED.exec(value)?.[1] : undefined;
}

const ONLY_YEARS = new RegExp(`^\\(? ?(?:fy ?)?${SPAN}年? ?\\)?$`);
const ENDS_WITH_YEARS = new RegExp(`(?:^|\\((?:fy ?)?)${SPAN}年? ?\\)?$`);
const BEGINS_WITH_YEARS = new RegExp(`^(?:fy ?)?${SPAN}`);
const NAMES_PERIOD = /^(?:规划期限?|规划年限|(?:plan|planning) (?:period|horizon)|period of the plan)$/;

/** What `STATED` cannot do without. */
const TELLS_PERIOD = /(?:规划|计划)的?(?:期|年限|时限)|period|horizon|term|this (?:plan|programme|program|strategy) /;

/** 本规划期限为2026—2030年; Plan period: 2026–2030; This plan covers the years 2026 to 2030. */
const STATED = new RegExp(
  `(?:^|[,。;:(] ?|\\. )(?:(?:本次?)?(?:规划|计划)(?:的)?(?:期限?|年限|时限)(?:确定)?(?:为|是|:)?(?:自|从)?|(?:the )?(?:plan|planning|programme|program|strategy)(?:'s)? (?:period|horizon|term)(?: is| runs from| covers|:)* |(?:time )?period(?: covered)?: |this (?:plan|programme|program|strategy) (?:covers|runs from|is for|spans) (?:the )?(?:period |years )?(?:from )?)((?:fy ?)?${SPAN})`,
);

/** Vision 2030, Plan to 2035, Connections 2050, 面向2035年, 2026年工作要点, 90-Day Launch Plan: a title that says by when, though not from when. */
export function hasHorizon(title: string): boolean {
  // 2023 年, as converters set it apart.
  const folded = title
    .normalize('NFKC')
    .replace(/(?<=\d) (?=年)/g, '')
    .trim();
  return hasYears(title) || HORIZON.test(folded) || endsWithHorizon(folded);
}

/** Connections 2050: a title that ends with the year of a decade and is no paper of its year. */
function endsWithHorizon(title: string): boolean {
  return LAST_WORD.test(title) && !BEARS_ISSUE.test(title);
}

const LAST_WORD = /[a-z] 20\d0$/i;
const BEARS_ISSUE =
  /\b(?:polic(?:y|ies)|act|law|bill|rules|regulations?|guidelines|scheme|package|orders?|decree|reports?|review|census|survey|statement|budget|conference|summit|forum|fair|week|summer|winter|spring|autumn|january|february|march|april|may|june|july|august|september|october|november|december)\b/i;

/** A policy or an act bears the year of its issue; so does a plan whose year is not a round one. */
const HORIZON =
  /\b(?:plan|strategy|vision|agenda|roadmap|masterplan|horizon|programme|program),? (?:for )?\(?20\d[05]\b|\b(?:to|by|towards?|until) 20\d\d\b|\b\d{1,3}[- ](?:day|week|month) (?:[a-z]+ ){0,2}(?:plan|programme|program|roadmap|schedule|agenda)\b|(?:面向|到|至|展望)20\d\d|20\d\d年(?:远景|愿景|目标)|20\d\d年度?[^()（）]{0,16}(?:要点|任务|计划|行动|安排)/i;
