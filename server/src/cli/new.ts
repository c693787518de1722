import type { Stage } from '../rules/types.ts';
import { planSkeleton } from '../skeleton/plan-skeleton.ts';
import { bothWords } from '../words/catalogue.ts';
import { type Context, EXIT, UsageError } from './context.ts';
import { type EngineOptions, engineHere } from './explain.ts';
import { writeNew } from './write.ts';

export interface NewOptions extends EngineOptions {
  readonly output?: string;
  readonly pathway: readonly string[];
  readonly stage: Stage;
  readonly period?: string;
  readonly force?: boolean;
}

/** `new TITLE`: a plan to fill in, in a file of that name. */
export async function newPlan(title: string, options: NewOptions, context: Context): Promise<number> {
  const { framework } = await engineHere(options, context);
  const text = planSkeleton({
    title,
    locale: context.locale,
    stage: options.stage,
    period: options.period,
    roles: rolesOf(
      options.pathway,
      framework.pathways.map(({ id }) => id),
    ),
    essentials: framework.essentials,
    pathways: framework.pathways,
    required: framework.required,
  });
  if (options.output === '-') {
    context.print(text);
    return EXIT.clean;
  }
  const path = options.output ?? `${fileName(title)}.md`;
  await writeNew(path, text, options.force === true);
  context.note(context.word('written', path));
  return EXIT.clean;
}

/** `talent` or `talent:supporting`. */
function rolesOf(asked: readonly string[], known: readonly string[]): Map<string, 'primary' | 'supporting'> {
  const roles = new Map<string, 'primary' | 'supporting'>();
  for (const one of asked) {
    const [id = '', role = 'primary'] = one.split(':');
    if (!known.includes(id)) throw new UsageError(bothWords('newPathwayUnknown', id, known.join(', ')));
    if (role !== 'primary' && role !== 'supporting') throw new UsageError(bothWords('newPathwayRole', one));
    roles.set(id, role);
  }
  return roles;
}

/** A title without what file systems refuse. */
function fileName(title: string): string {
  const name = title
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '');
  return name === '' ? 'plan' : name.slice(0, 80);
}
