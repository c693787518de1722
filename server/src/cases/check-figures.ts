import type { Case, CaseFact } from '../framework/case-types.ts';
import type { Figure } from '../plan/types.ts';
import { type LocalText, type Range, startingIn, stretchOf } from '../text.ts';
import { wordsAround, yearOf } from './figure-words.ts';
import { indexAt, isDenied, isEnglish, isSure, placeIn, rangeOf, sentenceAt, yearsOf } from './in-passage.ts';
import { type Candidate, knownOf, weigh } from './known-quantities.ts';
import { normalOf } from './normal.ts';
import type { Judging, Observation, Replacement } from './observation.ts';
import { isPlanOf } from './passages.ts';
import { isSameUnit, type Quantity, sidesClash } from './quantities.ts';
import { figureRange, replacementFor, rightWords } from './right-words.ts';

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
  const range = rangeOf(passage.block, passage);
  const figures = startingIn(plan.figures, range).filter(({ block }) => block === passage.block.id);
  const weighed = figures.flatMap((figure): Weighed[] => {
    const index = indexAt(passage.block, figure.range.start);
    const who = speaker(index);
    // A longer number than the plan model reads.
    const isCut = /\d/.test(plan.text.charAt(figure.range.end));
    if (typeof who === 'string' || figure.unit === '' || isCut || isDenied(judging, index)) return [];
    const words = wordsAround(figure, figures, judging);
    const candidates = who
      .flatMap(knownOf)
      .filter(({ quantity }) => isSameUnit(figure, quantity))
      .map((known) => weigh(known, figure, words, plan))
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
  const next = left.find(
    ({ quantity }) => quantity.fact !== best.quantity.fact || quantity.name.zh !== best.quantity.name.zh,
  );
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
  if (isSure(judging, quantity.case))
    return named >= SURE_NAME || (named >= LIKELY_NAME && known >= 0.6 && lead >= FAR_AHEAD);
  return (
    named >= SURE_UNCITED && !judging.passage.citesOthers && year !== undefined && quantity.fact.year !== undefined
  );
}

function isOfYear(fact: CaseFact, year: number | undefined): boolean {
  const years = yearsOf(fact.year);
  return year === undefined || years === undefined || isWithin(year, years);
}

/** A number that a statement tells along with its value: 约10万平方米、200多家企业. */
function isInStatements({ range, unit }: Figure, found: Case, { plan }: Judging): boolean {
  const number = /\d[\d,]*(?:\.\d+)?/.exec(plan.text.slice(range.start, range.end))?.[0].replaceAll(',', '');
  if (number === undefined) return false;
  const says = (text: string) => {
    for (const [whole] of text
      .replace(/(?<=\d),(?=\d{3})/g, '')
      .matchAll(/\d+(?:\.\d+)?(?:[万亿]*(?:余|多)?[万亿]*([^\d、，。]))?/g))
      if (Number.parseFloat(whole) === Number(number) && (whole.endsWith(unit[0]!) || !/[年月日号]$/.test(whole)))
        return true;
    return false;
  };
  return found.facts.some(({ statement }) => says(statement.zh) || says(statement.en));
}

/** The number is the case's: is it said with the right side, year and area? */
function agreement({ figure, year, isEnglish: english }: Weighed, same: Candidate, judging: Judging): Observation[] {
  const { plan, passage } = judging;
  const { quantity, named } = same;
  const { fact } = quantity;
  const base = {
    ...placeIn(judging, quantity.case),
    range: figureRange(figure, plan.text),
    fact,
    right: rightWords(quantity),
  };
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
): { range: Range; right: LocalText; replacement?: Replacement } | undefined {
  const years = yearsOf(fact.year);
  if (!years || year === undefined || isWithin(year, years)) return undefined;
  const told = fact.statement.zh;
  if (fact.yearInferred || !told.includes(String(years.to)) || told.includes(String(year))) return undefined;
  const { plan, passage } = judging;
  const sentence = rangeOf(passage.block, sentenceAt(judging, indexAt(passage.block, figure.range.start)));
  for (const { range, fromYear, toYear } of startingIn(plan.dates, sentence)) {
    // A year holds for the figure next to it; for one further on it is a guess.
    const isFar = startingIn(plan.figures, sentence).some(
      (one) => one.range.start >= range.end && one.range.end <= figure.range.start,
    );
    if (isFar) continue;
    const digits = plan.text.slice(range.start, range.end).search(/\d{4}/);
    if (fromYear !== year || toYear !== year || digits < 0) continue;
    const at = stretchOf(range, digits, digits + 4);
    const right = { zh: `${fact.year}年`, en: fact.year! };
    return {
      range: at,
      right,
      ...(years.from === years.to ? { replacement: { range: at, newText: String(years.to) } } : {}),
    };
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
  if (
    whose
      .split(/[与和及、]/)
      .some((name) => text.includes(name) || text.includes(name.replace(/(?<=..)(?:新区|[省市区县镇])$/, '')))
  )
    return scope.includes('不是') && /自身|本身|自己|独立/.test(text);
  return passage.names.some(
    (name) => name.case === found && name.isOwn && name.from >= sentence.from && name.to <= index,
  );
}

function isWithin(year: number, { from, to }: { from: number; to: number }): boolean {
  return year >= from && year <= to;
}
