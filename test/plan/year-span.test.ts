import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePlan } from '../../server/src/plan/parse-plan.ts';
import { hasHorizon, namedPeriod, periodOfPlan } from '../../server/src/plan/plan-period.ts';
import { yearSpan } from '../../server/src/plan/year-span.ts';

test('a span of years is read whatever dash and whatever width it is written with', () => {
  for (const title of [
    '云川园区行动方案（2024－2026年）',
    '云川园区行动方案（２０２４—２０２６年）',
    '云川园区行动方案（2024年至2026年）',
    '云川园区行动方案（2024～2026）',
    'Yunchuan Park Plan 2024–2026',
    'Yunchuan Park Plan 2024 ‑ 2026',
  ])
    assert.deepEqual(yearSpan(title), { from: 2024, to: 2026 }, title);
  assert.equal(yearSpan('云川园区2024年工作要点'), undefined);
});

test('a span of years is read with a word between them, shortened, and in years of accounts; a month is no year', () => {
  for (const title of [
    'Linford Park Plan, 2026 to 2030',
    'Linford Park Five-Year Plan 2026-30',
    'Linford Park Business Plan FY2026–FY2030',
    'Linford Park 2026/27–2029/30 Business Plan',
  ])
    assert.deepEqual(yearSpan(title), { from: 2026, to: 2030 }, title);
  assert.deepEqual(yearSpan('Statement of Intent 2026/27'), { from: 2026, to: 2027 });
  for (const title of ['Linford Park Plan (2011-12)', 'Linford Park Plan 2026-03-15', 'Linford Park Plan 2026/03'])
    assert.equal(yearSpan(title), undefined, title);
});

test('a title whose years are not those of its five-year plan names no period', () => {
  assert.equal(namedPeriod('云川园区“十五五”产业发展规划（2031—2035年）'), undefined);
  assert.deepEqual(namedPeriod('云川园区“十五五”产业发展规划（2026—2030年）'), { from: 2026, to: 2030 });
  assert.deepEqual(namedPeriod('云川园区“十四五”产业发展规划（2022—2035年）'), { from: 2022, to: 2035 });
  assert.deepEqual(namedPeriod('云川园区“十五五”产业发展规划'), { from: 2026, to: 2030 });
  assert.deepEqual(namedPeriod('云川市国民经济和社会发展第十四个五年规划纲要'), { from: 2021, to: 2025 });
  assert.equal(namedPeriod('云川市第十五届园艺博览园产业发展规划'), undefined);
});

test('the period is told by the title, or by a line that says nothing else or what it is', () => {
  const period = (under: string, title = '云川园区产业发展规划') => periodOfPlan(parsePlan(`# ${title}\n\n${under}\n`));
  for (const under of [
    '（2026—2030年）\n\n## 一、主要任务\n\n建设厂房。',
    '## 一、总则\n\n本规划期限为2026—2030年，近期至2028年。',
    '## 一、总则\n\n### 规划期限\n\n2026—2030年。',
    '**Plan period:** 2026–2030',
    '## From Rank 30 to the Top 15 (2026-2030)\n\nThe board acts.',
    '## 1. About\n\nThis plan covers the years 2026 to 2030.',
  ])
    assert.deepEqual(period(under), { from: 2026, to: 2030 }, under);
  for (const under of [
    '## 一、发展基础\n\n规划期限为2021—2025年。',
    '## 一、主要任务\n\n落实上一轮规划期限为2021—2025年的安排。',
    '## 一、主要任务\n\n2026—2030年建设厂房。',
    '## Phase 1 (2026-2028)\n\nThe board acts.',
    '> （2026—2030年）\n\n## 一、主要任务\n\n建设厂房。',
  ])
    assert.equal(period(under), undefined, under);
  assert.equal(period('（2031—2035年）', '云川园区“十五五”规划（2031—2035年）'), undefined);
});

test('a title has a horizon where it says by when', () => {
  for (const title of [
    'Linford Park Plan 2030',
    'Linford Park to 2034',
    '面向2035年的云川园区规划',
    '云川园区2026年工作要点',
  ])
    assert.ok(hasHorizon(title), title);
  for (const title of ['Linford Park Policy 2025', 'Linford Park Plan 2013', '云川园区产业发展规划'])
    assert.ok(!hasHorizon(title), title);
});
