import type { Figure } from '../plan/types.ts';
import { type Range, startingIn } from '../text.ts';
import type { NameFound } from './case-names.ts';
import { clauseAt, indexAt, isEnglish, rangeOf, sentenceAt } from './in-passage.ts';
import type { Judging } from './observation.ts';
import { type TopicWords, topicWords } from './topic-words.ts';

/** What a plan says around a figure. */
export interface FigureWords {
  readonly near: TopicWords;
  readonly wide: TopicWords;
  /** Amounts from which on its clause counts. */
  readonly thresholds: readonly number[];
  readonly isEnglish: boolean;
}

/** The words that belong to a figure: those between it and its neighbours, and those of the whole sentence. */
export function wordsAround(figure: Figure, figures: readonly Figure[], judging: Judging): FigureWords {
  const { block } = judging.passage;
  const { value } = block.normal;
  const from = indexAt(block, figure.range.start);
  const to = indexAt(block, figure.range.end);
  const clause = clauseAt(judging, from);
  const sentence = sentenceAt(judging, from);
  // 投资额10亿元以上的项目5个: the first amount is part of what is counted.
  const isThreshold = (one: Figure) =>
    /^(?:及?以上|以下)?的/.test(judging.plan.text.slice(one.range.end, one.range.end + 4));
  const plain = figures.filter((one) => one !== figure && one.use === 'plain' && !isThreshold(one));
  const left = Math.max(clause.from, ...plain.map((one) => indexAt(block, one.range.end)).filter((at) => at <= from));
  const right = Math.min(clause.to, ...plain.map((one) => indexAt(block, one.range.start)).filter((at) => at >= to));
  const before = value.slice(left, from);
  const after = value.slice(to, right);
  const near = `${before.slice(before.lastIndexOf('、') + 1)} ${after.split('、')[0]}`;
  return {
    near: topicWords(near, true),
    wide: topicWords(value.slice(sentence.from, sentence.to), true),
    thresholds: startingIn(figures, rangeOf(block, clause))
      .filter(isThreshold)
      .map((one) => one.value),
    isEnglish: isEnglish(value.slice(sentence.from, sentence.to)),
  };
}

/** The year of a figure: of the nearest date before it in its sentence, else of the next one in its clause. 2022.6亿元 is no June. */
export function yearOf(figure: Figure, figures: readonly Figure[], judging: Judging): number | undefined {
  const index = indexAt(judging.passage.block, figure.range.start);
  const sentence = sentenceAt(judging, index);
  const clause = clauseAt(judging, index);
  const dates = startingIn(judging.plan.dates, rangeOf(judging.passage.block, sentence)).filter(
    ({ range, use, toYear }) =>
      toYear !== undefined &&
      use !== 'document' &&
      use !== 'validity' &&
      !figures.some((one) => one.range.start < range.end && range.start < one.range.end),
  );
  const last = dates.filter(({ range }) => range.start < figure.range.start).at(-1);
  const before = last && !isOfAnother(last.range, index, judging) ? last : undefined;
  const behind = dates.find(
    ({ range }) => range.start > figure.range.start && range.end <= rangeOf(judging.passage.block, clause).end,
  );
  return (before ?? behind)?.toYear;
}

const ANOTHER_TIME =
  /此前|之前|以前|此后|之后|后来|至今|目前|如今|现在|\b(?:before|earlier|later|since then|today|now)\b/;

/** A date said of one case, or before 此后, does not hold for the next one that is named: 苏州2022年550余家，昆山小核酸50多家. */
function isOfAnother(date: Range, index: number, judging: Judging): boolean {
  const { names, block } = judging.passage;
  const at = indexAt(block, date.start);
  if (ANOTHER_TIME.test(block.normal.value.slice(at, index))) return true;
  const [from, to] = [clauseAt(judging, at), clauseAt(judging, index)];
  if (from === to || !names.some((name) => name.from >= from.from && name.from < from.to)) return false;
  const isNamed = (own: NameFound) => names.some((name) => name.isOwn && name.case === own.case && name.from < from.to);
  return names.some((name) => name.isOwn && name.from >= from.to && name.from < index && !isNamed(name));
}
