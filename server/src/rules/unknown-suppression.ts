import { nearestName } from '../nearest.ts';
import type { LocalText } from '../text.ts';
import { filled, local } from './local.ts';
import { SUPPRESSING } from './suppressions.ts';
import type { Rule, RuleContext, RuleFinding } from './types.ts';

const NO_RULE = local('没有名为“{0}”的规则', 'There is no rule "{0}"');
const NO_TOPIC = local('没有编号为“{0}”的路径、要点或基本要素', 'There is no pathway, element or essential "{0}"');
const NO_KIND = local('看不懂这条说明', 'This instruction is not understood');
const NO_REASON = local('没有写明停用的理由', 'The suppression gives no reason');
const NEAR = local('是否指“{0}”？', 'Did you mean "{0}"?');
const FORMS = local(
  '可用：parkplan-disable、parkplan-enable、parkplan-disable-line、parkplan-disable-next-line、parkplan-disable-file，后接规则名和“-- 理由”；或 parkplan: 编号 here。',
  'Use parkplan-disable, -enable, -disable-line, -disable-next-line or -disable-file with rule names and "-- reason", or "parkplan: id here".',
);
const WHY = local(
  '写错的说明不起作用，作者却以为起了作用。',
  'A mistyped instruction does nothing, while its author thinks that it does.',
);
const REASON_WHY = local(
  '没有理由，评审和后来的人无从判断是否该停用。',
  'Without a reason nobody can judge whether it was right.',
);
const REASON_ADVICE = local('在规则名后写“-- 理由”。', 'Write "-- reason" behind the rule names.');
const TITLE = local('改为“{0}”', 'Change to "{0}"');

export const unknownSuppression: Rule = {
  id: 'unknown-suppression',
  title: local('作者说明有误', 'An instruction that cannot be followed'),
  description: local(
    'parkplan 注释里的规则名、编号写错，写法看不懂，或停用时没有写理由。',
    'A parkplan comment names an unknown rule or id, is not understood, or suppresses without a reason.',
  ),
  severity: 'warning',
  examples: [
    {
      title: local('规则名写错', 'A mistyped rule'),
      text: '# 云川园区产业发展规划\n\n## 一、主要任务\n\n<!-- parkplan-disable-next-line placehoder -- 金额未定 -->\n每年安排专项资金XX万元。\n',
      reports: ['placehoder'],
    },
  ],
  *check({ plan, framework, ruleIds }: RuleContext): Iterable<RuleFinding> {
    for (const { kind, names, range, reason } of plan.directives) {
      if (kind === 'unknown') {
        yield { range, message: NO_KIND, why: WHY, advice: FORMS };
        continue;
      }
      const known = kind === 'here' ? [...framework.topics.keys()] : [...ruleIds];
      for (const name of names) {
        if (known.includes(name.text)) continue;
        yield unknownName(name, kind === 'here' ? NO_TOPIC : NO_RULE, known);
      }
      if (SUPPRESSING.includes(kind) && !reason?.trim())
        yield { range, severity: 'info', message: NO_REASON, why: REASON_WHY, advice: REASON_ADVICE };
    }
  },
};

function unknownName(
  { text, range }: { text: string; range: RuleFinding['range'] },
  message: LocalText,
  known: readonly string[],
): RuleFinding {
  const near = nearestName(text, known);
  return {
    range,
    message: filled(message, text),
    why: WHY,
    advice: near ? filled(NEAR, near) : FORMS,
    fixes: near ? [{ title: filled(TITLE, near), edits: [{ range, newText: near }], automatic: true }] : [],
  };
}
