import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitsNested } from '../../server/src/rules/nested-sums.ts';
import { checkNine, told } from './helpers.ts';

function check(body: string) {
  const text = `# 云川园区产业发展规划（2026—2030年）\n\n## 一、资金保障\n\n${body}\n`;
  const findings = checkNine(text).findings.filter(({ rule }) => rule === 'conflicting-figures');
  return { ranges: told(text, findings), messages: findings.map(({ message }) => message.en) };
}

const found = (body: string) => check(body).ranges;

function table(head: string, ...rows: readonly string[]): string {
  return [head, head.replace(/[^|]+/g, ' --- '), ...rows].join('\n');
}

const LAND = '| 用地 | 面积（公顷） |';

test('a total that fits without the rows of a row is right, whatever marks them', () => {
  const industry = ['| M | 600 |', '| M1 | 200 |', '| M2 | 400 |'];
  assert.deepEqual(found(table(LAND, ...industry, '| R | 180 |', '| 合计 | 780 |')), []);
  const built = ['| 工业 | 600 |', '| 居住 | 180 |', '| **建设用地** | **780** |', '| 水域 | 120 |'];
  assert.deepEqual(found(table(LAND, ...built, '| 合计 | 900 |')), []);
  assert.deepEqual(found(table(LAND, ...industry, '| R | 180 |', '| 合计 | 800 |')), ['800']);
});

test('rows that are indented or under “of which” are parts, even if not all are there', () => {
  for (const light of ['　一类工业', '&nbsp;&nbsp;light', '- light'])
    assert.deepEqual(
      found(table(LAND, '| 工业 | 600 |', `| ${light} | 200 |`, '| 居住 | 180 |', '| 合计 | 780 |')),
      [],
    );
  assert.deepEqual(
    found(table(LAND, '| Industry, of which | 600 |', '| light | 200 |', '| Housing | 180 |', '| Total | 780 |')),
    [],
  );
});

test('items may nest in items, before or behind their sums', () => {
  assert.equal(fitsNested([10, 6, 2, 4, 4, 5], 15, 0.01), true);
  assert.equal(fitsNested([2, 4, 6, 4, 10, 5], 15, 0.01), true);
  assert.equal(fitsNested([10, 6, 4, 5], 16, 0.01), false);
});

test('a table that could be nested in countless ways is left alone in bounded time', () => {
  const doubled = Array.from({ length: 40 }, (_, i) => [2 ** i, 2 ** i]).flat();
  assert.equal(fitsNested(doubled, 12345.678, 0.001), true);
});

test('what has run up to a year is not added up over years', () => {
  const years = (head: string, total: number) =>
    table(head, '| 2026年 | 10 |', '| 2027年 | 25 |', '| 2028年 | 40 |', `| 合计 | ${total} |`);
  assert.deepEqual(found(years('| 年份 | 累计企业数（家） |', 40)), []);
  assert.deepEqual(found(years('| 年份 | 年末企业数（家） |', 45)), []);
  assert.deepEqual(found(years('| 年份 | 企业数（家） |', 40)), []);
  assert.deepEqual(found(years('| 年份 | 投资（亿元） |', 80)), ['80']);
});

test('a total may stand behind a column of numbers, in it, or above its items', () => {
  const head = '| 序号 | 来源 | 金额（亿元） |';
  const items = ['| 1 | 财政资金 | 8 |', '| 2 | 社会资本 | 18 |'];
  assert.deepEqual(found(table(head, ...items, '| | 合计 | 30 |')), ['30']);
  assert.deepEqual(found(table(head, ...items, '| 合计 | | 30 |')), ['30']);
  assert.deepEqual(found(table('| 来源 | 金额（亿元） |', '| 合计 | 30 |', '| 财政 | 8 |', '| 社会 | 18 |')), ['30']);
});

test('digits of full width count', () => {
  assert.deepEqual(found(table('| 来源 | 金额（亿元） |', '| 财政 | ８ |', '| 社会 | １８ |', '| 合计 | ３０ |')), [
    '３０',
  ]);
});

for (const some of [
  '总投资42亿元：财政资金8亿元、专项债10亿元，其余由社会资本解决。',
  '总投资42亿元：已完成8亿元，2026年计划10亿元。',
  '总投资42亿元：道路10亿元、厂房22亿元、研究院10亿元，其中研究院设备4亿元。',
  '总投资42亿元：道路10亿元、厂房22亿元，其中设备4亿元，研究院10亿元。',
  '总投资42亿元（含财政资金8亿元、专项债10亿元）。',
  'Total investment of £42 million: £8 million from the county and £10 million from bonds, with the rest from developers.',
  'Total investment of £42 million: roads £20 million and buildings £22 million, of which £4 million for solar roofs.',
])
  test(`items that are not all of the items need not reach the total: ${some}`, () => {
    assert.deepEqual(found(some), []);
  });

for (const all of [
  '总投资42亿元（财政资金8亿元、专项债10亿元、社会资本21亿元）。',
  '总投资42亿元，由财政资金8亿元、专项债10亿元、社会资本21亿元组成。',
  '总投资42亿元：财政资金28亿元、专项债20亿元，其余由社会资本解决。',
])
  test(`items in a bracket or that make up the total must, and none may exceed it: ${all}`, () => {
    assert.deepEqual(found(all), ['42亿元']);
  });

test('amounts are told as the plan writes them', () => {
  assert.deepEqual(
    check(table('| 来源 | 金额 |', '| 财政 | 8亿元 |', '| 社会 | 18亿元 |', '| 合计 | 30亿元 |')).messages,
    ['The total is 30亿元, the items add up to 26亿元'],
  );
  assert.deepEqual(
    check('Total cost of Rs 500 crore: Rs 200 crore from the state and Rs 250 crore from loans.').messages,
    ['The total is Rs 500 crore, the items add up to Rs 450 crore'],
  );
  assert.deepEqual(
    check('Total cost of £42 million: £18 million from the county and £21 million from bonds.').messages,
    ['The total is £42 million, the items add up to £39 million'],
  );
});

test('a second total may hold the first', () => {
  const first = ['| 甲 | 10 |', '| 乙 | 20 |', '| 合计 | 30 |', '| 丙 | 5 |', '| 丁 | 6 |'];
  assert.deepEqual(found(table('| 项目 | 金额（亿元） |', ...first, '| 总计 | 41 |')), []);
  assert.deepEqual(found(table('| 项目 | 金额（亿元） |', ...first, '| 总计 | 44 |')), ['44']);
});

test('years in a list may be some of the years', () => {
  assert.deepEqual(found('总投资42亿元（2026年10亿元、2027年12亿元）。'), []);
  assert.deepEqual(found('总投资42亿元：2026年30亿元、2027年22亿元。'), ['42亿元']);
});
