import type { PathwaySource } from '../framework/types.ts';
import type { LocalText } from '../text.ts';
import { filled, listed, local } from './local.ts';
import { notApplicableFix } from './not-applicable-fix.ts';
import { titleRange } from './place.ts';
import { relatedTo, shortfallOf } from './shortfall.ts';
import { skeletonFix } from './skeleton-fix.ts';
import type { Fix, Rule, RuleContext, RuleFinding } from './types.ts';

const MESSAGE = local('未见“{0}”路径的内容', 'No evidence found of the pathway "{0}"');
const DECLARED = local(
  '文件头称本规划走这条路径（{0}），正文没有写到。',
  'The front matter says that the plan takes this pathway ({0}); the text does not.',
);
const DEFAULT = local('评审时每份规划都会看这条路径：{0}', 'Reviewers look for this pathway in every plan: {0}');
const UNTOUCHED = local('全文没有涉及这条路径：{0}', 'The plan never touches this pathway: {0}');
const ADVICE = local(
  '先写这几项：{0}；不适用的，在文件头注明理由。',
  'Start with: {0}. If it does not apply, say so in the front matter with the reason.',
);
const CONSIDER = local(
  '考虑是否适用（{0}）；不走这条路径的，可在文件头注明。',
  'Consider whether it fits ({0}). If the plan does not take it, the front matter may say so.',
);
const ROLE = { primary: local('主要路径', 'primary'), supporting: local('辅助路径', 'supporting') } as const;

export const missingPathway: Rule = {
  id: 'missing-pathway',
  title: local('整条路径没有写到', 'A whole pathway is absent'),
  description: local(
    '文件头列为主要或辅助的路径、框架默认要求的路径，全文没有写到；每条路径只提一次。没有要求、也从未涉及的路径只作提示。',
    'A pathway that the front matter calls primary or supporting, or that the framework asks of every plan, is found nowhere: one finding each. A pathway that nobody asked for and that the plan never touches is only a hint.',
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
  ],
  *check(context: RuleContext): Iterable<RuleFinding> {
    const { demand, evidence, framework, plan } = context;
    const stated = [...demand.roles.values()].some(({ role }) => role !== 'unstated');
    for (const { id } of framework.pathways) {
      const role = demand.roles.get(id)?.role ?? 'unstated';
      if (role === 'not-applicable' || evidence.get(id)?.level !== 'absent') continue;
      const required = demand.required.has(id);
      // A front matter that names pathways has thought of the others.
      if (!required && stated) continue;
      // An element of it that every plan must have is told by missing-element.
      if (!required && [...demand.required].some((one) => one.startsWith(`${id}/`))) continue;
      const shortfall = shortfallOf(id, context)!;
      const source = shortfall.topic.source as PathwaySource;
      const why =
        role === 'unstated' ? filled(required ? DEFAULT : UNTOUCHED, source.summary) : filled(DECLARED, ROLE[role]);
      const needed = source.elements.filter(({ need }) => need === 'required');
      yield {
        range: required ? shortfall.place.range : titleRange(plan),
        ...(required ? {} : { severity: 'hint' as const }),
        message: filled(MESSAGE, source.title),
        why,
        advice: required
          ? filled(ADVICE, listed(needed.map(({ title }) => title)))
          : filled(CONSIDER, withoutStop(source.fits)),
        related: required ? relatedTo(shortfall) : [],
        fixes: fixes(id, context),
        pathway: id,
      };
    }
  },
};

function withoutStop({ zh, en }: LocalText): LocalText {
  return { zh: zh.replace(/[。；]$/, ''), en: en.replace(/[.;]$/, '') };
}

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
