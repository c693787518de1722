import type { Reader } from './date-reader.ts';

/** 2025年内完成: what is done within a year; 2025年内蒙古 is none. */
export const DONE_WITHIN = '(?:完成|建成|启动|开工|投产|投用|竣工|交付|通车|开园|出台|实现|落地|建立|达到|力争)';

/** 预计今年底投运: ahead, even where the present state is told. */
const PLANNED = /(?:预计|计划|力争|争取|确保|将|拟)[在于到]?$/;

/** Chinese dates in the plan's own year, which is not named. */
export const YEARLESS_READERS: readonly Reader[] = [
  {
    // 12月底前, 6月15日前: due in the plan's own year.
    needs: /月/,
    pattern: /(?:每年)?(?<!\d)(\d{1,2})月(?:\d{1,2}日)?(?:底|末|上旬|中旬|下旬)?(?:之前|以前|前)/g,
    read: ([whole, month], { section }) =>
      Number(month) < 1 || Number(month) > 12 || whole.startsWith('每年') || section.kind === 'baseline'
        ? undefined
        : { use: 'deadline', month: Number(month), isThisYear: true },
  },
  {
    // 今年四季度, 明年上半年
    needs: /今年|明年|后年/,
    pattern:
      /(?:今年|明年|后年)(?:第?[一二三四]季度|上半年|下半年|年?底|\d{1,2}月|[一二三四五六七八九十]{1,2}月)(?:之前|以前|前)?/g,
    read: (_, { section, before }) =>
      section.kind === 'baseline' && !PLANNED.test(before) ? undefined : { use: 'deadline' },
  },
  {
    // 今年主要目标: in a plan of one year, due in it.
    needs: /今年/,
    pattern: /今年(?!以?来|前|[初底末内]|第?[一二三四]季|[上下]半年|[\d一二三四五六七八九十]{1,2}月)/g,
    read: (_, { section }) => (section.kind === 'baseline' ? undefined : { use: 'plain', isThisYear: true }),
  },
  {
    // 年底前, 第三季度前, 今年内, and 年内新增 where it begins a clause: the same without a month.
    needs: /年(?:度?内|[底末])|季度|半年/,
    pattern: new RegExp(
      `(?<![每\\d])(?:(?:今年|本年度?|当年|明年)?(?:年[底末]|第?[一二三四]季度末?|上半年|下半年)(?:之前|以前|前)|(?:今年|本年度|年)内(?=[,、]|[\\u4e00-\\u9fff]{0,4}${DONE_WITHIN})|(?<=^|[,;:、。]|争取|力争|确保|计划)年内)`,
      'g',
    ),
    read: (_, { section, before }) =>
      section.kind === 'baseline' || /[一二两三四五六七八九十]$/.test(before)
        ? undefined
        : { use: 'deadline', isThisYear: true },
  },
  {
    // 预计4月份投产, 力争三季度建成, 汛期前完成: planned, since 4月投产 alone may have been.
    needs: /月|季度|半年|[汛节冬]/,
    pattern: new RegExp(
      `(?:(?:预计|计划|力争|争取|确保|将|拟)[在于]?(?:\\d{1,2}月份?|第?[一二三四]季度末?|[上下]半年|[本下]月底?)|(?:汛期|春节|国庆节?|入冬)(?:来临)?之?前)(?=[\\u4e00-\\u9fff]{0,4}${DONE_WITHIN})`,
      'g',
    ),
    read: (_, { section }) => (section.kind === 'baseline' ? undefined : { use: 'deadline' }),
  },
];
