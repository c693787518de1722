import type { Figure } from '../plan/types.ts';
import { type LocalText, type Range, stretchOf, type Text } from '../text.ts';
import type { Quantity } from './quantities.ts';

/** A quantity as a plan would write it: 约40个, 近500家, 突破3300亿元; about 40 projects, over CNY 330 billion. */
export function rightWords(quantity: Quantity): LocalText {
  const { approximate = '', written, unitWords } = quantity;
  const zh = `${written}${approximate === '余' || approximate === '多' ? approximate : ''}${unitWords.zh}`;
  return {
    zh: `${BEFORE.has(approximate) ? approximate : ''}${zh}${approximate === '以上' || approximate === '左右' ? approximate : ''}`,
    en: `${SIDE_WORDS[quantity.side]}${inEnglish(quantity)}`,
  };
}

const BEFORE: ReadonlySet<string> = new Set(['约', '近', '超', '突破']);
const SIDE_WORDS = { exact: '', about: 'about ', above: 'over ', below: 'nearly ' } as const;

/** The text that takes the place of a figure, approximation included; in English a count keeps its noun. */
export function replacementFor(
  figure: Figure,
  quantity: Quantity,
  text: Text,
  isEnglish: boolean,
): { range: Range; newText: string } {
  const range = figureRange(figure, text);
  const { start, end } = range;
  if (isEnglish) {
    const before =
      /(?:about|around|approximately|some|nearly|almost|close to|over|more than|above|at least|up to) $/i.exec(
        text.slice(Math.max(0, start - 16), start),
      )?.[0];
    const noun = figure.kind === 'count';
    const words = noun ? numberIn(quantity) : inEnglish(quantity);
    return {
      range: stretchOf(range, -(before?.length ?? 0), end - start),
      newText: SIDE_WORDS[quantity.side] + words,
    };
  }
  const before = /(?:大约|约为|约|将近|接近|近|超过|突破|超|逾|不低于|不少于|达到|至少)$/.exec(
    text.slice(Math.max(0, start - 4), start),
  )?.[0];
  const after = /^(?:以上|左右|上下|以内)/.exec(text.slice(end, end + 2))?.[0];
  // 达到 is a verb: it stays.
  const kept = before === '达到' ? 0 : (before?.length ?? 0);
  return { range: stretchOf(range, -kept, end - start + (after?.length ?? 0)), newText: rightWords(quantity).zh };
}

/** The number with its scale, sign and unit; without a word that follows an English amount (CNY 330 billion online). */
export function figureRange({ range, kind }: Figure, text: Text): Range {
  const amount =
    /^\D{0,6}[\d.,]+(?: ?(?:thousand|million|billion|trillion|bn|mn|tn)\b)?(?= (?!(?:thousand|million|billion|trillion|bn|mn|tn)\b)[a-z])/i;
  const written = kind === 'money' ? amount.exec(text.slice(range.start, range.end))?.[0] : undefined;
  return written === undefined ? range : stretchOf(range, 0, written.length);
}

const CURRENCIES: Readonly<Record<string, string>> = { cny: 'CNY', usd: 'USD', eur: 'EUR', gbp: 'GBP', hkd: 'HKD' };

function inEnglish(quantity: Quantity): string {
  const { unit, value, upper, unitWords } = quantity;
  const currency = CURRENCIES[unit];
  if (currency !== undefined)
    return `${currency} ${upper === undefined ? '' : `${large(value)}–`}${large(upper ?? value)}`;
  if (unitWords.en === '%') return `${numberIn(quantity)}%`;
  return `${numberIn(quantity)} ${unitWords.en.replace(/^(?:10,000|100 million|million) /, '')}`;
}

function numberIn({ value, upper }: Quantity): string {
  const number = (one: number) => round(one).toLocaleString('en-GB', { maximumFractionDigits: 4 });
  return upper === undefined ? number(value) : `${number(value)}–${number(upper)}`;
}

function large(value: number): string {
  const [scale, word] =
    value >= 1e12 ? [1e12, ' trillion'] : value >= 1e9 ? [1e9, ' billion'] : value >= 1e6 ? [1e6, ' million'] : [1, ''];
  return `${round(value / scale).toLocaleString('en-GB', { maximumFractionDigits: 4 })}${word}`;
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
