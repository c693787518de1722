import type { Framework } from '../framework/compile.ts';
import type { SpeechSource } from '../framework/types.ts';
import { lastSpan, spanAt } from '../plan/span-at.ts';
import type { Clause, Sentence } from '../plan/types.ts';
import { type Range, startingIn } from '../text.ts';
import { isAnswered } from './answer-column.ts';
import type { PatternMatch } from './match-pattern.ts';
import { type BlockReading, hitsBetween, isInside, rangeOf } from './read-block.ts';

/** Why a clause takes back what it speaks of: it is denied, or left for later. Undefined where it does not. */
export function denialOf(
  match: PatternMatch,
  reading: BlockReading,
  framework: Framework,
): 'negated' | 'deferred' | undefined {
  // Facts alone speak for themselves.
  if (match.words.length === 0) return undefined;
  const { defer, negate, lack } = framework.speech;
  const { sentence, clause } = placeOf(match, reading);
  if (speaks(reading, defer, sentence.from, sentence.to)) return 'deferred';
  if (match.pattern.lack) return undefined;
  if (speaks(reading, negate, clause.from, clause.to) || isDeniedNearby(match, reading, sentence, framework))
    return 'negated';
  const isLacking = speaks(reading, lack, clause.from, clause.to);
  return isLacking && !acts(match, reading, sentence, framework) ? 'negated' : undefined;
}

/** Whether somebody does, pays for or requires what a match speaks of, as against naming it, hoping for it or describing it. */
export function commits(match: PatternMatch, reading: BlockReading, framework: Framework): boolean {
  if (match.words.length === 0) return true;
  const { value } = reading.block.normal;
  const { at, sentence, clause } = placeOf(match, reading);
  const says = (what: Exclude<keyof SpeechSource, 'founded'>, from: number, to: number) =>
    speaks(reading, framework.speech[what], from, to);

  if (isAnswered(reading.block, at)) return true;
  if (describes(reading, framework, clause) || isLeftOut(value, clause, at) || isAside(value, clause, at)) return false;
  if (isQuoted(value) || isGuiding(value, sentence) || isPreamble(value, sentence) || isBareInEnglish(match, reading))
    return false;
  if (isBareItem(match, value) || isOneOfMany(match, reading, clause)) return false;
  if (isVague(match, reading, framework, clause, sentence)) return false;
  if (acts(match, reading, sentence, framework)) return true;
  // A clause with an urging verb of its own does not borrow an act from an earlier one.
  if (says('act', sentence.from, at) && !says('urge', clause.from, at)) return true;
  if (opensSentence(value, clause) && says('act', clause.to, sentence.to)) return true;
  if (isSubject(value, clause, sentence) && says('act', clause.to, sentence.to)) return true;
  if (isTabular(reading) && reading.kinds.size > 0) return true;
  return says('urge', sentence.from, clause.to) && isSpecific(reading, sentence);
}

/** Its first word, and what stands around that. */
function placeOf({ words }: PatternMatch, { block }: BlockReading) {
  const at = Math.min(...words.map(({ hit }) => hit.from));
  const sentence = spanAt(block.sentences, at);
  return { at, sentence, clause: spanAt(sentence.clauses, at) };
}

/** Whether something is done in the clauses of a match, or in the others of its sentence. */
function acts({ words, pattern }: PatternMatch, reading: BlockReading, sentence: Sentence, framework: Framework) {
  const { value } = reading.block.normal;
  if (words.some(({ hit }) => doesSomething(reading, framework, spanAt(sentence.clauses, hit.from)))) return true;
  if (pattern.within === 'clause') return false;
  // …升级，为建设现代化产业体系提供动力: what it is for is not what is done.
  return sentence.clauses.some(
    (clause) => doesSomething(reading, framework, clause) && !PURPOSE.test(value.slice(clause.from, clause.from + 2)),
  );
}

const PURPOSE = /^(?:为|以便|从而|助力|支撑)/;

/** A verb of an act governs; 建设 at the end of 融入长江经济带建设 is a noun, and 融入 is what is done. */
function doesSomething(reading: BlockReading, framework: Framework, { from, to }: Clause): boolean {
  const { act, slogan } = framework.speech;
  if (!speaks(reading, act, from, to)) return false;
  const [verb] = hitsBetween(reading.hits.get(slogan), from, to);
  return !verb || hitsBetween(reading.hits.get(act), from, to).some((hit) => hit.to < to || hit.from < verb.from);
}

/** Whether a clause behind a place of the block does something, and is not denied, put off or a description. */
export function actsBehind(reading: BlockReading, from: number, framework: Framework): boolean {
  const { act, negate, defer, describe } = framework.speech;
  return reading.block.sentences.some(
    (sentence) =>
      sentence.from >= from &&
      !speaks(reading, defer, sentence.from, sentence.to) &&
      sentence.clauses.some(
        (clause) =>
          speaks(reading, act, clause.from, clause.to) &&
          doesSomething(reading, framework, clause) &&
          !speaks(reading, negate, clause.from, clause.to) &&
          !speaks(reading, describe, clause.from, clause.to),
      ),
  );
}

