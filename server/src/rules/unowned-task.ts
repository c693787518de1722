import { byBlock } from '../plan/by-block.ts';
import { fromList, fromSections, type OfSection } from '../plan/from-parts.ts';
import type { Plan, Section } from '../plan/types.ts';
import { anyStartsIn } from '../text.ts';
import { filled, local } from './local.ts';
import { ownedElsewhere } from './owned-elsewhere.ts';
import { headingRange } from './place.ts';
import { type Task, tasksIn } from './tasks.ts';
import type { Rule, RuleContext, RuleFinding } from './types.ts';
import { saysWhoActs } from './who-acts.ts';

const MESSAGE = local('这项任务没有写明责任单位', 'This task names no responsible unit');
const MESSAGE_OF_ALL = local(
  '下面的{0}项任务都没有写明责任单位',
  'None of the {0} tasks below names its responsible unit',
);
const WHY = local(
  '同级的{0}项任务中有{1}项写明了责任单位，这一项没有，容易落空。',
  '{1} of {0} tasks like this one name their units; this one does not.',
);
const ADVICE = local('补上牵头单位和配合单位。', 'Name the leading and the supporting units.');
/** The plan names units as a rule, beside the task: for at least so many tasks, and this share of them. */
const LEAST = 4;
const SHARE = 0.6;

export const unownedTask: Rule = {
  id: 'unowned-task',
  title: local('任务没有责任单位', 'A task without an owner'),
  description: local(
    '多数任务都写明责任单位的规划中，个别任务没有写。英文里句子的主语不算写明的习惯。通篇都不写的，由 responsibilities 一项提出。',
    'In a plan that names units for most tasks (by a label, in a bracket, in a column; prose in which some body acts is no such custom), one is left without. A plan that never names any is told once, by the essential of responsibilities.',
  ),
  severity: { outline: 'off', draft: 'info', consultation: 'warning', review: 'warning', issued: 'warning' },
  onFinishedText: true,
  examples: [
    {
      title: local('五项任务中一项没有单位', 'One of five tasks has no unit'),
      text: `# 云川园区产业发展行动方案（2026—2030年）\n\n## 一、重点任务\n\n${['招商', '人才', '创新', '绿色']
        .map(
          (name, i) =>
            `### （${'一二三四'[i]}）${name}\n\n围绕${name}工作制定年度计划，明确具体项目和进度要求，逐项抓好落实，确保按期完成各项目标。（责任单位：区经济发展局）\n`,
        )
        .join(
          '\n',
        )}\n### （五）安全\n\n围绕安全工作制定年度计划，明确具体项目和进度要求，逐项抓好落实，确保按期完成各项目标，不留死角。\n`,
      reports: ['（五）安全'],
    },
    {
      title: local('一节里的任务都没有写', 'All tasks of one section'),
      text: `# 云川园区产业发展规划（2026—2030年）\n\n## 一、主要任务\n\n${['招商', '人才', '用地', '金融', '物流']
        .map(
          (name, i) =>
            `### （${'一二三四五'[i]}）${name}\n\n围绕${name}工作制定年度计划，明确具体项目和进度要求，逐项抓好落实，确保按期完成各项目标。（责任单位：区发改局）\n`,
        )
        .join('\n')}\n### （六）安全\n\n${['生产', '消防', '用电']
        .map(
          (name, i) =>
            `#### ${i + 1}. ${name}\n\n围绕${name}安全制定年度计划，明确具体项目和进度要求，逐项抓好落实，确保按期完成各项目标。\n`,
        )
        .join('\n')}`,
      reports: ['（六）安全'],
    },
    {
      title: local('正文里有机构做事，不是逐项写明单位', 'Prose in which bodies act is no custom of naming owners'),
      text: `# Linford Park Plan 2026–2030\n\n## Actions\n\n${['Roads', 'Power', 'Skills', 'Homes'].map((name) => `### ${name}\n\nThe Linford Port Authority will open the ${name.toLowerCase()} office of the park and hire its people.\n`).join('\n')}\n### Safety\n\nEvery hall of the park is inspected once a year, and what is found is mended.\n`,
      reports: [],
    },
    {
      title: local('评判标准不是任务', 'By what a task is judged is no task'),
      text: `# Linford Park Plan 2026–2030\n\n## Actions\n\n${['Roads', 'Power', 'Skills', 'Homes'].map((name) => `### ${name}\n\nThe park opens an office and hires its people. Lead: Linford Port Authority.\n`).join('\n')}\n### Success Criteria\n\nAll offices are open and the people of the park know where to find them.\n`,
      reports: [],
    },
    {
      title: local('兑现方式不是任务', 'How a policy is paid out is no task'),
      text: `# 云川区招商引资工作方案\n\n${['一、厂房建设', '二、企业引进', '三、人才补贴', '四、园区配套'].map((name) => `## ${name}\n\n按照年度计划安排资金，对符合条件的企业和机构给予支持，成熟一批实施一批。（牵头单位：区商务局）\n`).join('\n')}\n## 五、奖励兑现方式\n\n企业按照年度提出申请并附上证明材料，经核定后一次性拨付到企业账户，逾期不再受理，重复申请的从高执行。\n`,
      reports: [],
    },
  ],
  *check({ plan }: RuleContext): Iterable<RuleFinding> {
    const chapters = owningChapters(tasksIn(plan));
    if (chapters.length === 0) return;
    const owners = idsOf(ownersIn(plan));
    for (const { tasks, ownerless } of chapters) {
      const unowned = ownerless.filter(({ parent }) => !owners.has(parent));
      const why = filled(WHY, tasks.length, tasks.length - unowned.length);
      const told = unowned.filter(({ id }) => !isDoneBy(plan.sections[id]!, plan));
      for (const { section, all } of bySection(told, tasks, plan)) {
        const message = all === undefined ? MESSAGE : filled(MESSAGE_OF_ALL, all);
        yield { range: headingRange(section, plan), message, why, advice: ADVICE };
      }
    }
  },
};

