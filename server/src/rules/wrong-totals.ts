import { columnOf } from '../plan/column-of.ts';
import { fromBlocks } from '../plan/from-parts.ts';
import { numberingOf } from '../plan/numbering.ts';
import type { Block, Plan } from '../plan/types.ts';
import { startingIn } from '../text.ts';
import { isNear, ROUNDING, sumOf, writtenLike } from './amounts.ts';
import { filled } from './local.ts';
import { fitsNested } from './nested-sums.ts';
import { statedTotalsIn } from './stated-totals.ts';
import { labelColumn, labelOf } from './table-labels.ts';
import { ADVICE, SUM, WHY } from './total-words.ts';
import type { RuleFinding } from './types.ts';

/** Totals of tables and of sentences that are not the sum of what they list. */
export function* wrongTotals(plan: Plan): Iterable<RuleFinding> {
  for (const { block } of tableTotalsIn(plan)) {
    const rows = rowsOf(block, plan);
    if (isNested(rows)) continue;
    const before = rows.length > 0 ? plan.blocks[rows[0]!.id - 1] : undefined;
    yield* columnTotals(plan.blocks[block]!, rows, before && isTotal(before) ? before : undefined, plan);
  }
  for (const { told } of statedTotalsIn(plan)) yield* told;
}

const tableTotalsIn = fromBlocks((block) => isTotal(block) || undefined);

/** Rows that a total is of, as far as they have its columns: those above it, or those below one that comes first. */
function rowsOf(total: number, { blocks }: Plan): readonly Block[] {
  const columns = blocks[total]!.cells!.length;
  const isItem = (block: Block | undefined) =>
    block !== undefined && isRow(block) && block.cells!.length === columns && !isTotal(block);
  let first = total;
  while (isItem(blocks[first - 1])) first--;
  if (first < total || isRow(blocks[total - 1])) return blocks.slice(first, total);
  let last = total + 1;
  while (isItem(blocks[last])) last++;
  return isRow(blocks[last]) ? [] : blocks.slice(total + 1, last);
}

/** 合计 may stand in the column of numbers too. */
function isTotal(block: Block): boolean {
  if (!isRow(block)) return false;
  const labels = block.cells!.slice(0, labelColumn(block.header) + 1);
  return labels.some(({ text }) => /^(?:合计|总计|total|sum)$/i.test(text.replace(/\s/g, '')));
}

function isRow(block: Block | undefined): boolean {
  return block?.kind === 'row' && block.cells !== block.header;
}

/** Of a row that is part of the row above it. */
const INDENTED = /^(?:[\u3000\u00a0\u2003]|&(?:nbsp|emsp|ensp);|(?:[-–—•·└├○]|&gt;)\s*\S)/;
const GROUP = /小计|其中|of ?which|subtotal|sub-total/i;

/** Rows of rows: what stands in 小计 or under 其中 would count twice. */
function isNested(rows: readonly Block[]): boolean {
  if (rows.some((row) => GROUP.test(labelOf(row)))) return true;
  const indented = rows.filter(({ cells, header }) => INDENTED.test(cells![labelColumn(header)]!.text)).length;
  if (indented > 0 && indented < rows.length) return true;
  const styles = new Set(rows.map(({ normal }) => numberingOf(normal.value)?.style));
  return styles.size > 1;
}

/** Rates and densities do not add up, and what has run up to a year holds the years before. */
const NOT_ADDITIVE =
  /率|比|占|均|强度|密度|单价|增速|增幅|序号|编号|累计|%|share|rate|ratio|average|per |density|no\.|cumulative|running|to date/i;
const PERIOD =
  /^(?:(?:fy|year)?(?:19|20)\d\d(?:年|[-/–—]\d\d|[-/–—~至](?:19|20)\d\d)?.{0,4}|第[一二三四五六七八九十\d]{1,2}[年期季].{0,3}|year\d|phase\d)$/i;
/** What there is at a time, and not what comes in it. */
const STOCK = /年末|年底|期末|存量|保有|year[- ]end|end of|stock/i;

/** `earlier`: the total above the rows, which this one may hold too. */
function* columnTotals(
  total: Block,
  rows: readonly Block[],
  earlier: Block | undefined,
  plan: Plan,
): Iterable<RuleFinding> {
  if (rows.length < 2) return;
  const isOverTime = rows.every((row) => PERIOD.test(labelOf(row)));
  const isBefore = labelColumn(total.header);
  for (const figure of startingIn(plan.figures, total.range)) {
    const column = columnOf(total, figure.range.start);
    if (column <= isBefore || figure.kind === 'percent' || figure.sign !== 'exact') continue;
    const head = total.header?.[column]?.text ?? '';
    if (NOT_ADDITIVE.test(head) || (isOverTime && STOCK.test(head))) continue;
    const inColumn = (row: Block) =>
      startingIn(plan.figures, row.range).filter((one) => columnOf(row, one.range.start) === column);
    const found = rows.map(inColumn);
    if (found.some((own) => own.length !== 1 || own[0]!.unit !== figure.unit || own[0]!.upper !== undefined)) continue;
    const items = found.map(([one]) => one!);
    const sum = sumOf(items);
    if (isNear(sum, figure.value) || (isOverTime && isNear(items.at(-1)!.value, figure.value))) continue;
    const values = items.map(({ value }) => value);
    const carried = earlier ? inColumn(earlier).map(({ value }) => value) : [];
    const fits = (all: readonly number[]) => fitsNested(all, figure.value, Math.abs(figure.value) * ROUNDING);
    if (fits(values) || (carried.length > 0 && fits([...carried, ...values]))) continue;
    const written = plan.text.slice(figure.range.start, figure.range.end).trim();
    yield {
      range: figure.range,
      message: filled(SUM, written, writtenLike(written, figure, sum)),
      why: WHY,
      advice: ADVICE,
    };
  }
}
