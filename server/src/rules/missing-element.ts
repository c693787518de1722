import type { LocalText } from '../text.ts';
import { lackingIn } from './asked.ts';
import { filled, local } from './local.ts';
import type { Place } from './place.ts';
import { adviceOf, fixesFor, relatedTo, shortfallOf, whyOf } from './shortfall.ts';
import type { Rule, RuleContext, RuleFinding } from './types.ts';

/** What is named in words that no pattern knows is absent too (a quarter of these by the labels at hand, docs/detection.md), so nothing more is claimed. */
const MESSAGE = local('未见“{0}”的具体内容', 'Nothing concrete found on "{0}"');
const ADVICE = local(
  '在此处补写；确不需要的，在文件头注明不适用及理由。',
  'Add it here, or say in the front matter why it does not apply.',
);

/** The chapter for such things, or for what is nearest to it; another may fit as well. */
const ADVICE_NEARBY = local(
  '在此处或更合适的章节补写；确不需要的，在文件头注明不适用及理由。',
  'Add it here or where it fits better, or say in the front matter why it does not apply.',
);

/** No chapter is the place for it. */
const ADVICE_FOR_ALL = local(
  '补写一节，或写进相近的章节；确不需要的，在文件头注明不适用及理由。',
  'Add a section on it or put it where it fits, or say in the front matter why it does not apply.',
);

export const missingElement: Rule = {
  id: 'missing-element',
  title: local('缺少应有的内容', 'Something required is absent'),
  description: local(
    '基本要素，以及主要路径的必备要点，在全文中找不到。整条路径都没有写到的，由 missing-pathway 一并提出，不再逐项列出；路径本身没有要求、全文至多一处涉及的（不谈产业链的，不一定要有缺口分析），只作提示，而且只对以产业为主的规划提。只是规划一部分的文本，由 missing-in-part 一并提出。',
    'An essential, or a required element of a primary pathway, is found nowhere in the plan. A pathway that is wholly absent is told once by missing-pathway, not element by element. An element of a pathway that nobody asked for and that the plan touches in one place at most (a plan that does not speak of a chain need not tell its gaps) is told as information only, and only in a plan that is about industries. Of a text that is only a part of a plan missing-in-part tells it.',
  ),
  severity: { outline: 'info', draft: 'warning', consultation: 'warning', review: 'error', issued: 'error' },
  onFinishedText: true,
  examples: [
    {
      title: local('没有风险防控的规划', 'A plan without risks'),
      text: '---\nparkplan:\n  period: 2026-2030\n---\n\n# 云川园区产业发展规划\n\n## 一、主要任务\n\n引进高层次人才20名，到2028年建成研究院。\n\n## 二、保障措施\n\n每年安排专项资金5000万元。\n',
      reports: [],
      reportsAtLeast: [{ element: 'risk', at: '二、保障措施' }],
    },
  ],
  *check(context: RuleContext): Iterable<RuleFinding> {
    if (context.demand.isPart) return;
    for (const { topic, evidence, asked } of lackingIn(context)) {
      if (topic.kind === 'pathway' || evidence.level !== 'absent') continue;
      const shortfall = shortfallOf(topic.id, context)!;
      yield {
        range: shortfall.place.range,
        ...(asked === 'suggested' ? { severity: 'info' } : {}),
        message: filled(MESSAGE, topic.title),
        why: whyOf(shortfall),
        advice: adviceOf(shortfall, adviceAt(shortfall.place)),
        related: relatedTo(shortfall),
        fixes: fixesFor(shortfall, context),
        element: topic.id,
        ...(topic.pathway === undefined ? {} : { pathway: topic.pathway }),
      };
    }
  },
};

function adviceAt({ exact, section }: Place): LocalText {
  if (!section) return ADVICE_FOR_ALL;
  return exact ? ADVICE : ADVICE_NEARBY;
}
