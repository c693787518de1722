import { type Context, HAS_YEAR, type Reader, YEAR } from './date-reader.ts';
import { ENGLISH_READERS, headsAList, NAMED } from './dates-en.ts';
import { isDue, phasesInTerms } from './due-cells.ts';
import type { FactInput } from './fact-input.ts';
import { FIVE_YEAR_PLAN, yearsOfPlan } from './five-year-plans.ts';
import { markedTimes } from './marked-cells.ts';
import { rangeIn } from './normal-text.ts';
import { hanNumber } from './numerals.ts';
import { isSpent, marksAThing } from './spent-dates.ts';
import { STEP_READERS } from './step-dates.ts';
import type { Block, DateMention, DateUse } from './types.ts';
import { yearOfTasks } from './year-span.ts';
import { DONE_WITHIN, YEARLESS_READERS } from './yearless-dates.ts';

const DASH = '(?:-|—{1,2}|–|~|至|到)';

const HAN_YEAR = '二[〇零○][〇零○一二三四五六七八九]{2}';

/** Earlier readers take the text from later ones. */
const READERS: readonly Reader[] = [
  ...STEP_READERS,
  {
    needs: HAS_YEAR,
    pattern: new RegExp(
      `(${YEAR})年?(?:(\\d{1,2})月)?(?:\\d{1,2}日)?${DASH}(?:(${YEAR})年?|(?=\\d{1,2}月))(?:(\\d{1,2})月)?(?:底|末)?`,
      'g',
    ),
    read([, from, , to, month], context) {
      const fromYear = Number(from);
      const toYear = to === undefined ? fromYear : Number(to);
      if (toYear < fromYear || toYear - fromYear > 60) return undefined;
      const use = useOfSpan(context);
      return { use, fromYear, toYear, ...(month === undefined ? {} : { month: Number(month) }) };
    },
  },
  {
    needs: HAS_YEAR,
    pattern: new RegExp(
      `(?:(截至|截止到?|截止|到|至|于|在|力争到?|争取)?)(${YEAR})年(?:(\\d{1,2})月)?(?:(\\d{1,2})日)?(?:(第?[一二三四]季度|上半年|下半年))?(年底|年末|底|末|初|内(?=[,、。;)]|$|[\\u4e00-\\u9fff]{0,4}${DONE_WITHIN}))?(以前|之前|前(?!(?:三季度|半年|[一二三四五六七八九十两\\d]{1,2}个?(?:季度|月|批|年|名))))?`,
      'g',
    ),
    read([whole, lead, year, month, , , end, before], context) {
      const use = unlessSpent(useOfYear(lead, end, before, whole, context), lead, context);
      const at = Number(year);
      return { use, fromYear: at, toYear: at, ...(month === undefined ? {} : { month: Number(month) }) };
    },
  },
  {
    // 到二〇三〇年, 二〇二六年三月
    needs: /二[〇零○]/,
    pattern: new RegExp(
      `(?:(截至|截止到?|截止|到|至|于|在|力争到?|争取)?)(${HAN_YEAR})年(?:([一二三四五六七八九]|十[一二]?)月)?(?:[一二三四五六七八九十]{1,3}日)?(年底|年末|底|末|初)?(以前|之前|前)?`,
      'g',
    ),
    read([whole, lead, year, month, end, before], context) {
      const at = Number(Array.from(year!, (digit) => hanNumber(digit === '○' ? '〇' : digit)).join(''));
      const use = unlessSpent(useOfYear(lead, end, before, whole, context), lead, context);
      return { use, fromYear: at, toYear: at, ...(month === undefined ? {} : { month: hanNumber(month) }) };
    },
  },
  ...YEARLESS_READERS,
  {
    needs: /十/,
    pattern: new RegExp(`${FIVE_YEAR_PLAN}(?:规划|计划)?(期间|时期|期末|末|以来|期内)?`, 'g'),
    read([whole, which, behind], context) {
      const { before, after } = context;
      if (which === '十' && behind === undefined && !whole.startsWith('第')) return undefined;
      if (/[二三四五六七八九百第\d]$/.test(before)) return undefined;
      if (behind === undefined && /^(?:家|个|项|名|人|万|亿|年|条|大|号|届|次|、\d)/.test(after)) return undefined;
      const isDue =
        behind?.endsWith('末') && UNTIL.test(before) && !/^的/.test(after) && context.section.kind !== 'baseline';
      const use = isDue ? useOfDeadline('到', context) : behind === '以来' ? 'past' : 'period';
      const { from, to } = yearsOfPlan(which!);
      return { use, fromYear: from, toYear: to };
    },
  },
  {
    needs: /[一二两三四五六七八九十\d]个?(?:年|月|季度)/,
    pattern:
      /(未来|今后|近|过去|力争|用|在|[通经]过)?([一二两三四五六七八九十]{1,2}|\d{1,2})(?:(?:-|—|–|~|至|到)([一二两三四五六七八九十]{1,2}|\d{1,2}))?(?:个)?(年|月|季度)(之内|内|左右的?时间|(?:左右)?的?(?:[\u4e00-\u9fff]{2})?努力)?/g,
    read([, lead, number, , unit, inside], { before, after, section }) {
      const amount = /^\d/.test(number!) ? Number(number) : hanNumber(number!);
      if (lead === '近' && unit === '年' && section.kind !== 'baseline' && AHEAD.test(after)) return { use: 'period' };
      if (lead === '近' || lead === '过去') return unit === '年' ? { use: 'past' } : undefined;
      if (inside?.endsWith('努力') || lead?.endsWith('过')) {
        if (!inside?.endsWith('努力') || !lead?.endsWith('过') || unit !== '年') return undefined;
        return { use: section.kind === 'baseline' || /已|了/.test(after) ? 'past' : 'period' };
      }
      if (/(?:有效期|期限|任期|连续|满|每|注册|成立|合同期|服务期|最长|不少于|不超过|给予)[^,。;]{0,6}$/.test(before))
        return /有效期/.test(before) ? { use: 'validity' } : undefined;
      if (amount > 30 || (lead === undefined && inside === undefined)) return undefined;
      // 1个季度内不允许再次发起: how long something is forbidden.
      if (/^不(?:得|再|予|能|可|准|允许)/.test(after)) return { use: 'plain' };
      const ahead = lead === '未来' || lead === '今后' || lead === '用';
      // How long the plan goes on; 今后3年内 and a further step (再用10年时间) are due.
      if (ahead && unit === '年' && !inside?.endsWith('内') && !before.endsWith('再')) return { use: 'period' };
      const planned = ahead || lead === '力争';
      if (!planned && inside !== undefined && DONE.test(after)) return { use: 'past' };
      return planned || (inside !== undefined && unit !== '年') ? { use: 'deadline' } : { use: 'plain' };
    },
  },
  {
    needs: HAS_YEAR,
    pattern: new RegExp(
      `(?<![\\d.])(${YEAR})[./-](\\d{1,2})(?:[./-](\\d{1,2}))?(以前|之前|前)?(?![\\d.]|[亿万千百元%家个项])`,
      'g',
    ),
    read: ([, year, month, , due], context) =>
      Number(month) > 12
        ? undefined
        : {
            use: due === undefined ? 'plain' : useOfDeadline(undefined, context),
            fromYear: Number(year),
            toYear: Number(year),
            month: Number(month),
          },
  },
  ...ENGLISH_READERS,
];

