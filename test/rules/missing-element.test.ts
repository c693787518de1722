import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkNine } from './helpers.ts';

test('an element that is missing is told at what the plan says of its pathway, where no heading is about it', () => {
  const text =
    '# 云川园区产业发展规划（2026—2030年）\n\n## 一、主要任务\n\n### （一）完善设施\n\n建设标准厂房20万平方米。\n\n### （二）做大企业队伍\n\n引进产业链上下游配套企业30家。\n';
  const found = checkNine(text).findings.find(({ element }) => element === 'chain-gap/analysis');
  assert.equal(text.slice(found!.range.start, found!.range.end), '（二）做大企业队伍');
});

test('a table with a column of base values tells the present state', () => {
  const table = (head: string) =>
    `# 云川园区产业发展规划（2026—2030年）\n\n## 一、发展目标\n\n| 指标 | ${head} | 2030年目标 |\n| --- | --- | --- |\n| 规上工业总产值（亿元） | 320 | 500 |\n`;
  const isMissing = (text: string) =>
    checkNine(text).findings.some(({ rule, element }) => rule === 'missing-element' && element === 'baseline');
  assert.ok(!isMissing(table('2025年（基期）')));
  assert.ok(isMissing(table('2028年')));
});
