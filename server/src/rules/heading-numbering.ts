import { fromSections } from '../plan/from-parts.ts';
import type { Heading, Numbering, Plan, Section } from '../plan/types.ts';
import { jumpsOfArticles } from './article-numbers.ts';
import { countedAmong } from './counted-headings.ts';
import { labelNumberOf } from './label-numbers.ts';
import { filled, local } from './local.ts';
import { type Count, caseOf, isJustBefore, markOf, rowOf } from './number-rows.ts';
import { renumber, shown, textAt } from './renumber.ts';
import { startsWith, strayAmong } from './stray-number.ts';
import type { Rule, RuleContext, RuleFinding } from './types.ts';

const SKIPPED = local('编号从“{0}”跳到“{1}”', 'The numbering jumps from "{0}" to "{1}"');
const TWICE = local('编号“{0}”重复', 'The number "{0}" comes twice');
const OTHER = local('编号“{0}”与上级标题的“{1}”不符', 'The number "{0}" does not fit the "{1}" of the heading above');
const WHY = local(
  '跳号或重号多半是删改后没有重排，评审会以为缺了一节。',
  'A jump or a repetition mostly remains from an edit; a reader thinks that something is missing.',
);
const ADVICE = local('重排编号，并核对文中的引用。', 'Renumber, and check references in the text.');
const ABOVE = local('上级标题的编号', 'the number of the heading above');
const BEFORE = local('上一个编号', 'the number before');

