import type { Framework } from '../framework/compile.ts';
import { frontMatter as validFrontMatter } from '../generated/validators.js';
import type { Plan } from '../plan/types.ts';
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
    if (given === undefined) roles.set(id, { role: 'unstated' });
    else if (typeof given === 'string') roles.set(id, { role: given });
    else roles.set(id, { role: given.role, ...(given.reason === undefined ? {} : { reason: given.reason }) });
  }
  const excused = new Map(Object.entries(asked['not-applicable'] ?? {}));
  const period = periodIn(asked.period) ?? periodIn(plan.title?.text);
  return {
    stage: asked.stage ?? options.stage ?? 'draft',
    ...(period ? { period } : {}),
    roles,
    excused,
    required: requiredIds(framework, roles, excused),
  };
}

function askedIn(plan: Plan): Asked {
  const data = plan.frontMatter?.data;
  if (typeof data !== 'object' || data === null || !validFrontMatter(data)) return {};
  return (data as { parkplan?: Asked | null }).parkplan ?? {};
}

function periodIn(value: unknown): Demand['period'] {
  const years = /(20\d\d)\s*年?\s*(?:[-–—~～至到]+\s*(20\d\d))?/.exec(String(value ?? ''));
  if (!years) return undefined;
  // A single year in a title is when it was written, not what it is for.
  if (years[2] === undefined && !/^\s*20\d\d\s*$/.test(String(value))) return undefined;
  return { from: Number(years[1]), to: Number(years[2] ?? years[1]) };
}

function requiredIds(
  framework: Framework,
  roles: ReadonlyMap<string, { role: Role }>,
  excused: ReadonlyMap<string, string>,
): Set<string> {
  const required = new Set(framework.required);
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
