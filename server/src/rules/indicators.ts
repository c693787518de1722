import type { Block, Figure, Plan } from '../plan/types.ts';
import type { Range } from '../text.ts';

/** A figure with the name of what it measures and the year that holds for it. */
export interface Indicator {
  readonly name: string;
  readonly unit: string;
  readonly year: number;
  readonly value: number;
  readonly range: Range;
  readonly block: number;
  readonly figure: Figure;
}

/** Too general to be one thing in two places. */
const GENERAL =
  /^(?:企业|项目|投资|资金|规模|面积|总数|数量|产值|收入|目标|指标|其中|合计|总计|小计|占比|比例|比重|增长|以上|左右|人员|人才|平台|基地|载体|用地|总投资|总面积|总规模|增速|年均增长)$/;
/** What it is depends on the words before it. */
const RELATIVE = /^(?:相关|其他|其它|上述|该|各|此类|这一|同类)/;
const SCALE: Readonly<Record<string, readonly [number, string]>> = {
  亿元: [1e8, '元'],
  万元: [1e4, '元'],
  万人: [1e4, '人'],
  万亩: [1e4, '亩'],
  万平方米: [1e4, '平方米'],
};

/** Figures that say which indicator in which year; the others cannot be compared. */
export function indicatorsOf(plan: Plan): Indicator[] {
  return plan.figures.flatMap((figure): Indicator[] => {
    const { year, use, upper, block, range } = figure;
    if (year === undefined || use !== 'plain' || upper !== undefined) return [];
    const home = plan.blocks[block]!;
    const { kind } = plan.sections[home.section]!;
    if (kind === 'elsewhere' || kind === 'definitions') return [];
    const named = home.kind === 'row' ? rowIndicator(home, figure) : textIndicator(figure);
    if (!named || GENERAL.test(named.name) || RELATIVE.test(named.name) || named.name.length < 3) return [];
    return [{ ...named, year, range, block, figure }];
  });
}

function textIndicator({ of, unit, value }: Figure) {
  return of === undefined || unit === '' ? undefined : { name: of, unit, value };
}

/** | 规上工业总产值（亿元） | 486 | 600 |: the unit stands behind the name. */
function rowIndicator({ cells, header }: Block, { unit, value, range }: Figure) {
  const label = cells?.[0]?.text ?? '';
  const column = cells?.findIndex(
    (cell) => cell.range.start <= range.start && range.start < Math.max(cell.range.end, cell.range.start + 1),
  );
  if (!cells || cells === header || column === undefined || column < 1) return undefined;
  const inLabel = /[（(]([^（）()]{1,8})[）)]/.exec(label)?.[1] ?? '';
  const name = label
    .replace(/[（(].*$/, '')
    .replace(/\s/g, '')
    .toLowerCase();
  if (unit !== '') return { name, unit, value };
  const [factor, base] = SCALE[inLabel] ?? [1, inLabel];
  return base === '' ? undefined : { name, unit: base, value: value * factor };
}
