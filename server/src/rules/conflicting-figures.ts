import type { Block, Figure, Plan } from '../plan/types.ts';
import { startingIn } from '../text.ts';
import { type Indicator, indicatorsOf } from './indicators.ts';
import { filled, local } from './local.ts';
import type { Rule, RuleContext, RuleFinding } from './types.ts';

const MESSAGE = local(
  '“{0}”{1}年的数前后不一：这里是{2}，另一处是{3}',
  'Two values for "{0}" in {1}: {2} here, {3} elsewhere',
);
const WHY = local('同一指标、同一年份应只有一个数。', 'One indicator in one year has one value.');
const ADVICE = local(
  '核对口径，统一为一个数；口径不同的，写明差别。',
  'Check which is right and use it throughout, or say how the two differ.',
);
const OTHER = local('另一处的数', 'the other value');
const SUM = local('合计是{0}，各项相加是{1}', 'The total is {0}, the items add up to {1}');
const SUM_WHY = local(
  '合计与分项对不上，评审会当场指出。',
  'A total that is not the sum is the first thing a reviewer sees.',
);
const SUM_ADVICE = local('核对分项和合计。', 'Check the items and the total.');
/** Rounded items may miss the total by this share. */
const ROUNDING = 0.005;

export const conflictingFigures: Rule = {
  id: 'conflicting-figures',
  title: local('数据前后矛盾', 'Figures that contradict each other'),
  description: local(
    '同一指标、同一年份在不同地方数值不同；表格的合计不等于各项之和。指标名称、单位、年份都写明且一致的才比较。',
    'One indicator has two values for one year in different places, or a table’s total is not the sum of its rows. Only figures whose indicator, unit and year are written out and equal are compared.',
  ),
  severity: { outline: 'info', draft: 'warning', consultation: 'warning', review: 'error', issued: 'error' },
  examples: [
    {
      title: local('两章的目标不一样', 'Two chapters, two targets'),
      text: '# 云川园区产业发展规划（2026—2030年）\n\n## 一、发展目标\n\n到2030年，规上工业总产值达到500亿元。\n\n## 二、主要任务\n\n做大总量，到2030年规上工业总产值达到550亿元。\n',
      reports: ['550亿元'],
    },
    {
      title: local('合计对不上', 'A total that is not the sum'),
      text: '# 云川园区产业发展规划（2026—2030年）\n\n## 一、资金保障\n\n| 来源 | 金额（亿元） |\n| --- | --- |\n| 财政资金 | 8 |\n| 社会资本 | 18 |\n| 合计 | 30 |\n',
      reports: ['30'],
    },
    {
      title: local('不同年份不算', 'Different years are no conflict'),
      text: '# 云川园区产业发展规划（2026—2030年）\n\n## 一、发展目标\n\n到2028年，规上工业总产值达到400亿元。到2030年，规上工业总产值达到500亿元。\n',
      reports: [],
    },
  ],
  *check({ plan }: RuleContext): Iterable<RuleFinding> {
    yield* differing(plan);
    yield* wrongTotals(plan);
  },
};

function* differing(plan: Plan): Iterable<RuleFinding> {
  const first = new Map<string, Indicator>();
  for (const indicator of indicatorsOf(plan)) {
    const key = `${indicator.name}|${indicator.unit}|${indicator.year}`;
    const before = first.get(key);
    if (!before) {
      first.set(key, indicator);
      continue;
    }
    if (before.block === indicator.block || agree(before, indicator)) continue;
    const text = (one: Indicator) => plan.text.slice(one.range.start, one.range.end);
    yield {
      range: indicator.range,
      message: filled(MESSAGE, indicator.name, indicator.year, text(indicator), text(before)),
      why: WHY,
      advice: ADVICE,
      related: [{ range: before.range, message: OTHER }],
    };
  }
}

/** 超过500亿元 and 550亿元 may both be true. */
function agree(a: Indicator, b: Indicator): boolean {
  if (Math.abs(a.value - b.value) <= Math.max(Math.abs(a.value), Math.abs(b.value)) * ROUNDING) return true;
  const [low, high] = a.value < b.value ? [a, b] : [b, a];
  if (low.figure.sign === 'at-least' || low.figure.sign === 'more-than') return true;
  return high.figure.sign === 'at-most' || high.figure.sign === 'less-than' || high.figure.sign === 'nearly';
}

function* wrongTotals(plan: Plan): Iterable<RuleFinding> {
  let rows: Block[] = [];
  for (const block of plan.blocks) {
    if (block.kind !== 'row' || block.cells === block.header || block.cells?.length !== rows[0]?.cells?.length)
      rows = [];
    if (block.kind !== 'row') continue;
    const label = (block.cells?.[0]?.text ?? '').replace(/\s/g, '');
    if (!/^(?:合计|总计|total|sum)$/i.test(label)) {
      rows.push(block);
      continue;
    }
    yield* totalsOf(
      block,
      rows.filter((row) => row.cells?.some((cell, i) => cell.text !== row.header?.[i]?.text)),
      plan,
    );
    rows = [];
  }
}

function* totalsOf(total: Block, rows: readonly Block[], plan: Plan): Iterable<RuleFinding> {
  for (const figure of startingIn(plan.figures, total.range)) {
    const column = columnOf(total, figure);
    const items = rows.map((row) => startingIn(plan.figures, row.range).filter((one) => columnOf(row, one) === column));
    if (column < 1 || rows.length < 2 || items.some((found) => found.length !== 1 || found[0]!.unit !== figure.unit))
      continue;
    if (figure.kind === 'percent' || figure.sign !== 'exact') continue;
    const sum = Math.round(items.reduce((all, [one]) => all + one!.value, 0) * 1e4) / 1e4;
    if (Math.abs(sum - figure.value) <= Math.abs(figure.value) * ROUNDING) continue;
    yield { range: figure.range, message: filled(SUM, figure.value, sum), why: SUM_WHY, advice: SUM_ADVICE };
  }
}

function columnOf({ cells }: Block, { range }: Figure): number {
  return cells?.findIndex((cell) => cell.range.start <= range.start && range.start < cell.range.end) ?? -1;
}
