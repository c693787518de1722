import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkNine, told } from './helpers.ts';

const DUTY = '制定年度计划，明确具体项目和进度要求，逐项抓好落实，确保按期完成各项目标，不留死角。';
const DUTY_EN = 'We will write a yearly plan with projects and dates, and check each quarter what has been done.';

/** Tasks told of a Chinese plan with four owned ones and a fifth that ends in `last`. */
function unowned(last: string, after = ''): string[] {
  const owned = ['招商', '人才', '创新', '绿色'].map(
    (name, i) => `### （${'一二三四'[i]}）${name}\n\n围绕${name}工作${DUTY}（责任单位：区经济发展局）\n`,
  );
  return unownedIn(
    `# 云川园区产业发展规划（2026—2030年）\n\n## 一、重点任务\n\n${owned.join('\n')}\n### （五）安全\n\n围绕安全工作${DUTY}${last}\n${after}`,
  );
}

function unownedEn(last: string): string[] {
  const owned = ['Investment', 'Talent', 'Innovation', 'Energy'].map(
    (name, i) => `### 1.${i + 1} ${name}\n\n${DUTY_EN} Lead: Economic Development Office.\n`,
  );
  return unownedIn(
    `# Linford Park Plan 2026–2030\n\n## 1. Tasks\n\n${owned.join('\n')}\n### 1.5 Safety\n\n${DUTY_EN} ${last}\n`,
  );
}

function unownedIn(text: string): string[] {
  return told(text, checkNine(text).findings, 'unowned-task');
}

test('a task that says who acts in whatever words has its owner', () => {
  for (const last of [
    '管委会每年安排检查。',
    '云川建投集团承担改造。',
    '以上任务由应急管理局落实。',
    '落实单位为应急管理局。',
    '\n\n| 任务 | 单位 |\n| --- | --- |\n| 检查 | 应急管理局 |',
  ])
    assert.deepEqual(unowned(last), [], last);
  for (const last of [
    'The Fire Service is responsible.',
    'The Fire Service will inspect every unit.',
    'This is the responsibility of the Fire Service.',
    'Delivery body: Linford Development Corporation.',
    'The Government of Wexland aims to keep the estate safe.',
    'The City of Linford shall focus on safe roads.',
  ])
    assert.deepEqual(unownedEn(last), [], last);
});

test('a body that something is done to, or that nothing is asked of, owns no task', () => {
  for (const last of ['', '确保管委会满意。', '引进物业公司承担维护。', '严格执行市政府规定。', '优化布局结构。'])
    assert.deepEqual(unowned(last), ['（五）安全'], last);
  for (const last of [
    '',
    'Industry is responsible for 40% of emissions.',
    'Safety Services will grow by 2030.',
    'The City of Linford will be safe.',
  ])
    assert.deepEqual(unownedEn(last), ['1.5 Safety'], last);
});

test('a section that sets targets, or that only holds tasks, is no task itself', () => {
  assert.deepEqual(unowned('', `\n### （六）主要目标\n\n${DUTY}${DUTY}\n`), ['（五）安全']);
  const holds = ['消防', '用电'].map((name, i) => `#### ${i + 1}. ${name}\n\n围绕${name}工作${DUTY}\n`).join('\n');
  assert.deepEqual(unowned('', `\n${holds}`), ['1. 消防', '2. 用电']);
});

test('a footnote or a table of duties elsewhere in the plan names the owner of a task', () => {
  assert.deepEqual(unowned('[^1]', '\n[^1]: 责任单位：应急管理局\n'), []);
  assert.deepEqual(unowned('[^1]', '\n## 二、实施\n\n每年检查。\n\n[^1]: 责任单位：应急管理局\n'), []);
  assert.deepEqual(unowned('[^1]', '\n[^1]: 见附件。\n'), ['（五）安全']);
  const duties = (task: string) => `\n## 二、责任分工\n\n| 任务 | 单位 |\n| --- | --- |\n| ${task} | 应急管理局 |\n`;
  assert.deepEqual(unowned('', duties('（五）安全')), []);
  assert.deepEqual(unowned('', duties('招商、安全')), []);
  assert.deepEqual(unowned('', duties('（六）环保')), ['（五）安全']);
});

test('tasks that are chapters themselves are held against each other', () => {
  const chapters = ['产业招商', '人才引育', '科技创新', '绿色转型', '安全保障'].map(
    (name, i) =>
      `## ${'一二三四五'[i]}、${name}行动\n\n围绕${name}工作${DUTY}${i < 4 ? '（责任单位：区经济发展局）' : ''}\n`,
  );
  assert.deepEqual(unownedIn(`# 云川园区产业发展规划（2026—2030年）\n\n${chapters.join('\n')}`), ['五、安全保障行动']);
});
