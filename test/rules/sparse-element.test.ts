import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkNine } from './helpers.ts';

const DATED = '2027年6月底前完成选址，2028年底前建成。';
const OWNED = '（责任单位：区发改局）';

/** `more`: what each task says beside what is done. */
function planOf(
  tasks: number,
  more: (task: number) => string,
  title = '云川园区产业发展行动计划（2026—2030年）',
): string {
  const task = (i: number) =>
    `### ${i + 1}. 第${i + 1}类园区建设\n\n按照年度计划推进道路、厂房和管网建设，逐项抓好落实。${more(i)}\n`;
  return `# ${title}\n\n## 一、重点任务\n\n${Array.from({ length: tasks }, (_, i) => task(i)).join('\n')}`;
}

const oneDated = (i: number) => (i === 0 ? DATED : '');
const oneOwned = (i: number) => (i === 3 ? OWNED : '2027年6月底前完成。');

function sparse(text: string): string[] {
  return checkNine(text)
    .findings.filter(({ rule }) => rule === 'sparse-element')
    .map(({ element, message, related }) =>
      [element, message.en, ...related.map(({ range }) => text.slice(range.start, range.end))].join(': '),
    );
}

test('dates and owners are asked of each task of an action plan, and the place that has them is shown', () => {
  assert.deepEqual(sparse(planOf(12, oneDated)), [
    'timeline: "Timeline": in only 1 of 12 tasks: 2027年6月底前完成选址，2028年底前建成。',
  ]);
  assert.match(sparse(planOf(12, oneOwned)).join(), /^responsibilities: "Responsibilities": in only 1 of 12 tasks/);
  assert.deepEqual(sparse(planOf(8, oneDated)), []);
});

test('what no task has is told by weak-element, what stands beside the tasks as of none', () => {
  assert.deepEqual(sparse(planOf(12, () => '')), []);
  const one = `${planOf(12, () => '')}\n## 二、保障措施\n\n2027年6月底前制定实施细则。\n`;
  assert.deepEqual(sparse(one), ['timeline: "Timeline": in none of the 12 tasks']);
});

test('a chapter of steps, an annex that divides the work and owners above all tasks hold for each', () => {
  const steps =
    '\n## 二、实施步骤\n\n第一阶段（2026年1月—2026年12月）：完成选址。\n\n第二阶段（2027年1月—2028年12月）：建成厂房。\n\n第三阶段（2029年1月—2030年12月）：全部投产。\n';
  assert.deepEqual(sparse(planOf(12, () => '') + steps), []);
  assert.equal(sparse((planOf(12, () => '') + steps).replace(/第三阶段.*\n/, '')).length, 1);
  const within = steps.replace('## 二、', '### 13. ');
  assert.deepEqual(sparse(planOf(12, () => '') + within), []);
  assert.deepEqual(sparse(`${planOf(12, oneOwned)}\n附件：重点任务分工表\n`), []);
  const above = '重点任务\n\n以下任务由区发改局牵头，区商务局、区财政局配合。\n';
  assert.deepEqual(sparse(planOf(12, () => '2027年6月底前完成。').replace('重点任务\n', above)), []);
});

test('nor is it told where numbers have a gap, of an opinion or of a part of a plan', () => {
  assert.deepEqual(sparse(planOf(12, oneDated).replace('### 7. ', '### 17. ')), []);
  assert.deepEqual(sparse(planOf(12, oneDated, '关于云川园区产业发展的指导意见')), []);
  assert.deepEqual(sparse(planOf(12, oneDated, '云川园区产业发展行动计划（第二、三章）')), []);
});
