import { filled, local } from './local.ts';
import type { Rule, RuleContext, RuleFinding } from './types.ts';

const MESSAGE = local('有待填写的内容：{0}', 'Still to be filled in: {0}');
const WHY = local('占位符说明这一处还没有写完。', 'A placeholder says that this place is not finished.');
const ADVICE = local('填上内容，或删去这句话。', 'Fill it in, or take the sentence out.');

export const placeholder: Rule = {
  id: 'placeholder',
  title: local('有占位符', 'A placeholder'),
  description: local(
    'XX、××、20XX年、○○、【】、待补充、TBD、{{…}} 之类的占位符。文件名称《》中的不算。',
    'Placeholders such as XX, ××, 20XX, ○○, 【】, 待补充, TBD, [name of agency], {{…}}. Those in the title of a document do not count.',
  ),
  severity: { outline: 'off', draft: 'info', consultation: 'warning', review: 'error', issued: 'error' },
  onFinishedText: true,
  examples: [
    {
      title: local(
        '一行末尾断开的词，表注里的符号，不算',
        'A word that a page’s width cuts in two, a sign that a note explains: no finding',
      ),
      text: '# 云川园区产业发展规划\n\n## 一、空间布局\n\n以区域一体化发展为牵引，集成落实国家战\n略，增强园区要素集聚和辐射带动能力。\n\n注：【 】内为五年累计数。\n',
      reports: [],
    },
    {
      title: local('金额待定', 'An amount to come'),
      text: '# 云川园区产业发展规划\n\n## 一、资金保障\n\n每年安排专项资金XX万元。\n',
      reports: ['XX'],
    },
  ],
  *check({ plan }: RuleContext): Iterable<RuleFinding> {
    for (const { range } of plan.placeholders)
      yield { range, message: filled(MESSAGE, plan.text.slice(range.start, range.end)), why: WHY, advice: ADVICE };
  },
};
