import type { Approximate, Case, CaseFact, CaseValue } from '../framework/case-types.ts';
import type { Figure, Sign } from '../plan/types.ts';
import type { LocalText } from '../text.ts';

/** Which side of a value the truth lies on: 约 either, 余 above, 近 below. */
export type Side = 'exact' | 'about' | 'above' | 'below';

/** One number of a fact, comparable with a figure of a plan. */
export interface Quantity {
  readonly case: Case;
  readonly fact: CaseFact;
  /** What it measures. */
  readonly name: LocalText;
  /** As the file has it: 155, with unit 亿英镑. */
  readonly written: number | string;
  readonly unitWords: LocalText;
  readonly approximate?: Approximate;
  /** In the unit's base: 155亿英镑 is 1.55e10 of `gbp`. Of a span the lower bound. */
  readonly value: number;
  readonly upper?: number;
  readonly side: Side;
  readonly unit: string;
}

const SIDES: Readonly<Record<Approximate, Side>> = {
  约: 'about',
  左右: 'about',
  余: 'above',
  多: 'above',
  超: 'above',
  以上: 'above',
  突破: 'above',
  近: 'below',
  等: 'exact',
};

const SIDE_OF_SIGN: Readonly<Record<Sign, Side>> = {
  exact: 'exact',
  about: 'about',
  'at-least': 'above',
  'more-than': 'above',
  nearly: 'below',
  'at-most': 'below',
  'less-than': 'below',
};

export function sideOf({ sign }: Figure): Side {
  return SIDE_OF_SIGN[sign];
}

/** The numbers of a case's facts; years, durations and numbers that we counted ourselves are none. */
export function quantitiesOf(found: Case): Quantity[] {
  return found.facts.flatMap((fact) => {
    if (fact.kind === 'year' || fact.kind === 'actor' || fact.derivedCount) return [];
    const own = { indicator: fact.indicator, value: fact.value, unit: fact.unit, approximate: fact.approximate };
    return [own, ...(fact.related ?? [])].flatMap(({ indicator, value, unit, approximate }): Quantity[] => {
      const read = unit && readUnit(unit.zh);
      const numbers = numbersOf(value);
      if (!read || !numbers) return [];
      const [low, high] = numbers;
      return [
        {
          case: found,
          fact,
          name: indicator,
          written: value,
          unitWords: unit,
          ...(approximate ? { approximate } : {}),
          value: low * read.factor,
          ...(high === undefined ? {} : { upper: high * read.factor }),
          side: approximate ? SIDES[approximate] : 'exact',
          unit: read.unit,
        },
      ];
    });
  });
}

/** 30-40 is a span; a fraction, a date or words are no number. */
function numbersOf(value: CaseValue): [number, number?] | undefined {
  if (typeof value === 'number') return [value];
  const span = /^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)$/.exec(value);
  return span && !/^\d{4}-\d{2}$/.test(value) ? [Number(span[1]), Number(span[2])] : undefined;
}

const SCALES: Readonly<Record<string, number>> = { 万亿: 1e12, 亿: 1e8, 百万: 1e6, 万: 1e4 };

/** 万台 → 台 by ten thousands; undefined for 年, which measures nothing that could be compared. */
function readUnit(written: string): { factor: number; unit: string } | undefined {
  const scale = /^(?:万亿|亿|百万|万)/.exec(written)?.[0] ?? '';
  const unit = familyOf(written.slice(scale.length).replace(/\/年$/, ''));
  return unit === '年' || unit === '位次' ? undefined : { factor: SCALES[scale] ?? 1, unit };
}

const CURRENCIES: Readonly<Record<string, string>> = {
  元: 'cny',
  美元: 'usd',
  欧元: 'eur',
  英镑: 'gbp',
  港元: 'hkd',
};
const COUNTS: Readonly<Record<string, string>> = {
  家: 'thing',
  个: 'thing',
  户: 'thing',
  所: 'thing',
  项: 'thing',
  件: 'thing',
  种: 'thing',
  类: 'thing',
  条: 'thing',
  句: 'thing',
  人: 'person',
  名: 'person',
  位: 'person',
};

/** Units that stand for each other: a plan counts firms by 家, 个 or 户. */
function familyOf(unit: string): string {
  return CURRENCIES[unit] ?? COUNTS[unit] ?? ENGLISH_UNITS[unit] ?? unit;
}

