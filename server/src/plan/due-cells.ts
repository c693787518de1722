import type { Range } from '../text.ts';
import { columnOf } from './column-of.ts';
import type { Block } from './types.ts';

/** Whether a date stands in a table's column of terms, or in a row of one: | Launch date | Oct 2026 |. */
export function isDue(block: Block, { start }: Range): boolean {
  const { cells, header } = block;
  const column = columnOf(block, start);
  const head = header?.[column];
  if (!cells || head === undefined || head === cells[column]) return false;
  return TERM.test(head.text) || (column > 0 && ROW_OF_TERM.test(cells[0]!.text));
}

const TERM =
  /时限|期限|时间|进度|节点|\b(?:due|deadline|date|when|by when|timing|completion)\b|^\s*(?:end|finish)\s*$/i;
const ROW_OF_TERM =
  /^\s*(?:(?:launch|start|completion|opening|delivery|due|target) date|launch|completion|deadline)\s*$/i;
