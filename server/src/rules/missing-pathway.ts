import type { PathwaySource } from '../framework/types.ts';
import { askedOf } from './asked.ts';
import { filled, listed, local } from './local.ts';
import { notApplicableFix } from './not-applicable-fix.ts';
import { relatedTo, shortfallOf } from './shortfall.ts';
import { skeletonFix } from './skeleton-fix.ts';
import type { Fix, Rule, RuleContext, RuleFinding } from './types.ts';

const MESSAGE = local('未见“{0}”路径的具体内容', 'Nothing concrete found on the pathway "{0}"');
const DECLARED = local(
  '文件头称本规划走这条路径（{0}），正文没有写到。',
  'The front matter says that the plan takes this pathway ({0}); the text does not.',
);
const DEFAULT = local('评审时每份规划都会看这条路径：{0}', 'Reviewers look for this pathway in every plan: {0}');
const ADVICE = local(
  '先写这几项：{0}；不适用的，在文件头注明理由。',
  'Start with: {0}. If it does not apply, say so in the front matter with the reason.',
);
const ROLE = { primary: local('主要路径', 'primary'), supporting: local('辅助路径', 'supporting') } as const;

export const missingPathway: Rule = {
  id: 'missing-pathway',
  title: local('整条路径没有写到', 'A whole pathway is absent'),
  description: local(
    '文件头列为主要或辅助的路径、框架默认要求的路径，全文没有写到；每条路径只提一次。没有要求、也未涉及的路径不提，可在覆盖情况中看到。只是规划一部分的文本，框架默认要求的由 missing-in-part 一并提出。',
    'A pathway that the front matter calls primary or supporting, or that the framework asks of every plan, is found nowhere: one finding each. Pathways that nobody asked for are no shortfall where nothing is found of them; the coverage shows them. Of a text that is only a part of a plan missing-in-part tells what the framework asks of every plan.',
  ),
  // A required pathway is as grave as a required element.
  severity: { outline: 'info', draft: 'warning', consultation: 'warning', review: 'error', issued: 'error' },
  onFinishedText: true,
  examples: [
    {
      title: local('文件头列了主要路径，正文没有写', 'A primary pathway in the front matter, nothing in the text'),
      text: '---\nparkplan:\n  pathways:\n    traditional-upgrade: primary\n---\n\n# 云川园区产业发展规划\n\n## 一、主要任务\n\n引进高层次人才20名。\n',
      reports: [],
      reportsAtLeast: [{ pathway: 'traditional-upgrade', at: '一、主要任务' }],
    },
    {
      title: local('没有要求的路径', 'Pathways that nobody asked for'),
      text: '# 云川园区产业发展规划\n\n## 一、主要任务\n\n引进高层次人才20名。\n',
      reports: [],
    },
  ],
  *check(context: RuleContext): Iterable<RuleFinding> {
    const { demand, evidence, framework } = context;
    for (const { id } of framework.pathways) {
      if (askedOf(id, context) === 'not-asked' || evidence.get(id)?.level !== 'absent') continue;
      const role = demand.roles.get(id)?.role ?? 'unstated';
      // missing-in-part tells it, but the author's own word holds for a part too.
      if (demand.isPart && role === 'unstated') continue;
      const shortfall = shortfallOf(id, context)!;
      const { title, summary, elements } = shortfall.topic.source as PathwaySource;
      const needed = elements.filter(({ need }) => need === 'required');
      yield {
        range: shortfall.place.range,
        message: filled(MESSAGE, title),
        why: role === 'primary' || role === 'supporting' ? filled(DECLARED, ROLE[role]) : filled(DEFAULT, summary),
        advice: filled(ADVICE, listed(needed.map((one) => one.title))),
        related: relatedTo(shortfall),
        fixes: fixes(id, context),
        pathway: id,
      };
    }
  },
};

/** The first required element's skeleton, and the excuse. */
function fixes(id: string, context: RuleContext): Fix[] {
  const { framework, plan } = context;
  const pathway = framework.topics.get(id)!;
  const first = (pathway.source as PathwaySource).elements.find(({ need }) => need === 'required');
  const element = first && shortfallOf(first.id, context);
  return [element && skeletonFix(element.topic, element.place, plan), notApplicableFix(pathway, plan)].filter(
    (fix) => fix !== undefined,
  );
}
