import { fromSections } from '../plan/from-parts.ts';
import type { Plan, Section } from '../plan/types.ts';
import { local } from './local.ts';
import { headingRange } from './place.ts';
import type { Rule, RuleContext, RuleFinding } from './types.ts';

const MESSAGE = local('标题下面没有内容', 'Nothing stands under this heading');
const WHY = local('只有标题，没有安排。', 'A heading alone arranges nothing.');
const ADVICE = local('补写内容，或删去标题。', 'Write the section, or take the heading out.');

export const emptySection: Rule = {
  id: 'empty-section',
  title: local('空章节', 'An empty section'),
  description: local('标题下面既没有正文，也没有下级标题。', 'A heading with neither text nor subheadings under it.'),
  severity: { outline: 'off', draft: 'info', consultation: 'warning', review: 'error', issued: 'error' },
  onFinishedText: true,
  examples: [
    {
      title: local('保障措施没有写', 'A chapter not yet written'),
      text: '# 云川园区产业发展规划\n\n## 一、主要任务\n\n建设标准厂房。\n\n## 二、保障措施\n',
      reports: ['二、保障措施'],
    },
    {
      title: local('条目自带小标题', 'Items that begin with headings of their own'),
      text: '# 云川园区扶持办法\n\n### 总则\n\n第二条 基本原则\n\n（一）坚持问题导向。围绕短板配置资源，逐年更新清单。\n\n（二）坚持重点突破。集中资金支持平台建设和成果转化。\n\n第三条 设立专项资金2亿元。\n',
      reports: [],
    },
  ],
  *check({ plan }: RuleContext): Iterable<RuleFinding> {
    const empty = new Set(emptyIn(plan).map(({ section }) => section));
    for (const id of empty)
      if (!isInList(id, empty))
        yield { range: headingRange(plan.sections[id]!, plan), message: MESSAGE, why: WHY, advice: ADVICE };
  },
};

const emptyIn = fromSections((section, plan) => isEmpty(section, plan) || undefined);

/** Headings with nothing between them are a list that was marked up as headings. */
function isInList(id: number, empty: ReadonlySet<number>): boolean {
  const near = [id - 2, id - 1, id + 1, id + 2].map((other) => empty.has(other));
  return (near[0]! && near[1]!) || (near[1]! && near[2]!) || (near[2]! && near[3]!);
}

function isEmpty({ heading, children, blocks, kind, range, id, parent }: Section, plan: Plan): boolean {
  if (!heading || id === 0 || children.length > 0 || kind === 'contents' || heading.form === 'run-in') return false;
  if (blocks.length > 1) return false;
  // 第二条 基本原则, and （一）坚持问题导向。… below it: items that begin with a heading of their own.
  const next = plan.sections[id + 1];
  if (next?.heading?.form === 'run-in' && next.parent === parent) return false;
  // An image, a formula or HTML is content, though no block of text; a comment is none.
  return (
    plan.text
      .slice(heading.range.end, range.end)
      .replace(/<!--[\s\S]*?-->/g, '')
      .trim() === ''
  );
}
