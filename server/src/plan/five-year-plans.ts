// China's five-year plans, by the number that a text calls them: 十五五, 第十五个五年规划.

/** One that is named; its number is the one group. 十五, with the number 十, may be fifteen of anything. */
export const FIVE_YEAR_PLAN = '(?:第(?=十.?个))?(十[一二三四五六七]?)(?:五|个五年)';

/** The tenth began in 2001. */
const FIRST_YEAR_OF_TENTH = 2001;

/** The years of the plan with that number. */
export function yearsOfPlan(number: string): { readonly from: number; readonly to: number } {
  const from = FIRST_YEAR_OF_TENTH + 5 * '十一二三四五六七'.indexOf(number.at(-1)!);
  return { from, to: from + 4 };
}