/** Dates and periods of a block, in order. Linear in its text. */
export function findDates(input: FactInput): DateMention[] {
  const { block, section, titles } = input;
  const { inert, normal } = block;
  const { value } = normal;
  if (inert === 'contents' || inert === 'placeholder') return [];
  const found: DateMention[] = [...markedTimes(input), ...phasesInTerms(input)];
  let taken: Uint8Array | undefined;
  const reach = HAN.test(value) ? REACH : REACH_IN_ENGLISH;
  for (const { pattern, needs, read } of READERS) {
    if (!needs.test(value)) continue;
    for (const match of value.matchAll(pattern)) {
      const to = match.index + match[0].length;
      const from = to - match[0].trimStart().length;
      if (match[0] === '' || taken?.[from] || taken?.[to - 1]) continue;
      const before = value.slice(Math.max(0, from - 24), from);
      if (/\d$/.test(before) && /^\d/.test(match[0])) continue;
      const [begin, end] = [lastMark(value, from, reach), nextMark(value, to, reach)];
      const date = read(match, {
        before,
        after: value.slice(to, to + 16),
        clause: value.slice(begin, end),
        ahead: value.slice(begin, from),
        behind: value.slice(to, end),
        get next() {
          return value.slice(end + 1, nextMark(value, end + 1, reach));
        },
        section,
      });
      if (!date) continue;
      taken ??= new Uint8Array(value.length);
      taken.fill(1, from, to);
      const range = rangeIn(block.normal, from, to);
      const inTitle = titles.some(({ start, end }) => start <= range.start && range.end <= end);
      const own = inTitle || isDocumentsOwn(block, value, section);
      const due = DUE_AS[date.use];
      const use = due && isDue(block, range) ? due : date.use;
      const isTitle = !inTitle && block.kind === 'heading' && section.isRoot;
      const isPlanPeriod = isTitle && (date.fromYear !== date.toYear || date.toYear === yearOfTasks(value));
      found.push({
        range,
        block: block.id,
        ...date,
        use: own ? 'document' : use,
        ...(isPlanPeriod ? { isPlanPeriod } : {}),
      });
    }
  }
  return found.sort((a, b) => a.range.start - b.range.start);
}

