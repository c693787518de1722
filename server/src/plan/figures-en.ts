import { firstAt, lastStarting, type Range, startingIn } from '../text.ts';
import { rangeIn } from './normal-text.ts';
import type { Block, DateMention, Figure, Sign } from './types.ts';

const SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
  b: 1e9,
  trillion: 1e12,
  tn: 1e12,
  lakh: 1e5,
  crore: 1e7,
  'lakh crore': 1e12,
};
/** 1,00,000 as India groups it, 100,000 as others do. */
const NUMBER = String.raw`\d{1,2}(?:,\d{2}){1,3},\d{3}(?!,?\d)|\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,4})?|\d{1,12}(?:\.\d{1,4})?`;
/** Of money by its code; those that mean other things too (R, N, CAD, SAR) only where the amount is large. */
const CODE = String.raw`usd|eur|gbp|cny|rmb|inr|rs\.?|aed|ars|aud|bdt|bhd|brl|bwp|chf|clp|czk|dkk|egp|etb|fcfa|ghs|hkd|huf|idr|ils|jod|jpy|kes|ksh|krw|kwd|kzt|lkr|mru|mxn|myr|ngn|nok|npr|nzd|omr|pkr|pln|qar|rwf|sek|sgd|thb|tsh|twd|tzs|ugx|ush|uzs|vnd|xaf|xof|zar|zmw|(?:rm|cad|php|sar|[nr])(?= ?\d[\d.,]* ?(?:million|billion|trillion|bn))`;
const AMOUNT = new RegExp(
  String.raw`(?:(£|€|\$|¥|₹|₦|₱|₵|₫|us\$|(?<![a-z])(?=[a-z]{1,4}\.? ?\d)(?:${CODE})) ?|(?<![\d.,a-z-]))(?!(?:19|20)\d\d ?(?:-|—|–|to) ?[£€$¥₹])(${NUMBER})(?: ?(?:-|—|–|to) ?(?:[£€$¥₹])?(${NUMBER}))?(?: ?(lakh crore|lakh|crore|thousand|million|billion|trillion|bn|mn|tn|k|m|b)(?:(?<=lakh|crore)s)?(?![a-z0-9]))?(\+)? ?(%|per ?cent\b|percentage points?\b|hectares?\b|ha\b|acres?\b|square (?:kilomet(?:re|er)s?|met(?:re|er)s?|feet|miles?)\b|sq ?(?:km|m|ft)\b|yuan\b|euros?\b|dollars?\b|pounds?\b|rupees?\b|tonnes?\b|mw\b|gw\b|km\b|[a-z][a-z-]{2,})?`,
  'g',
);
const MONEY: Readonly<Record<string, string>> = {
  '£': 'gbp',
  gbp: 'gbp',
  pound: 'gbp',
  '€': 'eur',
  eur: 'eur',
  euro: 'eur',
  $: 'usd',
  us$: 'usd',
  usd: 'usd',
  dollar: 'usd',
  '¥': 'cny',
  '₹': 'inr',
  inr: 'inr',
  rs: 'inr',
  'rs.': 'inr',
  rupee: 'inr',
  cny: 'cny',
  rmb: 'cny',
  yuan: 'cny',
  '₦': 'ngn',
  n: 'ngn',
  naira: 'ngn',
  '₱': 'php',
  peso: 'peso',
  '₵': 'ghs',
  cedi: 'ghs',
  '₫': 'vnd',
  dong: 'vnd',
  ksh: 'kes',
  shilling: 'shilling',
  tsh: 'tzs',
  ush: 'ugx',
  r: 'zar',
  rand: 'zar',
  rm: 'myr',
  ringgit: 'myr',
  rupiah: 'idr',
  taka: 'bdt',
  baht: 'thb',
  birr: 'etb',
  franc: 'franc',
  fcfa: 'franc',
  dirham: 'dirham',
  riyal: 'riyal',
  dinar: 'dinar',
  krone: 'krone',
  kroner: 'krone',
  kronor: 'sek',
  zloty: 'pln',
  forint: 'huf',
};
/** Of a sign, a code or a name; a code that the table has not is a currency of its own. */
function moneyOf(currency: string | undefined, word: string | undefined): string | undefined {
  return MONEY[currency ?? ''] ?? currency ?? MONEY[(word ?? '').replace(/s$/, '')];
}
const BEFORE: readonly (readonly [Sign, RegExp])[] = [
  ['at-most', /(?:up to|no more than|at most|maximum of|capped at|below|under) ?$/],
  ['at-least', /(?:at least|no fewer than|no less than|minimum of) ?$/],
  ['more-than', /(?:more than|over|above|exceeding|in excess of) ?$/],
  ['nearly', /(?:nearly|almost|close to) ?$/],
  ['about', /(?:about|around|approximately|some|circa) ?$/],
];
/** Words behind a number that it does not count. */
const NO_NOUN =
  /^(?:and|or|to|of|in|by|the|for|with|at|on|from|per|is|are|was|will|which|that|as|a|an|more|new|year|years|month|months|day|days|week|weeks|hour|hours|january|february|march|april|may|june|july|august|september|october|november|december|million|th|st|nd|rd|than)$/;