/** It says who acts in words that are no evidence of a unit. */
function isDoneBy(section: Section, plan: Plan): boolean {
  return section.blocks.some((block) => saysWho(plan.blocks[block]!, plan)) || ownedElsewhere(section, plan);
}

/** Where each is told: of three tasks and more of one section that are all without an owner at that section's heading, `all` of them at once. */
function* bySection(
  told: readonly Task[],
  tasks: readonly Task[],
  { sections }: Plan,
): Iterable<{ readonly section: Section; readonly all?: number }> {
  const unowned = countsByParent(told);
  const all = countsByParent(tasks);
  const together = new Set<number>();
  for (const { id, parent } of told) {
    const count = unowned.get(parent)!;
    if (count < 3 || parent === 0 || count < all.get(parent)!) {
      yield { section: sections[id]! };
      continue;
    }
    if (!together.has(parent)) yield { section: sections[parent]!, all: count };
    together.add(parent);
  }
}

function countsByParent(tasks: readonly Task[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { parent } of tasks) counts.set(parent, (counts.get(parent) ?? 0) + 1);
  return counts;
}

/** In words that are no evidence of a unit, but enough not to be told. */
const saysWho = byBlock((block, { text }) => saysWhoActs(block, text));

/** Sections that name units once for all below them. */
const ownersIn = fromSections(
  ({ id, children, bodyRange }, plan) =>
    (id > 0 && children.length > 0 && anyStartsIn(plan.units, bodyRange)) || undefined,
);

interface OwningChapter {
  readonly tasks: readonly Task[];
  /** Those that name no unit themselves. */
  readonly ownerless: readonly Task[];
}

/** Tasks of the chapters that name owners as a rule: a list of products in another chapter needs no units. */
const owningChapters = fromList((tasks: readonly OfSection<Task>[]): readonly OwningChapter[] => {
  const chapters = new Map<number, Task[]>();
  for (const { told: task } of tasks) {
    const list = chapters.get(task.chapter);
    if (list) list.push(task);
    else chapters.set(task.chapter, [task]);
  }
  return [...chapters.values()].flatMap((list) => {
    const named = list.filter(({ isNamed }) => isNamed).length;
    if (named < LEAST || named / list.length < SHARE) return [];
    return [{ tasks: list, ownerless: list.filter(({ isOwned }) => !isOwned) }];
  });
});

const idsOf = fromList(
  (found: readonly OfSection<unknown>[]): ReadonlySet<number> => new Set(found.map(({ section }) => section)),
);
