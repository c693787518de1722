import { columnOf } from '../plan/column-of.ts';
import { rangeIn } from '../plan/normal-text.ts';
import type { Block, NormalText, Span } from '../plan/types.ts';

/** | Risk | Mitigation | Owner |: the header of a table whose rows set an answer beside what a place of it names. `at`: in the normalised text. */
export function isAnswered(block: Block, at: number): boolean {
  const { cells, header, normal } = block;
  if (!cells || cells !== header) return false;
  const column = columnOf(block, rangeIn(normal, at, at + 1).start);
  return column >= 0 && cells.some(({ text }, i) => i !== column && ANSWER.test(text));
}

/** Mitigation: speed and differentiation: a run-in label of an answer, and what is done behind it. */
export function labelsAnswer({ value }: NormalText, heading: Span): boolean {
  return (
    ANSWER.test(value.slice(heading.from, heading.to).replace(/:\s*$/, '')) &&
    /[a-z\u4e00-\u9fff]/.test(value.slice(heading.to))
  );
}

const ANSWER =
  /^\s*(?:(?:risk )?(?:mitigations?|responses?|treatments?|controls?|contingency)(?: (?:measures?|strategy|strategies|actions?|plans?|approach))?|(?:应对|防控|防范|化解|缓解|处置)(?:措施|办法|策略|方案|举措)?)\s*$/i;
