import type { TopicEvidence } from '../evidence/types.ts';
import type { ElementSource } from '../framework/types.ts';
import type { OfSection } from '../plan/from-parts.ts';
import type { Plan, Section } from '../plan/types.ts';
import { firstAt } from '../text.ts';
import { askedOf } from './asked.ts';
import { filled, local } from './local.ts';
import { headingRange } from './place.ts';
import { shortfallOf, whyOf } from './shortfall.ts';
import { numberedTasksIn } from './tasks.ts';
import type { Rule, RuleContext, RuleFinding } from './types.ts';

const MESSAGE = local('“{0}”：{1}项任务中只有{2}项写明', '"{0}": only {2} of {1} tasks have it');
const MESSAGE_OF_NONE = local('“{0}”：{1}项任务没有一项写明', '"{0}": none of the {1} tasks has it');
const ADVICE = local(
  '逐项写明，或者列一张表，把每项任务对上。',
  'Give it for each task, or in one table that has them all.',
);
const HAS = local('这一项写明了', 'this one has it');

/** Of fewer tasks one or two say enough. */
const LEAST = 8;
/** So many places beside the tasks are a chapter or a table that holds for all of them. */
const APART = 3;

const DATED = '2027年6月底前完成选址，2028年底前建成。';

export const sparseElement: Rule = {
  id: 'sparse-element',
  title: local('多数任务没有写到', 'An element that hardly any task has'),
  description: local(
    '要点在某处写了，但框架要求逐项任务写明的（`share`：时序安排、责任分工），八项以上任务中写明的达不到这一比例。通篇都没有的，由 missing-element 和 weak-element 提出。规划的一部分不提。',
    'Something required is there in one place, but the framework wants it of the tasks (`share`: timeline, responsibilities), and of eight tasks or more fewer than this share have it. What no place has is told by missing-element and weak-element. Not told of a part of a plan.',
  ),
  severity: { outline: 'off', draft: 'info', consultation: 'info', review: 'info', issued: 'info' },
  onFinishedText: true,
  examples: [
    {
      title: local('十二项任务，一项有期限', 'Twelve tasks, one of them dated'),
      text: planOf(12, (i) => (i === 0 ? DATED : '')),
      reports: ['一、重点任务'],
    },
    {
      title: local('八项任务，一项有期限', 'Eight tasks, one of them dated: no finding'),
      text: planOf(8, (i) => (i === 0 ? DATED : '')),
      reports: [],
    },
    {
      title: local('另有一章写明时序', 'A chapter of its own has the dates'),
      text: `${planOf(12, () => '')}\n## 二、实施步骤\n\n第一阶段（2026年1月—2026年12月）：完成选址。\n\n第二阶段（2027年1月—2028年12月）：建成厂房。\n\n第三阶段（2029年1月—2030年12月）：全部投产。\n`,
      reports: [],
    },
    {
      title: local('通篇没有的，由 weak-element 提出', 'What no task has is told by weak-element'),
      text: planOf(12, () => ''),
      reports: [],
    },
    {
      title: local('责任分工只有一项写明', 'One of twelve tasks names its owner'),
      text: planOf(12, (i) => (i === 3 ? '（责任单位：区发改局）' : '2027年6月底前完成。')),
      reports: ['一、重点任务'],
    },
    {
      title: local('任务上一级标题下统一写明', 'Owners named once above all tasks'),
      text: planOf(12, () => '2027年6月底前完成。').replace(
        '重点任务\n',
        '重点任务\n\n以下任务由区发改局牵头，区商务局、区财政局配合。\n',
      ),
      reports: [],
    },
  ],
  *check(context: RuleContext): Iterable<RuleFinding> {
    const { demand, evidence, framework, plan } = context;
    if (demand.isPart) return;
    for (const id of demand.required) {
      const topic = framework.topics.get(id);
      const { share } = (topic?.source ?? {}) as Partial<ElementSource>;
      if (share === undefined || demand.named.has(id) || askedOf(id, context) !== 'required') continue;
      const tasks = numberedTasksIn(plan);
      const found = evidence.get(id)!;
      if (tasks.length < LEAST || (found.level !== 'addressed' && found.level !== 'actionable')) continue;
      const having = tasksWith(found, tasks, share * tasks.length, plan);
      if (!having) continue;
      const section = chapterOf(plan.sections[tasks[0]!.section]!, plan);
      yield {
        range: headingRange(section, plan),
        message: filled(having.size === 0 ? MESSAGE_OF_NONE : MESSAGE, topic!.title, tasks.length, having.size),
        why: whyOf(shortfallOf(id, context)!),
        advice: ADVICE,
        element: id,
        related: [...having]
          .slice(0, 3)
          .map((one) => ({ range: headingRange(plan.sections[one]!, plan), message: HAS })),
      };
    }
  },
};

/** Ids of the tasks that have it themselves or by a section around them; `undefined` as soon as there are `enough`, or where it stands apart for all of them. */
function tasksWith(
  { id, evidence }: TopicEvidence,
  tasks: readonly OfSection<true>[],
  enough: number,
  { sections }: Plan,
): ReadonlySet<number> | undefined {
  const having = new Set<number>();
  const heading = `${id}#heading`;
  // In the order of the text: what a heading is about stands behind it.
  let own = 0;
  let apart = 0;
  const add = (section: number): boolean => {
    if (tasks[firstAt(tasks, section, sectionOf)]?.section === section) return having.add(section).size > 0;
    return sections[section]!.children.filter(add).length > 0;
  };
  for (const { level, section, pattern } of evidence) {
    if (pattern === heading) own = section;
    if (level === 'mentioned') continue;
    if (section === 0 || section === own || !add(section)) apart++;
    if (having.size >= enough || apart >= APART) return undefined;
  }
  return having;
}

const sectionOf = ({ section }: OfSection<true>): number => section;

function chapterOf(section: Section, plan: Plan): Section {
  return section.parent > 0 ? chapterOf(plan.sections[section.parent]!, plan) : section;
}

function planOf(tasks: number, more: (task: number) => string): string {
  const task = (i: number) =>
    `### ${i + 1}. 第${i + 1}类园区建设\n\n按照年度计划推进这一类园区的道路、厂房和管网建设，明确具体项目和进度要求，逐项抓好落实。${more(i)}\n`;
  return `# 云川园区产业发展规划（2026—2030年）\n\n## 一、重点任务\n\n${Array.from({ length: tasks }, (_, i) => task(i)).join('\n')}`;
}
