import { differingFigures } from './differing-figures.ts';
import { local } from './local.ts';
import type { Rule, RuleContext, RuleFinding } from './types.ts';
import { wrongTotals } from './wrong-totals.ts';

export const conflictingFigures: Rule = {
  id: 'conflicting-figures',
  title: local('数据前后矛盾', 'Figures that contradict each other'),
  description: local(
    '同一指标、同一年份在不同地方数值不同；表格的合计不等于各行之和；一句话里的总额与所列分项不符。指标名称、单位、年份都写明且一致的才比较：片区、行业、项目的数可以小于全区的数，新增、增长、占比不与总量比较；别处的数（全省、“某市提出”）、原规划的数、半年和季度的数、不同情景的数也不比较。请核对后统一，口径不同的写明差别。',
    'One indicator has two values for one year, a table’s total is not the sum of its rows, or a sentence lists items that do not fit its total. Only figures whose indicator, unit and year are written out and equal are compared: an area, an industry or a project may have less than the whole, and what is added is not held against what there is. Figures of other areas, of an older plan, of a part of a year and of scenarios are left alone too. Check which is right, or say how the two differ.',
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
      title: local('分项与总额不符', 'Items that do not fit their total'),
      text: '# 云川园区产业发展规划（2026—2030年）\n\n## 一、资金保障\n\n规划期总投资42亿元：财政资金8亿元、专项债10亿元、社会资本21亿元。\n',
      reports: ['42亿元'],
    },
    {
      title: local('片区的数小于全区的数，不算', 'A zone has less than the whole: no conflict'),
      text: '# 云川园区产业发展规划（2026—2030年）\n\n## 一、发展目标\n\n到2030年，规上工业总产值达到500亿元。\n\n## 二、空间布局\n\n### （一）北部片区\n\n到2030年，规上工业总产值达到200亿元，新增高新技术企业30家。\n\n### （二）南部片区\n\n到2030年，规上工业总产值达到300亿元。\n',
      reports: [],
    },
    {
      title: local('英文表格的合计', 'A total in an English table'),
      text: '# Linford Park Plan 2026–2030\n\n## 1. Funding\n\n| Source | Amount (€ million) |\n| --- | --- |\n| Budget | 80 |\n| Bonds | 100 |\n| Total | 190 |\n',
      reports: ['190'],
    },
    {
      title: local('英文两张表的基期不一样', 'Two tables, two baselines'),
      text: '# Linford Park Plan 2026–2030\n\n## 1. Baseline\n\n| Indicator | Baseline 2025 |\n| --- | --- |\n| Local supply ratio (%) | 31 |\n\n## 2. Targets\n\n| Indicator | 2025 | Target 2030 |\n| --- | --- | --- |\n| Local supply ratio (%) | 33 | 45 |\n',
      reports: ['33'],
    },
    {
      title: local('“多少个之中”不算', 'Out of how many is no figure of the plan'),
      text: '# Linford Park Plan 2026–2030\n\n## 1. Baseline\n\nIn 2025 the region ranked 114th out of 190 countries.\n\n## 2. Targets\n\nIn 2025 it ranked 69th out of 133 countries.\n',
      reports: [],
    },
    {
      title: local('两处的下限不一样；单位写在单独一列', 'Two lower bounds; a unit in a column of its own'),
      text: '# 云川园区产业发展规划（2026—2030年）\n\n## 一、发展目标\n\n| 指标 | 单位 | 2030年目标 |\n| --- | --- | --- |\n| 规上工业总产值 | 亿元 | 500 |\n\n到2030年，建成智能工厂20家以上，研发投入强度达到3.5%。\n\n## 二、主要任务\n\n### （一）加强创新\n\n到2030年，建成智能工厂30家以上，研发投入强度达到4%。\n\n## 三、保障措施\n\n确保到2030年全区规上工业总产值达到550亿元。\n',
      reports: ['30家', '4%', '550亿元'],
    },
    {
      title: local('某个产业的比率不算', 'A rate of one industry: no conflict'),
      text: '# 云川园区产业发展规划（2026—2030年）\n\n## 一、发展目标\n\n到2030年，研发投入强度达到3.5%。\n\n## 二、主要任务\n\n### （一）做强生物医药产业\n\n到2030年，研发投入强度达到8%。\n',
      reports: [],
    },
    {
      title: local('别的地方的数不算', 'Figures of other areas are no conflict'),
      text: '# 云川园区产业发展规划（2026—2030年）\n\n## 一、发展目标\n\n到2030年，高新技术企业达到120家。\n\n## 二、发展环境\n\n到2030年，全省高新技术企业达到10000家。云川市提出，到2030年高新技术企业达到800家。\n',
      reports: [],
    },
    {
      title: local('英文的金额', 'Two amounts in English'),
      text: '# Linford Park Plan 2026–2030\n\n## 1. Targets\n\nTurnover will reach £300 million by 2030.\n\n## 2. Tasks\n\nWith new tenants turnover is to grow. Turnover will reach £310 million by 2030.\n',
      reports: ['£310 million'],
    },
    {
      title: local('英文的产能和新增岗位', 'Tonnes, and jobs that the whole zone will create'),
      text: '# Linford Zone Plan 2026–2035\n\n## 1. Targets\n\nBy 2035 the zone will create 20,000 jobs. Export capacity will reach 200 tonnes by 2035.\n\n## 2. Tasks\n\nThe port will create 40,000 jobs by 2035. By 2035 the zone will create 30,000 jobs. Export capacity will reach 300 tonnes by 2035.\n',
      reports: ['30,000', '300 tonnes'],
    },
    {
      title: local('子项不重复相加', 'Rows of a row are not added twice'),
      text: '# 云川园区产业发展规划（2026—2030年）\n\n## 一、用地\n\n| 用地 | 面积（公顷） |\n| --- | --- |\n| 工业用地 | 600 |\n| 一类工业用地 | 200 |\n| 二类工业用地 | 400 |\n| 居住用地 | 180 |\n| 合计 | 780 |\n',
      reports: [],
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