/** 10,000 new jobs: neither is counted, but what stands behind it. */
const BEFORE_NOUN = /^(?:new|more)$/;
const NOUN_AFTER =
  /^(?:new |additional |extra |more |leading |high-[a-z]+ |skilled |small |local |foreign |young )?([a-z][a-z-]{2,}(?: (?:firms?|companies|businesses|suppliers|jobs|places|teams|projects|researchers|patents|students|centres|stations))?)/;

/** Quantities in English words: £1.125 billion, 40 start-ups, 12 hectares, 65 per cent. Adds to the block's `figures`, in order. */
export function figuresInEnglish(block: Block, dates: readonly DateMention[], figures: Figure[]): void {
  const { value } = block.normal;
  const found: Figure[] = [];
  for (const match of value.matchAll(AMOUNT)) {
    const [whole, currency, first, second, scale, , word] = match;
    const from = match.index;
    const before = value.slice(Math.max(0, from - 24), from);
    const number = Number(first!.replaceAll(',', ''));
    const worth = number * (SCALES[scale ?? ''] ?? 1);
    const money = moneyOf(currency, word);
    const unit = money ?? unitOf(word);
    if (unit === undefined || (!money && isYear(first!, scale)) || CODE_OF_LAW.test(word ?? '')) continue;
    if (/(?:sections?|chapter|figure|table|page|no\.|part|phase|annex|stage|q|zone|plot|article) ?$/.test(before))
      continue;
    // Education 5.0 is a version, no amount.
    if (/^\d\.0$/.test(first!) && scale === undefined && VERSIONED.test(before)) continue;
    const isWordUnit = money !== undefined || UNITS.test(word ?? '');
    // ### 3.3 Goal, 4.23 There are existing structures: a heading's number, a paragraph's.
    const opens = from === 0 && (block.kind === 'heading' || block.kind === 'paragraph');
    if (opens && !isWordUnit && scale === undefined && first!.includes('.')) continue;
    // £330 billion online: the word behind an amount with a sign of its own is no part of it.
    const isPartOf = currency === undefined ? isWordUnit : UNITS.test(word ?? '') || word === undefined;
    const counted = isPartOf ? whole.trimEnd().length : whole.length - (word?.length ?? 0);
    const range = rangeIn(block.normal, from, from + whole.slice(0, counted).trimEnd().length);
    if (range.end <= range.start || isTaken(range, figures)) continue;
    const of = isWordUnit ? undefined : NOUN_AFTER.exec(value.slice(from + counted, from + counted + 48));
    if (!isWordUnit && (!of || NO_NOUN.test(of[1]!))) continue;
    const year = yearBefore(dates, block, from, range.start);
    found.push({
      range,
      block: block.id,
      value: worth,
      ...(second === undefined ? {} : { upper: Number(second.replaceAll(',', '')) * (SCALES[scale ?? ''] ?? 1) }),
      sign: BEFORE.find(([, words]) => words.test(before))?.[0] ?? 'exact',
      unit: isWordUnit ? unit : of![1]!,
      kind: money
        ? 'money'
        : unit === '%' || unit === 'percentage points'
          ? 'percent'
          : AREAS.test(unit)
            ? 'area'
            : isWordUnit
              ? 'other'
              : 'count',
      use:
        money && /(?:grants? of|up to|subsid[a-z]+ of|vouchers? (?:of|worth)|capped at|reward of) ?$/.test(before)
          ? 'grant'
          : 'plain',
      ...(of ? { of: of[1]!, ofRange: rangeIn(block.normal, from + counted, from + counted + of[0].length) } : {}),
      ...(year === undefined ? {} : { year }),
    });
  }
  found.push(...percentInWords(block, dates), ...countedBefore(block, dates, [...figures, ...found]));
  if (found.length === 0) return;
  for (const one of found) figures.push(one);
  figures.sort((a, b) => a.range.start - b.range.start);
}

/** Less than one percent of ships, fifty per cent of the workers. */
function percentInWords(block: Block, dates: readonly DateMention[]): Figure[] {
  const { value } = block.normal;
  if (!/[a-z] per ?cent\b/.test(value)) return [];
  return [...value.matchAll(PERCENT_IN_WORDS)].map(({ 0: whole, 1: word, index }) => {
    const range = rangeIn(block.normal, index, index + whole.length);
    const before = value.slice(Math.max(0, index - 24), index);
    const year = yearBefore(dates, block, index, range.start);
    return {
      range,
      block: block.id,
      value: worthOf(word!),
      sign: BEFORE.find(([, words]) => words.test(before))?.[0] ?? 'exact',
      unit: '%',
      kind: 'percent',
      use: 'plain',
      ...(year === undefined ? {} : { year }),
    };
  });
}

