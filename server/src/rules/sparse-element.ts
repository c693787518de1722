import type { TopicEvidence } from '../evidence/types.ts';
import { fromBlocks, fromList, type OfSection } from '../plan/from-parts.ts';
import type { Plan } from '../plan/types.ts';
import { firstAt, type Range } from '../text.ts';
import { askedOf } from './asked.ts';
import { filled, local } from './local.ts';
import { headingRange } from './place.ts';
import { shortfallOf, whyOf } from './shortfall.ts';
import { chapterOf, numberedTasksIn } from './tasks.ts';
import type { Rule, RuleContext, RuleFinding } from './types.ts';

const MESSAGE = local('“{0}”：{1}项任务中只有{2}项写明', '"{0}": in only {2} of {1} tasks');
const MESSAGE_OF_NONE = local('“{0}”：{1}项任务没有一项写明', '"{0}": in none of the {1} tasks');
const ADVICE = local(
  '逐项写明，或者列一张表，把每项任务对上。',
  'Give it for each task, or in one table that has them all.',
);
const HAS = local('这一项写明了', 'this one has it');

/** Of fewer tasks one or two say enough. */
const LEAST = 8;
/** Of the tasks, told where fewer have it. */
const SHARE = 0.1;
/** So many places beside the tasks are a chapter or a table that holds for all of them. */
const APART = 3;

export const sparseElement: Rule = {
  id: 'sparse-element',
  title: local('多数任务没有写到', 'An element that hardly any task has'),
  description: local(
    '按框架应逐项任务写明的内容（`genres` 的 `each`：方案和行动计划的时序安排、责任分工）在某处写了，八项以上编号连续的任务中写明的却不到一成。通篇都没有的，由 missing-element 和 weak-element 提出；另有章节或表格写明的、规划的一部分，不提。',
    'What the framework wants of each task (`each` of `genres`: timeline and responsibilities of an action plan) is there in one place, but of eight tasks or more, numbered in a row, fewer than a tenth have it. What no place has is told by missing-element and weak-element. Not told where a chapter or a table has it for all, nor of a part of a plan.',
  ),
  severity: { outline: 'off', draft: 'info', consultation: 'info', review: 'info', issued: 'info' },
  onFinishedText: true,
  examples: [
    {
      title: local('十二项任务，一项有期限', 'Twelve tasks, one of them dated'),
      text: planOf(12),
      reports: ['一、重点任务'],
    },
    {
      title: local('八项任务，一项有期限', 'Eight tasks, one of them dated: no finding'),
      text: planOf(8),
      reports: [],
    },
  ],
  *check(context: RuleContext): Iterable<RuleFinding> {
    const { demand, evidence, framework, plan } = context;
    if (demand.isPart) return;
    for (const id of demand.each) {
      const topic = framework.topics.get(id);
      const found = evidence.get(id)!;
      if (!topic || demand.named.has(id) || askedOf(id, context) !== 'required') continue;
      if (found.level !== 'addressed' && found.level !== 'actionable') continue;
      const tasks = numberedTasksIn(plan);
      if (tasks.length < LEAST || !isInARow(tasks)) continue;
      const having = tasksWith(found, tasks, SHARE * tasks.length, plan);
      if (!having || annexedIn(plan).length > 0) continue;
      const message = filled(having.size === 0 ? MESSAGE_OF_NONE : MESSAGE, topic.title, tasks.length, having.size);
      yield {
        range: headingRange(chapterOf(plan.sections[tasks[0]!.section]!, plan), plan),
        message,
        why: whyOf(shortfallOf(id, context)!),
        advice: ADVICE,
        element: id,
        related: [...having.values()].map((range) => ({ range, message: HAS })),
      };
    }
  },
};

/** One list, or one in each chapter. A gap says that some tasks were not read as such, or stand in another part. */
const isInARow = fromList((tasks: readonly OfSection<number>[]) =>
  tasks.every(({ told: number }, i) => number === 1 || number === (tasks[i - 1]?.told ?? 0) + 1),
);

/** 附件：三年行动计划主要任务分工: an annex that goes through the tasks, here or in a file of its own. */
const annexedIn = fromBlocks(({ normal: { value } }) => ANNEXED.test(value) || undefined);

const ANNEXED =
  /附[件表](?:\d|[一二三四五六七八九十])?[:.、 ]?[^。;]{0,40}(?:分工|分解|任务清单|责任清单|项目清单|时间表|进度)|\b(?:annex|appendix)\b[^.;]{0,60}\b(?:division of (?:work|labour|tasks)|responsibilit|timetable|schedule of|action table|implementation matrix)/;

/** Where tasks have it, by their ids: themselves or by a section around them; `undefined` as soon as there are `enough`, or where it stands apart for all of them. */
function tasksWith(
  { id, evidence }: TopicEvidence,
  tasks: readonly OfSection<number>[],
  enough: number,
  { sections }: Plan,
): ReadonlyMap<number, Range> | undefined {
  const having = new Map<number, Range>();
  const heading = `${id}#heading`;
  // In the order of the text: what a heading is about stands behind it.
  let own = 0;
  let apart = 0;
  const add = (section: number, range: Range): boolean => {
    if (tasks[firstAt(tasks, section, sectionOf)]?.section === section) return having.set(section, range).size > 0;
    return sections[section]!.children.filter((child) => add(child, range)).length > 0;
  };
  for (const { level, section, pattern, range } of evidence) {
    if (pattern === heading) own = section;
    if (level === 'mentioned') continue;
    if (section === 0 || section === own || !add(section, range)) apart++;
    if (having.size >= enough || apart >= APART) return undefined;
  }
  return having;
}

const sectionOf = ({ section }: OfSection<number>): number => section;

function planOf(tasks: number): string {
  const task = (i: number) =>
    `### ${i + 1}. 建设${i + 1}号片区\n\n${i === 0 ? '2027年6月底前完成选址。' : '完成厂房和道路建设。'}\n`;
  return `# 云川园区建设行动计划（2026—2030年）\n\n## 一、重点任务\n\n${Array.from({ length: tasks }, (_, i) => task(i)).join('\n')}`;
}
