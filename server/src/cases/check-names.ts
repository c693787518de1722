import type { Case, CaseFact } from '../framework/case-types.ts';
import { startingIn } from '../text.ts';
import { nameWords } from './case-names.ts';
import { clauseAt, indexAt, isSure, placeIn, rangeOf } from './in-passage.ts';
import { normalOf } from './normal.ts';
import type { Judging, Observation } from './observation.ts';
import { type TopicWords, topicWords } from './topic-words.ts';

/** Names that end so stand for one body each. */
const BODIES = /[\u4e00-\u9fff]{2,6}(?:大学|学院|科学院)/g;

/** A statement of the case with another university or academy in it: 由深圳市与清华大学共建, where it was 香港中文大学. */
export function namesAgainst(judging: Judging): Observation[] {
  const { passage, plan, speaker } = judging;
  const { block } = passage;
  return startingIn(plan.names, rangeOf(block, passage)).flatMap((name): Observation[] => {
    const index = indexAt(block, name.range.start);
    const who = speaker(index);
    if (name.block !== block.id || typeof who === 'string' || !name.text.match(BODIES)) return [];
    const clause = clauseAt(judging, index);
    const words = topicWords(
      block.normal.value.slice(clause.from, clause.to).replaceAll(name.text, ' ').replace(BODIES, ' '),
      true,
    );
    for (const found of who) {
      if (!isSure(judging, found) || tellsOf(found).includes(name.text)) continue;
      const fact = found.facts.find((one) => isSameStatement(one, words, found));
      if (fact) return [{ ...placeIn(judging, found), kind: 'name', range: name.range, fact, right: fact.statement }];
    }
    return [];
  });
}

const told = new WeakMap<Case, string>();

/** Everything that a case says, normalised. */
function tellsOf(found: Case): string {
  const before = told.get(found);
  if (before !== undefined) return before;
  const { facts, disputes, actors, aliases, title, summary } = found;
  const text = normalOf(JSON.stringify([facts, disputes, actors, aliases, title, summary]));
  told.set(found, text);
  return text;
}

/** The words of a clause, without names, are those of a fact that names a body itself. */
function isSameStatement(fact: CaseFact, words: TopicWords, found: Case): boolean {
  const statement = normalOf(fact.statement.zh);
  if (fact.status === 'disputed' || !statement.match(BODIES)) return false;
  const names = nameWords(found);
  const known = topicWords(statement.replace(BODIES, ' '), true);
  const own = [...words].filter((word) => !names.has(word) || known.has(word));
  const shared = own.filter((word) => known.has(word)).length;
  return shared >= 3 && shared >= own.length * 0.6;
}
