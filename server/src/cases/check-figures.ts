import type { Case, CaseFact } from '../framework/case-types.ts';
import type { Figure } from '../plan/types.ts';
import { scaleOf } from '../plan/numerals.ts';
import { startingIn } from '../text.ts';
import { placesOf } from './case-names.ts';
import { clauseAt, indexAt, isEnglish, isSure, placeIn, sentenceAt, yearsOf } from './in-passage.ts';
import { normalOf } from './normal.ts';
import type { Judging, Observation } from './observation.ts';
import { isPlanOf } from './passages.ts';
import { isSameUnit, isSameValue, type Quantity, quantitiesOf, sidesClash } from './quantities.ts';
import { figureRange, replacementFor, rightWords } from './right-words.ts';
import { share, type TopicWords, topicWords, weightsOf } from './topic-words.ts';

/** How much of a quantity's name a figure's words must say before another number is a mistake and not another thing. */
const SURE_NAME = 0.6;
/** … of a figure's own words that the fact must know. */
const SURE_WORDS = 0.4;
/** Enough of its name where no other quantity comes near. */
const LIKELY_NAME = 0.48;
/** What a number of the same fact in the same sentence is worth. */
const SAME_FACT = 0.2;
/** … and by how much it must be ahead of the next quantity. */
const AHEAD = 0.12;
const FAR_AHEAD = 0.3;
/** A case that is only named and not cited must be met nearly word by word. */
const SURE_UNCITED = 0.75;

