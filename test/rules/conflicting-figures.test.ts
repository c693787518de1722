import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPlan } from '../../server/src/plan/parse-plan.ts';
import { checkNine, told } from './helpers.ts';

const ZH = '# 云川园区产业发展规划（2026—2030年）';
const EN = '# Linford Park Plan 2026–2030';

/** Lines are paragraphs of their own. */
function found(...lines: readonly string[]): string[] {
  const text = `${lines.join('\n\n')}\n`;
  return told(text, checkNine(text).findings, 'conflicting-figures');
}

function messages(...lines: readonly string[]): string[] {
  return checkNine(`${lines.join('\n\n')}\n`)
    .findings.filter(({ rule }) => rule === 'conflicting-figures')
    .map(({ message }) => message.en);
}

function table(head: string, ...rows: readonly string[]): string {
  return [head, head.replace(/[^|]+/g, ' --- '), ...rows].join('\n');
}

const FIRMS_ZH = [ZH, '## 一、发展目标', '到2030年，高新技术企业达到120家。', '## 二、主要任务'];
const FIRMS_EN = [EN, '## 1. Targets', 'The park will have 150 firms by 2030.', '## 2. Tasks'];

for (const other of [
  '到2030年，全省高新技术企业达到10000家。',
  '全市到2030年高新技术企业达到800家。',
  '省“十五五”规划提出，到2030年高新技术企业达到10000家。',
  '云川市提出，到2030年高新技术企业达到800家。',
  '江北高新区到2030年，高新技术企业达到300家。',
  '有专家建议，到2030年高新技术企业达到300家。',
])
  test(`a figure of another area or of somebody’s proposal contradicts nothing: ${other}`, () => {
    assert.deepEqual(found(...FIRMS_ZH, other), []);
  });

for (const own of [
  '本规划提出，到2030年，高新技术企业达到150家。',
  '按照省里的要求，园区到2030年高新技术企业达到150家。',
  '云川园区到2030年，高新技术企业达到150家。',
  '建设全国一流的高科技园区，到2030年，高新技术企业达到150家。',
])
  test(`a figure of the plan’s own area is compared whatever else the sentence names: ${own}`, () => {
    assert.deepEqual(found(...FIRMS_ZH, own), ['150家']);
  });

for (const other of [
  'The county will have 9,000 firms by 2030.',
  'By 2030 Adlershof will have 1,400 firms.',
  'Adlershof will have 1,400 firms by 2030.',
  'Nationally, 90,000 firms are expected by 2030.',
])
  test(`an English figure of another area contradicts nothing: ${other}`, () => {
    assert.deepEqual(found(...FIRMS_EN, other), []);
  });

for (const own of ['By 2030 Linford Park will host 180 firms.', 'By 2030 there will be 180 firms.'])
  test(`an English figure of the plan’s own park is compared: ${own}`, () => {
    assert.deepEqual(found(...FIRMS_EN, own).length, 1);
  });

for (const older of [
  'The 2021 plan said that by 2030 the park would host 200 firms.',
  'The target of 200 firms by 2030 in the previous plan has been raised.',
])
  test(`a figure of an older plan contradicts nothing: ${older}`, () => {
    assert.deepEqual(found(EN, '## 1. Targets', FIRMS_EN[2]!, older), []);
  });

for (const part of ['2025年上半年，规上工业总产值120亿元。', '2025年1—9月，规上工业总产值120亿元。'])
  test(`a part of a year is not held against the year: ${part}`, () => {
    assert.deepEqual(found(ZH, '## 一、发展基础', part, '2025年，规上工业总产值260亿元。'), []);
  });

test('an English figure by June is not held against one of the year, and one by December is', () => {
  assert.deepEqual(found(...FIRMS_EN, 'The park will have 180 firms by June 2030.'), []);
  assert.equal(found(...FIRMS_EN, 'The park will have 180 firms by December 2030.').length, 1);
});

test('each English figure has its own year: the one right behind it or before it', () => {
  assert.deepEqual(found(...FIRMS_EN, 'In 2025 there were 100 firms; by 2030 there will be 150 firms.'), []);
  assert.deepEqual(found(...FIRMS_EN, 'The park has 300 firms and will have 150 firms by 2030.'), []);
});

test('high-tech firms are not all firms', () => {
  assert.deepEqual(found(...FIRMS_EN, 'The park will have 160 high-tech firms by 2030.'), []);
});

test('scenarios are no contradiction', () => {
  const low = '基准情景：到2030年，规上工业总产值达到500亿元。';
  const high = '乐观情景：到2030年，规上工业总产值达到600亿元。';
  assert.deepEqual(found(ZH, '## 一、发展目标', low, high), []);
  assert.deepEqual(
    found(
      ...FIRMS_EN.slice(0, 2),
      'In the low case the park will have 150 firms by 2030.',
      'In the high case the park will have 180 firms by 2030.',
    ),
    [],
  );
});

test('a column of numbers or of groups is not what a row is about', () => {
  const prose = ['## 二、主要任务', '到2030年，规上工业总产值达到550亿元。'];
  const numbered = table('| 序号 | 指标 | 单位 | 2030年 |', '| 1 | 规上工业总产值 | 亿元 | 500 |');
  const grouped = table('| 类别 | 指标 | 单位 | 2030年 |', '| 经济 | 规上工业总产值 | 亿元 | 500 |');
  assert.deepEqual(found(ZH, '## 一、发展目标', numbered, ...prose), ['550亿元']);
  assert.deepEqual(found(ZH, '## 一、发展目标', grouped, ...prose), ['550亿元']);
});

