import type { Block, Plan } from './types.ts';

/**
 * Asks `tell` once for each block, and again only where the block has changed or has another number: a block that has moved is the same object.
 * What it tells may hang on nothing but the block, its facts and its text; ranges in it must be those of the block, which move with it.
 */
export function byBlock<T>(tell: (block: Block, plan: Plan) => T): (block: Block, plan: Plan) => T {
  const told = new WeakMap<Block, { readonly answer: T }>();
  return (block, plan) => {
    const before = told.get(block);
    if (before) return before.answer;
    const answer = tell(block, plan);
    told.set(block, { answer });
    return answer;
  };
}