/** 人才培养由教育部门统筹，本方案暂不开展育才: the sentence takes back in one clause what another names. */
function isDeniedNearby(match: PatternMatch, reading: BlockReading, sentence: Sentence, framework: Framework): boolean {
  const { negate } = framework.speech;
  if (!speaks(reading, negate, sentence.from, sentence.to)) return false;
  const { group } = match.words[0]!;
  const key = `${sentence.from} ${group}`;
  const known = denied.get(reading) ?? new Map<string, boolean>();
  denied.set(reading, known);
  const before = known.get(key);
  if (before !== undefined) return before;
  const topic = reading.hits.get(group);
  const isDenied = sentence.clauses.some(
    ({ from, to }) => speaks(reading, negate, from, to) && hitsBetween(topic, from, to).length > 0,
  );
  known.set(key, isDenied);
  return isDenied;
}

/** By sentence and group: asked once, however many matches the sentence has. */
const denied = new WeakMap<BlockReading, Map<string, boolean>>();

/** Between a word and what it is one of: 概念验证 and 中心. */
const LONGEST_TAIL = 2;

/** 培育一批龙头企业: grown, but neither which nor how many. */
function isVague(
  { words }: PatternMatch,
  reading: BlockReading,
  framework: Framework,
  clause: Clause,
  sentence: Sentence,
): boolean {
  const { vague, act, growth, founded } = framework.speech;
  if (!speaks(reading, vague, clause.from, clause.to)) return false;
  // 布局一批概念验证中心: what is founded.
  if (founded !== undefined && words.some(({ hit }) => speaks(reading, founded, hit.from, hit.to + LONGEST_TAIL)))
    return false;
  if (startingIn(reading.facts.figures, rangeOf(reading, sentence)).length > 0) return false;
  const grown = hitsBetween(reading.hits.get(growth), clause.from, clause.to);
  return hitsBetween(reading.hits.get(act), clause.from, clause.to).every((hit) => isInside(hit, grown));
}

/** 对链主项目以外的招商项目; 除明确上级资金支持的条款外,其他…: what is left out, unless more is given besides. */
function isLeftOut(value: string, { from, to }: Clause, at: number): boolean {
  if (value[from] === '除' && /(?:以外|之外|外)$/.test(value.slice(from, to)))
    return !/^[,，]?[^,，。;；]{0,8}(?:还|另|再|也|同时|并)/.test(value.slice(to, to + 12));
  const end = value.slice(from, to).search(/(?:以外|之外)的/);
  return end >= 0 && at < from + end;
}

/** 设备投资（含环保处理设备）: an example in brackets. */
function isAside(value: string, { from }: Clause, at: number): boolean {
  return /\((?:含|不含|包括|包含|如|例如|比如|原|e\.g\.|including)[^()]*$/.test(value.slice(Math.max(0, from - 2), at));
}

/** 在资金、土地、人才、空域等方面: one item of an enumeration, with nothing said of it. */
function isBareItem({ words }: PatternMatch, value: string): boolean {
  const from = Math.min(...words.map(({ hit }) => hit.from));
  const to = Math.max(...words.map(({ hit }) => hit.to));
  if (to - from > LONGEST_ITEM || value.slice(from, to).includes('、')) return false;
  return '、和与及'.includes(value[from - 1] ?? ' ') && '、和与及等'.includes(value[to] ?? ' ');
}

/** … said: "This is a fantastic opportunity to …": what somebody says of it binds nobody. */
function isQuoted(value: string): boolean {
  return /\bsaid[:,]/.test(value);
}

/** 以…思想为指导，…更好统筹发展和安全: what follows from guiding thought are principles. */
function isGuiding(value: string, { from, to }: Sentence): boolean {
  return /(?:思想|理论|精神)[^。;]{0,60}为(?:根本)?指导(?:[,。;]|$)/.test(value.slice(from, to));
}

/** 为扶持总部经济，推动产业优化升级，特制定本办法: what a document is made for is not what it does. */
function isPreamble(value: string, { from, to }: Sentence): boolean {
  return MADE_FOR.test(value.slice(from, from + 12)) && /制定(?:了)?(?:本|以下|如下)/.test(value.slice(from, to));
}

/** At the start of a sentence, also behind 第一条 or (一). */
const MADE_FOR =
  /^(?:第[一二三四五六七八九十\d]{1,3}条 ?|\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十\d]{1,3}[、.])? ?为/;

