import { rangeIn as rangeInNormal } from '../plan/normal-text.ts';
import type { Block } from '../plan/types.ts';
import type { Range } from '../text.ts';

/** The stretch of the plan that a stretch of a block's normalised text came from. */
export function rangeIn({ normal }: Block, from: number, to: number): Range {
  return rangeInNormal(normal, from, to);
}

/** The same for a sentence or a clause. */
export function rangeOf(block: Block, { from, to }: { readonly from: number; readonly to: number }): Range {
  return rangeIn(block, from, to);
}
