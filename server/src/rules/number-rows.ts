import { hanNumeral } from '../plan/numerals.ts';
import type { Block, Numbering, Plan } from '../plan/types.ts';
import type { LabelNumber } from './label-numbers.ts';
import { startsWith } from './stray-number.ts';

/** A heading's own number, or that of its label. */
export type Count = Numbering | LabelNumber;

/** What numbers that follow each other have in common: 4.1 and 4.2 their style and the 4. */
export function rowOf(count: NonNullable<Block['numbering']> | LabelNumber): string {
  if ('label' in count) return `label ${count.label}`;
  const { style, path } = count;
  return path ? `${style} ${path.slice(0, -1).join('.')}` : style;
}

/** IV. counts chapters, and iv. what stands in one of them. */
export function caseOf(count: Count, plan: Plan): string {
  if (!('style' in count) || (count.style !== 'roman' && count.style !== 'letter')) return '';
  return /[a-zⅰ-ⅻ]/.test(plan.text.slice(count.range.start, count.range.end)) ? ' small' : ' capital';
}

/** 1． below 3. counts what stands in it. */
export function markOf(count: Count, plan: Plan): string {
  if (!('style' in count) || count.style !== 'arabic' || count.path) return '';
  const before = marks.get(count);
  if (before !== undefined) return before;
  const mark = /[．、]/.exec(plan.text.slice(count.range.start, count.range.end))?.[0] ?? '';
  marks.set(count, mark);
  return mark;
}

/** A heading keeps its number as long as it is written so, and all are asked where one has changed. */
const marks = new WeakMap<Numbering, string>();

/** The number before, or one below it: 5.8.1 where 5.8 itself has no heading. */
export function isJustBefore({ numbering: one, normal: { value } }: Block, count: Count): boolean {
  if (count.value === 1) return false;
  if ('label' in count)
    return [count.value - 1, hanNumeral(count.value - 1)].some((number) =>
      [`${count.label}${number}`, `${count.label} ${number}`].some((words) => value.startsWith(words)),
    );
  // 11.121人才项目 before 12.: what follows the mark is a number itself.
  if (count.style === 'arabic' && one?.path === undefined && value.startsWith(`${count.value - 1}.`)) return true;
  if (count.path === undefined && hasWithin(value, count.style, count.value - 1)) return true;
  if (one === undefined) return false;
  const { path } = count;
  if (path && one.path) return startsWith(one.path, [...path.slice(0, -1), count.value - 1]);
  return rowOf(one) === rowOf(count) && one.value === count.value - 1;
}

/** … of the zone. 2. Roads: of a text whose lines were run together, behind the end of a sentence. */
function hasWithin(value: string, style: Numbering['style'], number: number): boolean {
  const words = style === 'han' ? `${hanNumeral(number)}、` : style === 'arabic' ? `${number}. ` : undefined;
  for (let at = words ? value.indexOf(words) : -1; at > 0; at = value.indexOf(words!, at + 1))
    if (/[.;:。] ?$/.test(value.slice(Math.max(0, at - 2), at))) return true;
  return false;
}