/** In a column of terms a year is one, and a span of years a phase. */
const DUE_AS: { readonly [use in DateUse]?: DateUse } = { plain: 'deadline', period: 'phase' };

/** The title, and the line under it or at the end that dates the document. */
function isDocumentsOwn(block: Block, value: string, section: FactInput['section']): boolean {
  if (block.inert === 'front') return true;
  if (block.kind === 'heading' && section.isRoot) return true;
  return ISSUED_ON.test(value);
}

/** 云川市人民政府2026年3月5日印发, （二〇二六年三月） */
const ISSUED_ON = new RegExp(
  `^(?:.{0,24}[府局委办会厅部])?\\(?(?:${YEAR}年\\d{1,2}月(?:\\d{1,2}日)?|${HAN_YEAR}年[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?)\\)?(?:印发|发布|\\(.{0,12}\\))?$`,
);

function useOfSpan(context: Context): DateUse {
  const { before, after, section, clause } = context;
  if (NAMED.test(before)) return 'document';
  // 近期目标（2026—2028年）: by when the goals are reached, no step.
  if (/(?:近期|中期|远期)目标[(:]?$/.test(before)) return 'period';
  if (/有效期|施行|执行期|实施期限|政策期限/.test(clause)) return 'validity';
  if (
    /(?:阶段|近期|中期|远期|起步期|第[一二三四]步)[^,。;]{0,8}$/.test(before) ||
    /^\)?(?:年)?[^,。;]{0,6}(?:阶段|近期|中期|远期)/.test(after) ||
    headsAList(context)
  )
    return 'phase';
  if (/\bby $/.test(before) && section.kind !== 'baseline') return 'deadline';
  return section.kind === 'baseline' ? 'past' : 'period';
}

function unlessSpent(use: DateUse, lead: string | undefined, context: Context): DateUse {
  return use === 'deadline' ? useOfDeadline(lead, context) : use;
}

function useOfDeadline(lead: string | undefined, context: Context): DateUse {
  if (isSpent(context)) return 'past';
  if (!marksAThing(lead, context)) return 'deadline';
  return context.section.kind === 'baseline' ? 'past' : 'plain';
}

