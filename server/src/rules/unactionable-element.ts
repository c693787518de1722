import { FACT_WORDS } from './fact-words.ts';
import { filled, listed, local } from './local.ts';
import { shortfallOf, whyOf } from './shortfall.ts';
import type { Rule, RuleContext, RuleFinding } from './types.ts';

const MESSAGE = local('“{0}”的举措还缺：{1}', 'The measure for "{0}" still lacks: {1}');
const ADVICE = local(
  '至少再写明其中两项，使其可考核、可追责。',
  'Add at least two of them, so that somebody can be held to it.',
);

export const unactionableElement: Rule = {
  id: 'unactionable-element',
  title: local('举措难以执行', 'A measure that cannot be acted on'),
  description: local(
    '主要路径的必备要点写了举措，但同一段中没有同时写明目标、时限、责任单位、资金、合作方中的任意两项。',
    'A required element of a primary pathway has a measure, but its paragraph has fewer than two of: target, date, responsible unit, money, named partner.',
  ),
  severity: { outline: 'off', draft: 'info', consultation: 'info', review: 'warning', issued: 'warning' },
  onFinishedText: true,
  examples: [
    {
      title: local('主要路径的举措没有时限、单位和资金', 'A primary pathway without date, owner and money'),
      text: '---\nparkplan:\n  pathways:\n    talent: primary\n---\n\n# 云川园区产业发展规划\n\n## 一、人才支撑\n\n引进高层次人才。\n',
      reports: [],
      reportsAtLeast: [{ element: 'talent/attraction', at: '引进高层次人才' }],
    },
  ],
  *check(context: RuleContext): Iterable<RuleFinding> {
    const { demand, evidence, framework } = context;
    for (const { id, elements } of framework.pathways) {
      if (demand.roles.get(id)?.role !== 'primary') continue;
      for (const element of elements) {
        const found = evidence.get(element.id);
        if (!demand.required.has(element.id) || found?.level !== 'addressed' || found.wanting.length === 0) continue;
        const best = found.evidence.find(({ level }) => level === 'addressed')!;
        const wanting = found.wanting.map((fact) => FACT_WORDS[fact]);
        yield {
          range: best.range,
          message: filled(MESSAGE, element.title, listed(wanting)),
          why: whyOf(shortfallOf(element.id, context)!),
          advice: ADVICE,
          pathway: id,
          element: element.id,
        };
      }
    }
  },
};
