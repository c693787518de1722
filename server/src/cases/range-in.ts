import type { Block } from '../plan/types.ts';
import type { Range } from '../text.ts';

/** The stretch of the plan that a stretch of a block's normalised text came from. */
export function rangeIn({ normal }: Block, from: number, to: number): Range {
  return { start: normal.offsets[from]!, end: normal.offsets[to - 1]! + 1 };
}
