import type { Case } from '../framework/case-types.ts';
import type { Framework } from '../framework/compile.ts';
import { type Locale, say } from '../text.ts';
import { placeOf } from './place.ts';

/** What a list to choose from shows of a case, in one language. */
export interface CaseChoice {
  readonly id: string;
  readonly title: string;
  /** Titles of its pathways, the main one first; the id of one that the framework does not have. */
  readonly pathways: readonly string[];
  readonly place: string;
  readonly industry: string;
  readonly period: string;
  /** One line: why it worked. */
  readonly why: string;
}

export function caseChoice(found: Case, { pathways }: Pick<Framework, 'pathways'>, locale: Locale): CaseChoice {
  const titles = new Map(pathways.map(({ id, title }) => [id, say(title, locale)]));
  return {
    id: found.id,
    title: say(found.title, locale),
    pathways: found.pathways.map((id) => titles.get(id) ?? id),
    place: placeOf(found.region, locale),
    industry: say(found.industry, locale),
    period: found.period,
    why: say(found.mechanism, locale),
  };
}
