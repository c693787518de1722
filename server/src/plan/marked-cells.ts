import type { FactInput } from './fact-input.ts';
import type { DateMention } from './types.ts';

/** | Action | Year 1 | Year 2 | with an x below: the row's phase, from the first time that is marked to the last. */
export function markedTimes({ block, section }: FactInput): DateMention[] {
  const { cells, header, id } = block;
  if (!cells || !header || cells === header || section.kind === 'baseline') return [];
  const times = header.flatMap(({ text }, i) => (TIME.test(text) ? [i] : []));
  if (times.length < LEAST) return [];
  const marked = times.filter((i) => MARK.test(cells[i]?.text ?? ''));
  const first = cells[marked[0] ?? -1];
  if (!first) return [];
  const fromYear = yearsOf(header[marked[0]!]!.text)[0];
  const toYear = yearsOf(header[marked.at(-1)!]!.text).at(-1);
  const isKnown = fromYear !== undefined && toYear !== undefined && fromYear <= toYear;
  return [{ range: first.range, block: id, use: 'phase', ...(isKnown ? { fromYear, toYear } : {}) }];
}

/** One column of a time may be anything. */
const LEAST = 2;

const TIME =
  /^\s*(?:(?:year|yr|month|week|quarter|phase|stage|[ymwq])[ .-]?\d{1,2}(?:\s?[-–—]\s?\d{1,2})?|(?:q[1-4][ -])?(?:fy ?)?20\d\d(?:\s?[-–—/]\s?(?:20)?\d\d)?年?(?:\s?q[1-4]|[上下]半年|第?[一二三四]季度)?|第?[一二三四五六七八九十]{1,2}(?:年|季度|阶段)|\d{1,2}月)\s*$/i;
const MARK = /^\s*(?:[x×✓✔✅√●■◆▲★]\s?)+$/iu;

function yearsOf(head: string): number[] {
  return [...head.matchAll(/20\d\d/g)].map(([year]) => Number(year));
}
