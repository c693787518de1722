import type { PathwaySource } from '../framework/types.ts';
import type { Plan } from '../plan/types.ts';
import type { LocalText } from '../text.ts';
import { filled, listed, local } from './local.ts';
import { notApplicableFix, notApplicablePathwaysFix } from './not-applicable-fix.ts';
import { titleRange } from './place.ts';
import { relatedTo, type Shortfall, shortfallOf } from './shortfall.ts';
import { skeletonFix } from './skeleton-fix.ts';
import type { Fix, Rule, RuleContext, RuleFinding } from './types.ts';

const MESSAGE = local('未见“{0}”路径的内容', 'No evidence found of the pathway "{0}"');
const DECLARED = local(
  '文件头称本规划走这条路径（{0}），正文没有写到。',
  'The front matter says that the plan takes this pathway ({0}); the text does not.',
);
const DEFAULT = local('评审时每份规划都会看这条路径：{0}', 'Reviewers look for this pathway in every plan: {0}');
const UNTOUCHED = local('没有读到这条路径的内容：{0}', 'Nothing of this pathway was found: {0}');
const ADVICE = local(
  '先写这几项：{0}；不适用的，在文件头注明理由。',
  'Start with: {0}. If it does not apply, say so in the front matter with the reason.',
);
const CONSIDER = local(
  '考虑是否适用（{0}）；不走这条路径的，可在文件头注明。',
  'Consider whether it fits ({0}). If the plan does not take it, the front matter may say so.',
);
const SEVERAL = local('未见这{0}条路径的内容：{1}', 'No evidence found of {0} pathways: {1}');
const SEVERAL_WHY = local(
  '评审会看这份规划走哪几条路径；没有读到的，要么不适用，要么漏了，要么写得不明显。',
  'A reviewer asks which pathways the plan takes; one of which nothing is found does not apply, was forgotten, or is told in other words.',
);
const CONSIDER_EACH = local(
  '看哪条适用（适用条件见 parkplan explain 加路径编号：{0}）；不走的，可在文件头注明。',
  'Consider which of them fit (parkplan explain with a pathway’s id tells when: {0}). If the plan does not take them, the front matter may say so.',
);
const ROLE = { primary: local('主要路径', 'primary'), supporting: local('辅助路径', 'supporting') } as const;

export const missingPathway: Rule = {
  id: 'missing-pathway',
  title: local('整条路径没有写到', 'A whole pathway is absent'),
  description: local(
    '文件头列为主要或辅助的路径、框架默认要求的路径，全文没有写到；每条路径只提一次。没有要求、也从未涉及的路径只作提示，几条合成一条。',
    'A pathway that the front matter calls primary or supporting, or that the framework asks of every plan, is found nowhere: one finding each. A pathway that nobody asked for and that the plan never touches is only a hint; several share one.',
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
    const untouched: Shortfall[] = [];
    for (const { id } of framework.pathways) {
      const role = demand.roles.get(id)?.role ?? 'unstated';
      if (role === 'not-applicable' || evidence.get(id)?.level !== 'absent') continue;
      const required = demand.required.has(id);
      // A front matter that names pathways has thought of the others.
      if (!required && stated) continue;
      // An element of it that every plan must have is told by missing-element.
      if (!required && [...demand.required].some((one) => one.startsWith(`${id}/`))) continue;
      const shortfall = shortfallOf(id, context)!;
      if (!required) {
        untouched.push(shortfall);
        continue;
      }
      const { title, summary, elements } = shortfall.topic.source as PathwaySource;
      const needed = elements.filter(({ need }) => need === 'required');
      yield {
        range: shortfall.place.range,
        message: filled(MESSAGE, title),
        why: role === 'unstated' ? filled(DEFAULT, summary) : filled(DECLARED, ROLE[role]),
        advice: filled(ADVICE, listed(needed.map((one) => one.title))),
        related: relatedTo(shortfall),
        fixes: fixes(id, context),
        pathway: id,
      };
    }
    const [first] = untouched;
    if (!first) return;
    yield untouched.length > 1 ? severalUntouched(untouched, plan) : oneUntouched(first, context);
  },
};

function oneUntouched({ topic }: Shortfall, context: RuleContext): RuleFinding {
  const { title, summary, fits } = topic.source as PathwaySource;
  return {
    range: titleRange(context.plan),
    severity: 'hint',
    message: filled(MESSAGE, title),
    why: filled(UNTOUCHED, summary),
    advice: filled(CONSIDER, withoutStop(fits)),
    fixes: fixes(topic.id, context),
    pathway: topic.id,
  };
}

/** One finding: told one by one, with the same words at the same place, they bury the others. */
function severalUntouched(untouched: readonly Shortfall[], plan: Plan): RuleFinding {
  const topics = untouched.map(({ topic }) => topic);
  const ids = topics.map(({ id }) => id);
  const fix = notApplicablePathwaysFix(topics, plan);
  return {
    range: titleRange(plan),
    severity: 'hint',
    message: filled(
      SEVERAL,
      topics.length,
      listed(
        topics.map(({ title }) => title),
        topics.length,
      ),
    ),
    why: SEVERAL_WHY,
    advice: filled(
      CONSIDER_EACH,
      listed(
        ids.map((id) => local(id, id)),
        ids.length,
      ),
    ),
    fixes: fix ? [fix] : [],
  };
}

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
