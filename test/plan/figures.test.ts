import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePlan } from '../../server/src/plan/parse-plan.ts';
import type { Figure } from '../../server/src/plan/types.ts';

function figuresIn(line: string, chapter = '一、主要任务'): readonly Figure[] {
  return parsePlan(`# 云川园区产业发展规划\n\n## ${chapter}\n\n${line}\n`).figures;
}

function told(line: string): string[] {
  return figuresIn(line).map(({ value, upper, unit, sign }) =>
    [value, upper, unit, sign].filter((one) => one !== undefined).join(' '),
  );
}

test('amounts in 万 and 亿 are given in yuan', () => {
  assert.deepEqual(told('总投资3.5亿元，其中财政5000万元。'), ['350000000 元 exact', '50000000 元 exact']);
});

test('Chinese numerals count, full-width digits are digits', () => {
  assert.deepEqual(told('引进企业四十余家，总投资十亿元，建筑面积１２万平方米。'), [
    '40 家 more-than',
    '1000000000 元 exact',
    '120000 平方米 exact',
  ]);
});

test('thousands may be parted by a space or a comma', () => {
  assert.deepEqual(told('存量用地2 140亩、厂房1,126个。'), ['2140 亩 exact', '1126 个 exact']);
});

test('signs stand before or behind', () => {
  assert.deepEqual(told('新增约30家、不低于5个、超过200人、60%以上、不超过8项。'), [
    '30 家 about',
    '5 个 at-least',
    '200 人 more-than',
    '60 % at-least',
    '8 项 at-most',
  ]);
});

test('a range has two ends', () => {
  assert.deepEqual(told('培育龙头企业5—10家，建设平台3至5个。'), ['5 10 家 exact', '3 5 个 exact']);
});

test('years, ordinals, document numbers and vague counts are no figures', () => {
  assert.deepEqual(told('按照国发〔2023〕5号，2027年前落实第三条、十四五规划，建设一批项目、一个中心。'), []);
});

test('人才, 家庭, 天然气 are words, not units', () => {
  assert.deepEqual(told('引进5人才工程，服务100家庭，使用3天然气锅炉。'), []);
});

test('a cap on what one applicant gets is a grant, an entry threshold a threshold', () => {
  const [threshold, grant] = figuresIn('对投资5000万元以上的项目，给予最高不超过500万元补贴。');
  assert.equal(threshold?.use, 'threshold');
  assert.equal(grant?.use, 'grant');
  assert.equal(figuresIn('每年安排专项资金5000万元。')[0]?.use, 'plain');
});

test('what a figure measures is told', () => {
  const of = (line: string) => figuresIn(line)[0]?.of;
  assert.equal(of('到2030年，规上工业总产值达到500亿元。'), '规上工业总产值');
  assert.equal(of('引进龙头企业10家。'), '龙头企业');
  assert.equal(of('建成10家以上高新技术企业。'), '高新技术企业');
});

test('the year of the sentence holds for its figures, the year of a column for its cells', () => {
  assert.equal(figuresIn('到2030年，总产值达到500亿元。')[0]?.year, 2030);
  const table = figuresIn('| 指标 | 2025年 | 2030年 |\n| --- | --- | --- |\n| 总产值（亿元） | 260 | 500 |');
  assert.deepEqual(
    table.map(({ value, year }) => [value, year]),
    [
      [260, 2025],
      [500, 2030],
    ],
  );
});

test('English: money, areas, percentages and counted things', () => {
  const { figures } = parsePlan(
    '# Harrow Park Cluster Plan\n\n## Actions\n\nBy 2030 we will invest £1.2 billion, build 40 hectares and attract 25 suppliers, up to 65 per cent of them local.\n',
  );
  assert.deepEqual(
    figures.map(({ value, unit, kind }) => [value, unit, kind]),
    [
      [1.2e9, 'gbp', 'money'],
      [40, 'ha', 'area'],
      [25, 'suppliers', 'count'],
      [65, '%', 'percent'],
    ],
  );
});

test('多 before the scale, persons counted by 位, and a decimal that looks like a month', () => {
  const told = (line: string) => {
    const { text, figures, dates } = parsePlan(`# 云川区产业发展规划\n\n## 一、主要任务\n\n${line}\n`);
    return [...figures, ...dates].map(({ range }) => text.slice(range.start, range.end));
  };
  assert.deepEqual(told('产值400多亿元，引进院士10位，位居全国前10位。'), ['400多亿元', '10位']);
  assert.deepEqual(told('外贸总额2022.6亿元。'), ['2022.6亿元']);
});

