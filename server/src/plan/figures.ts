import { columnOf } from './column-of.ts';
import type { FactInput } from './fact-input.ts';
import { figuresInEnglish } from './figures-en.ts';
import { nounAfter, nounBefore } from './measured.ts';
import { rangeIn } from './normal-text.ts';
import { numberOf, scaleOf } from './numerals.ts';
import type { Block, DateMention, Figure, Sentence, Sign } from './types.ts';

const NUMBER = String.raw`\d{1,3}(?:[ ,]\d{3}){1,4}(?:\.\d{1,4})?|\d{1,12}(?:\.\d{1,4})?|[零〇一二两三四五六七八九十百千]{1,8}`;
const SCALE = '万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百';
const MONEY = '元人民币|元|美元|港元|欧元|人民币';
const AREA = '平方公里|平方千米|平方米|平米|㎡|公顷|亩';
const COUNT =
  '家次|人次|位|台套|台/套|台\\(套\\)|个工作日|工作日|家|个|项|名|人|户|件|台|套|辆|座|条|处|所|支|场次|场|种|类|款|期|只|艘|架|架次|部|宗|对|张|门|间|栋|幢|枚|株|头|批次|组';
const OTHER =
  '吨标准煤|吨标煤|立方米|千瓦时|公里|千米|海里|米|吨|千瓦|兆瓦|吉瓦|mw|gw|kw|kwh|mwh|gwh|km|pflops|tb|gb|标箱|teu|班列|分钟|小时|天|个月|度';
const UNIT = new RegExp(`^(?:${MONEY}|${AREA}|个百分点|百分点|%|‰|倍|${COUNT}|${OTHER})`);
const OTHER_UNIT = new RegExp(`^(?:${OTHER}|工作日|个工作日)$`);
const START = new RegExp(
  `(${NUMBER})(余|多|来)?(${SCALE})?(余|多)?(?:\\((?:含|不含)\\))?(?:(?:-|—|–|~|至|到)(${NUMBER})(${SCALE})?)?(余|多)?`,
  'g',
);

/** What a cap, a reward or an entry threshold looks like in the clause around an amount. */
const GRANT_BEFORE =
  /(?:给予|奖励|补贴|补助|资助|奖补|贴息|减免|返还|补偿|奖金|兑付|兑现|最高|不超过|上限|封顶|每家|每个项目|每年每人|一次性)[^,;。]{0,20}$/;
const GRANT_AFTER = /^(?:以内|以下)?(?:的)?(?:一次性)?(?:资金)?(?:奖励|补贴|补助|资助|奖补|扶持|支持|补偿|减免)/;
const CAP_BEFORE = /(?:最高|不超过|上限为?|封顶|总额不超过|单个[^,;。]{0,8}不超过)$/;
const THRESHOLD_AFTER = /^(?:\((?:含|不含)\))?(?:及以上|以上|及以下|以下)?(?:\((?:含|不含)\))?的/;
const THRESHOLD_BEFORE =
  /(?:^|[,;。])(?:\(?[一二三四五六七八九十\d]{1,3}[).、])?(?:对|凡|对于|新引进|引进)[^,;。]{0,30}$/;

const SIGN_BEFORE: readonly (readonly [Sign, RegExp])[] = [
  ['at-least', /(?:不低于|不少于|至少|达到或超过|最低)$/],
  ['at-most', /(?:不超过|不高于|不多于|至多|最多|最高|控制在|低于|上限为?)$/],
  ['more-than', /(?:超过|突破|超|逾|高于)$/],
  ['nearly', /(?:近|接近|将近)$/],
  ['about', /(?:约|大约|约为|左右)$/],
];
const SIGN_AFTER: readonly (readonly [Sign, RegExp])[] = [
  ['at-least', /^(?:及以上|以上|或以上)/],
  ['at-most', /^(?:以内|以下|及以下|之内)/],
  ['about', /^(?:左右|上下)/],
];
/** 第三条, 十四五, 5.1节 and the like are no quantities. */
const ORDINAL_BEFORE = /(?:第|国发|号|〔|no\.?|附件|表|图|专栏|条|-)$/;

/** Quantities of a block, in order; `dates` are the block's. Linear in its text. */
export function findFigures({ block }: FactInput, dates: readonly DateMention[]): Figure[] {
  if (block.inert !== undefined) return [];
  const figures: Figure[] = [];
  if (/[\d一二两三四五六七八九十百]|[a-z] per ?cent/.test(block.normal.value)) {
    figuresIn(block, dates, figures);
    if (/[a-z]/.test(block.normal.value)) figuresInEnglish(block, dates, figures);
  }
  return block.cells ? withColumns(block, withBareCells(block, figures)) : figures;
}

