import { fromSections } from '../plan/from-parts.ts';
import { hanNumeral } from '../plan/numerals.ts';
import type { Numbering, Plan, Section } from '../plan/types.ts';
import { stretchOf } from '../text.ts';
import { filled, local } from './local.ts';
import type { Edit, Fix, Rule, RuleContext, RuleFinding } from './types.ts';

const SKIPPED = local('编号从“{0}”跳到“{1}”', 'The numbering jumps from "{0}" to "{1}"');
const TWICE = local('编号“{0}”重复', 'The number "{0}" comes twice');
const WHY = local(
  '跳号或重号多半是删改后没有重排，评审会以为缺了一节。',
  'A jump or a repetition mostly remains from an edit; a reader thinks that something is missing.',
);
const ADVICE = local('重排编号，并核对文中的引用。', 'Renumber, and check references in the text.');
const BEFORE = local('上一个编号', 'the number before');
const TITLE = local('把编号改为“{0}”', 'Change the number to "{0}"');

export const headingNumbering: Rule = {
  id: 'heading-numbering',
  title: local('标题编号不连续', 'Heading numbers out of order'),
  description: local(
    '同一级、同一样式的标题编号跳号或重号。从一重新开始的不算。',
    'Numbers of headings on one level in one style jump or repeat. A new start at one is fine.',
  ),
  severity: { outline: 'hint', draft: 'info', consultation: 'info', review: 'warning', issued: 'warning' },
  examples: [
    {
      title: local('一、二、四', 'One, two, four'),
      text: '# 云川园区产业发展规划\n\n## 一、总体要求\n\n坚持创新。\n\n## 二、主要任务\n\n建设厂房。\n\n## 四、保障措施\n\n加强领导。\n',
      reports: ['四、'],
    },
  ],
  *check({ plan }: RuleContext): Iterable<RuleFinding> {
    for (const { told } of brokenIn(plan)) yield* told;
  },
};

const brokenIn = fromSections(({ children }, plan): readonly RuleFinding[] | undefined => {
  if (children.length < 2) return undefined;
  const found = [
    ...broken(
      children.map((child) => plan.sections[child]!),
      plan,
    ),
  ];
  return found.length > 0 ? found : undefined;
});

function* broken(siblings: readonly Section[], plan: Plan): Iterable<RuleFinding> {
  const last = new Map<Numbering['style'], Numbering>();
  for (const { heading } of siblings) {
    const numbering = heading?.numbering;
    if (!numbering || numbering.style === 'article' || numbering.path) continue;
    const before = last.get(numbering.style);
    last.set(numbering.style, numbering);
    if (!before || numbering.value === before.value + 1 || numbering.value === 1) continue;
    const text = (one: Numbering) => plan.text.slice(one.range.start, one.range.end).trim();
    yield {
      range: numbering.range,
      message:
        numbering.value === before.value
          ? filled(TWICE, text(numbering))
          : filled(SKIPPED, text(before), text(numbering)),
      why: WHY,
      advice: ADVICE,
      related: [{ range: before.range, message: BEFORE }],
      fixes: renumber(numbering, before.value + 1, plan),
    };
  }
}

/** The number alone changes, in the numerals that stand there. */
function renumber({ range }: Numbering, value: number, plan: Plan): Fix[] {
  const text = plan.text.slice(range.start, range.end);
  const numeral = /[一二三四五六七八九十]+|\d+|[０-９]+/.exec(text);
  if (!numeral || value > 99) return [];
  const newText = /^\d/.test(numeral[0])
    ? String(value)
    : /^[０-９]/.test(numeral[0])
      ? fullWidth(value)
      : hanNumeral(value);
  const edit: Edit = { range: stretchOf(range, numeral.index, numeral.index + numeral[0].length), newText };
  return [{ title: filled(TITLE, text.replace(numeral[0], newText).trim()), edits: [edit], automatic: false }];
}

function fullWidth(value: number): string {
  return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}