test('rows of one name in one table are told apart by another column and are not the plan’s', () => {
  const rows = ['| 北区 | 规上工业总产值 | 亿元 | 500 |', '| 南区 | 规上工业总产值 | 亿元 | 300 |'];
  const parts = table('| 类别 | 指标 | 单位 | 2030年 |', ...rows);
  assert.deepEqual(found(ZH, '## 一、发展目标', parts, '到2030年，规上工业总产值达到800亿元。'), []);
});

test('English money and rates are compared by the subject of their sentence', () => {
  const both = (one: string, other: string) => found(EN, '## 1. Targets', one, '## 2. Tasks', other);
  assert.deepEqual(both('Turnover will reach £300 million by 2030.', 'Turnover will reach £310 million by 2030.'), [
    '£310 million',
  ]);
  assert.deepEqual(both('By 2030 occupancy will be 80 per cent.', 'Occupancy will rise to 85 per cent by 2030.'), [
    '85 per cent',
  ]);
  assert.deepEqual(both('In 2025 the local supply ratio was 31%.', 'In 2025, the local supply ratio stood at 33%.'), [
    '33%',
  ]);
  assert.deepEqual(
    both('Exports will reach 30% of turnover by 2030.', 'Exports will reach 40% of output by 2030.'),
    [],
  );
  assert.deepEqual(both('Occupancy will be 80% in 2027 and 90% by 2030.', 'Occupancy will be 90% by 2030.'), []);
});

test('a rate under an English heading of a quarter is that quarter’s', () => {
  const quarter = ['## 2. Quarters', '### North Quarter', 'Occupancy will be 70% by 2030.'];
  assert.deepEqual(found(EN, '## 1. Targets', 'Occupancy will be 85% by 2030.', ...quarter), []);
});

test('units of English tables are read, and what a row counts is its unit', () => {
  const both = (row: string, other: string) =>
    found(EN, '## 1. Targets', table('| Indicator | 2030 |', row), '## 2. Tasks', other);
  assert.deepEqual(both('| Exports (£ million) | 300 |', 'Exports will reach £310 million by 2030.').length, 1);
  assert.deepEqual(both('| Exports (EUR million) | 310 |', 'Exports will reach €310 million by 2030.'), []);
  assert.deepEqual(both('| Number of firms | 300 |', 'The park will host 310 firms by 2030.').length, 1);
  assert.deepEqual(both('| Firms | 300 |', 'The park will host 300,000 firms by 2030.'), []);
});

test('税收 is an indicator', () => {
  const tasks = ['## 二、主要任务', '到2030年，税收达到25亿元。'];
  assert.deepEqual(found(ZH, '## 一、发展目标', '到2030年，税收达到20亿元。', ...tasks), ['25亿元']);
});

test('a value of a table is told with its unit', () => {
  const row = table('| 指标 | 单位 | 2030年 |', '| 规上工业总产值 | 亿元 | 260 |');
  const tasks = ['## 二、主要任务', '到2030年，规上工业总产值达到268亿元。'];
  assert.deepEqual(messages(ZH, '## 一、发展目标', row, ...tasks), [
    'Two values for "规上工业总产值" in 2030: 268亿元 here, 260亿元 elsewhere',
  ]);
});

test('a figure under a heading of another area contradicts nothing', () => {
  const context = ['## 二、发展环境', '### （一）全省形势', '到2030年，高新技术企业达到10000家。'];
  assert.deepEqual(found(...FIRMS_ZH.slice(0, 3), ...context), []);
});

test('what a project brings once it runs is not the park’s', () => {
  const tasks = ['## 二、主要任务', '项目达产后，到2030年，可实现税收25亿元。'];
  assert.deepEqual(found(ZH, '## 一、发展目标', '到2030年，税收达到20亿元。', ...tasks), []);
});

test('全市 is the whole in the plan of a city', () => {
  const city = (other: string) => found('# 云川市高新技术产业发展规划（2026—2030年）', ...FIRMS_ZH.slice(1), other);
  assert.deepEqual(city('到2030年，全市高新技术企业达到150家。'), ['150家']);
  assert.deepEqual(city('到2030年，全省高新技术企业达到1500家。'), []);
});

test('whose a figure is hangs on the title, also after an edit of it', () => {
  const body =
    '\n\n## 一、发展目标\n\n到2030年，高新技术企业达到120家。\n\n## 二、主要任务\n\n江北高新区到2030年，高新技术企业达到300家。\n';
  const told = (text: string, reading: ReturnType<typeof readPlan>) =>
    checkNine(text, { reading }).findings.filter(({ rule }) => rule === 'conflicting-figures').length;
  let text = `# 云川园区产业发展规划（2026—2030年）${body}`;
  let reading = readPlan(text);
  assert.equal(told(text, reading), 0);
  text = `# 江北高新区产业发展规划（2026—2030年）${body}`;
  reading = readPlan(text, reading);
  assert.equal(told(text, reading), 1);
});
