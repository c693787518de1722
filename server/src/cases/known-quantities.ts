import type { Case, CaseFact } from '../framework/case-types.ts';
import { scaleOf } from '../plan/numerals.ts';
import type { Figure, Plan } from '../plan/types.ts';
import { nameWords } from './case-names.ts';
import type { FigureWords } from './figure-words.ts';
import { isSameValue, type Quantity, quantitiesOf } from './quantities.ts';
import { share, type TopicWords, topicWords, weightsOf } from './topic-words.ts';

/** How a quantity of a case fits a figure of a plan. */
export interface Candidate {
  readonly quantity: Quantity;
  /** Share of its name that the figure's words say; more where the sentence tells another number of the same fact. */
  readonly named: number;
  /** Share of the figure's words that the fact knows. */
  readonly known: number;
  readonly isSame: boolean;
  /** The same to the last digit, approximations aside. */
  readonly isExact: boolean;
  /** Both count only what is above the same amount. */
  readonly isOfThreshold: boolean;
}

export interface KnownQuantity {
  readonly quantity: Quantity;
  /** Words of the case's own names and places. */
  readonly names: TopicWords;
  readonly zh: { readonly name: TopicWords; readonly all: TopicWords };
  readonly en: { readonly name: TopicWords; readonly all: TopicWords };
  readonly weigh: { readonly zh: (word: string) => number; readonly en: (word: string) => number };
}

const known = new WeakMap<Case, readonly KnownQuantity[]>();

/** The quantities of a case with their words, made once. */
export function knownOf(found: Case): readonly KnownQuantity[] {
  const before = known.get(found);
  if (before) return before;
  const quantities = quantitiesOf(found);
  const read = quantities.map((quantity) => {
    const { fact, name } = quantity;
    const of = (language: 'zh' | 'en') => {
      const own = topicWords(`${plainName(name[language])} ${fact.threshold?.[language] ?? ''}`);
      return { name: own, all: new Set([...own, ...topicWords(fact.statement[language])]) };
    };
    return { quantity, zh: of('zh'), en: of('en') };
  });
  const weigh = { zh: weightsOf(read.map(({ zh }) => zh.name)), en: weightsOf(read.map(({ en }) => en.name)) };
  const made = read.map((one) => ({ ...one, names: nameWords(found), weigh }));
  known.set(found, made);
  return made;
}

/** Without a year or a part of it in brackets, and without 数 at its end. */
function plainName(name: string): string {
  return name.replace(/[（(][^（）()]*(?:\d|季度|半年|说法)[^（）()]*[）)]/g, '').replace(/数$/, '');
}

/** Compares a figure with a quantity: by their words, and by their numbers. */
export function weigh(
  { quantity, zh, en, names, weigh: weights }: KnownQuantity,
  figure: Figure,
  words: FigureWords,
  plan: Plan,
): Candidate {
  const { name, all } = words.isEnglish ? en : zh;
  const weight = words.isEnglish ? weights.en : weights.zh;
  const written = plan.text.slice(figure.range.start, figure.range.end);
  return {
    quantity,
    named: share(name, words.near, weight, words.wide),
    known: share(new Set([...words.near].filter((word) => !names.has(word) || all.has(word))), all),
    isSame: isSameValue(figure, quantity, written),
    isExact: Math.abs(figure.value - quantity.value) <= Math.abs(quantity.value) * 1e-6,
    isOfThreshold: words.thresholds.includes(thresholdOf(quantity.fact) ?? Number.NaN),
  };
}

/** 10亿元以上 in yuan. */
function thresholdOf({ threshold }: CaseFact): number | undefined {
  const read = /(\d+(?:\.\d+)?)(万亿|亿|万)?元/.exec(threshold?.zh ?? '');
  return read ? Number(read[1]) * scaleOf(read[2]) : undefined;
}
