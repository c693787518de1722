import type { Block } from './types.ts';

/** The column of the cell around an offset of the plan, from 0; -1 for none, and for what is no row. */
export function columnOf({ cells }: Pick<Block, 'cells'>, offset: number): number {
  return cells?.findIndex(({ range }) => range.start <= offset && offset < range.end) ?? -1;
}