/** The number of apprentices will reach 1,200; to grow employment from 1,800 to 3,900: what is counted stands before the number. */
function countedBefore(block: Block, dates: readonly DateMention[], taken: readonly Figure[]): Figure[] {
  const { value } = block.normal;
  return [...value.matchAll(COUNTED_BEFORE)].flatMap(({ 0: whole, 1: some, 2: noun, 3: number, index }) => {
    const from = index + whole.length - number!.length;
    const range = rangeIn(block.normal, from, from + number!.length);
    if (isYear(number!, undefined) || taken.some((one) => one.range.start < range.end && one.range.end > range.start))
      return [];
    const year = yearBefore(dates, block, from, range.start);
    return {
      range,
      block: block.id,
      value: Number(number!.replaceAll(',', '')),
      sign: BEFORE.find(([, words]) => words.test(value.slice(Math.max(0, from - 24), from)))?.[0] ?? 'exact',
      unit: noun ?? some!.slice(some!.lastIndexOf(' ') + 1),
      kind: 'count',
      use: 'plain',
      ...(year === undefined ? {} : { year }),
    };
  });
}

function worthOf(word: string): number {
  const at = NUMBER_WORDS.indexOf(word);
  return at < 10 ? at + 1 : (at - 8) * 10;
}

/** One to ten, then in tens. */
const NUMBER_WORDS =
  'one two three four five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
/** Not twenty-five per cent, whose end is no number of its own. */
const PERCENT_IN_WORDS = new RegExp(`(?<![a-z-])(${NUMBER_WORDS.join('|')}) per ?cent\\b`, 'g');
const COUNTED_BEFORE =
  /\b(?:(?:number|pool) of ((?:(?!(?:will|would|could|should) )[a-z][a-z-]* ){0,3}(?!(?:will|would|could|should) )[a-z][a-z-]{2,})|(apprentices|apprenticeships|arrivals|beds|companies|employment|enrolments?|enrollments?|exporters|firms|graduates|headcount|homes|jobs|membership|passengers|patents|pool|practitioners|researchers|rooms|start-?ups|students|tenants|trainees|visitors|workforce)) (?:(?:(?:will|would|could|should|to) )?(?:reach|exceed|total|(?:rise|grow|increase) to)|reaching|(?:from \d[\d,]* )?to)(?: (?:at least|over|about|around|nearly|some|more than))? (\d{1,3}(?:,\d{3})+|\d{2,7})(?!\.?\d|,\d| ?(?:%|per ?cent|percentage|million|billion|thousand|lakh|crore|-|–))/g;
/** 131 Stat. 2054, 90 Fed. Reg. 10843: where a law is printed. */
const CODE_OF_LAW = /^(?:stat|fed|cfr|usc)$/;
const VERSIONED =
  /\b(?:industry|education|society|web|agriculture|farming|health|tourism|manufacturing|quality|work|energy|logistics|construction|government|university|generation) $/;
const UNITS = /^(?:%|per ?cent|percentage points?|hectares?|ha|acres?|square [a-z]+|sq ?[a-z]+|tonnes?|mw|gw|km)$/;
const AREAS = /^(?:ha|acre|square|sq)/;

function unitOf(word: string | undefined): string | undefined {
  if (word === undefined || (NO_NOUN.test(word) && !BEFORE_NOUN.test(word))) return undefined;
  if (/^(?:%|per ?cent)$/.test(word)) return '%';
  if (/^percentage/.test(word)) return 'percentage points';
  if (/^hectare/.test(word)) return 'ha';
  return word;
}

function isYear(number: string, scale: string | undefined): boolean {
  return scale === undefined && /^(?:19|20)\d\d$/.test(number);
}

/** `figures`: in order, not overlapping. */
function isTaken({ start, end }: Range, figures: readonly Figure[]): boolean {
  const last = figures[lastStarting(figures, end - 1)];
  return last !== undefined && last.range.end > start;
}

/** `from`: of the figure in the normalised text, `at` in the plan. */
function yearBefore(dates: readonly DateMention[], block: Block, from: number, at: number): number | undefined {
  const sentence = block.sentences[firstAt(block.sentences, from + 1, (one) => one.from) - 1];
  if (!sentence) return undefined;
  const { start, end } = rangeIn(block.normal, sentence.from, sentence.to);
  if (at >= end) return undefined;
  return startingIn(dates, { start, end }).findLast(({ toYear, use }) => toYear !== undefined && use !== 'document')
    ?.toYear;
}
