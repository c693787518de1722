import { startingIn } from '../text.ts';
import { filled, local } from './local.ts';
import { headingRange } from './place.ts';
import { fromTargetChapters } from './target-sections.ts';
import type { Rule, RuleContext, RuleFinding } from './types.ts';

const MESSAGE = local('目标没有写明到哪一年', 'The targets name no year');
const MESSAGE_OF_MANY = local('{0}处目标都没有写明到哪一年', 'The targets name no year in {0} places');
const WHY = local(
  '标题、文件头和目标章节都没有期限，无从判断何时应当达到。',
  'Neither the title nor the front matter nor the chapter of targets says by when.',
);
const ADVICE = local('写明“到……年”，或在文件头注明 period。', 'Write "by …", or give the period in the front matter.');

export const undatedTarget: Rule = {
  id: 'undated-target',
  title: local('目标没有期限', 'Targets without a year'),
  description: local(
    '目标章节没有任何年份或期限，标题和文件头也没有规划期。三处及以上合成一条。',
    'The chapter of targets has no year or deadline, and neither title nor front matter gives the period. Three chapters or more share one finding.',
  ),
  severity: { outline: 'off', draft: 'warning', consultation: 'warning', review: 'warning', issued: 'warning' },
  onFinishedText: true,
  examples: [
    {
      title: local('没有年份', 'No year'),
      text: '# 云川园区产业发展规划\n\n## 一、发展目标\n\n规上工业总产值达到500亿元。\n',
      reports: ['一、发展目标'],
    },
    {
      title: local('几处都没有年份，只说一次', 'Several without a year: told once'),
      text: `# Linford Growth Programme\n\n${['Skills', 'Exports', 'Homes'].map((name, i) => `## ${i + 1}. ${name}\n\n### Core targets\n\nThe programme reaches ${i + 2}00 firms.\n`).join('\n')}`,
      reports: ['Core targets'],
    },
    {
      title: local('标题有规划期', 'The title has a period'),
      text: '# 云川园区产业发展规划（2026—2030年）\n\n## 一、发展目标\n\n规上工业总产值达到500亿元。\n',
      reports: [],
    },
  ],
  *check({ plan, demand }: RuleContext): Iterable<RuleFinding> {
    if (demand.period) return;
    const [first, ...others] = undatedIn(plan).map(({ section }) => headingRange(plan.sections[section]!, plan));
    if (!first) return;
    const finding = { range: first, message: MESSAGE, why: WHY, advice: ADVICE };
    if (others.length >= SEVERAL) {
      yield {
        ...finding,
        message: filled(MESSAGE_OF_MANY, others.length + 1),
        related: others.map((range) => ({ range, message: MESSAGE })),
      };
      return;
    }
    yield finding;
    for (const range of others) yield { ...finding, range };
  },
};

/** Where so many more chapters lack a year, it is one thing to say: the plan has none. */
const SEVERAL = 2;

const undatedIn = fromTargetChapters(({ section, blocks }, plan) => {
  if (!blocks.some((block) => block.kind !== 'heading')) return undefined;
  const isDated = startingIn(plan.dates, section.range).some(({ use }) => use !== 'past' && use !== 'document');
  return isDated ? undefined : true;
});
