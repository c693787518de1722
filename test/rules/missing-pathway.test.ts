import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { checkNine } from './helpers.ts';

const BODY = '# 云川园区产业发展规划\n\n## 一、主要任务\n\n建设标准厂房20万平方米。\n';

function told(text: string) {
  return checkNine(text).findings.filter(({ rule }) => rule === 'missing-pathway');
}

function excused(text: string): string {
  const [edit] = told(text)[0]!.fixes.at(-1)!.edits;
  return text.slice(0, edit!.range.start) + edit!.newText + text.slice(edit!.range.end);
}

test('of nine pathways of which nothing is found only the one that every plan must take is told', () => {
  assert.deepEqual(
    told(BODY).map(({ pathway }) => pathway),
    ['talent'],
  );
});

test('its last fix marks it as not applicable, below what the front matter has already', () => {
  const others = 'parkplan:\n  pathways:\n    chain-gap: { role: not-applicable, reason: 无 }';
  for (const before of [
    '',
    '---\nparkplan:\n  stage: review\n---\n\n',
    '---\ntitle: 规划\n---\n\n',
    `---\n${others}\n---\n\n`,
  ]) {
    const now = excused(before + BODY);
    const data = parse(now.split('---')[1]!) as { parkplan: { pathways: Record<string, { role: string }> } };
    assert.equal(data.parkplan.pathways['talent']?.role, 'not-applicable');
    assert.ok(now.endsWith(BODY));
    assert.deepEqual(told(now), []);
  }
});

test('a list of subsidies is asked for talent only where it takes it up, or where the author says so', () => {
  const told = (head: string) =>
    checkNine(
      `${head}# 云川园区支持产业发展若干措施\n\n## 一、设备补助\n\n对技改项目给予补助，最高50万元。\n`,
    ).findings.some(({ rule, pathway }) => rule === 'missing-pathway' && pathway === 'talent');
  assert.ok(!told(''));
  assert.ok(told('---\nparkplan:\n  pathways:\n    talent: primary\n---\n\n'));
});

test('of a primary pathway that is wholly absent no element is told besides', () => {
  const told = checkNine(
    '---\nparkplan:\n  pathways:\n    university-transfer: primary\n---\n\n# 云川园区产业发展规划\n\n## 一、主要任务\n\n建设厂房。\n',
  ).findings.filter(({ pathway }) => pathway === 'university-transfer');
  assert.deepEqual(
    told.map(({ rule }) => rule),
    ['missing-pathway'],
  );
});
