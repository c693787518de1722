import { firstAt } from '../text.ts';
import type { Span } from './types.ts';

/** Something that belongs to a block, by its number. */
export interface OfBlock {
  readonly block: number;
}

/** Blocks that an edit has changed, `[from, to)`, numbered as they are now; those behind had numbers less by `by`. */
export interface Spliced extends Span {
  readonly by: number;
}

/** Which items of a list belonged to the changed blocks. */
export function stretchIn(all: readonly OfBlock[], { from, to, by }: Spliced): Span {
  return { from: firstAt(all, from, blockOf), to: firstAt(all, to - by, blockOf) };
}

export function replaced<T>(all: readonly T[], { from, to }: Span, fresh: readonly T[]): readonly T[] {
  if (from === to && fresh.length === 0) return all;
  if (to - from !== fresh.length) return all.slice(0, from).concat(fresh, all.slice(to));
  // One copy instead of three.
  const now = all.slice();
  for (let i = from; i < to; i++) now[i] = fresh[i - from]!;
  return now;
}

/** A list in the order of its blocks whose items are in no other, with `fresh` in place of what belonged to the changed ones; those behind are renumbered in place. */
export function splicedOwn<T extends OfBlock>(all: readonly T[], put: Spliced, fresh: readonly T[]): readonly T[] {
  const gone = stretchIn(all, put);
  if (put.by !== 0) for (let i = gone.to; i < all.length; i++) (all[i] as Mutable<OfBlock>).block += put.by;
  return replaced(all, gone, fresh);
}

const blockOf = ({ block }: OfBlock): number => block;

export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** How many items two lists have in common at their heads and, of the rest, at their tails. */
export function sharedEnds<A, B>(
  old: readonly A[],
  now: readonly B[],
  isSame: (one: A, other: B) => boolean = Object.is,
): { readonly head: number; readonly tail: number } {
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && isSame(old[head]!, now[head]!)) head++;
  let tail = 0;
  while (tail < shorter - head && isSame(old[old.length - 1 - tail]!, now[now.length - 1 - tail]!)) tail++;
  return { head, tail };
}