test('in English a year may end a sentence, and an amount ends where its words do', () => {
  const { text, figures, dates } = parsePlan(
    '# Growth Plan\n\n## Actions\n\nWe will grow it from £875m in 2015 to £1.7bn by 2025. Trade reached CNY 330 billion online.\n',
  );
  assert.deepEqual(
    [...figures, ...dates].map(({ range }) => text.slice(range.start, range.end)),
    ['£875m', '£1.7bn', 'CNY 330 billion', 'in 2015', 'by 2025'],
  );
});

test('a percentage in English words is a figure', () => {
  assert.deepEqual(told('The state builds nearly one percent of ships and forty per cent of boats.'), [
    '1 % nearly',
    '40 % exact',
  ]);
  assert.deepEqual(told('The state builds twenty-five per cent of hulls, a percentage of note.'), []);
});

test('what is counted may stand before its English number', () => {
  assert.deepEqual(told('The number of young apprentices will reach 1,200 by 2028.'), ['1200 apprentices exact']);
  assert.deepEqual(told('We grow the AI workforce to more than 15,000 and employment from 1,800 to 3,900.'), [
    '15000 workforce more-than',
    '3900 employment exact',
  ]);
  assert.deepEqual(told('The number of firms is to double, and jobs to 2030 are safe.'), []);
});

test('the version of an idea is no figure', () => {
  const { figures } = parsePlan('# Growth Plan\n\n## Actions\n\nEducation 5.0 philosophy shapes 4.0 hectares.\n');
  assert.deepEqual(
    figures.map(({ value }) => value),
    [4],
  );
});

test('money of other countries by sign, code or name', () => {
  const { figures } = parsePlan(
    '# Growth Plan\n\n## Actions\n\nThe plan costs Ksh 38.43 billion. A fund of N2billion is set up, DKK 469 million is spent, RM 5 million and 40 million naira follow. Models are drawn in CAD 3 times, see section R 2.\n',
  );
  assert.deepEqual(
    figures.filter(({ kind }) => kind === 'money').map(({ unit, value }) => `${unit} ${value}`),
    ['kes 38430000000', 'ngn 2000000000', 'dkk 469000000', 'myr 5000000', 'ngn 40000000'],
  );
});

test('Indian amounts are read with their grouping, lakh and crore', () => {
  const { text, figures } = parsePlan(
    '# Growth Plan\n\n## Actions\n\nThe state trains 1,00,000 persons with Rs. 5 – 10 Crore, ₹50 lakh a year and INR 1.5 lakh crores of credit. Entrepreneurs 20 units.\n',
  );
  assert.deepEqual(
    figures.map(({ range, value, upper, unit }) => [text.slice(range.start, range.end), value, upper, unit]),
    [
      ['1,00,000', 1e5, undefined, 'persons'],
      ['Rs. 5 – 10 Crore', 5e7, 1e8, 'inr'],
      ['₹50 lakh', 5e6, undefined, 'inr'],
      ['INR 1.5 lakh crores', 1.5e12, undefined, 'inr'],
      ['20', 20, undefined, 'units'],
    ],
  );
});

test('figures in a table’s column of the present state are base values', () => {
  const { text, figures } = parsePlan(
    '# 云川园区产业发展规划（2026—2030年）\n\n## 一、发展目标\n\n| 指标 | 2025年（基期） | 2030年目标 |\n| --- | --- | --- |\n| 规上工业总产值（亿元） | 320 | 500 |\n| 高新技术企业 | 60家 | 120家 |\n',
  );
  assert.deepEqual(
    figures.filter(({ isBase }) => isBase).map(({ range }) => text.slice(range.start, range.end)),
    ['320', '60家'],
  );
});

test('new and more stand before the noun that a figure counts', () => {
  const { figures } = parsePlan(
    '# Harrow Park Plan\n\n## Targets\n\nThe park will create 10,000 new jobs, 25 more firms, 40 new and 12 more than before.\n',
  );
  assert.deepEqual(
    figures.map(({ value, unit }) => [value, unit]),
    [
      [10000, 'jobs'],
      [25, 'firms'],
    ],
  );
});

test('the number of an English heading counts nothing', () => {
  const of = (heading: string) =>
    parsePlan(`# Harrow Park Plan\n\n${heading}\n\nText.\n`).figures.map(({ value }) => value);
  assert.deepEqual(of('### 3.3 Goal'), []);
  assert.deepEqual(of('4.23 There are structures for training.'), []);
  assert.deepEqual(of('## 3.0 Vision and Mission'), []);
  assert.deepEqual(of('### 2.5 million visitors'), [2500000]);
});
