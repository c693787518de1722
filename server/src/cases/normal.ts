import { normalise } from '../plan/normal-text.ts';

/** A string folded as the plan model folds text: widths, traditional characters, case, quotation marks. */
export function normalOf(text: string): string {
  return normalise(
    text,
    Array.from({ length: text.length }, (_, i) => i),
  ).value;
}