function figuresIn(block: Block, dates: readonly DateMention[], figures: Figure[]): void {
  const { value } = block.normal;
  let sentence = 0;
  for (const match of value.matchAll(START)) {
    const from = match.index;
    const to = from + match[0].length;
    const unit = UNIT.exec(value.slice(to, to + 8))?.[0];
    if (unit === undefined) continue;
    const before = value.slice(Math.max(0, from - 40), from);
    const after = value.slice(to + unit.length, to + unit.length + 24);
    const [, first, moreOf, scale, more, second, secondScale, moreBehind] = match;
    if (!isQuantity(first!, scale, unit, before, after, value, from)) continue;
    while (sentence + 1 < block.sentences.length && block.sentences[sentence + 1]!.from <= from) sentence++;
    const around = block.sentences[sentence];
    const value1 = numberOf(first!) * scaleOf(scale ?? secondScale);
    if (!Number.isFinite(value1)) continue;
    const sign = signOf(before, after, moreOf ?? more ?? moreBehind);
    const end = to + unit.length;
    const kind = kindOf(unit);
    const of = measured(block, around, from, end, kind);
    const year = yearOf(block, around, from, dates);
    figures.push({
      range: rangeIn(block.normal, from, end),
      block: block.id,
      value: round(value1),
      ...(second === undefined ? {} : { upper: round(numberOf(second) * scaleOf(secondScale)) }),
      sign,
      unit: UNIT_NAMES[unit] ?? unit,
      kind,
      use: useOf(before, after, kind),
      ...(of ? { of: value.slice(of.from, of.to), ofRange: rangeIn(block.normal, of.from, of.to) } : {}),
      ...(year === undefined ? {} : { year }),
    });
  }
}

const UNIT_NAMES: Readonly<Record<string, string>> = {
  元人民币: '元',
  人民币: '元',
  平方千米: '平方公里',
  平米: '平方米',
  '㎡': '平方米',
  百分点: '个百分点',
  千米: '公里',
  '台/套': '台套',
  '台(套)': '台套',
};

function isQuantity(
  number: string,
  scale: string | undefined,
  unit: string,
  before: string,
  after: string,
  value: string,
  from: number,
): boolean {
  if (ORDINAL_BEFORE.test(before)) return false;
  const digit = /^\d/.test(number);
  // A.1.5家 or a decimal of a longer number.
  if (digit && /[\d.]$/.test(before) && value[from - 1] !== ' ') return false;
  if (digit && /[a-z]$/.test(before)) return false;
  if (unit === '条' && /^(?:政策|措施)?$/.test(after.slice(0, 2)) && !digit) return false;
  if (unit === '人' && /^(?:才|员|民|口|社|力|工|均|次|物|大|事|机|居|类|文)/.test(after)) return false;
  if (unit === '个' && /^(?:人|体|性)/.test(after) && !digit) return false;
  if (unit === '家' && /^(?:庭|具|居|电|政|校|园|长)/.test(after)) return false;
  if (unit === '度' && /^(?:假|计|重)/.test(after)) return false;
  if (unit === '天' && /^(?:然|津|使|线|空|猫|府)/.test(after)) return false;
  if (unit === '期' && !digit) return false;
  if (unit === '对' && /^(?:接|外|标|口|应)/.test(after)) return false;
  if (unit === '部' && /^(?:门|委|署|分|队)/.test(after)) return false;
  if (unit === '所' && /^(?:有|需|在|属|得)/.test(after)) return false;
  if (unit === '场' && /^(?:景|地|所|馆|站)/.test(after)) return false;
  if (unit === '位' && (/^(?:于|列|居|置|次|数|势|份)/.test(after) || /前$/.test(before))) return false;
  if (unit === '类' && !digit) return false;
  if (digit) return true;
  if (/^(?:四|五|三)$/.test(number) && /十$/.test(before)) return false;
  const worth = numberOf(number) * scaleOf(scale);
  if (unit === '家' || kindOf(unit) !== 'count') return worth >= 2;
  return worth >= 10;
}

function kindOf(unit: string): Figure['kind'] {
  if (/元|人民币/.test(unit)) return 'money';
  if (/%|‰|百分点/.test(unit)) return 'percent';
  if (/平方|亩|公顷|平米|㎡/.test(unit)) return 'area';
  if (unit === '倍') return 'ratio';
  if (OTHER_UNIT.test(unit)) return 'other';
  return 'count';
}

