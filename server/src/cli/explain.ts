import { configResolver } from '../config/resolve-config.ts';
import type { ElementSource, PathwaySource } from '../framework/types.ts';
import { nearestName } from '../nearest.ts';
import { hostRules, rules } from '../rules/rules.ts';
import { RULE_IDS } from '../rules/run-rules.ts';
import { say } from '../text.ts';
import { bothWords } from '../words/catalogue.ts';
import { type Context, EXIT, UsageError } from './context.ts';
import { type Engine, engineFor, knownRules } from './engine.ts';
import { caseText, elementText, pathwayText, ruleText } from './explain-text.ts';
import { displayPath } from './files.ts';
import { absolutePath, nodeHost } from './host.ts';

export interface EngineOptions {
  readonly config?: string;
  readonly framework?: string;
}

/** `explain ID`: what a rule reports, a pathway is, an element asks, or a case tells. */
export async function explain(id: string, options: EngineOptions, context: Context): Promise<number> {
  const engine = await engineHere(options, context);
  const text = textOf(id, engine, context);
  if (text === undefined) throw unknownId(id, engine);
  context.print(text);
  return EXIT.clean;
}

/** The engine that holds in the working folder, or for a file. Mistakes in its framework, cases or bibliography are told; without a framework there is no engine. */
export async function engineHere(options: EngineOptions, context: Context, file = './plan.md'): Promise<Engine> {
  const configs = configResolver(nodeHost, {
    ...(options.config === undefined ? {} : { configPath: absolutePath(options.config) }),
    knownRules: knownRules(),
  });
  const settings = await configs.resolve(absolutePath(file));
  const framework = options.framework === undefined ? settings.framework : absolutePath(options.framework);
  const { engine, problems } = await engineFor(framework, settings.cases, settings.bibliography);
  for (const { path, line, column, message } of [...settings.problems, ...problems])
    context.note(`${displayPath(path)}:${line}:${column} ${say(message, context.locale)}`);
  if (!engine) throw new UsageError(bothWords('frameworkLoadFailed'));
  return engine;
}

function textOf(id: string, { framework, cases }: Engine, { locale, paint }: Context): string | undefined {
  const rule = [...rules, ...hostRules].find((one) => one.id === id);
  if (rule) return ruleText(rule, locale, paint);
  const topic = framework.topics.get(id);
  if (topic?.kind === 'pathway') return pathwayText(topic.source as PathwaySource, locale, paint);
  if (topic) return elementText(topic.source as ElementSource, locale, paint);
  const found = cases.cases.get(id);
  return found && caseText(found, locale, paint);
}

export function unknownId(id: string, { framework, cases }: Engine): UsageError {
  const near = nearestName(id, [...RULE_IDS, ...framework.topics.keys(), ...cases.cases.keys()]);
  return new UsageError(near ? bothWords('explainUnknownNear', id, near) : bothWords('explainUnknown', id));
}
