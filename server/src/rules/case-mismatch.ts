import { checkFacts } from '../cases/check-facts.ts';
import type { Observation } from '../cases/observation.ts';
import type { LocalText } from '../text.ts';
import { factWithSource } from './case-words.ts';
import { filled, local } from './local.ts';
import type { Rule, RuleContext, RuleFinding } from './types.ts';

type Mismatch = Exclude<Observation, { readonly kind: 'disputed' | 'agrees' }>;

const MESSAGES: Readonly<Record<Mismatch['kind'], LocalText>> = {
  figure: local('“{0}”与案例“{1}”的记录不符：应为{2}', '"{0}" does not agree with the case "{1}": the record says {2}'),
  side: local('“{0}”与案例“{1}”的原话不同：应为{2}', '"{0}" says more or less than the record of the case "{1}": {2}'),
  year: local(
    '年份“{0}”与案例“{1}”的记录不符：应为{2}',
    'The year "{0}" does not agree with the case "{1}": the record says {2}',
  ),
  scope: local(
    '“{0}”在案例“{1}”中是另一范围的数据：{2}',
    'In the case "{1}" the figure "{0}" is one of another area or body: {2}',
  ),
  name: local('“{0}”与案例“{1}”的记录不符：{2}', '"{0}" does not agree with the record of the case "{1}": {2}'),
  place: local('“{0}”与案例“{1}”所记的地点不符：{2}', 'The place "{0}" does not agree with the case "{1}": {2}'),
};
const NOT_NAMED = local(
  '案例“{1}”的记录中没有“{0}”，所记的是{2}',
  'The record of the case "{1}" does not name "{0}"; it has {2}',
);
const WHY = local('案例库的记载：{0}', 'The case library has: {0}');
const REPLACE = local(
  '改为“{0}”；数据另有出处的，改引那份出处。',
  'Change to "{0}"; if the figure is from elsewhere, cite that source instead.',
);
const LOOK = local(
  '核对原文；数据另有出处的，改引那份出处。',
  'Check the source; if the statement is from elsewhere, cite that instead.',
);
const FIX = local('改为“{0}”', 'Change to "{0}"');

export const caseMismatch: Rule = {
  id: 'case-mismatch',
  title: local('与所引案例不符', 'Not what the cited case says'),
  description: local(
    '引用案例（或点名写明案例）的句子，其数据、年份、地点、院校、企业、人名或统计范围与案例库的记载不同。约、余、近等分清：“近500家”写成“500余家”也算不符。属于规划自身、另一年份、另一对象的数据不比对；同时引了别的文献时也不比对。',
    'A sentence that cites a case, or plainly describes one, gives another figure, year, place, university, firm, person or area than the library has. Approximations count: “over 500” is not “nearly 500”. Figures of the plan itself, of another year or of another thing are not compared, nor are sentences that cite another work too.',
  ),
  severity: { outline: 'info', draft: 'warning', consultation: 'warning', review: 'warning', issued: 'warning' },
  examples: [
    {
      title: local('数字写错', 'A wrong number'),
      text: '# 云川园区产业发展规划\n\n## 一、经验借鉴\n\n柳市在1990年整治中关闭低压电器门市部1276家[@liushi-low-voltage]。\n',
      reports: ['1276家'],
    },
    {
      title: local('“近”写成“余”', 'Over for nearly'),
      text: '# 云川园区产业发展规划\n\n## 一、经验借鉴\n\n临平区到2023年集聚生命健康企业500余家[@yuhang-biomedicine]。\n',
      reports: ['500余家'],
    },
    {
      title: local('换了企业', 'Another firm'),
      text: '# 云川园区产业发展规划\n\n## 一、经验借鉴\n\n合肥为引进华星光电6代线投资175亿元[@hefei-display]。\n',
      reports: ['华星光电'],
    },
    {
      title: local('规划自身的数据不比对', 'Figures of the plan itself'),
      text: '# 云川园区产业发展规划\n\n## 一、经验借鉴\n\n柯桥印染企业由212家减少到109家[@keqiao-textile-upgrade]，我区计划由86家减少到20家。\n',
      reports: [],
    },
  ],
  *check({ plan, cases }: RuleContext): Iterable<RuleFinding> {
    for (const one of checkFacts(plan, cases)) {
      if (one.kind === 'disputed' || one.kind === 'agrees') continue;
      const { kind, case: found, range, right, replacement, fact } = one;
      const words = plan.text.slice(range.start, range.end);
      yield {
        range,
        message: filled(kind === 'name' && one.isMild ? NOT_NAMED : MESSAGES[kind], words, found.title, right),
        why: filled(WHY, factWithSource(found, fact)),
        advice: replacement ? filled(REPLACE, replacement.newText) : LOOK,
        ...(one.isMild || !one.isCited ? { severity: 'info' } : {}),
        ...(replacement
          ? { fixes: [{ title: filled(FIX, replacement.newText), edits: [replacement], automatic: false }] }
          : {}),
      };
    }
  },
};
