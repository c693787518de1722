import type { Case, CaseFact, CaseLibrary } from '../framework/case-types.ts';
import type { LocalText } from '../text.ts';
import { bareName, nameWords } from './case-names.ts';
import { clauseAt, isEnglish, isSure, placeIn, rangeOf, sentenceAt } from './in-passage.ts';
import { type Named, type NamedKind, namedIn } from './named-bodies.ts';
import { normalOf } from './normal.ts';
import type { Judging, Observation, Replacement } from './observation.ts';
import { type TopicWords, topicWords } from './topic-words.ts';

/** A statement of the case with somebody else in it: 由深圳市与清华大学共建, where it was 香港中文大学. */
export function namesAgainst(judging: Judging): Observation[] {
  const { passage, library, speaker } = judging;
  if (passage.cited.length === 0) return [];
  const { block, from, to } = passage;
  const named = namedIn(block.normal.value.slice(from, to), library).map((one) => ({
    ...one,
    from: one.from + from,
    to: one.to + from,
  }));
  return named.flatMap((name): Observation[] => {
    const who = speaker(name.from);
    if (typeof who === 'string') return [];
    const found = who.find((one) => isSure(judging, one) && !knows(one, name.text));
    const against = found && (factAgainst(judging, name, named, found) ?? actorsAgainst(judging, name, named, found));
    return against ? [{ ...placeIn(judging, found), kind: 'name', range: rangeOf(block, name), ...against }] : [];
  });
}

interface Against {
  readonly fact: CaseFact;
  readonly right: LocalText;
  readonly replacement?: Replacement;
  readonly isMild?: boolean;
}

/** A fact says the same of somebody else of that kind. */
function factAgainst(judging: Judging, name: Named, named: readonly Named[], found: Case): Against | undefined {
  const { block } = judging.passage;
  for (const fact of found.facts) {
    if (fact.status === 'disputed') continue;
    const meant = namedInFact(fact, name.kind, judging.library).filter(
      (text) => !named.some((one) => one.text === text),
    );
    if (meant.length === 0 || !isSameStatement(judging, fact, name, found)) continue;
    const newText = meant.length === 1 && !isEnglish(block.normal.value) ? meant[0] : undefined;
    return {
      fact,
      right: fact.statement,
      ...(newText === undefined ? {} : { replacement: { range: rangeOf(block, name), newText } }),
    };
  }
  return undefined;
}

/** The clause tells what the case tells, of which others are the actors. It may be that the library does not know all of them. */
function actorsAgainst(judging: Judging, name: Named, named: readonly Named[], found: Case): Against | undefined {
  const { library, passage } = judging;
  const { value } = passage.block.normal;
  const told = named.filter(({ kind, text }) => kind === name.kind && knows(found, text));
  if (told.length > 0 && !told.some((one) => areListedTogether(value, one, name))) return undefined;
  const clause = clauseAt(judging, name.from);
  if (COMPARES.test(value.slice(clause.from, name.from))) return undefined;
  const actors = found.actors.filter((one) =>
    namedIn(normalOf(one.name.zh), library).some(({ kind }) => kind === name.kind),
  );
  if (actors.length === 0) return undefined;
  const english = isEnglish(value);
  const fact = found.facts.find(({ statement }) =>
    isRetold(judging, name, found, english ? statement.en : statement.zh),
  );
  return fact ? { fact, right: namesOf(actors.map((one) => one.name)), isMild: true } : undefined;
}

/** Somebody is only likened to the case's actors. */
const COMPARES =
  /(?:[继比像如]|不同于|区别于|类似|相较|媲美|竞争|超过)[^,;。]{0,6}$|\b(?:like|unlike|than|after|rival(?:s|ling)?) $/;

