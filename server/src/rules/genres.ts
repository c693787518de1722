import type { Framework } from '../framework/compile.ts';
import type { GenreSource, WordRate } from '../framework/types.ts';
import type { Plan } from '../plan/types.ts';
import { yearOfTasks } from '../plan/year-span.ts';
import type { Demand } from './types.ts';
import { keptRates } from './word-rates.ts';

/** Those of the framework's kinds of document that a plan is of, by its title and by what it speaks of. */
export function genresOf(plan: Plan, { genres }: Framework, period?: Demand['period']): readonly GenreSource[] {
  const titled = titledAmong(genres, plan.title?.text ?? announcedIn(plan));
  const kept = keptRates(ratesOf(genres, plan.language), plan);
  const speaks = (rate: WordRate | undefined) => rate !== undefined && kept.has(rate);
  const length = yearsOf(plan, period);
  return genres.filter(
    ({ titles, text, years }) =>
      (!titles || titled.has(titles)) && (!text || speaks(text[plan.language])) && (!years || length <= years),
  );
}

type Titles = NonNullable<GenreSource['titles']>;

/** Titles that fit a plan's: asked at every edit, of which few are of the title. */
function titledAmong(genres: Framework['genres'], title: string | undefined): ReadonlySet<Titles> {
  const last = lastTitled.get(genres);
  if (last && last.title === title) return last.fitting;
  const fitting = new Set(
    genres.flatMap(({ titles }) => (titles && title !== undefined && isTitled(titles, title) ? [titles] : [])),
  );
  lastTitled.set(genres, { title, fitting });
  return fitting;
}

const lastTitled = new WeakMap<Framework['genres'], { title: string | undefined; fitting: ReadonlySet<Titles> }>();

/** Whole words in English, since agriculture is no culture. */
function isTitled({ zh = [], en = [] }: Titles, title: string): boolean {
  const text = title.toLowerCase();
  const words = ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return zh.some((word) => text.includes(word)) || en.some((word) => words.includes(` ${word.toLowerCase()} `));
}

/** 2026年行动方案 is for one, whatever else is known of its period. */
function yearsOf({ title }: Plan, period: Demand['period']): number {
  if (period) return period.to - period.from + 1;
  return title && yearOfTasks(title.text) !== undefined ? 1 : Number.POSITIVE_INFINITY;
}

/** 现提出如下意见: what a text without a title says that it is, before its first heading. */
function announcedIn({ blocks, sections }: Plan): string | undefined {
  for (const id of sections[0]!.blocks.slice(0, MOST_ANNOUNCING)) {
    const announced = ANNOUNCES.exec(blocks[id]!.normal.value);
    if (announced) return announced[0];
  }
  return undefined;
}

const ANNOUNCES = /(?:提出|制定|推出|出台)(?:以下|如下|本)[\u4e00-\u9fff]{0,6}?(?:意见|措施|政策|办法|方案|计划)/;
/** Blocks before the first heading. */
const MOST_ANNOUNCING = 12;

/** Those that are told by a text of a language; the same list for the same framework. */
function ratesOf(genres: Framework['genres'], language: Plan['language']): readonly WordRate[] {
  const known = rates.get(genres) ?? new Map<Plan['language'], readonly WordRate[]>();
  rates.set(genres, known);
  const list = known.get(language) ?? genres.flatMap(({ text }) => text?.[language] ?? []);
  known.set(language, list);
  return list;
}

const rates = new WeakMap<Framework['genres'], Map<Plan['language'], readonly WordRate[]>>();
