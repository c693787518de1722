import type { Block, NormalText, Plan } from './types.ts';

/**
 * Asks `tell` once for each block, and again only where the block has changed: what is known of one that has moved or has another number is kept.
 * What it tells may hang on nothing but the block, its facts and its text, and not on its number; ranges in it must be those of the block, which move with it.
 */
export function byBlock<T>(tell: (block: Block, plan: Plan) => T): (block: Block, plan: Plan) => T {
  const told = new WeakMap<NormalText, { readonly answer: T }>();
  return (block, plan) => {
    const before = told.get(block.normal);
    if (before) return before.answer;
    const answer = tell(block, plan);
    told.set(block.normal, { answer });
    return answer;
  };
}
