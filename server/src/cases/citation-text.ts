import type { Case, CaseFact } from '../framework/case-types.ts';
import { type Locale, say } from '../text.ts';

/** `[@liushi-low-voltage]`; braces where Pandoc would end the key early. */
export function citationOf(key: string): string {
  return /^[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_]))*$/u.test(key) ? `[@${key}]` : `[@{${key}}]`;
}

/**
 * A sentence of a plan that tells the case's key figure and cites it: `2009年第一届亚洲小核酸会议在昆山召开，参会500余人[@kunshan-sirna]。`
 * One without facts that can be stated flatly gives its summary's first sentence.
 */
export function citingSentence(found: Case, locale: Locale): string {
  const fact = keyFact(found);
  const told = fact ? say(fact.statement, locale) : firstSentence(say(found.summary, locale));
  const said = isNamed(told, found) ? told : `${subjectOf(found, locale)}${locale === 'en' ? ': ' : '：'}${told}`;
  const stop = /[。.！!？?]$/.exec(said)?.[0] ?? (locale === 'en' ? '.' : '。');
  const words = said.replace(/[。.！!？?]$/, '');
  return `${words}${locale === 'en' ? ' ' : ''}${citationOf(found.id)}${stop}`;
}

/** The figure that tells most: asserted, of the case itself and not of a wider area, a result and not a goal, rather with a year and a source to click on than without. */
export function keyFact(found: Case): CaseFact | undefined {
  const shown = new Set(found.sources.filter(({ showLink }) => showLink).map(({ id }) => id));
  const worth = ({ kind, status, scope, target, year, source, unit }: CaseFact) =>
    (kind === 'figure' ? 8 : 0) +
    (scope || target === true ? 0 : 4) +
    (unit && GROUND.test(unit.zh) ? 0 : 2) +
    (year === undefined ? 0 : 1) +
    (shown.has(source) ? 1 : 0) +
    (status === 'asserted' ? 16 : 0);
  const best = found.facts.reduce<CaseFact | undefined>(
    (kept, fact) => (kept === undefined || worth(fact) > worth(kept) ? fact : kept),
    undefined,
  );
  return best?.status === 'asserted' ? best : undefined;
}

/** Areas say little of a cluster. */
const GROUND = /平方|亩|公顷/;

/** A statement of a case's file stands alone; in a plan somebody has to say where. */
function isNamed(told: string, { title, aliases, region, actors }: Case): boolean {
  const places = [region.province, region.city, region.district].flatMap((place) =>
    place ? [place.zh, place.en] : [],
  );
  const names = [...aliases, ...places, ...actors.flatMap(({ name }) => [name.zh, name.en]), title.zh.split('：')[0]!];
  return names.some((name) => told.includes(name.replace(/(?<=..)[省市区县镇]$/, '')));
}

/** What stands before the colon of a title. */
function subjectOf({ title }: Case, locale: Locale): string {
  return say(title, locale).split(/[：:]/)[0]!.trim();
}

export function firstSentence(text: string): string {
  return /^.*?(?:[。！？]|[.!?](?=\s|$))/s.exec(text)?.[0] ?? text;
}
