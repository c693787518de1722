import { fromBlocks, fromList } from '../plan/from-parts.ts';
import { indexIn } from '../plan/normal-text.ts';
import { spanAt } from '../plan/span-at.ts';
import type { Block, Plan, SectionKind } from '../plan/types.ts';
import { type Range, startingIn } from '../text.ts';
import { filled, local } from './local.ts';
import type { Rule, RuleContext, RuleFinding } from './types.ts';

const MESSAGE = local(
  '期限{0}年早于规划期（{1}—{2}年）',
  'The deadline {0} lies before the plan’s period ({1} to {2})',
);
const WHY = local(
  '任务期限早于规划期，多半是沿用旧稿未改。',
  'A deadline before the period is mostly left over from an older draft.',
);
const ADVICE = local(
  '改成规划期内的年份；确属已完成的，移到现状部分。',
  'Give a year within the period, or move what is done to the baseline.',
);

export const expiredTarget: Rule = {
  id: 'expired-target',
  title: local('期限已过', 'A deadline before the period'),
  description: local(
    '目标、任务、保障章节中的期限或阶段早于规划期的第一年。现状和已完成的内容不算。',
    'A deadline or a phase among targets, tasks or safeguards lies before the first year of the period. The baseline does not count.',
  ),
  severity: { outline: 'info', draft: 'warning', consultation: 'warning', review: 'error', issued: 'error' },
  examples: [
    {
      title: local('沿用旧稿的年份', 'A year from an older draft'),
      text: '# 云川园区产业发展规划（2026—2030年）\n\n## 一、主要任务\n\n到2023年建成标准厂房20万平方米。\n',
      reports: ['到2023年'],
    },
    {
      title: local('现状中的年份', 'A year in the baseline'),
      text: '# 云川园区产业发展规划（2026—2030年）\n\n## 一、发展基础\n\n到2023年底，入驻企业640家。\n',
      reports: [],
    },
    {
      title: local('已经开始的不算', 'What has begun goes on: no finding'),
      text: '# Linford Growth Programme 2026–2030\n\n## 1. Actions\n\nThe service is permanently open from 1 December 2021.\n\nLaunch: May 2021\n',
      reports: [],
    },
    {
      title: local(
        '年份只说明是哪些东西，或者已经完成',
        'A year that only says which things are meant, or tells what was done',
      ),
      text: '# 云川园区产业发展规划（2026—2030年）\n\n## 一、主要任务\n\n改造2000年前建成的老旧厂房20万平方米。\n\n已于2025年底前完成选址，2026年开工。\n\n2025年前建成国际一流的园区。\n',
      reports: ['2025年前'],
    },
    {
      title: local('早于规划期的阶段和复核日期', 'A phase, and a day of review, before the period'),
      text: '# Linford Park Plan 2026–2030\n\n## 1. Actions\n\nThe board opens the road by mid-2023.\n\n第一阶段（2024年1月—2025年12月）：完成选址。\n\n第一阶段（2023年1月—2024年12月）已完成选址。\n\n**Next review:** June 2025\n\nThe pipe is due by 9/2024.\n',
      reports: ['by mid-2023', '2024年1月—2025年12月', 'June 2025', 'by 9/2024'],
    },
    {
      title: local('法规的日期，已经发生的变化', 'The day of a law, and what befell the area'),
      text: '# Linford Park Plan 2026–2030\n\n## 1. Actions\n\nThe board works in accordance with Decree no. 2021-586 of November 10, 2021.\n\nSupport makers against shocks such as a drastic drop by 2018 of $183 million in exports after the import ban.\n',
      reports: [],
    },
    {
      title: local('引用别的文件', 'Words quoted from an older plan'),
      text: '# Linford Park Plan 2026–2030\n\n## 1. Actions\n\n> The road will be finished by 2023.\n\nThe road, which was to be finished by 2023, will open in 2027.\n',
      reports: [],
    },
  ],
  *check({ plan, demand }: RuleContext): Iterable<RuleFinding> {
    const { period } = demand;
    if (!period) return;
    const deadlines = deadlinesIn(plan);
    if (earliestIn(deadlines) >= period.from) return;
    for (const { told } of deadlines)
      for (const { range, toYear } of told)
        if (toYear < period.from)
          yield { range, message: filled(MESSAGE, toYear, period.from, period.to), why: WHY, advice: ADVICE };
  },
};

const earliestIn = fromList((deadlines: ReturnType<typeof deadlinesIn>) =>
  deadlines.reduce((first, { told }) => told.reduce((a, { toYear }) => Math.min(a, toYear), first), Infinity),
);

const COMMITTING: readonly SectionKind[] = ['targets', 'tasks', 'safeguards', 'layout'];

const deadlinesIn = fromBlocks((block, plan) => {
  const { range, section, kind } = block;
  // Somebody else's words, or those of an older plan.
  if (kind === 'quote') return undefined;
  if (!COMMITTING.includes(plan.sections[section]!.kind)) return undefined;
  const found = startingIn(plan.dates, range).flatMap(({ use, toYear, range: at }) => {
    if (toYear === undefined) return [];
    const isDue = use === 'deadline' ? !isStart(at, plan) : use === 'phase' && isPhaseToCome(at, block);
    return isDue ? [{ range: at, toYear }] : [];
  });
  return found.length > 0 ? found : undefined;
});

/** 第一阶段（2024年1月—2025年12月）: the years stand beside the phase, and nothing says that it is over. */
function isPhaseToCome({ start }: Range, { normal, sentences }: Block): boolean {
  const at = indexIn(normal, start);
  if (sentences.length === 0 || !BESIDE_PHASE.test(normal.value.slice(Math.max(0, at - 20), at))) return false;
  const { from, to } = spanAt(sentences, at);
  return !IS_OVER.test(normal.value.slice(from, to));
}

const BESIDE_PHASE = /(?:阶段|步|近期|起步期|\b(?:phase|stage) [a-z\d]{1,5}) ?[(:]? ?$/;
const IS_OVER =
  /已|了|\b(?:was|were|had|has|have|completed?|finished|done|achieved|previous|earlier|last|former)\b|上一?轮/;

/** Open from 1 December 2021, Launch: May 2021: what has begun goes on. */
function isStart({ start }: Range, { text }: Plan): boolean {
  return /^from\b/i.test(text.slice(start, start + 5)) || BEGAN.test(text.slice(Math.max(0, start - 24), start));
}

const BEGAN = /\b(?:(?:launch|start|opening|commissioning|handover)(?: date)?|completion) ?(?:of|[*|: ]{1,6}) ?$/i;
