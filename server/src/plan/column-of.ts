import type { Block, Cell } from './types.ts';

/** The column of the cell around an offset of the plan, from 0; -1 for none, and for what is no row. */
export function columnOf({ cells }: Pick<Block, 'cells'>, offset: number): number {
  return cells?.findIndex(({ range }) => range.start <= offset && offset < range.end) ?? -1;
}

/** Whether a column, by its header, says where figures come from: whoever stands there does nothing. */
export function namesSources(head: Cell | undefined): boolean {
  return head !== undefined && /来源|出处|\bsources?\b/i.test(head.text);
}
