const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const STEPS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 };

/** 四十 → 40, 一千二百 → 1200, 两亿三千万 → 230000000; NaN when it is no numeral. */
export function hanNumber(numeral: string): number {
  let total = 0;
  let section = 0;
  let digit = -1;
  for (const character of numeral) {
    const step = STEPS[character];
    if (step === undefined) {
      const value = DIGITS[character];
      if (value === undefined) return Number.NaN;
      digit = Math.max(digit, 0) * (digit > 0 ? 10 : 1) + value;
      continue;
    }
    if (step >= 1e4) {
      total += (section + Math.max(digit, 0)) * step;
      section = 0;
    } else section += (digit < 0 ? 1 : digit) * step;
    digit = -1;
  }
  return total + section + Math.max(digit, 0);
}

/** 1 to 99 in the numerals of headings: 十二. */
export function hanNumeral(value: number): string {
  const tens = Math.floor(value / 10);
  return (tens > 1 ? ONES[tens]! : '') + (tens > 0 ? '十' : '') + ONES[value % 10]!;
}

const ONES = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** What stands behind a number: 3.5亿 is 3.5 × 1e8. */
export function scaleOf(scale: string | undefined): number {
  let factor = 1;
  for (const character of scale ?? '') factor *= STEPS[character] ?? 1;
  return factor;
}

/** 2,140 and 2 140 → 2140; Chinese numerals too. */
export function numberOf(text: string): number {
  return /^\d/.test(text) ? Number(text.replace(/[, ]/g, '')) : hanNumber(text);
}
