import { checkFacts } from '../cases/check-facts.ts';
import type { Case, CaseDispute } from '../framework/case-types.ts';
import type { LocalText, Text } from '../text.ts';
import { sourceTitle } from './case-words.ts';
import { filled, local } from './local.ts';
import type { Rule, RuleContext, RuleFinding } from './types.ts';

const MESSAGE = local('各方对此说法不一：{0}', 'Sources disagree here: {0}');
const USE = local('宜写：{0}。{1}', 'Better: {0}. {1}');
const SAY_WHO = local('写明依据哪一方。{0}', 'Say whom it follows. {0}');

export const disputedFact: Rule = {
  id: 'disputed-fact',
  title: local('有争议的说法', 'A disputed fact'),
  description: local(
    '引用案例的句子采用了来源之间互相矛盾的一种说法，且不是案例库建议采用的那种。逐一列出谁怎么说。',
    'A sentence that cites a case takes a side on which sources disagree, and not the side that the library prefers. Lists who says what.',
  ),
  severity: { outline: 'off', draft: 'info', consultation: 'info', review: 'warning', issued: 'warning' },
  examples: [
    {
      title: local('梁子才到昆山的年份', 'The year of a recruitment'),
      text: '# 云川园区产业发展规划\n\n## 一、经验借鉴\n\n昆山于2016年引进梁子才教授[@kunshan-sirna]。\n',
      reports: ['昆山于2016年引进梁子才教授'],
    },
    {
      title: local('采用建议的说法', 'The preferred side'),
      text: '# 云川园区产业发展规划\n\n## 一、经验借鉴\n\n浙江清华长三角研究院总部设在嘉兴[@tsinghua-yangtze-institute]。\n',
      reports: [],
    },
  ],
  *check({ plan, cases }: RuleContext): Iterable<RuleFinding> {
    for (const one of checkFacts(plan, cases)) {
      if (one.kind !== 'disputed') continue;
      const { dispute, range, case: found } = one;
      yield {
        range: trimmedEnd(range, plan.text),
        message: filled(MESSAGE, {
          zh: dispute.statement.zh.replace(/。$/, ''),
          en: dispute.statement.en.replace(/\.$/, ''),
        }),
        why: claimsOf(dispute, found),
        advice: dispute.preferred ? filled(USE, dispute.preferred, dispute.note) : filled(SAY_WHO, dispute.note),
      };
    }
  },
};

function claimsOf({ claims }: CaseDispute, found: Case): LocalText {
  const told = claims.map(({ value, source }) => ({ value, title: sourceTitle(found, source) }));
  return {
    zh: `${told.map(({ value, title }) => `${value.zh}（${title.zh}）`).join('；')}。`,
    en: `${told.map(({ value, title }) => `${value.en} (${title.en})`).join('; ')}.`,
  };
}

function trimmedEnd({ start, end }: { start: number; end: number }, text: Text) {
  const words = text.slice(start, end);
  return { start, end: start + words.replace(/[。.;；]$/, '').length };
}
