export interface YearSpan {
  readonly from: number;
  readonly to: number;
}

/** Of normalised or folded text: 2024-2026年, 2026—2030, 2026 to 2030, 2026-30, 2026/27–2030/31, fy2027–fy2031. What may be a month (2011-12) is no year. */
export const SPAN =
  '(20\\d\\d)(?:\\/\\d\\d)?\\s?年?\\s?(?:\\d{1,2}\\s?月)?\\s?(?:[-‐-―−~至到]+|\\bto\\b|\\bthrough\\b)\\s?(?:fy ?)?(?:(20\\d\\d)(?:\\/(\\d\\d))?|(1[3-9]|[2-9]\\d)(?![\\d./月-]))';

const FIRST_SPAN = new RegExp(SPAN, 'i');
/** 2026/27: a year of accounts lies in two. */
const YEAR_OF_ACCOUNTS = /(20\d\d)\/(\d\d)(?![\d/])/;

/** The first span of years in a title or in the front matter, whatever dash is between them. */
export function yearSpan(text: string): YearSpan | undefined {
  const folded = text.normalize('NFKC').replace(/\s+/g, ' ');
  const [, from, to, endsIn, short] = FIRST_SPAN.exec(folded) ?? YEAR_OF_ACCOUNTS.exec(folded) ?? [];
  if (from === undefined) return undefined;
  const century = from.slice(0, 2);
  if (to?.length === 2) return Number(century + to) === Number(from) + 1 ? spanOf(from, century + to) : undefined;
  return spanOf(from, endsIn ? to!.slice(0, 2) + endsIn : (to ?? century + short));
}

function spanOf(from: string, to: string): YearSpan {
  return { from: Number(from), to: Number(to) };
}

/** 2026年工作要点, 2026年市政府工作报告: the one year that a list of tasks is for. */
export function yearOfTasks(title: string): number | undefined {
  const year = YEARLY.exec(title)?.[1];
  return year === undefined ? undefined : Number(year);
}

const YEARLY =
  /(?:^|[^(（〔\d-])(20\d\d) ?年度?[^()（）]{0,24}(?:要点|任务|计划|行动|安排|政府工作报告)(?![^()（）]*20\d\d)/;

/** 2015年工作总结, （临江产业园）2015年工作总结: the one year that a review looks back on. */
export function yearReviewed(title: string): number | undefined {
  const year = REVIEW.exec(title)?.[1];
  return year === undefined ? undefined : Number(year);
}

const REVIEW =
  /^(?:[(（][^()（）]{2,24}[)）])?[^(（〔]{0,16}(20\d\d) ?年度?(?:年度|全年)?[^()（）]{0,12}(?:工作)?(?:总结|回顾)(?![^()（）]*(?:20\d\d|计划|打算|安排|要点))/;