function namesOf(names: readonly LocalText[]): LocalText {
  return { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') };
}

const said = new WeakMap<Case, string>();

/** Whether the case speaks of somebody, by whichever form of the name; what a pattern took along before it does not matter. */
function knows(found: Case, name: string): boolean {
  let text = said.get(found);
  if (text === undefined) {
    const { facts, disputes, actors, aliases, title, summary, mechanism, caveats, lessons, sources } = found;
    text = normalOf(
      JSON.stringify([facts, disputes, actors, aliases, title, summary, mechanism, caveats, lessons, sources]),
    );
    said.set(found, text);
  }
  const bare = bareName(name);
  if (text.includes(name) || (bare.length > 1 && text.includes(bare))) return true;
  if (isEnglish(name)) return false;
  for (let i = 1; i <= name.length - 4; i++) if (text.includes(name.slice(i))) return true;
  return false;
}

/** Those of a kind that a fact's Chinese statement names. */
function namedInFact({ statement }: CaseFact, kind: NamedKind, library: CaseLibrary): string[] {
  return namedIn(normalOf(statement.zh), library).flatMap((one) => (one.kind === kind ? [one.text] : []));
}

/** What the same deed is called. */
const FOUNDING = /共建|合作成立|共同成立|创办|创立|创建|发起|倡议|兴办|组建/;
const IS_FOUNDED = new RegExp(
  `^(?:[、与和等][^,;。]{0,24})?(?:\\d{4}年)?(?:共同|联合|合作)?(?:${FOUNDING.source}|成立)(?:而成)?[,;。\\s]*$`,
);

/** The words of the name's clause, without names, are those of the fact. */
function isSameStatement(judging: Judging, fact: CaseFact, name: Named, found: Case): boolean {
  const { value } = judging.passage.block.normal;
  const english = isEnglish(value);
  const statement = english ? fact.statement.en : fact.statement.zh;
  if (!english && FOUNDING.test(statement) && isFoundedBy(judging, name, found)) return true;
  return isRetold(judging, name, found, statement);
}

/** `研究院由浙江省与某大学共建`: the case itself is founded, and by whom is said last in the clause. */
function isFoundedBy(judging: Judging, name: Named, found: Case): boolean {
  const { value } = judging.passage.block.normal;
  const clause = clauseAt(judging, name.from);
  const [, subject] = /^([^,;。]*?)由[^,;。]*$/.exec(value.slice(clause.from, name.from)) ?? [];
  if (subject === undefined || !IS_FOUNDED.test(value.slice(name.to, clause.to))) return false;
  const own = nameWords(found);
  return [...topicWords(subject, true)].some((word) => own.has(word));
}

/** Names of the kind apart, the words around the name (the clause, in English the sentence) are those of the statement. */
function isRetold(judging: Judging, name: Named, found: Case, statement: string): boolean {
  const { value } = judging.passage.block.normal;
  const { from, to } = isEnglish(value) ? sentenceAt(judging, name.from) : clauseAt(judging, name.from);
  const text = value.slice(from, to);
  const told = normalOf(statement);
  const known = wordsWithout(name.kind, told, judging.library);
  const own = nameWords(found);
  const words = [...wordsWithout(name.kind, text, judging.library)].filter((word) => !own.has(word) || known.has(word));
  const shared = words.filter((word) => known.has(word)).length;
  // The same number tells as much as a word or two.
  const numbers = numbersIn(told);
  const isSameNumber = numbersIn(text).some((number) => numbers.includes(number));
  return shared >= 3 && shared >= words.length * (isSameNumber ? 0.4 : 0.6);
}

function numbersIn(text: string): readonly string[] {
  return text.match(/\d+(?:\.\d+)?/g) ?? [];
}

function wordsWithout(kind: NamedKind, text: string, library: CaseLibrary): TopicWords {
  const names = namedIn(text, library).filter((one) => one.kind === kind);
  const rest = names.reduceRight((one, { from, to }) => `${one.slice(0, from)} ${one.slice(to)}`, text);
  return topicWords(rest, true);
}

/** Two names side by side in one enumeration: 吉利集团、万向集团. */
function areListedTogether(value: string, one: Named, other: Named): boolean {
  const [first, last] = one.from < other.from ? [one, other] : [other, one];
  return /^[、,]$/.test(value.slice(first.to, last.from));
}
