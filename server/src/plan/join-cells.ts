import type { VisibleText } from './leaves.ts';

/**
 * A row of a table as one text, a bar between two cells.
 * `barAt` gives the place in the source of the bar before cell `i`; `end` is the place of the last unit before it, -1 for none.
 */
export function joinCells(cells: readonly VisibleText[], barAt: (i: number, end: number) => number): VisibleText {
  let text = '';
  const at: number[] = [];
  cells.forEach((cell, i) => {
    if (i > 0) {
      text += '|';
      at.push(barAt(i, at[at.length - 1] ?? -1));
    }
    text += cell.text;
    for (let j = 0; j < cell.text.length; j++) at.push(cell.at[j]!);
  });
  return { text, at };
}
