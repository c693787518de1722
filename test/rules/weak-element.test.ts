import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkNine } from './helpers.ts';

test('targets that are only named are told once where their chapter has no figure', () => {
  const told = (targets: string) =>
    checkNine(`# 云川园区产业发展规划\n\n${targets}\n\n## 二、重点任务\n\n建设标准厂房20万平方米。\n`)
      .findings.filter(({ rule, element }) => element === 'targets' || rule === 'unquantified-target')
      .map(({ rule }) => rule);
  assert.deepEqual(told('## 一、发展目标\n\n打造全国领先的产业高地，产业规模大幅提升。'), ['unquantified-target']);
  assert.deepEqual(told('## 一、总体要求\n\n打造全国领先的产业高地，产业规模大幅提升。'), ['weak-element']);
});

test('what a yearly list of tasks names is due within its year', () => {
  const isWeak = (title: string) =>
    checkNine(
      `# ${title}\n\n## 一、2026年主要任务\n\n建设标准厂房20万平方米。\n\n“十五五”期间，持续扩大规模。\n`,
    ).findings.some(({ rule, element }) => rule === 'weak-element' && element === 'timeline');
  assert.ok(isWeak('云川园区2026年产业发展实施方案'));
  assert.ok(!isWeak('云川园区2026年产业发展工作要点'));
});

test('the year in the title of a yearly list of tasks is its calendar', () => {
  const told = (title: string) =>
    checkNine(`# ${title}\n\n## 一、主要任务\n\n建设标准厂房20万平方米。\n`).findings.some(
      ({ element }) => element === 'timeline',
    );
  assert.ok(!told('云川园区2026年工作要点'));
  assert.ok(!told('2026年云川市政府工作报告'));
  assert.ok(told('云川园区工作要点'));
});

test('of several mentions the one in the chapter that is called after it is told', () => {
  const text =
    '# 云川园区产业发展规划（2026—2030年）\n\n## 一、重点任务\n\n加强部门协同，建设标准厂房20万平方米。\n\n## 二、组织实施\n\n加强组织领导，各有关部门要密切配合。\n';
  const found = checkNine(text).findings.find(({ element }) => element === 'responsibilities');
  assert.equal(found?.rule, 'weak-element');
  assert.ok(found.range.start > text.indexOf('组织实施'));
});

test('in an English plan it is told where it belongs, with what may name it beside', () => {
  const text =
    '# Harrow Reach Park Development Plan 2026–2030\n\n## 1 Vision\n\nThe park will grow in spite of many challenges and risks.\n\n## 2 Actions\n\nThe council will build 20,000 square metres of workshops by 2028.\n';
  const found = checkNine(text).findings.find(({ element }) => element === 'risk');
  assert.equal(found?.rule, 'weak-element');
  assert.match(found.message.en, /at most/);
  assert.ok(!text.slice(found.range.start, found.range.end).includes('risks'));
  assert.deepEqual(
    found.related.map(({ range, message }) => [text.slice(range.start, range.end).includes('risks'), message.en]),
    [[true, 'perhaps named here, without a commitment']],
  );
});

test('the present state that only a task names is told where it belongs', () => {
  const text =
    '# 云川园区产业发展规划（2026—2030年）\n\n## 一、主要任务\n\n### （一）招商\n\n充分发挥区位优势，引进企业30家。\n\n### （二）人才\n\n引进人才20名。\n';
  const found = checkNine(text).findings.find(
    ({ rule, element }) => rule === 'weak-element' && element === 'baseline',
  )!;
  assert.match(found.message.zh, /至多/);
  assert.ok(!text.slice(found.range.start, found.range.end).includes('区位优势'));
  assert.deepEqual(
    found.related.map(({ range }) => text.slice(range.start, range.end)),
    ['充分发挥区位优势'],
  );
});
