import type { Framework } from '../framework/compile.ts';
import type { SpeechSource } from '../framework/types.ts';
import type { Clause, Sentence } from '../plan/types.ts';
import { type Range, startingIn } from '../text.ts';
import type { PatternMatch } from './match-pattern.ts';
import { type BlockReading, clauseAt, hitsBetween, isInside, rangeOf, sentenceAt } from './read-block.ts';

/**
 * What a sentence does with what it speaks of.
 * - `commit`: somebody does, pays for or requires it
 * - `name`: it is named, hoped for, described
 * - `negate`: it is denied
 * - `defer`: it is left for later
 */
export type Speech = 'commit' | 'name' | 'negate' | 'defer';

/** How the clause of a match speaks; the rest of its sentence helps. */
export function speechOf(match: PatternMatch, reading: BlockReading, framework: Framework): Speech {
  const { block } = reading;
  // Facts alone speak for themselves.
  if (match.words.length === 0) return 'commit';
  const at = Math.min(...match.words.map(({ hit }) => hit.from));
  const sentence = sentenceAt(block, at);
  const clause = clauseAt(sentence, at);
  const says = (what: keyof SpeechSource, from: number, to: number) =>
    speaks(reading, framework.speech[what], from, to);

  if (says('defer', sentence.from, sentence.to)) return 'defer';
  const clauses = match.words.map(({ hit }) => clauseAt(sentence, hit.from));
  const spans = match.pattern.within === 'clause' ? clauses : [...clauses, match.window];
  const acts = spans.some(({ from, to }) => says('act', from, to));
  if (!match.pattern.lack) {
    if (says('negate', clause.from, clause.to) || isDeniedNearby(match, reading, sentence, framework)) return 'negate';
    if (!acts && says('lack', clause.from, clause.to)) return 'negate';
  }
  if (describes(reading, framework, clause) || isBareItem(match, block.normal.value)) return 'name';
  if (isVague(reading, framework, clause, sentence)) return 'name';
  // A clause with an urging verb of its own does not borrow an act from an earlier one.
  const urges = says('urge', clause.from, at);
  if (acts || (!urges && says('act', sentence.from, at))) return 'commit';
  if (opensSentence(block.normal.value, clause) && says('act', clause.to, sentence.to)) return 'commit';
  if (isTabular(reading) && reading.kinds.size > 0) return 'commit';
  if (says('urge', sentence.from, clause.to) && isSpecific(reading, sentence)) return 'commit';
  return 'name';
}

/** 人才培养由教育部门统筹，本方案暂不开展育才: the sentence takes back in one clause what another names. */
function isDeniedNearby(match: PatternMatch, reading: BlockReading, sentence: Sentence, framework: Framework): boolean {
  const topic = reading.hits.get(match.words[0]!.group);
  return sentence.clauses.some(
    ({ from, to }) => hitsBetween(topic, from, to).length > 0 && speaks(reading, framework.speech.negate, from, to),
  );
}

/** 培育一批龙头企业: grown, but neither which nor how many. */
function isVague(reading: BlockReading, framework: Framework, clause: Clause, sentence: Sentence): boolean {
  const { vague, act, growth } = framework.speech;
  if (!speaks(reading, vague, clause.from, clause.to)) return false;
  if (startingIn(reading.facts.figures, rangeOf(reading, sentence)).length > 0) return false;
  const grown = hitsBetween(reading.hits.get(growth), clause.from, clause.to);
  return hitsBetween(reading.hits.get(act), clause.from, clause.to).every((hit) => isInside(hit, grown));
}

/** 在资金、土地、人才、空域等方面: one item of an enumeration, with nothing said of it. */
function isBareItem({ words }: PatternMatch, value: string): boolean {
  const [only, ...others] = words;
  if (!only || others.length > 0) return false;
  return '、和与及'.includes(value[only.hit.from - 1] ?? ' ') && '、和与及等'.includes(value[only.hit.to] ?? ' ');
}

function speaks({ hits, titles, units }: BlockReading, group: number, from: number, to: number): boolean {
  return hitsBetween(hits.get(group), from, to).some((hit) => !isInside(hit, titles) && !isInside(hit, units));
}

function describes(reading: BlockReading, framework: Framework, clause: Clause): boolean {
  if (speaks(reading, framework.speech.describe, clause.from, clause.to)) return true;
  return startingIn(reading.facts.dates, rangeOf(reading, clause)).some(({ use }) => use === 'past');
}

/** 围绕…，引进…: a clause that only says what the next one is about. */
function opensSentence(value: string, { from }: Clause): boolean {
  return /^(?:[一二三四五六七八九十\d]{1,3}是)?(?:针对|围绕|依托|立足|聚焦|面向|瞄准|对标|以|从|按照|根据|结合|with |from |against |using |through |building on |around |for |in |to )/.test(
    value.slice(from, from + 14),
  );
}

/** Rows and items of a list often have no verb: 领军人才 | 安家补贴100万元. */
function isTabular({ block, kinds }: BlockReading): boolean {
  return block.kind === 'row' && (kinds.has('figure') || kinds.has('money') || kinds.has('unit'));
}

/** 加强 and its like count where the sentence says what, how much, by when or with whom. */
function isSpecific(reading: BlockReading, sentence: Sentence): boolean {
  const { figures, dates, names } = reading.facts;
  const range = rangeOf(reading, sentence);
  return [figures, dates, names].some((facts) => startingIn<{ range: Range }>(facts, range).length > 0);
}