export const headingNumbering: Rule = {
  id: 'heading-numbering',
  title: local('标题编号不连续', 'Heading numbers out of order'),
  description: local(
    '同一级、同一样式的标题编号跳号或重号，或者与上级标题的编号不符。从一重新开始的不算。',
    'Numbers of headings on one level in one style jump or repeat, or do not fit that of the heading above. A new start at one is fine.',
  ),
  severity: { outline: 'hint', draft: 'info', consultation: 'info', review: 'warning', issued: 'warning' },
  examples: [
    {
      title: local('一、二、四', 'One, two, four'),
      text: '# 云川园区产业发展规划\n\n## 一、总体要求\n\n坚持创新。\n\n## 二、主要任务\n\n建设厂房。\n\n## 四、保障措施\n\n加强领导。\n',
      reports: ['四、'],
    },
    {
      title: local('与上级标题的编号不符', 'A number that does not fit the heading above'),
      text: '# Linford Park Plan 2026–2030\n\n## 5. Charging\n\n### 5.1 Homes\n\n#### 5.1.1 Grants\n\nThe park gives grants.\n\n### 5.2 Streets\n\n#### 5.1.1 Sites\n\nThe park offers sites.\n\n#### 5.2.2 Fees\n\nThe park sets the fees.\n',
      reports: ['5.1.1'],
    },
    {
      title: local('4.1后面是3.2', '4.1, then 3.2, then 4.3'),
      text: '# Linford Park Plan 2026–2030\n\n## 4. Actions\n\n### 4.1 Roads\n\nThe park builds roads.\n\n### 3.2 Power\n\nThe park builds a grid.\n\n### 4.3 Homes\n\nThe park builds homes.\n',
      reports: ['3.2'],
    },
    {
      title: local('最后一个是3.2', '3.2 as the last below 4'),
      text: '# Linford Park Plan 2026–2030\n\n## 4. Actions\n\n### 4.1 Roads\n\nThe park builds roads.\n\n### 3.2 Power\n\nThe park builds a grid.\n',
      reports: ['3.2'],
    },
    {
      title: local('4.1、4.3', '4.1, then 4.3'),
      text: '# 云川园区产业发展规划\n\n## 4 保障措施\n\n### 4.1 组织\n\n由管委会牵头。\n\n### 4.3 资金\n\n设立专项资金。\n',
      reports: ['4.3'],
    },
    {
      title: local('任务一、任务二、任务四', 'Goals 1 and 3'),
      text: '# Linford Park Plan 2026–2030\n\n## Goal 1: Halls\n\nThe park builds halls.\n\n## Goal 3: Roads\n\nThe park builds roads.\n',
      reports: ['Goal 3'],
    },
    {
      title: local('任务1.1两次', 'Action 1.1 twice'),
      text: '# Linford Park Plan 2026–2030\n\n## Action 1.1. Halls\n\nThe park builds halls.\n\n## Action 1.1. Roads\n\nThe park builds roads.\n\n## Action 2.1. Loans\n\nThe park lends.\n',
      reports: ['Action 1.1'],
    },
    {
      title: local('目标4.A和4.C，不是两个目标4', 'Goals 4.A and 4.C are not goal 4 twice: no finding'),
      text: '# Linford Park Plan 2026–2030\n\n## Goal 4.A A stable economy\n\nThe park builds halls.\n\n## Goal 4.C A skilled workforce\n\nThe park trains 200 fitters.\n',
      reports: [],
    },
    {
      title: local('条文隔章跳号', 'Articles that jump from one chapter to the next'),
      text: '# 云川园区管理办法\n\n## 第一章 总则\n\n第一条 园区设立专项资金。\n\n第二条 园区建设厂房，由管委会负责。\n\n## 第二章 任务\n\n第四条 园区设立办公室。\n\n第五条 园区建立台账。\n',
      reports: ['第四条'],
    },
    {
      title: local('只有空格的编号', 'A numeral and a blank'),
      text: '# 云川园区产业发展规划\n\n## 一　基础\n\n建设厂房。\n\n## 三　任务\n\n建设公寓。\n',
      reports: ['三'],
    },
    {
      title: local('A.1、B.1 和地块、楼栋的号，不算', 'A.1 and B.1, plots and buildings: no finding'),
      text: '# Linford Park Plan 2026–2030\n\n## A. Context\n\n### A.1 Firms\n\nThe park has 10 firms.\n\n## B. Actions\n\n### B.1 Roads\n\nThe park builds roads.\n\n### 3号地块\n\n建设厂房。\n\n### 7号地块\n\n建设公寓。\n',
      reports: [],
    },
    {
      title: local('只说有几项的数，不算', 'A number that tells how many: no finding'),
      text: '# Linford Park Plan 2026–2030\n\n## 8 Strategic Industrial Sectors\n\nThe park hosts them.\n\n## 8 strategic clusters\n\nThe park builds them.\n\n## 3 Pillars of Growth\n\nThe park grows.\n',
      reports: [],
    },
    {
      title: local('旁边的标题依次编号，就是编号', 'Beside headings that are numbered in turn it is a number'),
      text: '# Linford Park Plan 2026–2030\n\n## 1 Context\n\nThe park has 10 firms.\n\n## 2 Strategic Sectors\n\nThe park hosts them.\n\n## 4 Pillars of Growth\n\nThe park grows.\n',
      reports: ['4'],
    },
    {
      title: local('粗体的条目另起编号，不算', 'Bold items that count something else: no finding'),
      text: '# Linford Park Plan 2026–2030\n\n## 7. Partners\n\n### 7.1 List\n\n**Makers**\n\n**9. Orsted**\n\nThe park offers a quay.\n\n**Funds**\n\n**10. GIC**\n\nThe park offers land.\n\n### 7.2 Meetings\n\nThe park meets them.\n\n### 7.3 Terms\n\nThe park sets terms.\n',
      reports: [],
    },
    {
      title: local('编号后面紧跟数字，不算', 'A number right behind the number: no finding'),
      text: '# 云川园区人才规划\n\n## 一、人才\n\n10.学者岗位项目。面向全市高校选聘学者。\n\n11.121人才梯队项目。重点培养院士后备人才。\n\n12.博士后项目。深入实施博士后培养工程。\n',
      reports: [],
    },
    {
      title: local('中间一项太长，不是标题，不算', 'The item between is too long for a heading: no jump'),
      text: '# 云川园区优化营商环境若干措施\n\n（一）规范审批。进一步减少审批环节。\n\n（二）全面清理现行的项目审批、核准、备案、环评、能评、安评、用地、规划、施工许可等各类前置事项和中介服务收费，公布清单。\n\n（三）强化服务。建立专员制度。\n',
      reports: [],
    },
    {
      title: local('换行丢失、编号落在段中，不算', 'A number that a lost line break has put into a paragraph: no jump'),
      text: '# Linford Park Plan 2026–2030\n\n1. Roads\n\nThe park builds roads. 2. Water. The park builds a plant.\n\n3. Power\n\nThe park builds a grid.\n',
      reports: [],
    },
    {
      title: local('IV.是一章，iv.是其中一项', 'IV. is a chapter, iv. an item in it: no finding'),
      text: '# Linford Park Plan 2026–2030\n\nIV. Modalities\n\nThe park sets terms.\n\niv. Building\n\nThe park builds halls.\n\nV. Functions\n\nThe park runs them.\n',
      reports: [],
    },
    {
      title: local(
        '段落连续编号，标题另有编号',
        'Paragraphs that are counted on below headings with numbers of their own',
      ),
      text: `# Linford Park Strategy\n\n${['23. Roads', '24. Power', '1. Skills', '25. Training', '26. Places', '2. Homes', '27. Rents', '28. Sites'].map((heading) => `## ${heading}\n\nThe park mends what it has.\n`).join('\n')}`,
      reports: [],
    },
    {
      title: local('3.下面另以1．编号', '1． counts what stands below 3.'),
      text: `${['3. 强化创新', '1．建强平台', '2．攻关技术', '4. 提升能力', '1．培育企业', '2．引进人才', '3．建设园区', '5. 优化环境'].map((heading) => `${heading}\n\n推动园区加快建设，逐项抓好落实。\n`).join('\n')}`,
      reports: [],
    },
    {
      title: local('页脚里的页码，不算', 'The number of a page in its foot: no finding'),
      text: '# Linford Park Plan 2026–2030\n\n## Roads\n\nThe park builds roads.\n\n### 1.20 | Linford General Plan\n\nThe park lends.\n\n### 1.22 | Linford General Plan\n\nThe park pays.\n',
      reports: [],
    },
  ],
  *check({ plan }: RuleContext): Iterable<RuleFinding> {
    for (const { told } of brokenIn(plan)) yield* told;
    for (const { before, article } of jumpsOfArticles(plan))
      yield {
        range: article.range,
        message: filled(SKIPPED, textAt(before.range, plan), textAt(article.range, plan)),
        why: WHY,
        advice: ADVICE,
        related: [{ range: before.range, message: BEFORE }],
      };
  },
};

