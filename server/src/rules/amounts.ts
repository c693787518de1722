import type { Figure } from '../plan/types.ts';

/** Rounded items may miss the total by this share. */
export const ROUNDING = 0.005;

export function sumOf(figures: readonly Figure[]): number {
  return rounded(figures.reduce((sum, { value }) => sum + value, 0));
}

export function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.abs(b) * ROUNDING;
}

const DIGITS = /\d[\d,]*(?:\.\d+)?/;

/** A value in the words of a figure: 26 as 30亿元 is written → 26亿元; 4.5e9 as Rs 500 crore → Rs 450 crore. */
export function writtenLike(written: string, figure: Figure, value: number): string {
  const digits = DIGITS.exec(written)?.[0] ?? '';
  const number = Number(digits.replaceAll(',', ''));
  if (!(number > 0)) return `${rounded(value)} ${figure.unit}`.trim();
  const scaled = rounded(value / (figure.value / number));
  return written.replace(DIGITS, digits.includes(',') ? scaled.toLocaleString('en-US') : `${scaled}`).trim();
}

/** A bare cell with its unit: 260 and 亿元 → 260亿元, 300 and £ million → £300 million. */
export function withUnit(written: string, unit: string): string {
  const sign = /^(?:[£€$¥₹]|(?:us\$|[a-z]{2,3}\.? )(?=[a-z]{2}))/i.exec(unit)?.[0] ?? '';
  const rest = unit.slice(sign.length).trim();
  const isTight = /^(?:$|%|[\u4e00-\u9fff]|(?:m|k|bn)$)/.test(rest);
  return `${sign}${written.trim()}${isTight ? '' : ' '}${rest}`;
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
