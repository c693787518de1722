import type { Case, CaseDispute } from '../framework/case-types.ts';
import type { Clause, Sentence } from '../plan/types.ts';
import type { Range } from '../text.ts';
import { isDoubted, withoutDenied } from './denied.ts';
import { isEnglish, isSure, placeIn, rangeOf } from './in-passage.ts';
import { normalOf } from './normal.ts';
import type { Judging, Observation } from './observation.ts';
import { share, topicWords } from './topic-words.ts';

/** Statements that take one side where sources disagree, and not the side that the case's file prefers. */
export function disputesTouched(judging: Judging): Observation[] {
  const { passage } = judging;
  return passage.cited.flatMap((found) => {
    if (!isSure(judging, found)) return [];
    return found.disputes.flatMap((dispute): Observation[] => {
      for (const sentence of passage.sentences) {
        const touched = touchedIn(sentence, found, dispute, judging);
        if (touched) return [{ ...placeIn(judging, found), kind: 'disputed', dispute, ...touched }];
      }
      return [];
    });
  });
}

/** Where a sentence takes the side: the one clause that does so by itself, else all that it says of the case. */
function touchedIn(
  { clauses, from: start, to: end }: Sentence,
  found: Case,
  dispute: CaseDispute,
  { passage, speaker }: Judging,
): { range: Range; isOnFact: boolean } | undefined {
  const { value } = passage.block.normal;
  if (isDoubted(value.slice(start, end))) return undefined;
  const said = clauses.filter(({ to }) => speaker(to - 1) !== 'own');
  const textOf = (some: readonly Clause[]) =>
    some.map(({ from, to }) => withoutDenied(value.slice(from, to))).join(',');
  const isOnFact = (text: string) => touchesFact(text, found, dispute) || saysQuoted(text, dispute);
  const touches = (text: string) => isOnFact(text) || saysClaim(text, found, dispute);
  const [first] = said;
  const whole = textOf(said);
  if (!first || takesPreferredSide(whole, dispute) || !touches(whole)) return undefined;
  const alone = said.find((clause) => touches(textOf([clause])));
  const stretch = alone ?? { from: first.from, to: said.at(-1)!.to };
  return { range: rangeOf(passage.block, stretch), isOnFact: isOnFact(whole) };
}

/** A number or place that only the preferred side has. */
function takesPreferredSide(text: string, { preferred, claims, statement }: CaseDispute): boolean {
  if (!preferred) return false;
  const english = isEnglish(text);
  const side = normalOf(english ? preferred.en : preferred.zh);
  const [first] = claims;
  const against = normalOf(english ? first!.value.en : first!.value.zh);
  const numbers = (one: string): string[] => one.match(/\d{2,}(?:\.\d+)?/g) ?? [];
  const own = numbers(side).filter((number) => !numbers(against + statement.zh).includes(number));
  if (own.some((number) => text.includes(number))) return true;
  const words = new Set([...topicWords(side, true)].filter((word) => !topicWords(against, true).has(word)));
  return words.size > 0 && share(words, topicWords(text, true)) >= 0.5;
}

/** A fact of the case that is marked as disputed, said as a fact: its number, its place, or its words. */
function touchesFact(text: string, found: Case, dispute: CaseDispute): boolean {
  const english = isEnglish(text);
  const words = topicWords(text, true);
  return found.facts.some((fact) => {
    if (fact.status !== 'disputed' || !dispute.facts.includes(fact.id)) return false;
    const name = topicWords(english ? fact.indicator.en : fact.indicator.zh.replace(/(?:年份|日期|时间)$/, ''));
    if (fact.kind === 'year' || fact.kind === 'figure')
      return text.includes(String(fact.value)) && share(name, words) >= 0.5;
    if (fact.kind === 'place') return text.includes(normalOf(String(fact.value))) && share(name, words) >= 0.3;
    return (
      share(topicWords(english ? fact.statement.en : fact.statement.zh.replace(/^王翀文章(?:称|写)?/, '')), words) >=
      0.6
    );
  });
}

/** The words of a side other than the preferred one. */
function saysClaim(text: string, { aliases, title }: Case, { claims, preferred }: CaseDispute): boolean {
  const english = isEnglish(text);
  const words = topicWords(text, true);
  const names = topicWords([title.zh, title.en, ...aliases].join(' '));
  return claims.some(({ value }) => {
    const said = normalOf(english ? value.en : value.zh).replace(/\([^()]*\)/g, '');
    if (
      preferred &&
      share(topicWords(normalOf(english ? preferred.en : preferred.zh), true), topicWords(said, true)) >= 0.5
    )
      return false;
    // A claim that is little more than the case's name says nothing yet.
    const claim = new Set([...topicWords(said, true)].filter((word) => !names.has(word)));
    const numbers = said.match(/\d{2,}(?:\.\d+)?/g) ?? [];
    return claim.size >= 4 && share(claim, words) >= 0.7 && numbers.every((number) => text.includes(number));
  });
}

/** What the dispute is about stands in quotation marks: 是不是1990年打假中“诞生”的. */
function saysQuoted(text: string, { statement }: CaseDispute): boolean {
  if (isEnglish(text)) return false;
  const quoted = /[“"]([^”"]+)[”"]/.exec(statement.zh)?.[1];
  if (quoted === undefined) return false;
  const hits = quoted === '诞生' ? BIRTH.test(text) : text.includes(normalOf(quoted));
  const rest = topicWords(statement.zh.replace(/[“"][^”"]*[”"]/g, ' ').replace(/是不是|是否|还是|有没有|已/g, ' '));
  return hits && rest.size > 0 && share(rest, topicWords(text, true)) >= 0.6;
}

const BIRTH = /诞生|创办|成立|创立|产生|催生|孕育/;
