import { numeral } from '../plan/numbering.ts';
import type { Heading, Plan } from '../plan/types.ts';
import { type Range, stretchOf } from '../text.ts';

/** What a heading is counted by that has no number of its own: 任务三：, Goal 3:, Action 2.3. */
export interface LabelNumber {
  /** Lower-cased; with the first number where there are two (`action 2.`). */
  readonly label: string;
  readonly value: number;
  /** Label and number. */
  readonly range: Range;
}

/** Words that count what a plan does; years, zones and plots may jump. Goal 4.A is one of several of a chapter 4. */
const LABELLED =
  /^((?:重点|主要|专项|核心)?(?:任务|行动|工程|目标|专题|举措|板块|路径|战略))[ \u3000]?([一二三四五六七八九十]{1,3}|\d{1,2})(?=[:：、\s\u3000—])/;
const LABELLED_IN_ENGLISH =
  /^((?:(?:strategic|key|core|priority) )?(?:goal|objective|action|priority|pillar|task|theme|strategy|measure|recommendation|initiative|component|enabler|focus area|priority area)(?: \d{1,2}\.)?)(?: |(?<=\.))(\d{1,2})(?=\s*[:：—–]|\s*$|\.(?!\d|[a-z]\b)| - )/i;

export function labelNumberOf({ textRange, numbering }: Heading, plan: Plan): LabelNumber | undefined {
  if (numbering) return undefined;
  const words = plan.text.slice(textRange.start, textRange.end);
  const match = LABELLED.exec(words) ?? LABELLED_IN_ENGLISH.exec(words);
  if (!match) return undefined;
  const [whole, label, number] = match;
  return { label: label!.toLowerCase(), value: numeral(number!), range: stretchOf(textRange, 0, whole.length) };
}
