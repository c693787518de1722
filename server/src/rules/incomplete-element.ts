import type { Evidence } from '../evidence/types.ts';
import type { ElementSource, Fact } from '../framework/types.ts';
import type { LocalText } from '../text.ts';
import { askedOf } from './asked.ts';
import { FACT_WORDS } from './fact-words.ts';
import { filled, listed, local } from './local.ts';
import { adviceOf, shortfallOf, whyOf } from './shortfall.ts';
import type { Rule, RuleContext, RuleFinding } from './types.ts';

const MESSAGE = local('“{0}”写了安排，没有一处写明{1}', '"{0}" is arranged for, but nowhere with {1}');
const ADVICE = local('至少在一处写明。', 'Give it in one place at least.');

export const incompleteElement: Rule = {
  id: 'incomplete-element',
  title: local('要点没有写全', 'An element without what it stands on'),
  description: local(
    '写了安排，但通篇没有一处写明框架要求的内容（`wants`）：资金保障没有一个金额。评审意见中最常见的是这一条：37份写了资金、没有金额的文本，读者不经提示就指出了32份。规划的一部分不提。',
    'Something required is arranged for, but no place has what the framework wants of it (`wants`): funding without one amount. Readers note it more often than anything else: unasked, in 32 of 37 texts that speak of money and give none. Not told of a part of a plan.',
  ),
  severity: { outline: 'off', draft: 'info', consultation: 'info', review: 'warning', issued: 'warning' },
  onFinishedText: true,
  examples: [
    {
      title: local('有专项资金，没有金额', 'A special fund and no amount'),
      text: '# 云川园区产业发展规划\n\n## 一、保障措施\n\n设立产业引导基金，支持企业技术改造。\n\n对新引进的企业给予补贴。\n',
      reports: ['设立产业引导基金'],
    },
    {
      title: local('一处有金额即可', 'One amount is enough'),
      text: '# 云川园区产业发展规划\n\n## 一、保障措施\n\n设立产业引导基金，支持企业技术改造。\n\n对新引进的企业给予补贴，每年安排5000万元。\n',
      reports: [],
    },
    {
      title: local('标在以资金为题的一节', 'Told in the chapter on funding'),
      text: '# 云川园区产业发展规划\n\n## 一、主要任务\n\n对新引进的企业给予补贴。\n\n## 二、资金保障\n\n设立产业引导基金，支持企业技术改造。\n',
      reports: ['设立产业引导基金'],
    },
    {
      title: local('规划的一部分，不提', 'A part of a plan: no finding'),
      text: '## 第八章 保障措施\n\n设立产业引导基金，支持企业技术改造。\n',
      reports: [],
    },
  ],
  *check(context: RuleContext): Iterable<RuleFinding> {
    const { demand, evidence, framework } = context;
    if (demand.isPart) return;
    for (const id of demand.required) {
      const topic = framework.topics.get(id);
      const { wants = [] } = (topic?.source ?? {}) as Partial<ElementSource>;
      if (wants.length === 0 || demand.named.has(id) || askedOf(id, context) !== 'required') continue;
      const found = evidence.get(id)!.evidence;
      const lacking = wants.filter((fact) => !found.some((one) => isArranged(one) && one.facts.includes(fact)));
      const arranged = lacking.length > 0 ? found.filter(isArranged) : [];
      if (arranged.length === 0) continue;
      const shortfall = shortfallOf(id, context)!;
      const { exact, section } = shortfall.place;
      const own = exact ? arranged.find((one) => one.section === section?.id) : undefined;
      yield {
        // In the chapter that is called after it, else where it is arranged for first.
        range: (own ?? arranged[0]!).range,
        message: filled(MESSAGE, topic!.title, listed(lacking.map(wordFor))),
        why: whyOf(shortfall),
        advice: adviceOf(shortfall, ADVICE),
        element: id,
        ...(topic!.pathway === undefined ? {} : { pathway: topic!.pathway }),
      };
    }
  },
};

function isArranged({ level }: Evidence): boolean {
  return level !== 'mentioned';
}

/** What funding lacks is not money but how much. */
const AMOUNT = local('金额', 'an amount');

function wordFor(fact: Fact): LocalText {
  return fact === 'money' ? AMOUNT : FACT_WORDS[fact];
}
