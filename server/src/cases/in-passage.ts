import type { Case } from '../framework/case-types.ts';
import { indexIn, rangeIn } from '../plan/normal-text.ts';
import type { Block, Clause, Sentence, Span } from '../plan/types.ts';
import { type Range, stretchOf } from '../text.ts';
import { deniedIn } from './denied.ts';
import type { Judging, Observation } from './observation.ts';

/** Index in a block's normalised text of the first character at or behind an offset of the plan. */
export function indexAt({ normal }: Block, offset: number): number {
  return indexIn(normal, offset);
}

/** Where a sentence, a clause or any other stretch of a block's normalised text stands in the plan. */
export function rangeOf({ normal }: Block, { from, to }: Span): Range {
  return rangeIn(normal, from, to);
}

export function sentenceAt({ passage }: Judging, index: number): Sentence {
  return passage.sentences.find(({ to }) => index < to) ?? passage.sentences.at(-1)!;
}

export function clauseAt(judging: Judging, index: number): Clause {
  const { clauses } = sentenceAt(judging, index);
  return clauses.find(({ to }) => index < to) ?? clauses.at(-1)!;
}

/** Whether the clause denies what stands at an index. */
export function isDenied(judging: Judging, index: number): boolean {
  const { from, to } = clauseAt(judging, index);
  const denied = deniedIn(judging.passage.block.normal.value.slice(from, to));
  return denied.some((one) => from + one.from <= index && index < from + one.to);
}

/** What every observation on a passage says. */
export function placeIn({ passage, plan }: Judging, found: Case): Pick<Observation, 'case' | 'isCited' | 'end'> {
  const last = rangeOf(passage.block, passage.sentences.at(-1)!);
  let end = last.end;
  while (end > last.start && /[。.！!？?；;\s]/.test(plan.text.charAt(end - 1))) end--;
  const length = end - last.start;
  return { case: found, isCited: passage.cited.includes(found), end: stretchOf(last, length, length) };
}

/** Whether a passage's figures can be anybody's but the case's: another work is cited for them too. */
export function isSure({ passage }: Judging, found: Case): boolean {
  return passage.cited.includes(found) && !passage.citesOthers;
}

/** First and last year of `2022`, `2003–2023`, `1980s`. */
export function yearsOf(written: string | undefined): { from: number; to: number } | undefined {
  const years = [...(written ?? '').matchAll(/(\d{4})(s)?/g)];
  if (years.length === 0) return undefined;
  const [first, last] = [years[0]!, years.at(-1)!];
  return { from: Number(first[1]), to: Number(last[1]) + (last[2] ? 9 : 0) };
}

export function isEnglish(text: string): boolean {
  return !/[\u3400-\u9fff]/.test(text);
}