const brokenIn = fromSections((section, plan): readonly RuleFinding[] | undefined => {
  if (section.children.length === 0) return undefined;
  const below = section.children.map((child) => plan.sections[child]!);
  const path = section.heading?.numbering && pathOf(section.heading.numbering);
  const stray = path && strayAmong(below, path);
  const found = [...broken(below, stray, plan), ...misplaced(section, below, stray, plan)];
  return found.length > 0 ? found : undefined;
});

function* broken(siblings: readonly Section[], stray: Numbering | undefined, plan: Plan): Iterable<RuleFinding> {
  const counted = countedAmong(siblings, plan);
  const last = new Map<string, Run>();
  for (const { heading, blocks } of siblings) {
    const count = heading && (heading.numbering ?? labelNumberOf(heading, plan));
    if (!count || ('style' in count && (count.style === 'article' || counted.has(count)))) continue;
    if (isFooter(count, plan)) continue;
    const to = blocks[0] ?? 0;
    if (count === stray) {
      if (isMissing(stray.value, siblings, stray)) standsIn(last, stray, to);
      continue;
    }
    const row = rowOf(count) + caseOf(count, plan) + markOf(count, plan);
    const { before, from = to, other } = last.get(row) ?? {};
    if (before && other && isFar(before, other) && count.value === other.value + 1) {
      last.set(row, { before: count, from: to, other: before });
      continue;
    }
    last.set(row, { before: count, from: to, other: before && isFar(before, count) ? before : other });
    if (!before || count.value === before.value + 1 || (count.value === 1 && !isAgain(before, count))) continue;
    // The number before stands on a paragraph that is too long for a heading.
    if (plan.blocks.slice(from, to).some((one) => isJustBefore(one, count))) continue;
    if (count.value === before.value && isRunningHead(heading, siblings)) continue;
    yield {
      range: shown(count, plan),
      message:
        count.value === before.value
          ? filled(TWICE, textAt(count.range, plan))
          : filled(SKIPPED, textAt(before.range, plan), textAt(count.range, plan)),
      why: WHY,
      advice: ADVICE,
      related: [{ range: shown(before, plan), message: BEFORE }],
      fixes: renumber(count, before.value + 1, plan),
    };
  }
}

