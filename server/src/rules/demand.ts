import type { Framework } from '../framework/compile.ts';
import type { GenreSource } from '../framework/types.ts';
import { frontMatter as validFrontMatter } from '../generated/validators/front-matter.js';
import { namedPeriod, periodOfPlan } from '../plan/plan-period.ts';
import type { Numbering, Plan } from '../plan/types.ts';
import { genresOf } from './genres.ts';
import type { Demand, Role, Stage } from './types.ts';

export const STAGES: readonly Stage[] = ['outline', 'draft', 'consultation', 'review', 'issued'];

export interface DemandOptions {
  /** Where the front matter names none. */
  readonly stage?: Stage | undefined;
}

type RoleSource = Role | { readonly role: Role; readonly reason?: string };

interface Asked {
  readonly stage?: Stage;
  readonly period?: string | number;
  readonly pathways?: Readonly<Record<string, RoleSource>>;
  readonly 'not-applicable'?: Readonly<Record<string, string>>;
}

/** What a plan is held to: its front matter over the options over the framework's defaults. What the front matter gets wrong does not count. */
export function demandOf(plan: Plan, framework: Framework, options: DemandOptions = {}): Demand {
  const asked = askedIn(plan);
  const roles = new Map<string, { role: Role; reason?: string }>();
  for (const { id } of framework.pathways) {
    const given = asked.pathways?.[id];
    const excuse = asked['not-applicable']?.[id];
    if (excuse !== undefined) roles.set(id, { role: 'not-applicable', reason: excuse });
    else if (given === undefined) roles.set(id, { role: 'unstated' });
    else if (typeof given === 'string') roles.set(id, { role: given });
    else roles.set(id, { role: given.role, ...(given.reason === undefined ? {} : { reason: given.reason }) });
  }
  const excused = new Map(Object.entries(asked['not-applicable'] ?? {}));
  const period = periodIn(asked.period) ?? periodOfPlan(plan);
  const genres = genresOf(plan, framework);
  return {
    stage: asked.stage ?? options.stage ?? 'draft',
    ...(period ? { period } : {}),
    roles,
    excused,
    required: requiredIds(framework, genres, roles, excused),
    named: new Set(genres.flatMap(({ named = [] }) => named)),
    ifTaken: new Set(genres.flatMap(({ ifTaken = [] }) => ifTaken)),
    isPart: isPart(plan),
  };
}

/**
 * 第五章 …, 三、… or 3.2 … without a title before it, a title that says so (规划纲要（第二、三部分）, Chapter 5: Economic Development),
 * or one below which all begins with 第七篇: one file of several, or a chapter that was copied, as long as its front matter does not say parkplan.
 */
function isPart(plan: Plan): boolean {
  const { title, sections, blocks } = plan;
  if (isDeclared(plan)) return false;
  if (title && NAMES_PART.test(title.text)) return true;
  const { heading, kind } = sections[1] ?? {};
  const { numbering } = heading ?? {};
  if (!numbering || kind === 'contents') return false;
  const isTitled = title !== undefined && title.range.start < heading!.range.start;
  const { style, path, value } = numbering;
  if (!IN_ORDER.includes(style) || (path?.[0] ?? value) < (isTitled ? LEAST_BELOW_TITLE : 2)) return false;
  // 一、 and 二、 may stand on paragraphs that are too long for headings.
  return !sections[0]!.blocks.some((i) => blocks[i]!.numbering?.style === style);
}

/** Front matter that cannot be read may say it too. */
function isDeclared({ frontMatter }: Plan): boolean {
  if (!frontMatter) return false;
  const { data, problems } = frontMatter;
  return data === undefined ? problems.length > 0 : isMap(data) && 'parkplan' in data;
}

/** Below the title of the whole 二、 may be the first heading that was kept. */
const LEAST_BELOW_TITLE = 3;

const NAMES_PART =
  /[(（][^()（）]{0,12}第[一二三四五六七八九十\d、至到—–-]{1,12}[章节篇编部卷条][^()（）]{0,24}[)）]$|[(（](?:节选|摘录|摘编|excerpts?)[)）]$|^(?:chapter|part|section|element|pillar|outcome|component|ch\.) ?(?:\d{1,2}|[ivx]{1,4})\b(?!\d)|[,:–—-] (?:chapter|ch\.|part|section) ?\d{1,2}\b/i;

const IN_ORDER: readonly Numbering['style'][] = ['part', 'chapter', 'section', 'han', 'han-paren', 'decimal', 'arabic'];

/** What can be used of the front matter, key by key and pathway by pathway: one mistake spoils nothing else. */
function askedIn(plan: Plan): Asked {
  const data = plan.frontMatter?.data;
  const given = isMap(data) && isMap(data['parkplan']) ? data['parkplan'] : {};
  const isValid = (key: string, value: unknown) => validFrontMatter({ parkplan: { [key]: value } });
  return Object.fromEntries(
    Object.entries(given).map(([key, value]) => [
      key,
      isMap(value)
        ? Object.fromEntries(Object.entries(value).filter((entry) => isValid(key, Object.fromEntries([entry]))))
        : isValid(key, value)
          ? value
          : undefined,
    ]),
  );
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** 2026-2030, 2026 or 十五五, as the front matter writes it. */
function periodIn(value: unknown): Demand['period'] {
  const text = String(value ?? '');
  const single = /^\s*(20\d\d)\s*年?\s*$/.exec(text)?.[1];
  return single === undefined ? namedPeriod(text) : { from: Number(single), to: Number(single) };
}

function requiredIds(
  framework: Framework,
  genres: readonly GenreSource[],
  roles: ReadonlyMap<string, { role: Role }>,
  excused: ReadonlyMap<string, string>,
): Set<string> {
  const required = new Set(framework.required);
  for (const { without = [] } of genres) for (const id of without) required.delete(id);
  for (const pathway of framework.pathways) {
    const role = roles.get(pathway.id)?.role;
    if (role === 'primary' || role === 'supporting') required.add(pathway.id);
    if (role === 'primary')
      for (const element of pathway.elements) if (element.need === 'required') required.add(element.id);
    if (role !== 'not-applicable') continue;
    required.delete(pathway.id);
    for (const element of pathway.elements) required.delete(element.id);
  }
  for (const id of excused.keys()) required.delete(id);
  return required;
}
