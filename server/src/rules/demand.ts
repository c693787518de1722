import type { Framework } from '../framework/compile.ts';
import type { GenreSource } from '../framework/types.ts';
import { frontMatter as validFrontMatter } from '../generated/validators/front-matter.js';
import { namedPeriod, periodOfPlan } from '../plan/plan-period.ts';
import type { Plan } from '../plan/types.ts';
import { genresOf } from './genres.ts';
import { isPart } from './part-of-plan.ts';
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
  const genres = genresOf(plan, framework, period);
  return {
    stage: asked.stage ?? options.stage ?? 'draft',
    ...(period ? { period } : {}),
    roles,
    excused,
    required: requiredIds(framework, genres, roles, excused),
    named: new Set(genres.flatMap(({ named = [] }) => named)),
    ifTaken: new Set(genres.flatMap(({ ifTaken = [] }) => ifTaken)),
    each: new Set(genres.flatMap(({ each = [] }) => each)),
    isPart: isPart(plan),
  };
}

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