function signOf(before: string, after: string, more: string | undefined): Sign {
  for (const [sign, words] of SIGN_BEFORE) if (words.test(before)) return sign;
  for (const [sign, words] of SIGN_AFTER) if (words.test(after)) return sign;
  return more ? 'more-than' : 'exact';
}

function useOf(before: string, after: string, kind: Figure['kind']): Figure['use'] {
  const clause = before.slice(Math.max(before.lastIndexOf(','), before.lastIndexOf('。'), before.lastIndexOf(';')) + 1);
  if (kind !== 'money' && kind !== 'percent') {
    return THRESHOLD_BEFORE.test(before) && THRESHOLD_AFTER.test(after) ? 'threshold' : 'plain';
  }
  if (GRANT_AFTER.test(after)) return 'grant';
  if (
    THRESHOLD_AFTER.test(after) &&
    (THRESHOLD_BEFORE.test(before) || /投资|营业收入|营收|产值|销售|税收|纳税|贡献/.test(clause))
  )
    return 'threshold';
  if (
    kind === 'money'
      ? CAP_BEFORE.test(before) || GRANT_BEFORE.test(clause)
      : GRANT_BEFORE.test(clause) || /(?:的比例|比例)?(?:给予|予以|进行)/.test(after.slice(0, 8))
  )
    return 'grant';
  return 'plain';
}

function measured(
  block: Block,
  sentence: Sentence | undefined,
  from: number,
  to: number,
  kind: Figure['kind'],
): { from: number; to: number } | undefined {
  if (!sentence || block.kind === 'row') return undefined;
  const { value } = block.normal;
  if (kind === 'count') {
    const after = nounAfter(value, to, sentence.to);
    if (after) return after;
  }
  return nounBefore(value, sentence.from, from);
}

/** The year of the nearest date before the figure in its sentence; that of a figure in a table is its column's. */
function yearOf(
  block: Block,
  sentence: Sentence | undefined,
  from: number,
  dates: readonly DateMention[],
): number | undefined {
  if (!sentence || (block.cells && block.header)) return undefined;
  const offset = rangeIn(block.normal, from, from).start;
  const begins = rangeIn(block.normal, sentence.from, sentence.from).start;
  let year: number | undefined;
  for (const date of dates) {
    if (date.range.start > offset) break;
    if (date.range.start >= begins && date.use !== 'document' && date.use !== 'validity') year = date.toYear ?? year;
  }
  return year;
}

const BASE_COLUMN = /基期|基准(?!价|线)|基数|现状|^\s*(?:current|base(?:line)?)\b/i;

/** What a figure's column says of it: a year, the present state. */
function withColumns(block: Block, figures: Figure[]): Figure[] {
  const isHeader = block.cells === block.header;
  const columns = block.header!.map(({ text }) => {
    const year = /(?:19|20)\d\d/.exec(text)?.[0];
    return {
      ...(year === undefined ? {} : { year: Number(year), isYearOfColumn: true as const }),
      ...(!isHeader && BASE_COLUMN.test(text) ? { isBase: true as const } : {}),
    };
  });
  if (columns.every((one) => Object.keys(one).length === 0)) return figures;
  return figures.map((figure) => ({ ...figure, ...columns[columnOf(block, figure.range.start)] }));
}

/** A cell that is nothing but a number: its unit stands in the header or in another column. */
function withBareCells(block: Block, figures: readonly Figure[]): Figure[] {
  const found = [...figures];
  block.cells!.forEach(({ text, range }, column) => {
    const match = /^\s*[≥≤＞＜><~约]?\s*(\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,4})?|\d{1,12}(?:\.\d{1,4})?)\s?\+?\s*$/.exec(
      narrowed(text),
    );
    if (!match || /^(?:19|20)\d\d$/.test(match[1]!)) return;
    const head = block.header?.[column]?.text ?? '';
    if (/序号|编号|^no\.?$|^#$/i.test(head)) return;
    found.push({
      range,
      block: block.id,
      value: numberOf(match[1]!),
      sign: /[≥>＞+]/.test(text) ? 'at-least' : /[≤<＜]/.test(text) ? 'at-most' : 'exact',
      unit: '',
      kind: 'other',
      use: 'plain',
    });
  });
  return found.sort((a, b) => a.range.start - b.range.start);
}

/** ３０ → 30 */
function narrowed(text: string): string {
  return text.replace(/[０-９．，]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
