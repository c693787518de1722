import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkNine } from './helpers.ts';

test('an element that is missing is told at what the plan says of its pathway, where no heading is about it', () => {
  const text =
    '# 云川园区产业发展规划（2026—2030年）\n\n## 一、主要任务\n\n### （一）完善设施\n\n建设标准厂房20万平方米。\n\n### （二）做大企业队伍\n\n引进产业链上下游配套企业30家。\n';
  const found = checkNine(text).findings.find(({ element }) => element === 'chain-gap/analysis');
  assert.equal(text.slice(found!.range.start, found!.range.end), '（二）做大企业队伍');
});

test('of several places that speak of its pathway an element that is missing is told where most is committed to', () => {
  const text =
    '# 云川园区产业发展规划（2026—2030年）\n\n## 一、主要任务\n\n### （一）完善设施\n\n引进产业链上下游配套企业30家。\n\n### （二）做大企业队伍\n\n开展产业链招商，引进配套企业50家。\n\n围绕补链强链招引项目20个。\n';
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

/** Long enough to tell what a plan does not speak of. */
const ROADS = '修建道路和公园，方便居民出行。'.repeat(70);
const INDUSTRIES = '为优势产业建设标准厂房20万平方米。'.repeat(60);

function gapAnalysis(task: string, title = '云川园区产业发展规划（2026—2030年）') {
  return checkNine(`# ${title}\n\n## 一、重点任务\n\n${task}\n`).findings.find(
    ({ element }) => element === 'chain-gap/analysis',
  )?.severity;
}

test('a gap analysis is asked of a plan that speaks of its chain in two places, and else only suggested to one that is about industries', () => {
  assert.equal(gapAnalysis(INDUSTRIES), 'info');
  assert.equal(gapAnalysis(`引进产业链上下游配套企业30家。${INDUSTRIES}`), 'info');
  assert.equal(gapAnalysis(ROADS), undefined);
  assert.equal(gapAnalysis(`引进产业链上下游配套企业30家。${ROADS}`), undefined);
  assert.equal(gapAnalysis(`引进产业链上下游配套企业30家。\n\n开展补链招商。${ROADS}`), 'warning');
  assert.equal(gapAnalysis('修建道路和公园。'), 'info', 'of a short draft nobody can tell');
});

test('a park that is only called after industry is not about industries', () => {
  assert.equal(gapAnalysis('做强装备产业，发展食品工业。'.repeat(80)), 'info');
  assert.equal(gapAnalysis('建设产业园道路，完成工业园供水。'.repeat(80)), undefined);
});

test('no chain is diagnosed for infrastructure, visitors or all industries by a plan that does not take it up: the title tells, and in English by whole words', () => {
  const task = '为优势产业建设标准厂房20万平方米。';
  assert.equal(gapAnalysis(task), 'info');
  assert.equal(gapAnalysis(task, '云川园区基础设施建设方案（2026—2030年）'), undefined);
  assert.equal(gapAnalysis(task, '云川园区支持基础设施建设若干措施'), undefined);
  const chain = '引进产业链上下游配套企业30家。\n\n开展补链招商。';
  assert.equal(gapAnalysis(chain, '云川园区支持基础设施建设若干措施'), 'warning');
  assert.equal(gapAnalysis(task, 'Linford Culture and Tourism Plan 2026–2030'), undefined);
  assert.equal(gapAnalysis(task, 'Linford Agriculture Plan 2026–2030'), 'info');
});

function missing(text: string): string[] {
  return checkNine(text).findings.flatMap(({ rule, element, pathway }) =>
    rule.startsWith('missing-') ? [element ?? pathway ?? ''] : [],
  );
}

test('a plan that makes nothing is not asked for emissions, one that makes something is', () => {
  const plan = (task: string) => `# 云川园区产业发展规划\n\n## 一、重点任务\n\n${task}\n`;
  assert.ok(!missing(plan('推动专利开放许可，完善成果评价。'.repeat(70))).includes('green'));
  assert.ok(missing(plan('推动工业企业开展技术改造，完善设施。'.repeat(70))).includes('green'));
  assert.ok(missing(plan('推动专利开放许可。')).includes('green'), 'of a short draft nobody can tell');
});

test('a strategy in English that speaks of no place divides none, and one about data is not asked for emissions', () => {
  const plan = (task: string) => `# Linford Growth Strategy 2026–2030\n\n## Actions\n\n${`${task} `.repeat(30)}\n`;
  const asked = (task: string) => missing(plan(task)).filter((id) => id === 'layout' || id === 'green');
  assert.deepEqual(asked('The agency will train 200 founders and pay half of their first wage bill.'), ['green']);
  assert.deepEqual(asked('The agency will train 200 founders in each industrial zone of the region.'), [
    'layout',
    'green',
  ]);
  assert.deepEqual(asked('The agency will publish open data for digital services of the port district.'), ['layout']);
});

test('an opinion need not tell the present state, but what it tells of it it tells with figures', () => {
  const told = (title: string, task: string) =>
    checkNine(`# ${title}\n\n## 一、总体要求\n\n${task}\n`).findings.flatMap(({ rule, element }) =>
      element === 'baseline' ? [rule] : [],
    );
  const plan = '云川市产业发展规划';
  const opinion = '关于加快云川市产业发展的意见';
  assert.deepEqual(told(plan, '建设标准厂房20万平方米。'), ['missing-element']);
  assert.deepEqual(told(opinion, '建设标准厂房20万平方米。'), []);
  assert.deepEqual(told(opinion, '我市产业基础雄厚，具有明显优势。'), ['weak-element']);
});

test('land, customs and imports are not asked for people of talent', () => {
  const body = '## 一、主要任务\n\n建设标准厂房20万平方米。\n';
  assert.ok(missing(`# 云川园区产业发展规划\n\n${body}`).includes('talent'));
  assert.ok(!missing(`# 云川园区节约集约用地实施方案\n\n${body}`).includes('talent'));
});

test('how an authority serves firms has no present state and no outlay of its own', () => {
  const told = (title: string) =>
    checkNine(`# ${title}\n\n## 一、主要任务\n\n推行招标保证金减免，设立中小企业贷款风险补偿资金。\n`)
      .findings.map(({ rule, element }) => `${rule} ${element}`)
      .filter((one) => /baseline|funding/.test(one));
  assert.deepEqual(told('云川区优化营商环境实施方案'), []);
  assert.deepEqual(told('云川区产业发展实施方案').sort(), ['incomplete-element funding', 'missing-element baseline']);
});
