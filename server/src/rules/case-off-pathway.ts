import { sectionPathways } from '../cases/chapter-pathway.ts';
import { resolveKey } from '../cases/resolve-key.ts';
import { forSame, fromList } from '../plan/from-parts.ts';
import type { Plan } from '../plan/types.ts';
import { filled, listed, local } from './local.ts';
import type { Rule, RuleContext, RuleFinding } from './types.ts';

const MESSAGE = local('案例“{0}”说明的是{1}，不是本章的{2}', 'The case "{0}" illustrates {1}, not this chapter’s {2}');
const WHY = local(
  '拿不对路的案例作论据，评审会问两者的机理哪里相同。',
  'Where a case illustrates another pathway, a reviewer asks what the two mechanisms have in common.',
);
const ADVICE = local(
  '说明可比之处，或换一个案例，例如{0}。',
  'Say what makes it comparable, or take another case, such as {0}.',
);
const SAY = local('说明可比之处，或换一个案例。', 'Say what makes it comparable, or take another case.');

export const caseOffPathway: Rule = {
  id: 'case-off-pathway',
  title: local('案例与本章路径不对应', 'A case of another pathway'),
  description: local(
    '在写某条路径的章节里引用了不说明这条路径的案例。章节写哪条路径，看标题；标题看不出来的不判断。',
    'A chapter on one pathway cites a case that does not illustrate it. The headings say which pathway a chapter is about; where they do not, nothing is said.',
  ),
  severity: { outline: 'off', draft: 'hint', consultation: 'hint', review: 'hint', issued: 'hint' },
  examples: [
    {
      title: local('人才一章引了专业市场的案例', 'A market in the chapter on talent'),
      text: '# 云川园区产业发展规划\n\n## 一、重点任务\n\n### （一）育龙引凤\n\n引进领军人才团队[@kunshan-sirna]，做法参考[@liushi-low-voltage]。\n',
      reports: ['@liushi-low-voltage'],
    },
  ],
  *check({ plan, cases, framework }: RuleContext): Iterable<RuleFinding> {
    for (const { citation, found, known } of citedIn(plan.citations)(cases, framework)) {
      const { keyRange, block } = citation;
      const chapter = sectionPathways(plan, plan.blocks[block]?.section ?? 0, framework);
      if (chapter.length !== 1 || known.includes(chapter[0]!)) continue;
      const better = [...cases.cases.values()].filter(({ pathways }) => pathways[0] === chapter[0]).slice(0, 2);
      const titles = new Map(framework.pathways.map(({ id, title }) => [id, title]));
      const quoted = (ids: readonly string[]) =>
        listed(ids.map((id) => ({ zh: `“${titles.get(id)!.zh}”`, en: `"${titles.get(id)!.en}"` })));
      yield {
        range: keyRange,
        message: filled(MESSAGE, found.title, quoted(known), quoted(chapter)),
        why: WHY,
        advice: better.length > 0 ? filled(ADVICE, listed(better.map(({ id }) => local(id, id)))) : SAY,
        pathway: chapter[0]!,
      };
    }
  },
};

/** Cited cases, and which of the framework's pathways each illustrates. */
const citedIn = fromList((citations: Plan['citations']) =>
  forSame((cases: RuleContext['cases'], { pathways }: RuleContext['framework']) =>
    citations.flatMap((citation) => {
      const found = resolveKey(cases, citation.key)?.case;
      const known = found?.pathways.filter((id) => pathways.some((one) => one.id === id)) ?? [];
      return found && known.length > 0 ? [{ citation, found, known }] : [];
    }),
  ),
);