const ENGLISH_UNITS: Readonly<Record<string, string>> = {
  hectare: '公顷',
  ha: '公顷',
  tonne: '吨',
  mw: '兆瓦',
};

/** What nouns count: jobs and employees are people, and no firms. */
const NOUNS: readonly RegExp[] = [
  /\b(?:people|persons?|jobs?|posts?|employ(?:ees?|ed|ment)|workers?|workforce|staff|researchers?|scientists?|engineers?|students?|experts?|talents?|graduates?|residents?|inhabitants)\b/i,
  /\b(?:firms?|compan(?:y|ies)|enterprises?|business(?:es)?|start-?ups?|spin-?(?:offs?|outs?)|suppliers?|manufacturers?|tenants?)\b/i,
];

/** Whether a figure of a plan counts in the unit of a quantity. In English the unit of a count is its noun. */
export function isSameUnit({ unit, kind }: Figure, quantity: Quantity): boolean {
  if (/^[a-z -]+$/.test(unit) && kind === 'count') {
    if (quantity.unit !== 'thing' && quantity.unit !== 'person') return false;
    const meant = NOUNS.findIndex((nouns) => nouns.test(unit));
    const counted = NOUNS.findIndex((nouns) => nouns.test(quantity.unitWords.en));
    return meant < 0 || counted < 0 || meant === counted;
  }
  return familyOf(unit) === quantity.unit;
}

/**
 * Whether a figure says no other than a quantity, approximations aside. A rounded number is right as long as it is one:
 * 1500亿元 for 1507, 超1000亿元 for 1050.3; 1276 for 1267 is not.
 */
export function isSameValue(figure: Figure, quantity: Quantity, written: string): boolean {
  const { value, upper } = figure;
  if (isNear(value, quantity.value, 1e-6) && (upper === undefined || isNear(upper, quantity.upper ?? upper, 1e-6)))
    return true;
  const truth = quantity.value;
  if (quantity.upper !== undefined) return value >= truth * 0.999 && value <= quantity.upper * 1.001;
  if (upper !== undefined) return truth >= value && truth <= upper;
  if (roundedAs(truth, value, written)) return true;
  switch (sideOf(figure)) {
    case 'about':
      return isNear(value, truth, 0.06);
    case 'above':
      return value <= truth && value >= truth * 0.85 && isRound(written);
    case 'below':
      return value >= truth && value <= truth * 1.15 && isRound(written);
    default:
      return isRound(written) && isNear(value, truth, 0.01);
  }
}

/** 约 against 突破, 余 against 近: said of the same number, they say another thing. A word left out says nothing wrong. */
export function sidesClash(figure: Figure, quantity: Quantity): 'no' | 'weaker' | 'opposite' {
  const said = sideOf(figure);
  const known = quantity.side;
  if (said === 'exact' || known === 'exact' || said === known) return 'no';
  // A rounded number has a side of its own: 1200余 for 约1267.
  if (!isNear(figure.value, quantity.value, 1e-6)) return 'no';
  return (said === 'above' && known === 'below') || (said === 'below' && known === 'above') ? 'opposite' : 'weaker';
}

/** The written decimals are those of the truth, rounded: 1050 for 1050.3. */
function roundedAs(truth: number, value: number, written: string): boolean {
  const digits = /\d[\d,]*(?:\.(\d+))?/.exec(written);
  const number = digits ? Number(digits[0].replaceAll(',', '')) : 0;
  if (!digits || number === 0) return false;
  const step = (value / number) * 10 ** -(digits[1]?.length ?? 0);
  // A whole number stands for itself unless the truth has decimals in the same unit.
  const hasMore = Math.abs(truth / step - Math.round(truth / step)) > 1e-6;
  return hasMore && Math.abs(truth - value) <= step / 2;
}

/** 1500, 四十, 3.3万: not meant to the last digit. */
function isRound(written: string): boolean {
  const digits = /\d[\d,]*(?:\.\d+)?/.exec(written)?.[0].replaceAll(',', '');
  return digits === undefined
    ? /[十百千万亿][^一二三四五六七八九\d]*$/.test(written)
    : /0$/.test(digits) || digits.length <= 2;
}

function isNear(a: number, b: number, share: number): boolean {
  return Math.abs(a - b) <= Math.abs(b) * share;
}
