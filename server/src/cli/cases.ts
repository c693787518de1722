import { find, findableCase, indexOf } from '../cases/find-cases.ts';
import { placeOf } from '../cases/place.ts';
import type { Case } from '../framework/case-types.ts';
import { nearestName } from '../nearest.ts';
import { say } from '../text.ts';
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
  const titles = new Map(framework.pathways.map(({ id, title }) => [id, say(title, locale)]));
  const rows = cases.map((found) => ({
    id: found.id,
    title: say(found.title, locale),
    pathways: found.pathways,
    place: placeOf(found.region, locale),
    industry: say(found.industry, locale),
    period: found.period,
    why: say(found.mechanism, locale),
    confidence: found.confidence,
  }));
  if (options.format === 'json') {
    context.print(`${JSON.stringify(rows, undefined, 2)}\n`);
    return;
  }
  for (const row of rows) {
    const pathways = row.pathways.map((id) => titles.get(id) ?? id).join(locale === 'en' ? ', ' : '、');
    context.print(
      [
        `${paint.bold(row.title)}  ${paint.dim(row.id)}`,
        `  ${[pathways, row.place, row.industry, row.period].join(' · ')}`,
        `  ${paint.dim(row.why)}`,
        '',
      ].join('\n'),
    );
  }
  context.note(context.word('casesCount', rows.length));
}
