import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePlan } from '../../server/src/plan/parse-plan.ts';
import { checkNine } from '../rules/helpers.ts';
import { textAt } from './helpers.ts';

const rowsOf = (text: string) => {
  const plan = parsePlan(text);
  return plan.blocks.flatMap(({ cells }) => (cells ? [cells.map(({ text: words }) => words)] : []));
};

const ROWS = [
  ['指标', '单位', '2025年（基期）', '2030年目标', '属性'],
  ['规上工业总产值', '亿元', '320', '500', '预期性'],
  ['研发投入强度', '%', '2.1', '3.2', '预期性'],
  ['单位产值能耗下降', '%', '—', '15', '约束性'],
];

for (const [what, text] of [
  ['parted by tabs', ROWS.map((row) => row.join('\t')).join('\n')],
  ['parted by spaces', ROWS.map((row) => row.join('    ')).join('\n')],
  [
    'drawn with lines around its cells',
    `+----+----+\n${ROWS.map((row) => `| ${row.join(' | ')} |`).join('\n+----+----+\n')}\n+====+====+`,
  ],
] as const)
  test(`a table that was pasted as text is one, ${what}`, () => {
    const plan = `# 云川园区产业发展规划（2026—2030年）\n\n## 一、发展目标\n\n主要指标如下：\n${text}\n以上均为约束。\n`;
    assert.deepEqual(rowsOf(plan), ROWS);
    const { blocks, text: source } = parsePlan(plan);
    const [, , , row] = blocks.filter(({ cells }) => cells);
    const { range } = row!.cells![3]!;
    assert.equal(source.slice(range.start, range.end), '15');
    assert.equal(blocks.at(-1)!.normal.value, '以上均为约束。');
    // As the same table in Markdown.
    const [head, ...rest] = ROWS.map((row) => `| ${row.join(' | ')} |`);
    const inMarkdown = plan.replace(text, `\n${head}\n${'| --- '.repeat(5)}|\n${rest.join('\n')}\n`);
    const levels = (one: string) =>
      ['baseline', 'targets', 'green'].map((id) => checkNine(one).evidence.get(id)!.level);
    assert.deepEqual(levels(plan), levels(inMarkdown));
    assert.equal(levels(plan)[0], 'addressed');
  });

test('a cell that holds for the rows below it is left out of these: they are filled from the left', () => {
  const rows = rowsOf(
    '# 云川规划\n\n分类\t指标\t2030年\n经济\t总产值（亿元）\t500\n税收（亿元）\t30\t预期性\n民生\t就业（万人）\t6\n',
  );
  assert.deepEqual(
    rowsOf('# 云川规划\n\n分类\t序号\t指标\t2030年\n经济\t1\t总产值\t500\n2\t税收\t30\n民生\t3\t就业\t6\n')[2],
    ['', '2', '税收', '30'],
  );
  assert.equal(rows.length, 4);
});

test('rows of figures alone have no header', () => {
  const { blocks } = parsePlan('# 云川规划\n\n总产值\t320\t500\n税收\t18\t30\n就业\t4\t6\n');
  assert.deepEqual(
    blocks.flatMap(({ header }) => (header ? [header.map(({ text }) => text)] : [])),
    [
      ['', '', ''],
      ['', '', ''],
      ['', '', ''],
    ],
  );
});

test('two lines with gaps, or gaps in a sentence, are no table', () => {
  assert.deepEqual(
    rowsOf('# 云川规划\n\n联系人：张三    电话：0000    邮箱：a\n地址：云川    邮编：0    传真：0\n'),
    [],
  );
  assert.deepEqual(rowsOf('# 云川规划\n\n建设    平台。\n引进    企业。\n培育    人才。\n'), []);
});

test('borders without rows, and rows without end, take time in proportion', () => {
  const lines = 20_000;
  assert.deepEqual(rowsOf(`# 云川规划\n\n${'+----+----+\n'.repeat(lines)}`), []);
  assert.equal(rowsOf(`# 云川规划\n\n${'a\tb\tc\n'.repeat(lines)}`).length, lines);
  assert.deepEqual(rowsOf(`# 云川规划\n\n${'a\tb\tc\nd\n'.repeat(lines / 2)}`), []);
});

test('what stands around the table keeps its place', () => {
  const plan = parsePlan('# 云川规划\n\n前文。\na\tb\tc\nd\te\tf\ng\th\ti\n后文。\n');
  assert.deepEqual(
    plan.blocks.map(({ range }) => textAt(plan, range)),
    ['# 云川规划', '前文。', 'a\tb\tc', 'd\te\tf', 'g\th\ti', '后文。'],
  );
});

test('a row whose first cell is empty stands where its words do', () => {
  const text = '# 云川高新区产业规划\n\n| 指标 | 单位 | 2030年 |\n|  | 亿元 | 500 |\n| 企业 | 家 | 200 |\n';
  const plan = parsePlan(text);
  const row = plan.blocks.find(({ normal }) => normal.value === '|亿元|500')!;
  assert.equal(textAt(plan, row.range), '亿元 | 500');
});
