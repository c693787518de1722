import { hasHorizon } from '../plan/plan-period.ts';
import type { Plan, Section } from '../plan/types.ts';
import { yearSpan } from '../plan/year-span.ts';
import { startingIn } from '../text.ts';
import { filled, local } from './local.ts';
import { headingRange } from './place.ts';
import { fromTargetChapters } from './target-sections.ts';
import { toldOnce } from './told-once.ts';
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
    '目标章节及其标题没有任何年份或期限，标题、文件头和单独成行的说明也没有规划期。三处及以上合成一条。',
    'The chapter of targets and the headings over it have no year or deadline, and neither title nor front matter nor a line of its own gives the period. Three chapters or more share one finding.',
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
    {
      title: local('规划期单独成行', 'The period stands in a line of its own'),
      text: '# 云川园区产业发展规划\n\n（2026—2030年）\n\n## 一、发展目标\n\n规上工业总产值达到500亿元。\n',
      reports: [],
    },
    {
      title: local('政策标题的年份是发布年份', 'The year of a policy is that of its issue, that of a plan its horizon'),
      text: '# Linford Park Policy 2025\n\n## 1. Targets\n\nThe park reaches 500 firms.\n',
      reports: ['1. Targets'],
    },
    {
      title: local('标题写明目标年', 'The title names the year'),
      text: '# Linford Park Plan 2030\n\n## 1. Targets\n\nThe park reaches 500 firms.\n',
      reports: [],
    },
    {
      title: local('标题以目标年结尾', 'The title ends with the year'),
      text: '# Update: Linford Connections 2050\n\n## 1. Targets\n\nThe park reaches 500 firms.\n',
      reports: [],
    },
    {
      title: local('投资者的目标不是规划的目标', 'What an investor looks for is no target of the plan'),
      text: '# Linford Park Plan\n\n## 1. Investors\n\n**Linford Pension Fund**\n\n- **Assets**: £570 billion\n- **Target**: 8% returns, holds of twenty years\n- **Access**: a roadshow\n',
      reports: [],
    },
    {
      title: local('章节标题写明年份', 'The heading of the chapter, or one around it, names the year'),
      text: '# Linford Park Plan\n\n## 1. Targets (2034)\n\nThe park reaches 500 firms.\n\n## 2. Scale-Up (2033-2037)\n\n### Targets\n\nThe park reaches 900 firms.\n',
      reports: [],
    },
    {
      title: local('章节标题写明第几个月', 'The heading of the chapter says in which months'),
      text: '# Linford Park Plan\n\n## Phase 1: Start (Months 1-3)\n\n### Objectives\n\nThe park signs 5 firms.\n\n## Phase 2: Growth (Year 2+)\n\n### Objectives\n\nThe park reaches 500 firms.\n',
      reports: [],
    },
    {
      title: local('目标逐周写明，从规划开始时算起', 'Targets by weeks, counted from the start of the plan'),
      text: '# Linford Park Plan\n\n## 1. Objectives\n\n- **Week 1-2:** The park signs 5 firms.\n- **Weeks 3–4:** The park signs 20 firms.\n\n## 2. Targets\n\nThe park reaches 500 firms by day 90.\n',
      reports: [],
    },
    {
      title: local('标题以一年为期，年份后空一格', 'The title is for one year, set apart from its sign'),
      text: '# 2026 年云川园区招商行动方案\n\n## 一、工作目标\n\n力争引进企业50家。\n',
      reports: [],
    },
    {
      title: local('标题写明多少天', 'The title says how many days'),
      text: '# 90-Day Launch Plan: Linford Park\n\n## 1. Targets\n\nThe park reaches 500 firms.\n',
      reports: [],
    },
  ],
  *check({ plan, demand }: RuleContext): Iterable<RuleFinding> {
    if (demand.period || hasHorizon(plan.title?.text ?? '')) return;
    const places = undatedIn(plan)
      .map(({ section }) => plan.sections[section]!)
      .filter((section) => !isInDatedChapter(section, plan) && !isInProfile(section, plan))
      .map((section) => headingRange(section, plan));
    yield* toldOnce(places, { message: MESSAGE, why: WHY, advice: ADVICE }, (many) => filled(MESSAGE_OF_MANY, many));
  },
};

/** Phase 3: Scale-Up (2033–2037): what stands below is due by then. Asked when it is told, since what is kept of a section hangs on no heading around it. */
function isInDatedChapter({ parent }: Section, { sections }: Plan): boolean {
  for (let around = sections[parent]; around?.heading; around = sections[around.parent])
    if (
      [HEADED_BY_YEAR, HEADED_BY_TERM].some((dated) => dated.test(around!.heading!.text)) ||
      yearSpan(around.heading.text)
    )
      return true;
  return false;
}

/** Targets (2034), 发展目标(到2030年). */
const HEADED_BY_YEAR = /\((?:by |to |到|至)?(?:fy ?)?20\d\d年?\)/;

/** Phase 1 (Months 1-3), Year 2+, Phase 2: 6–12 months: counted from the start of the plan. */
const HEADED_BY_TERM =
  /(?:^|[(:,–—-] ?)(?:(?:months?|weeks?|days?|years?|quarters?) \d{1,3}(?!\d)(?: ?(?:[-–—]|to|and) ?\d{1,3}|\+)?|\d{1,3} ?(?:[-–—]|to) ?\d{1,3}\+? (?:months?|weeks?|days?|years?)|(?:first|next) (?:\d{1,3}|three|six|nine|twelve) (?:months|weeks|days))(?= ?(?:$|[),:–—-]))/;

const undatedIn = fromTargetChapters(({ section, blocks }, plan) => {
  if (!blocks.some((block) => block.kind !== 'heading')) return undefined;
  if (HEADED_BY_YEAR.test(section.heading!.text) || HEADED_BY_TERM.test(section.heading!.text)) return undefined;
  const isDated = startingIn(plan.dates, section.range).some(({ use }) => use !== 'past' && use !== 'document');
  return isDated ? undefined : true;
});

/** - **Target**: 8% returns, under an investor's name in bold: a line of what is told of somebody. */
function isInProfile({ heading, parent }: Section, { sections }: Plan): boolean {
  return heading!.form === 'run-in' && heading!.text === 'target' && sections[parent]?.heading?.form === 'bold';
}
