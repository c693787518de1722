import { byBlock } from '../plan/by-block.ts';
import { columnOf } from '../plan/column-of.ts';
import { fromBlocks } from '../plan/from-parts.ts';
import { indexIn, rangeIn } from '../plan/normal-text.ts';
import { numberingOf } from '../plan/numbering.ts';
import type { Block, Figure, Plan, Sentence } from '../plan/types.ts';
import { startingIn } from '../text.ts';
import { filled, local } from './local.ts';
import type { RuleFinding } from './types.ts';

const SUM = local('合计是{0}，各项相加是{1}', 'The total is {0}, the items add up to {1}');
const TOO_MUCH = local('各项相加是{1}，超过总额{0}', 'The items add up to {1}, more than the total of {0}');
const WHY = local(
  '合计与分项对不上，评审会当场指出。',
  'A total that does not fit its items is the first thing a reviewer sees.',
);
const ADVICE = local('核对分项和合计。', 'Check the items and the total.');
const ITEM = local('分项', 'an item');
/** Rounded items may miss the total by this share. */
const ROUNDING = 0.005;

/** Totals of tables and of sentences that are not the sum of what they list. */
export function* wrongTotals(plan: Plan): Iterable<RuleFinding> {
  for (const { block } of tableTotalsIn(plan)) {
    const rows = rowsAbove(block, plan);
    if (!isNested(rows)) yield* columnTotals(plan.blocks[block]!, rows, plan);
  }
  for (const { told } of statedTotalsIn(plan)) yield* told;
}

const statedTotalsIn = fromBlocks(
  byBlock((block, plan): readonly RuleFinding[] | undefined => {
    // A total and two items.
    if (block.kind === 'row' || block.inert !== undefined || startingIn(plan.figures, block.range).length < 3)
      return undefined;
    const found = block.sentences.flatMap((sentence) => [...statedTotal(block, sentence, plan)]);
    return found.length > 0 ? found : undefined;
  }),
);

const tableTotalsIn = fromBlocks((block) => isTotal(block) || undefined);

/** Rows that a total is of, as far as they have its columns. */
function rowsAbove(total: number, { blocks }: Plan): readonly Block[] {
  let first = total;
  while (isRow(blocks[first - 1]) && blocks[first - 1]!.cells!.length === blocks[total]!.cells!.length) {
    if (isTotal(blocks[first - 1]!)) break;
    first--;
  }
  return blocks.slice(first, total);
}

function isTotal(block: Block): boolean {
  return isRow(block) && /^(?:合计|总计|total|sum)$/i.test(labelOf(block));
}

function isRow(block: Block | undefined): boolean {
  return block?.kind === 'row' && block.cells !== block.header;
}

function labelOf({ cells }: Block): string {
  return (cells?.[0]?.text ?? '').replace(/\s/g, '');
}

/** Rows of rows: what stands in 小计 or under 其中 would count twice. */
function isNested(rows: readonly Block[]): boolean {
  const labels = rows.map(labelOf);
  if (labels.some((label) => /小计|其中|^(?:of which|subtotal)/i.test(label))) return true;
  const styles = new Set(rows.map(({ normal }) => numberingOf(normal.value)?.style));
  return styles.size > 1;
}

/** Rates and densities do not add up. */
const NOT_ADDITIVE = /率|比|占|均|强度|密度|单价|增速|增幅|序号|编号|%|share|rate|ratio|average|per |density|no\./i;

function* columnTotals(total: Block, rows: readonly Block[], plan: Plan): Iterable<RuleFinding> {
  if (rows.length < 2) return;
  for (const figure of startingIn(plan.figures, total.range)) {
    const column = columnOf(total, figure.range.start);
    if (column < 1 || figure.kind === 'percent' || figure.sign !== 'exact') continue;
    if (NOT_ADDITIVE.test(total.header?.[column]?.text ?? '')) continue;
    const items = rows.map((row) =>
      startingIn(plan.figures, row.range).filter((one) => columnOf(row, one.range.start) === column),
    );
    if (items.some((found) => found.length !== 1 || found[0]!.unit !== figure.unit || found[0]!.upper !== undefined))
      continue;
    const sum = sumOf(items.map(([one]) => one!));
    if (isNear(sum, figure.value)) continue;
    yield { range: figure.range, message: filled(SUM, figure.value, sum), why: WHY, advice: ADVICE };
  }
}

const TOTAL_BEFORE =
  /(?:总投资|总投入|投资总额|投入总额|资金总额|总金额|资金总需求|总预算|总概算|总规模|资金需求|total(?: cost| budget| investment)?(?: of| is)?|needs|in all)(?:约|为|达到?|预计|共|需|:)*\s*$/;
const FIRST_PART = /^(?::|,其中:?|,包括|, ?of which|, ?including)/;
const BREAKS = /另|此外|每年|年度|分别|同时|带动|撬动|占|到20\d\d年|per year|a year|in addition/;

/** 总投资198亿元：基础设施38亿元、平台16亿元、技改144亿元。 With 其中 the items may be some only, but never more than the total. */
function* statedTotal(block: Block, sentence: Sentence, plan: Plan): Iterable<RuleFinding> {
  const stated = rangeIn(block.normal, sentence.from, sentence.to);
  const [total, ...parts] = startingIn(plan.figures, stated).filter(({ kind }) => kind === 'money');
  if (!total || parts.length < 2 || [total, ...parts].some((one) => !isPlainAmount(one, total.unit))) return;
  const said = (from: number, to: number) => normalBetween(block, from, to);
  if (!TOTAL_BEFORE.test(said(stated.start, total.range.start))) return;
  const opening = FIRST_PART.exec(said(total.range.end, parts[0]!.range.start))?.[0];
  if (opening === undefined || BREAKS.test(said(total.range.end, parts.at(-1)!.range.end))) return;
  const sum = sumOf(parts);
  const isWhole = opening === ':' && !/^等/.test(said(parts.at(-1)!.range.end, stated.end));
  if (isNear(sum, total.value) || (!isWhole && sum < total.value)) return;
  yield {
    range: total.range,
    message: filled(isWhole ? SUM : TOO_MUCH, plan.text.slice(total.range.start, total.range.end), amount(sum, total)),
    why: WHY,
    advice: ADVICE,
    related: parts.map(({ range }) => ({ range, message: ITEM })),
  };
}

function isPlainAmount({ unit, use, upper, sign }: Figure, wanted: string): boolean {
  return unit === wanted && use === 'plain' && upper === undefined && sign === 'exact';
}

/** The normalised text between two offsets of the plan. */
function normalBetween({ normal }: Block, start: number, end: number): string {
  return normal.value.slice(indexIn(normal, start), indexIn(normal, end));
}

/** As people write it: 20.2亿元. */
function amount(value: number, { unit }: Figure): string {
  if (unit === '元') return value >= 1e8 ? `${round(value / 1e8)}亿元` : `${round(value / 1e4)}万元`;
  return value >= 1e6 ? `${unit.toUpperCase()} ${round(value / 1e6)} million` : `${unit.toUpperCase()} ${value}`;
}

function sumOf(figures: readonly Figure[]): number {
  return round(figures.reduce((sum, { value }) => sum + value, 0));
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.abs(b) * ROUNDING;
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