/** What a number follows. */
interface Run {
  readonly before: Count;
  /** Block behind which it stands. */
  readonly from: number;
  /** 31. where 2. stands before: paragraphs that are counted on below headings that have numbers too. */
  readonly other?: Count | undefined;
}

function isFar(one: Count, { value }: Count): boolean {
  return Math.abs(one.value - value) > FAR;
}

/** A slip is nearer. */
const FAR = 5;

/** 1.22 | General Plan 2030: the foot of a page. */
function isFooter({ range: { end } }: Count, { text }: Plan): boolean {
  return /^\s*\|/.test(text.slice(end, end + 3));
}

/** Pillar 2: All regions, word for word on each of three pages. */
function isRunningHead({ text }: Heading, siblings: readonly Section[]): boolean {
  return siblings.filter(({ heading }) => heading?.text === text).length > 2;
}

/** Not so in 4.1, 1.2, 4.2. */
function isMissing(value: number, siblings: readonly Section[], { path }: Numbering): boolean {
  return (
    siblings.filter(
      ({ heading }) => heading?.numbering?.path?.length === path?.length && heading?.numbering?.value === value,
    ).length === 1
  );
}

/** 4.1, 3.2, 4.3: the slip is told where it stands, and counts as the number that is missing. */
function standsIn(last: Map<string, Run>, stray: Numbering, from: number): void {
  for (const [row, { before }] of last)
    if ('path' in before && before.path?.length === stray.path!.length && stray.value === before.value + 1)
      last.set(row, { before: { ...before, value: stray.value, range: stray.range }, from });
}

/** A count may start again at 1, but 4.1 behind 4.1 is the same once more. */
function isAgain(before: Count, count: Count): boolean {
  return before.value === 1 && ('label' in count ? count.label.endsWith('.') : count.path !== undefined);
}

/** 5.1.1 below 5.2, where 5.1 stands beside that; 3.2 behind 4.1. */
function* misplaced(
  { heading, parent }: Section,
  below: readonly Section[],
  stray: Numbering | undefined,
  plan: Plan,
): Iterable<RuleFinding> {
  const above = heading?.numbering;
  const path = above && pathOf(above);
  if (!path) return;
  const beside = plan.sections[parent]!.children.map((id) => plan.sections[id]!.heading?.numbering);
  for (const { heading: inside } of below) {
    const numbering = inside?.numbering;
    if (numbering?.path?.length !== path.length + 1 || startsWith(numbering.path, path)) continue;
    if (numbering !== stray && !beside.some((one) => one && startsWith(numbering.path!, pathOf(one)))) continue;
    yield {
      range: shown(numbering, plan),
      message: filled(OTHER, textAt(numbering.range, plan), textAt(above.range, plan)),
      why: WHY,
      advice: ADVICE,
      related: [{ range: shown(above, plan), message: ABOVE }],
    };
  }
}

function pathOf({ path, style, value }: Numbering): readonly number[] | undefined {
  return path ?? (style === 'arabic' ? [value] : undefined);
}
