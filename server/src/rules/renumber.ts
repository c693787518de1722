import { hanNumeral } from '../plan/numerals.ts';
import type { Plan } from '../plan/types.ts';
import { type Range, stretchOf } from '../text.ts';
import { filled, local } from './local.ts';
import type { Count } from './number-rows.ts';
import type { Edit, Fix } from './types.ts';

const TITLE = local('把编号改为“{0}”', 'Change the number to "{0}"');

/** The number alone changes, in the numerals that stand there. */
export function renumber(count: Count, value: number, plan: Plan): Fix[] {
  const { range } = count;
  const text = plan.text.slice(range.start, range.end);
  const isPath = 'path' in count && count.path !== undefined;
  const numeral = (isPath ? /(?:\d+|[０-９]+)(?=[^\d０-９]*$)/ : /[一二三四五六七八九十]+|\d+|[０-９]+/).exec(text);
  // <li>: the number is not written.
  if (!numeral || value > 99 || text.startsWith('<')) return [];
  const newText = /^\d/.test(numeral[0])
    ? String(value)
    : /^[０-９]/.test(numeral[0])
      ? fullWidth(value)
      : hanNumeral(value);
  const edit: Edit = { range: stretchOf(range, numeral.index, numeral.index + numeral[0].length), newText };
  return [
    {
      title: filled(
        TITLE,
        withoutMark(`${text.slice(0, numeral.index)}${newText}${text.slice(numeral.index + numeral[0].length)}`),
      ),
      edits: [edit],
      automatic: false,
    },
  ];
}

function fullWidth(value: number): string {
  return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

/** Without the space behind it. */
export function shown({ range }: Count, plan: Plan): Range {
  return stretchOf(range, 0, textAt(range, plan).length);
}

export function textAt({ start, end }: Range, plan: Plan): string {
  return withoutMark(plan.text.slice(start, end));
}

/** Section 2 – without what stands between it and the words. */
function withoutMark(number: string): string {
  return number
    .trimEnd()
    .replace(/[—–:：-]$/, '')
    .trimEnd();
}
