import type { Case, CaseFact } from '../framework/case-types.ts';
import { caseNames, placesOf } from './case-names.ts';
import { isEnglish, isSure, placeIn, rangeOf } from './in-passage.ts';
import { normalOf } from './normal.ts';
import type { Judging, Observation } from './observation.ts';
import { share, topicWords } from './topic-words.ts';

/** A statement that happened somewhere else: 富士康1988年在昆山设立大陆首家工厂, where it was 深圳. */
export function placesAgainst(judging: Judging): Observation[] {
  const { passage, library, speaker } = judging;
  const { places } = caseNames(library);
  const { value } = passage.block.normal;
  const found: Observation[] = [];
  for (const { clauses } of passage.sentences)
    for (const clause of clauses) {
      const text = value.slice(clause.from, clause.to);
      const who = passage.cited;
      for (const one of who) {
        if (!isSure(judging, one)) continue;
        const home = everythingIn(one);
        const stranger = [...places].find((place) => at(text, place) >= 0 && !home.includes(place) && place.length > 1);
        if (stranger === undefined || speaker(clause.from + at(text, stranger)) === 'own') continue;
        // Its own place is named too: a comparison, or a move.
        if (placesOf(one).some((place) => place !== '' && text.includes(normalOf(place)))) continue;
        const fact = one.facts.find((fact) => isAbout(fact, text, stranger));
        if (!fact) continue;
        const from = clause.from + at(text, stranger);
        found.push({
          ...placeIn(judging, one),
          kind: 'place',
          range: rangeOf(passage.block, { from, to: from + stranger.length }),
          fact,
          right: fact.statement,
        });
      }
    }
  return found;
}

/** All that is said of a case, folded. */
function everythingIn(one: Case): string {
  const before = said.get(one);
  if (before !== undefined) return before;
  const { region, park, title, aliases, facts, disputes } = one;
  const all = normalOf(JSON.stringify([region, park, title, aliases, facts, disputes]));
  said.set(one, all);
  return all;
}

const said = new WeakMap<Case, string>();

function isAbout(fact: CaseFact, text: string, stranger: string): boolean {
  if (fact.kind !== 'place' && fact.place === undefined) return false;
  const english = isEnglish(text);
  const words = topicWords(text.replaceAll(stranger, ' '), true);
  const known = share(words, topicWords(english ? fact.statement.en : fact.statement.zh));
  if (fact.kind === 'place')
    return (
      fact.status !== 'disputed' &&
      share(topicWords(english ? fact.indicator.en : fact.indicator.zh), words) >= 0.3 &&
      known >= 0.3
    );
  return known >= 0.5;
}

function at(text: string, place: string): number {
  const from = text.indexOf(place);
  const isLetter = (i: number) => /[a-z]/.test(text[i] ?? ' ');
  return from >= 0 && isLetter(from) && (isLetter(from - 1) || isLetter(from + place.length)) ? -1 : from;
}
