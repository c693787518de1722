import type { AlignType, Table, TableCell, TableRow } from 'mdast';
import { at, inline, linesIn, runsOf } from './plain-nodes.ts';
import type { Span } from './types.ts';

/** A table without other marks than its bars and bold words, as `isPlainTable` found it: as remark-parse would make it, but for lines and columns. */
export function plainTable(source: string): Table {
  const lines = linesIn(source);
  const [head, delimiters, ...body] = lines.map((line) => cellsOf(source, line));
  return {
    type: 'table',
    align: delimiters!.map(({ from, to }) => alignOf(source.slice(from, to))),
    children: [head!, ...body].map((cells, i) => rowOf(source, lines[i === 0 ? 0 : i + 1]!, cells)),
    position: { start: at(0), end: at(source.length) },
  };
}

/**
 * Whether every line is a row between two bars, the second one that under the header, and all have as many cells.
 * `hasMark`: whether words have other marks than bars and stars.
 */
export function isPlainTable(source: string, hasMark: (words: string) => boolean): boolean {
  if (source.charCodeAt(0) !== BAR || !DELIMITERS.test(source) || hasMark(source)) return false;
  const lines = linesIn(source);
  const columns = cellsOf(source, lines[1]!).length;
  return lines.every((line) => {
    if (source.charCodeAt(line.from) !== BAR || source.charCodeAt(line.to - 1) !== BAR || line.to - line.from < 2)
      return false;
    const cells = cellsOf(source, line);
    return (
      cells.length === columns &&
      cells.every(({ from, to }) => !source.slice(from, to).includes('*') || runsOf(source, from, to) !== undefined)
    );
  });
}

const BAR = 124;
/** The second line. Tabs are left to the parser. */
const DELIMITERS = /^[^\n\r\t]+(?:\r\n|\r|\n)\|(?: *:?-+:? *\|)+(?:[\n\r][^\t]*)?$/;

/** A cell's words, without the spaces around them, and where it starts: at its bar. */
interface Cell extends Span {
  readonly bar: number;
}

function cellsOf(source: string, { from, to }: Span): Cell[] {
  const cells: Cell[] = [];
  for (let bar = from; bar < to - 1; ) {
    let next = source.indexOf('|', bar + 1);
    if (next < 0 || next >= to) next = to;
    let start = bar + 1;
    let end = next;
    while (start < end && source.charCodeAt(start) === 32) start++;
    while (end > start && source.charCodeAt(end - 1) === 32) end--;
    cells.push({ bar, from: start, to: end });
    bar = next;
  }
  return cells;
}

function rowOf(source: string, { from, to }: Span, cells: readonly Cell[]): TableRow {
  const children = cells.map((cell, i): TableCell => {
    const isLast = i === cells.length - 1;
    return {
      type: 'tableCell',
      children: cell.to > cell.from ? inline(source, cell.from, cell.to) : [],
      position: { start: at(cell.bar), end: at(isLast ? to : cells[i + 1]!.bar) },
    };
  });
  return { type: 'tableRow', children, position: { start: at(from), end: at(to) } };
}

function alignOf(delimiter: string): AlignType {
  const [left, right] = [delimiter.startsWith(':'), delimiter.endsWith(':')];
  if (left && right) return 'center';
  return left ? 'left' : right ? 'right' : null;
}