interface Candidate {
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

/** A figure with what it may be. */
interface Weighed {
  readonly figure: Figure;
  readonly year: number | undefined;
  readonly isEnglish: boolean;
  /** Best first. */
  readonly candidates: readonly Candidate[];
}

/** Holds each figure of a passage that speaks of a case against the case's figures. */
export function figuresAgainst(judging: Judging): Observation[] {
  const { passage, plan, speaker } = judging;
  const range = { start: passage.sentences[0]!.range.start, end: passage.sentences.at(-1)!.range.end };
  const figures = startingIn(plan.figures, range).filter(({ block }) => block === passage.block.id);
  const weighed = figures.flatMap((figure): Weighed[] => {
    const who = speaker(indexAt(passage.block, figure.range.start));
    // A longer number than the plan model reads.
    const isCut = /\d/.test(plan.text[figure.range.end] ?? '');
    if (typeof who === 'string' || figure.unit === '' || isCut) return [];
    const words = wordsAround(figure, figures, judging);
    const candidates = who
      .flatMap(knownOf)
      .filter(({ quantity }) => isSameUnit(figure, quantity))
      .map((known) => weigh(known, figure, words, judging))
      .sort(byFit);
    return [{ figure, year: yearOf(figure, figures, judging), isEnglish: words.isEnglish, candidates }];
  });
  // Numbers that are right tell which fact the others beside them are of, and are not looked for twice.
  const right = weighed.map(({ candidates }) => sameOf(candidates, judging));
  const taken = new Set(right.flatMap((same) => (same ? [same.quantity] : [])));
  const told = new Set(
    weighed.flatMap(({ candidates }, i) =>
      right[i] ? candidates.flatMap(({ isSame, quantity }) => (isSame ? [quantity.fact] : [])) : [],
    ),
  );
  return weighed.flatMap((one, i) => {
    const same = right[i];
    return same ? agreement(one, same, judging) : mismatch(one, taken, told, judging);
  });
}

/** The quantity that a figure rightly gives; undefined where its words are those of another one. */
function sameOf(candidates: readonly Candidate[], judging: Judging): Candidate | undefined {
  const same = candidates.find(({ isSame }) => isSame);
  const other = candidates.find(({ isSame }) => !isSame);
  return same && other && isBetter(other, same, judging) ? undefined : same;
}

function mismatch(
  { figure, year, isEnglish: english, candidates }: Weighed,
  taken: ReadonlySet<Quantity>,
  told: ReadonlySet<CaseFact>,
  judging: Judging,
): Observation[] {
  if (figure.use === 'grant') return [];
  const isTaken = ({ value, unit }: Quantity) => [...taken].some((one) => one.value === value && one.unit === unit);
  const left = candidates
    .filter(({ quantity, isSame }) => !isSame && !isTaken(quantity) && isOfYear(quantity.fact, year))
    .map((one) => (told.has(one.quantity.fact) ? { ...one, named: one.named + SAME_FACT } : one))
    .sort(byFit);
  const [best] = left;
  if (!best) return [];
  const isKnownNumber = candidates.some(({ isExact }) => isExact);
  const next = left.find(({ quantity }) => quantity.fact !== best.quantity.fact || quantity.name.zh !== best.quantity.name.zh);
  if (!isKnownNumber && !isSureOf(best, next, year, judging)) return [];
  const { quantity } = best;
  if (!isKnownNumber && isInStatements(figure, quantity.case, judging)) return [];
  return [
    {
      ...placeIn(judging, quantity.case),
      kind: 'figure',
      range: figureRange(figure, judging.plan.text),
      fact: quantity.fact,
      right: rightWords(quantity),
      replacement: replacementFor(figure, quantity, judging.plan.text, english),
    },
  ];
}

function byFit(a: Candidate, b: Candidate): number {
  return fitOf(b) - fitOf(a);
}

/** How well a quantity fits a figure's words, from 0 to 1.5. */
function fitOf({ named, known }: Candidate): number {
  return named + known / 2;
}

/** The figure is known, and stands by the name of something else: 重点研发平台80余个, where 80余 counts institutes. */
function isBetter(other: Candidate, same: Candidate, judging: Judging): boolean {
  if (!isSure(judging, other.quantity.case) || other.quantity.fact === same.quantity.fact) return false;
  if (other.isOfThreshold && !same.quantity.fact.threshold) return other.named >= LIKELY_NAME;
  if (other.known - same.known < 0.1) return false;
  return other.named >= 0.65 && other.known >= SURE_WORDS && other.named - same.named >= 0.2;
}

function isSureOf(best: Candidate, next: Candidate | undefined, year: number | undefined, judging: Judging): boolean {
  const { quantity, named, known } = best;
  if (isPlanOf(judging.plan, quantity.case) || known < SURE_WORDS) return false;
  const lead = next ? fitOf(best) - fitOf(next) : 1;
  if (lead < AHEAD) return false;
  if (isSure(judging, quantity.case)) return named >= SURE_NAME || (named >= LIKELY_NAME && known >= 0.6 && lead >= FAR_AHEAD);
  return named >= SURE_UNCITED && !judging.passage.citesOthers && year !== undefined && quantity.fact.year !== undefined;
}

function isOfYear(fact: CaseFact, year: number | undefined): boolean {
  const years = yearsOf(fact.year);
  return year === undefined || years === undefined || isWithin(year, years);
}

/** A number that a statement tells along with its value: 约10万平方米、200多家企业. */
function isInStatements({ range }: Figure, found: Case, { plan }: Judging): boolean {
  const number = /\d[\d,]*(?:\.\d+)?/.exec(plan.text.slice(range.start, range.end))?.[0].replaceAll(',', '');
  if (number === undefined) return false;
  const pattern = (text: string) => ` ${text.replace(/(?<=\d),(?=\d{3})/g, '').replace(/[^\d.]+/g, ' ').replace(/\.(?= |$)/g, '')} `.includes(` ${number} `);
  return found.facts.some(({ statement }) => pattern(statement.zh) || pattern(statement.en));
}

/** The number is the case's: is it said with the right side, year and area? */
function agreement({ figure, year, isEnglish: english }: Weighed, same: Candidate, judging: Judging): Observation[] {
  const { plan, passage } = judging;
  const { quantity, named } = same;
  const { fact } = quantity;
  const base = { ...placeIn(judging, quantity.case), range: figureRange(figure, plan.text), fact, right: rightWords(quantity) };
  if (!isSure(judging, quantity.case)) return named >= 0.4 ? [{ ...base, kind: 'agrees' }] : [];
  // “Some 520” is how English says 520 or so.
  const isSome = /\bsome $/i.test(plan.text.slice(Math.max(0, figure.range.start - 6), figure.range.start));
  const clash = isSome ? 'no' : sidesClash(figure, quantity);
  if (clash !== 'no' && named >= 0.3)
    return [
      {
        ...base,
        kind: 'side',
        replacement: replacementFor(figure, quantity, plan.text, english),
        ...(clash === 'weaker' ? { isMild: true } : {}),
      },
    ];
  const area = named >= 0.4 ? otherArea(quantity, judging, indexAt(passage.block, figure.range.start)) : undefined;
  if (area) return [{ ...base, kind: 'scope', right: fact.scope! }];
  const wrong = named >= 0.5 ? otherYear(fact, year, figure, judging) : undefined;
  return [wrong ? { ...base, kind: 'year', ...wrong } : { ...base, kind: 'agrees' }];
}

/** The year that stands by a figure, where the fact is told for another one. */
function otherYear(
  fact: CaseFact,
  year: number | undefined,
  figure: Figure,
  judging: Judging,
): Pick<Extract<Observation, { kind: 'year' }>, 'range' | 'right' | 'replacement'> | undefined {
  const years = yearsOf(fact.year);
  if (!years || year === undefined || isWithin(year, years)) return undefined;
  const told = fact.statement.zh;
  if (fact.yearInferred || !told.includes(String(years.to)) || told.includes(String(year))) return undefined;
  const { plan, passage } = judging;
  const sentence = sentenceAt(judging, indexAt(passage.block, figure.range.start)).range;
  for (const { range, fromYear, toYear } of startingIn(plan.dates, sentence)) {
    const digits = plan.text.slice(range.start, range.end).search(/\d{4}/);
    if (fromYear !== year || toYear !== year || digits < 0) continue;
    const at = { start: range.start + digits, end: range.start + digits + 4 };
    const right = { zh: `${fact.year}年`, en: fact.year! };
    return { range: at, right, ...(years.from === years.to ? { replacement: { range: at, newText: String(years.to) } } : {}) };
  }
  return undefined;
}

/** The figure is of a wider area or of another body, and the sentence gives it to the case itself by name. */
function otherArea({ fact, case: found }: Quantity, judging: Judging, index: number): boolean {
  const scope = fact.scope && normalOf(fact.scope.zh);
  if (!scope) return false;
  const whose = scope.replace(/,?不是.*$/, '').replace(/全[省市区县]|\(.*?\)/g, '');
  const isArea = /[省市区县镇]$/.test(whose) || scope.includes('不是');
  if (!isArea) return false;
  const { passage } = judging;
  const sentence = sentenceAt(judging, index);
  const text = passage.block.normal.value.slice(sentence.from, sentence.to);
  if (isEnglish(text)) return false;
  if (whose.split(/[与和及、]/).some((name) => text.includes(name) || text.includes(name.replace(/(?<=..)(?:新区|[省市区县镇])$/, ''))))
    return scope.includes('不是') && /自身|本身|自己|独立/.test(text);
  return passage.names.some((name) => name.case === found && name.isOwn && name.from >= sentence.from && name.to <= index);
}

interface KnownQuantity {
  readonly quantity: Quantity;
  /** Words of the case's own names and places. */
  readonly names: TopicWords;
  readonly zh: { readonly name: TopicWords; readonly all: TopicWords };
  readonly en: { readonly name: TopicWords; readonly all: TopicWords };
  readonly weigh: { readonly zh: (word: string) => number; readonly en: (word: string) => number };
}

const known = new WeakMap<Case, readonly KnownQuantity[]>();

/** The quantities of a case with their words, made once. */
function knownOf(found: Case): readonly KnownQuantity[] {
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
  const { title, aliases, park } = found;
  const names = topicWords([title.zh, title.en, ...aliases, park?.zh ?? '', park?.en ?? '', ...placesOf(found)].join(' '));
  const made = read.map((one) => ({ ...one, names, weigh }));
  known.set(found, made);
  return made;
}

/** Without a year or a part of it in brackets, and without 数 at its end. */
function plainName(name: string): string {
  return name.replace(/[（(][^（）()]*(?:\d|季度|半年|说法)[^（）()]*[）)]/g, '').replace(/数$/, '');
}

interface Words {
  readonly near: TopicWords;
  readonly wide: TopicWords;
  /** Amounts from which on its clause counts. */
  readonly thresholds: readonly number[];
  readonly isEnglish: boolean;
}

function weigh({ quantity, zh, en, names, weigh: weights }: KnownQuantity, figure: Figure, words: Words, { plan }: Judging): Candidate {
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

/** The words that belong to a figure: those between it and its neighbours, and those of the whole sentence. */
function wordsAround(figure: Figure, figures: readonly Figure[], judging: Judging): Words {
  const { block } = judging.passage;
  const { value } = block.normal;
  const from = indexAt(block, figure.range.start);
  const to = indexAt(block, figure.range.end);
  const clause = clauseAt(judging, from);
  const sentence = sentenceAt(judging, from);
  // 投资额10亿元以上的项目5个: the first amount is part of what is counted.
  const isThreshold = (one: Figure) => /^(?:及?以上|以下)?的/.test(judging.plan.text.slice(one.range.end, one.range.end + 4));
  const plain = figures.filter((one) => one !== figure && one.use === 'plain' && !isThreshold(one));
  const left = Math.max(clause.from, ...plain.map((one) => indexAt(block, one.range.end)).filter((at) => at <= from));
  const right = Math.min(clause.to, ...plain.map((one) => indexAt(block, one.range.start)).filter((at) => at >= to));
  const before = value.slice(left, from);
  const after = value.slice(to, right);
  const near = `${before.slice(before.lastIndexOf('、') + 1)} ${after.split('、')[0]}`;
  return {
    near: topicWords(near, true),
    wide: topicWords(value.slice(sentence.from, sentence.to), true),
    thresholds: startingIn(figures, clause.range).filter(isThreshold).map((one) => one.value),
    isEnglish: isEnglish(value.slice(sentence.from, sentence.to)),
  };
}

/** 10亿元以上 in yuan. */
function thresholdOf({ threshold }: CaseFact): number | undefined {
  const read = /(\d+(?:\.\d+)?)(万亿|亿|万)?元/.exec(threshold?.zh ?? '');
  return read ? Number(read[1]) * scaleOf(read[2]) : undefined;
}

/** The year of a figure: of the nearest date before it in its sentence, else of the next one in its clause. 2022.6亿元 is no June. */
function yearOf(figure: Figure, figures: readonly Figure[], judging: Judging): number | undefined {
  const index = indexAt(judging.passage.block, figure.range.start);
  const sentence = sentenceAt(judging, index);
  const clause = clauseAt(judging, index);
  const dates = startingIn(judging.plan.dates, sentence.range).filter(
    ({ range, use, toYear }) =>
      toYear !== undefined &&
      use !== 'document' &&
      use !== 'validity' &&
      !figures.some((one) => one.range.start < range.end && range.start < one.range.end),
  );
  const before = dates.filter(({ range }) => range.start < figure.range.start).at(-1);
  const behind = dates.find(({ range }) => range.start > figure.range.start && range.end <= clause.range.end);
  return (before ?? behind)?.toYear;
}

function isWithin(year: number, { from, to }: { from: number; to: number }): boolean {
  return year >= from && year <= to;
}
