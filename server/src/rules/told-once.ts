import type { LocalText, Range } from '../text.ts';
import type { RuleFinding } from './types.ts';

/** Where so many more places lack the same, it is one thing to say. */
const SEVERAL = 2;

/** The same of each place in order; of three or more once, at the first, with the others beside it and the message of many. */
export function* toldOnce(
  [first, ...others]: readonly Range[],
  finding: Omit<RuleFinding, 'range'>,
  ofMany: (places: number) => LocalText,
): Iterable<RuleFinding> {
  if (!first) return;
  if (others.length >= SEVERAL) {
    const related = others.map((range) => ({ range, message: finding.message }));
    yield { ...finding, range: first, message: ofMany(others.length + 1), related };
    return;
  }
  yield { ...finding, range: first };
  for (const range of others) yield { ...finding, range };
}