/** Investment in infrastructure, housing and skills: the last of several things, and the only one of the topic. */
function isBareInEnglish({ pattern, words }: PatternMatch, { hits, block }: BlockReading): boolean {
  const { value } = block.normal;
  const { from, to } = words[0]!.hit;
  // In a cell a list of nouns is what is done.
  if (block.kind === 'row' || !/[a-z]/.test(value[from]!)) return false;
  if (!/(?:, (?:and )?| and | or )$/.test(value.slice(Math.max(0, from - 6), from))) return false;
  if (!/^(?:[,.;:)]|$| (?:and|or|not|for|in|to|of|that|which|creates?|are|is)\b)/.test(value.slice(to, to + 10)))
    return false;
  return !pattern.all[0]!.some((group) => hitsBetween(hits.get(group), Math.max(0, from - 60), from).length > 0);
}

/** 推进空管服务、产业发展、统计分类等事宜: one short item of several, and the others are of something else. */
function isOneOfMany({ pattern, words }: PatternMatch, reading: BlockReading, clause: Clause): boolean {
  const { hits, block, facts } = reading;
  const [first] = words;
  // 重点实验室、中试线各1个: what is counted is meant.
  if (!first || startingIn(facts.figures, rangeOf(reading, clause)).length > 0) return false;
  const items = itemsOf(block.normal.value, clause);
  const at = items.findIndex(({ from, to }) => first.hit.from >= from && first.hit.to <= to);
  const item = items[at];
  const isFew = items.length < 3 && !/^等(?:方面|领域|环节)/.test(block.normal.value.slice(items.at(-1)!.to));
  if (block.normal.value[items.at(-1)!.to] !== '等' && at < items.length - 1) return false;
  const longest = /^等(?:方面|各项|相关|具体)?的?工作/.test(block.normal.value.slice(items.at(-1)!.to))
    ? LONGEST_DUTY
    : LONGEST_ITEM;
  if (at <= 0 || isFew || item!.to - item!.from > longest) return false;
  return !items.some(
    (one, i) => i !== at && pattern.all[0]!.some((group) => hitsBetween(hits.get(group), one.from, one.to).length > 0),
  );
}

const LONGEST_ITEM = 8;
/** 装备制造培育、基础设施建设和应用场景拓展等方面工作: duties are named at greater length. */
const LONGEST_DUTY = 16;

/** What 、 parts in a clause; the last one ends at 等. */
function itemsOf(value: string, { from, to }: Clause): { from: number; to: number }[] {
  const items: { from: number; to: number }[] = [];
  let start = from;
  for (let i = from; i <= to; i++) {
    const isEnd = i === to || value[i] === '等';
    if (!isEnd && value[i] !== '、') continue;
    items.push({ from: start, to: i });
    start = i + 1;
    if (isEnd) break;
  }
  return items;
}

function speaks({ hits, titles, units }: BlockReading, group: number, from: number, to: number): boolean {
  const list = hits.get(group);
  if (!list) return false;
  for (let i = lastSpan(list, from - 1) + 1; i < list.length && list[i]!.from < to; i++)
    if (!isInside(list[i]!, titles) && !isInside(list[i]!, units)) return true;
  return false;
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

/** Technology transfer, patents and the like will be …: what stands in front of the first comma is one of several subjects. */
function isSubject(value: string, clause: Clause, { from, to }: Sentence): boolean {
  const opens = clause.from <= from + LONGEST_NUMBER || value.slice(from, clause.from).trimEnd().endsWith(':');
  if (!opens || !IN_ENGLISH.test(value.slice(clause.from, clause.from + LONGEST_NUMBER))) return false;
  return SUBJECT.test(value.slice(clause.from, Math.min(to, clause.from + LONGEST_SUBJECT)));
}

const IN_ENGLISH = /^[\d.) ]{0,7}[a-z]/i;

/** Characters: 7.1.2. */
const LONGEST_NUMBER = 8;
const LONGEST_SUBJECT = 300;
const SUBJECT =
  /^(?!(?:[\d.) ]|[a-z]\. )*(?:as|at|by|for|given|because|in|on|over|recogni[sz]ing|to|under|when|where|while|with)\b)(?:[\d.) ]|[a-z]\. )*(?:(?!\b(?:is|are|was|were|has|have|had|can|could|may|might|that|to|which)\b)[^,;:()])+,[^;:.]{1,120}?\b(?:will|shall|must|would|should)\b/i;

/** Rows and items of a list often have no verb: 领军人才 | 安家补贴100万元, - 75% exemption from stamp duty. */
function isTabular({ block, kinds }: BlockReading): boolean {
  if (block.kind === 'item') return kinds.has('figure') || kinds.has('money');
  return block.kind === 'row' && (kinds.has('figure') || kinds.has('money') || kinds.has('unit'));
}

/** 加强 and its like count where the sentence says what, how much, by when or with whom. */
function isSpecific(reading: BlockReading, sentence: Sentence): boolean {
  const { figures, dates, names } = reading.facts;
  const range = rangeOf(reading, sentence);
  return [figures, dates, names].some((facts) => startingIn<{ range: Range }>(facts, range).length > 0);
}
