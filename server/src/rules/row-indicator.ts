import { columnOf } from '../plan/column-of.ts';
import type { Block, Cell, Figure } from '../plan/types.ts';
import { withUnit } from './amounts.ts';
import { namesScenario } from './other-times.ts';
import { labelColumn } from './table-labels.ts';

/** What a figure is called, in its unit's base. */
export interface Named {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  /** A bare number with the unit that stands elsewhere. */
  readonly written?: string;
  readonly saysWhole?: boolean;
  readonly saysPart?: boolean;
}

const SCALE: Readonly<Record<string, readonly [number, string]>> = {
  亿元: [1e8, '元'],
  万元: [1e4, '元'],
  万人: [1e4, '人'],
  万亩: [1e4, '亩'],
  万平方米: [1e4, '平方米'],
};
const CURRENCY: Readonly<Record<string, string>> = {
  '£': 'gbp',
  gbp: 'gbp',
  '€': 'eur',
  eur: 'eur',
  euro: 'eur',
  euros: 'eur',
  $: 'usd',
  us$: 'usd',
  usd: 'usd',
  '₹': 'inr',
  inr: 'inr',
  rs: 'inr',
  rmb: 'cny',
  cny: 'cny',
  yuan: 'cny',
};
const ENGLISH_SCALE: Readonly<Record<string, number>> = {
  '': 1,
  thousand: 1e3,
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  millions: 1e6,
  bn: 1e9,
  billion: 1e9,
  lakh: 1e5,
  crore: 1e7,
};
const MONEY_UNIT = /^(£|€|us\$|\$|₹|[a-z]{2,5})\.? ?([a-z]{0,8})$/;

/** | 规上工业总产值（亿元） | 486 | 600 |: the unit stands behind the name, in the label or in the header. */
export function rowIndicator(row: Block, { unit, value, range }: Figure, text: string): Named | undefined {
  const { cells, header } = row;
  const column = columnOf(row, range.start);
  const labels = labelColumn(header);
  if (!cells || cells === header || column <= labels) return undefined;
  const label = cells[labels]!.text;
  const head = header?.[column]?.text ?? '';
  if (namesScenario(head) || cells.some((cell) => namesScenario(cell.text))) return undefined;
  const name = [label.replace(IN_BRACKETS, '').trim(), measureIn(head)].filter((part) => part !== '').join(' ');
  if (unit !== '') return { name, unit, value };
  const bracket = /[（(]([^（）()]{1,16})[）)]/;
  const written = bracket.exec(label)?.[1] ?? bracket.exec(head)?.[1] ?? ownUnit(cells, header);
  if (written === '' || COUNTING.test(written)) return counted(name, value);
  const [factor, base] = unitOf(written);
  return { name, unit: base, value: value * factor, written: withUnit(text, written) };
}

function unitOf(written: string): readonly [number, string] {
  const known = SCALE[written];
  if (known) return known;
  const small = written.trim().toLowerCase();
  if (/^(?:per ?cent|percentage)$/.test(small)) return [1, '%'];
  const [, money = '', scale = ''] = MONEY_UNIT.exec(small) ?? [];
  const currency = CURRENCY[money];
  const factor = ENGLISH_SCALE[scale];
  return currency === undefined || factor === undefined ? [1, written] : [factor, currency];
}

/** A unit that says no more than that something is counted. */
const COUNTING = /^\s*(?:no\.?|number|count|#)\s*$/i;
const COUNTED =
  /(?:^| )(firms|companies|businesses|enterprises|start-ups|startups|suppliers|jobs|employees|workers|apprentices|students|graduates|researchers|patents|tenants|laboratories|incubators)$/;

/** Number of firms: what the label counts is its unit. */
function counted(label: string, value: number): Named | undefined {
  const name = label.toLowerCase().replace(/^(?:total |the )?(?:(?:number|no\.?|count) of )?/, '');
  const unit = COUNTED.exec(name)?.[1];
  return unit === undefined ? undefined : { name, unit, value };
}

/** What stands in a column of units. */
function ownUnit(cells: readonly Cell[], header: Block['header']): string {
  const column = header?.findIndex(({ text }) => /^\s*(?:计量)?单位\s*$|^\s*unit\s*$/i.test(text)) ?? -1;
  return cells[column]?.text.trim() ?? '';
}

/** A unit, or what is meant. */
const IN_BRACKETS = /[（(].*$/;

export function bareWords(label: string): string {
  return label.replace(IN_BRACKETS, '').replace(/\s/g, '').toLowerCase();
}

/** What a column's header says besides the year: 2030年税收 measures something else than 2030年产值. */
function measureIn(head: string): string {
  return bareWords(head).replace(
    /(?:by)?(?:19|20)\d\d年?[底末]?|目标值?|基期值?|基准值?|现状值?|预期值?|规划值?|指标值?|数值|年底|年末|target|base(?:line)?|value|[-—~:：]/g,
    '',
  );
}
