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

test('a list of subsidies has no zones, a plan for people neither these nor emissions', () => {
  const missing = (title: string) =>
    checkNine(`# ${title}\n\n## 一、设备补助\n\n对技改项目按设备投资的10%给予补助。\n`)
      .findings.flatMap(({ rule, element }) => (rule === 'missing-element' ? [element!] : []))
      .filter((element) => element === 'layout' || element === 'green');
  assert.deepEqual(missing('云川园区产业发展规划'), ['layout', 'green']);
  assert.deepEqual(missing('云川园区支持产业发展若干措施'), ['green']);
  assert.deepEqual(missing('云川园区人才发展规划'), []);
  assert.deepEqual(missing('云川园区人才引领产业发展规划'), ['layout', 'green']);
});

test('a list of subsidies describes no present state, and says all of its calendar by how long it holds', () => {
  const body =
    '## 第一条 设备补助\n\n对技改项目按设备投资的10%给予补助。\n\n## 第二条 附则\n\n本措施自2026年1月1日起施行，有效期三年。\n';
  const told = (title: string) =>
    checkNine(`# ${title}\n\n${body}`).findings.filter(
      ({ rule, element }) => rule.endsWith('-element') && (element === 'baseline' || element === 'timeline'),
    ).length;
  assert.equal(told('云川园区支持产业发展若干措施'), 0);
  assert.equal(told('云川园区产业发展规划'), 2);
});

test('among chapters that are each about something else the title takes in what is missing; a chapter of tasks does', () => {
  const place = (heading: string) => {
    const text = `# 云川园区产业发展规划（2026—2030年）\n\n## 一、为什么做\n\n园区有企业60家。\n\n## 二、${heading}\n\n建设标准厂房20万平方米。\n`;
    const found = checkNine(text).findings.find(({ element }) => element === 'chain-gap/analysis');
    return text.slice(found!.range.start, found!.range.end);
  };
  assert.equal(place('盖好厂房'), '云川园区产业发展规划（2026—2030年）');
  assert.equal(place('重点任务'), '二、重点任务');
});

test('a heading that only has a word of the topic in it is not where the topic belongs', () => {
  const placed = (heading: string, element: string, text: string) =>
    checkNine(`# 云川园区产业发展规划（2026—2030年）\n\n## ${heading}\n\n${text}\n`).findings.flatMap((finding) =>
      finding.element === element ? [finding.range.start] : [],
    );
  const title = 2;
  const own = '# 云川园区产业发展规划（2026—2030年）\n\n## '.length;
  assert.deepEqual(placed('一、发展基础', 'baseline', '建设厂房。'), [own]);
  assert.deepEqual(placed('一、夯实金融业发展基础', 'baseline', '建设厂房。'), [title]);
  assert.deepEqual(placed('一、完善发展基础设施', 'baseline', '建设厂房。'), [title]);
  assert.deepEqual(placed('Environment', 'green', 'The park builds halls.'), [own]);
  assert.deepEqual(placed('Business environment', 'green', 'The park builds halls.'), [title]);
});

test('a gap analysis is asked of a plan that speaks of its chain in two places, and only suggested where it does in one, or is about industries', () => {
  const severity = (task: string) =>
    checkNine(`# 云川园区产业发展规划（2026—2030年）\n\n## 一、重点任务\n\n${task}\n`).findings.find(
      ({ element }) => element === 'chain-gap/analysis',
    )?.severity;
  assert.equal(severity('为优势产业建设标准厂房20万平方米。'), 'info');
  assert.equal(severity(`建设标准厂房20万平方米。${'修建道路和公园，方便居民出行。'.repeat(30)}`), undefined);
  const roads = '修建道路和公园，方便居民出行。'.repeat(30);
  assert.equal(severity(`引进产业链上下游配套企业30家。${roads}`), 'info');
  assert.equal(severity(`引进产业链上下游配套企业30家。\n\n开展补链招商。${roads}`), 'warning');
});

test('a park that is only called after industry is not about industries', () => {
  const isAsked = (task: string) =>
    checkNine(`# 云川工作总结\n\n## 一、重点任务\n\n${task}\n`).findings.some(
      ({ element }) => element === 'chain-gap/analysis',
    );
  assert.ok(isAsked('做强装备产业，发展食品工业。'));
  assert.ok(!isAsked('建设产业园道路，完成工业园区供水。'));
});

test('no chain is diagnosed for infrastructure, visitors or all industries that the plan does not speak of: the title tells, and in English by whole words', () => {
  const isAsked = (title: string, task = '为优势产业建设标准厂房20万平方米。') =>
    checkNine(`# ${title}\n\n## 一、重点任务\n\n${task}\n`).findings.some(
      ({ element }) => element === 'chain-gap/analysis',
    );
  assert.ok(isAsked('云川园区产业发展规划（2026—2030年）'));
  assert.ok(!isAsked('云川园区基础设施建设方案（2026—2030年）'));
  assert.ok(!isAsked('云川园区支持基础设施建设若干措施'));
  assert.ok(isAsked('云川园区支持基础设施建设若干措施', '引进产业链上下游配套企业30家。'));
  assert.ok(!isAsked('Linford Culture and Tourism Plan 2026–2030'));
  assert.ok(isAsked('Linford Agriculture Plan 2026–2030'));
});

test('a text that begins in the middle of a plan may have the rest elsewhere: what it lacks is information', () => {
  const body = '建设标准厂房20万平方米。\n\n## 第六章 招商引资\n\n引进企业30家。\n';
  const severities = (text: string) =>
    new Set(
      checkNine(text).findings.flatMap(({ rule, severity }) =>
        rule === 'missing-element' || rule === 'missing-pathway' ? [severity] : [],
      ),
    );
  assert.deepEqual([...severities(`## 第五章 产业布局\n\n${body}`)], ['info']);
  assert.ok(severities(`## 第一章 产业布局\n\n${body}`).has('warning'));
  const title = '# 云川园区产业发展规划';
  assert.deepEqual([...severities(`${title}\n\n## 第五章 产业布局\n\n${body}`)], ['info']);
  assert.ok(severities(`${title}\n\n## 第二章 产业布局\n\n${body}`).has('warning'));
  const long = '围绕高端装备和新材料两个方向推动园区高质量发展，'.repeat(4);
  for (const number of ['一', '三']) {
    const first = `${number}、${long}打造产业高地。`;
    assert.ok(severities(`${title}\n\n${first}\n\n## 三、产业布局\n\n${body}`).has('warning'), number);
  }
  for (const title of [
    '云川市第十五个五年规划纲要（第二、三部分）',
    '云川园区产业发展规划（第十九章至第二十章）',
    'Chapter 5: Park Industries',
  ])
    assert.deepEqual([...severities(`# ${title}\n\n${body}`)], ['info'], title);
  for (const title of [
    '云川园区产业发展规划（第一阶段）',
    'Chapters of Growth: a Park Plan',
    '云川第二产业园发展规划（2026—2030年）',
  ])
    assert.ok(severities(`# ${title}\n\n## 第一章 产业布局\n\n${body}`).has('warning'), title);
  assert.ok(severities(`---\nparkplan:\n  stage: draft\n---\n\n## 第五章 产业布局\n\n${body}`).has('warning'));
});