function useOfYear(
  lead: string | undefined,
  end: string | undefined,
  before: string | undefined,
  whole: string,
  context: Context,
): DateUse {
  if (lead?.startsWith('截')) return 'past';
  if (VALID.test(context.clause)) return 'validity';
  if (/(?:阶段|近期|中期|远期)[^,。;]{0,6}$/.test(context.before)) return 'phase';
  if (before !== undefined || (end !== undefined && context.section.kind !== 'baseline')) return 'deadline';
  if (lead === '到' || lead === '至' || lead?.startsWith('力争') || lead === '争取') return 'deadline';
  if (/[到至](?:全面|基本)?$/.test(context.before) && !whole.startsWith('在')) return 'deadline';
  if (DUE.test(context.before) || (/月$/.test(whole) && isBehindUnit(context))) return 'deadline';
  if (context.section.kind !== 'baseline' && BEGINS.test(context.after) && !PAST.test(context.clause))
    return 'deadline';
  if (
    context.section.kind === 'baseline' ||
    /^(?:以来|起已|已|实现了|完成了|新增了|,?全[市省区县]?(?:实现|完成)了)/.test(context.after)
  )
    return 'past';
  if (PAST.test(context.clause) && !/将|力争|计划/.test(context.clause)) return 'past';
  return 'plain';
}

/** The document's own term, not when a task begins. */
const VALID =
  /有效期|施行|实施之日|印发之日|政策期限|(?:自|本(?:措施|政策|方案|办法|意见|规定|细则|计划))[^,。;]*起(?:执行|实施)/;

const PAST = /已|实现了|完成了|同比|比上年/;

/** 2026年通车, 2027年3月首批厂房交付, 2026年起执行: what is done in it, but not what it marks (2023年投产的项目). */
const BEGINS =
  /^(?:起(?!草|步区)|(?:春季|秋季|[春秋冬夏]季?)?[^,。;:、的年]{0,6}?(?:(?<!创)建成|通车|通航|投用|投产|投运|动工|开工|启用|启动|挂牌|交付|竣工|封顶|上线|完工|验收|点火|领证|开学|开园|开业|运营|到位|拿出|挂出)(?!的|以来|后的|前的))/;

/** 仅在一个月内就完成了征地: how fast it went. */
const DONE = /^(?:就|便|即)?已?(?!为了|除了)[^,。;完实]{0,4}(?:完成|实现|建成|达到)了/;

/** 近三年,园区要完成: what lies ahead. */
const AHEAD = /^[,内]?[^。;已了来]{0,10}(?:(?<![重主必])要(?!素)|将|力争|须)/;

/** 到“十四五”末, but not from one year to another. */
const UNTIL = /^(?!.*[从由]).*[到至]$/;

/** 完成时限：2026年12月 */
const DUE = /(?:完成|办结|建成|落实|计划|工作|实施)?(?:时限|时间节点|期限|完成时间|时间要求|进度要求): ?$/;

/** （市科技局，2026年12月） */
function isBehindUnit({ before, after }: Context): boolean {
  return /[局委办部厅会司府院心团][,;]$/.test(before) && /^(?:完成)?[)〕]/.test(after);
}

const HAN = /[\u4e00-\u9fff]/;
/** With what parts the cells of a row. */
const MARKS = ',;。!?|';
const REACH = 60;
/** An English clause has as much in three times the characters. */
const REACH_IN_ENGLISH = 160;

function isMark(value: string, at: number): boolean {
  if (value[at] !== '.') return MARKS.includes(value[at]!);
  // Resolution No. (5602) goes on.
  return value[at + 1] === ' ' && !/\bno$/.test(value.slice(Math.max(0, at - 3), at));
}

function lastMark(value: string, from: number, reach: number): number {
  let at = from;
  while (at > 0 && from - at < reach && !isMark(value, at - 1)) at--;
  return at;
}

function nextMark(value: string, to: number, reach: number): number {
  let at = to;
  while (at < value.length && at - to < reach && !isMark(value, at)) at++;
  return at;
}
