import { fromList, type Told } from '../plan/from-parts.ts';
import type { Plan } from '../plan/types.ts';
import { type Indicator, indicatorsIn } from './indicators.ts';
import { filled, local } from './local.ts';
import type { RuleFinding } from './types.ts';

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
/** Rounded figures may differ by this share; where one says 约 or 近, by more. */
const ROUNDING = 0.005;
const ROUGHLY = 0.05;

/** One indicator with two values for one year. A figure that may hold for a part only contradicts the whole when it is larger. */
export function differingFigures(plan: Plan): Iterable<RuleFinding> {
  return conflictsIn(indicatorsIn(plan)).map(([here, there]) => conflict(here, there, plan));
}

const conflictsIn = fromList((indicators: readonly Told<readonly Indicator[]>[]) => {
  const whole = new Map<string, Indicator>();
  const all = indicators.flatMap(({ told }) => told);
  const conflicts: [Indicator, Indicator][] = [];
  for (const one of all) {
    if (!one.isPart && !whole.has(one.key)) whole.set(one.key, one);
  }
  for (const one of all) {
    const other = whole.get(one.key);
    if (!other || other === one || other.figure.block === one.figure.block) continue;
    if (one.isPart && (!isAdditive(one) || one.value <= other.value)) continue;
    if (!agree(other, one)) conflicts.push([one, other]);
  }
  return conflicts;
});

function conflict(here: Indicator, there: Indicator, plan: Plan): RuleFinding {
  const text = ({ range }: Indicator) => plan.text.slice(range.start, range.end);
  return {
    range: here.range,
    message: filled(MESSAGE, here.name, here.year, text(here), text(there)),
    why: WHY,
    advice: ADVICE,
    related: [{ range: there.range, message: OTHER }],
  };
}

function isAdditive({ unit, figure }: Indicator): boolean {
  return figure.kind !== 'percent' && figure.kind !== 'ratio' && unit !== '%';
}

/** 超过500亿元 and 550亿元 may both be true. */
function agree(a: Indicator, b: Indicator): boolean {
  const [low, high] = a.value < b.value ? [a, b] : [b, a];
  const signs = [low.figure.sign, high.figure.sign];
  const tolerance = signs.includes('about') || signs.includes('nearly') ? ROUGHLY : ROUNDING;
  if (high.value - low.value <= Math.abs(high.value) * tolerance) return true;
  if (low.figure.sign === 'at-least' || low.figure.sign === 'more-than') return true;
  return high.figure.sign === 'at-most' || high.figure.sign === 'less-than';
}
