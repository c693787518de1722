import { differingFigures } from './differing-figures.ts';
import { local } from './local.ts';
import type { Rule, RuleContext, RuleFinding } from './types.ts';
import { wrongTotals } from './wrong-totals.ts';

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
    yield* differingFigures(plan);
    yield* wrongTotals(plan);
  },
};
