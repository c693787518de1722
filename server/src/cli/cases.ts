import { caseChoice } from '../cases/case-choice.ts';
import { find, findableCase, indexOf } from '../cases/find-cases.ts';
import type { Case } from '../framework/case-types.ts';
import { nearestName } from '../nearest.ts';
import { bothWords } from '../words/catalogue.ts';
import { type Context, EXIT, UsageError } from './context.ts';
import type { Engine } from './engine.ts';
import { type EngineOptions, engineHere } from './explain.ts';
import { caseText } from './explain-text.ts';

export interface CasesOptions extends EngineOptions {
  readonly format: 'text' | 'json';
  readonly pathway?: string;
}

/** `cases list`: all cases, or those of a pathway. */
export async function listCases(options: CasesOptions, context: Context): Promise<number> {
  const engine = await engineHere(options, context);
  const pathway = pathwayIn(options.pathway, engine);
  const cases = [...engine.cases.cases.values()].filter(
    (one) => pathway === undefined || one.pathways.includes(pathway),
  );
  // The main case of a pathway before those that also illustrate it.
  if (pathway !== undefined) cases.sort((a, b) => a.pathways.indexOf(pathway) - b.pathways.indexOf(pathway));
  tell(cases, engine, options, context);
  return EXIT.clean;
}

/** `cases search WORDS`: by name, pinyin, initials, place or industry, best first. */
export async function searchCases(words: readonly string[], options: CasesOptions, context: Context): Promise<number> {
  const engine = await engineHere(options, context);
  const pathway = pathwayIn(options.pathway, engine);
  const index = indexOf([...engine.cases.cases.values()].map(findableCase));
  const query = words.join(' ');
  const found = find(index, query, pathway === undefined ? {} : { pathway }).map(({ entry }) => entry.case);
  if (found.length === 0) context.note(context.word('casesNone', query));
  if (found.length > 0 || options.format === 'json') tell(found, engine, options, context);
  return EXIT.clean;
}

/** `cases show ID`: one case with its facts and sources. */
export async function showCase(id: string, options: CasesOptions, context: Context): Promise<number> {
  const { cases } = (await engineHere(options, context)).cases;
  const found = cases.get(id);
  if (!found) {
    const near = nearestName(id, cases.keys());
    throw new UsageError(near ? bothWords('caseUnknownNear', id, near) : bothWords('caseUnknown', id));
  }
  context.print(
    options.format === 'json'
      ? `${JSON.stringify(found, undefined, 2)}\n`
      : caseText(found, context.locale, context.paint),
  );
  return EXIT.clean;
}

function pathwayIn(id: string | undefined, { framework }: Engine): string | undefined {
  if (id === undefined || framework.pathways.some((pathway) => pathway.id === id)) return id;
  throw new UsageError(bothWords('newPathwayUnknown', id, framework.pathways.map((pathway) => pathway.id).join(', ')));
}

function tell(cases: readonly Case[], { framework }: Engine, options: CasesOptions, context: Context): void {
  const { locale, paint } = context;
  if (options.format === 'json') {
    // Ids, for programs; words in the language asked for.
    const rows = cases.map((found) => ({
      ...caseChoice(found, framework, locale),
      pathways: found.pathways,
      confidence: found.confidence,
    }));
    context.print(`${JSON.stringify(rows, undefined, 2)}\n`);
    return;
  }
  for (const found of cases) {
    const { id, title, pathways, place, industry, period, why } = caseChoice(found, framework, locale);
    const lines = [
      `${paint.bold(title)}  ${paint.dim(id)}`,
      `  ${[pathways.join(locale === 'en' ? '; ' : '、'), place, industry, period].join(' · ')}`,
      `  ${paint.dim(why)}`,
    ];
    context.print(`${lines.join('\n')}\n`);
  }
  context.note(context.word('casesCount', cases.length));
}
