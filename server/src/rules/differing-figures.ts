import { fromChanges } from '../plan/from-parts.ts';
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
  return [...compared(plan).findings.values()].flat();
}

/** Indicators by their keys, in document order, and what is found among those of one key. */
interface Compared {
  readonly groups: Map<string, readonly Indicator[]>;
  readonly findings: Map<string, readonly RuleFinding[]>;
}

/** After an edit only the keys are looked at of which an indicator has gone or come. */
const compared = fromChanges(
  indicatorsIn,
  (): Compared => ({ groups: new Map(), findings: new Map() }),
  (state, { gone, come }, plan) => {
    const { groups, findings } = state;
    const removed = new Set(gone.flatMap(({ told }) => told));
    const changed = new Map<string, Indicator[]>([...removed].map(({ key }) => [key, []]));
    for (const one of come.flatMap(({ told }) => told)) {
      const added = changed.get(one.key);
      if (added) added.push(one);
      else changed.set(one.key, [one]);
    }
    for (const [key, added] of changed) {
      const left = (groups.get(key) ?? []).filter((one) => !removed.has(one));
      const group = [...left, ...added];
      group.sort((a, b) => a.range.start - b.range.start);
      put(groups, key, group);
      put(
        findings,
        key,
        conflictsIn(group, plan).map(([here, there]) => conflict(here, there, plan)),
      );
    }
    return state;
  },
);

function put<T>(lists: Map<string, readonly T[]>, key: string, list: readonly T[]): void {
  if (list.length > 0) lists.set(key, list);
  else lists.delete(key);
}

/** Of one indicator in one year. */
function conflictsIn(all: readonly Indicator[], plan: Plan): (readonly [Indicator, Indicator])[] {
  const group = withoutSeries(all, plan);
  const whole = group.find(({ isPart }) => !isPart);
  if (!whole) return [];
  return group.flatMap((one) => {
    if (one === whole || one.figure.block === whole.figure.block) return [];
    if (one.isPart && (isAdditive(one) ? one.value <= whole.value : one.isOfNamedPart)) return [];
    return agree(whole, one) ? [] : [[one, whole] as const];
  });
}

/** Rows of one name in one table differ in what another column says: none is the plan's. */
function withoutSeries(group: readonly Indicator[], { blocks }: Plan): readonly Indicator[] {
  const tables = group.map(({ figure }) => blocks[figure.block]!.header?.[0]?.range.start);
  return group.filter((_, i) => tables[i] === undefined || tables.indexOf(tables[i]) === tables.lastIndexOf(tables[i]));
}

function conflict(here: Indicator, there: Indicator, plan: Plan): RuleFinding {
  const text = ({ range, written }: Indicator) => written ?? plan.text.slice(range.start, range.end);
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

/** 超过500亿元 and 550亿元 may both be true; 超过500亿元 and 超过550亿元 are two targets. */
function agree(a: Indicator, b: Indicator): boolean {
  const [low, high] = a.value < b.value ? [a, b] : [b, a];
  const signs = [low.figure.sign, high.figure.sign];
  const tolerance = signs.includes('about') || signs.includes('nearly') ? ROUGHLY : ROUNDING;
  if (high.value - low.value <= Math.abs(high.value) * tolerance) return true;
  if (isInThousands(high, low)) return true;
  if (isLeast(low) && !isLeast(high)) return true;
  return isMost(high) && !isMost(low);
}

/** 12 jobs in a table and 12,000 elsewhere: its caption says in thousands. */
function isInThousands(high: Indicator, low: Indicator): boolean {
  return low.figure.unit === '' && Math.abs(high.value - low.value * 1000) <= high.value * ROUNDING;
}

function isLeast({ figure: { sign } }: Indicator): boolean {
  return sign === 'at-least' || sign === 'more-than';
}

function isMost({ figure: { sign } }: Indicator): boolean {
  return sign === 'at-most' || sign === 'less-than';
}
