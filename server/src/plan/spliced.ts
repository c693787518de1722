import { firstAt } from '../text.ts';
import type { Span } from './types.ts';

/** Something that belongs to a block, by its number. */
export interface OfBlock {
  readonly block: number;
}

/** A list in the order of its blocks, with `fresh` in place of what belongs to the changed ones. */
export function spliced<T extends OfBlock>(all: readonly T[], { from, to }: Span, fresh: readonly T[]): readonly T[] {
  const start = firstAt(all, from, blockOf);
  const end = firstAt(all, to, blockOf);
  if (start === end && fresh.length === 0) return all;
  return all.slice(0, start).concat(fresh, all.slice(end));
}

const blockOf = ({ block }: OfBlock): number => block;
