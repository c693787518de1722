import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rangeIn } from '../../server/src/plan/normal-text.ts';
import { parsePlan } from '../../server/src/plan/parse-plan.ts';
import { textAt } from './helpers.ts';

const sentences = (text: string) =>
  parsePlan(text).blocks.flatMap((block) => block.sentences.map(({ from, to }) => block.normal.value.slice(from, to)));
const clauses = (text: string) =>
  parsePlan(text).blocks.flatMap((block) =>
    block.sentences.flatMap((one) => one.clauses.map(({ from, to }) => block.normal.value.slice(from, to))),
  );
const values = (text: string) => parsePlan(text).blocks.map((block) => block.normal.value);

test('a paragraph broken for its width is one block, also inside a word', () => {
  assert.deepEqual(
    values(
      '为抢抓产业振兴的战略机遇，支持战略新兴、现代物流和高端装\n备三个重点产业做大做强，推动全县经济实现高质量发展，制定\n本意见。\n',
    ),
    [
      '为抢抓产业振兴的战略机遇,支持战略新兴、现代物流和高端装备三个重点产业做大做强,推动全县经济实现高质量发展,制定本意见。',
    ],
  );
});

test('pasted text without blank lines is one block per line', () => {
  assert.deepEqual(
    values('引进龙头企业五家，带动配套企业落户园区。\n建设检测平台，由园区国企运营。\n一、保障措施\n加强领导。\n')
      .length,
    4,
  );
});

test('English lines broken for their width are one paragraph', () => {
  assert.deepEqual(
    values(
      'The park authority will attract three anchor firms by 2028 and will\nwork with the university on a shared laboratory. It will report every\nyear.\n',
    ).length,
    1,
  );
});

test('a hard line break parts two blocks', () => {
  assert.deepEqual(values('South line  \nWe will review services.\n'), ['south line', 'we will review services.']);
});

test('who is responsible, in a bracket, ends the sentence that it belongs to', () => {
  assert.deepEqual(sentences('通过基金支持产业。（责任单位：省财政厅）鼓励降低成本（市科技局负责）支持研发。'), [
    '通过基金支持产业。(责任单位:省财政厅)',
    '鼓励降低成本(市科技局负责)',
    '支持研发。',
  ]);
  assert.deepEqual(sentences('建设厂房（市科技局牵头），引进企业。'), ['建设厂房(市科技局牵头),引进企业。']);
});

test('sentences end at stops; English ones not at abbreviations, decimals and numbers', () => {
  assert.deepEqual(sentences('引进龙头企业。建设平台！'), ['引进龙头企业。', '建设平台!']);
  assert.deepEqual(sentences('Output rises 2.5 per cent, cf. No. 5 of the plan by Acme Ltd. in 2027. Skills follow.'), [
    'output rises 2.5 per cent, cf. no. 5 of the plan by acme ltd. in 2027.',
    'skills follow.',
  ]);
});

test('long parts between semicolons are sentences, short ones clauses', () => {
  assert.deepEqual(sentences('对引进的龙头企业给予最高500万元奖励；对新建的中试平台给予最高300万元补助。').length, 2);
  assert.deepEqual(clauses('抓招商；促开工；保投产。'), ['抓招商', '促开工', '保投产']);
});

test('clauses do not split numbers, and a short bracket stays whole', () => {
  assert.deepEqual(clauses('投入1,200万元，建设平台（牵头单位：科技局，配合单位：财政局）。'), [
    '投入1,200万元',
    '建设平台(牵头单位:科技局,配合单位:财政局)',
  ]);
});

test('a table row is one sentence with a clause for each cell, and knows its header', () => {
  const plan = parsePlan('| 指标 | 2027年 |\n| --- | --- |\n| 规上企业 | 120家 |\n');
  const row = plan.blocks[1]!;
  assert.equal(row.kind, 'row');
  assert.deepEqual(
    row.sentences[0]!.clauses.map(({ from, to }) => textAt(plan, rangeIn(row.normal, from, to))),
    ['规上企业', '120家'],
  );
  assert.deepEqual(
    [row.cells, row.header].map((cells) => cells?.map((cell) => cell.text)),
    [
      ['规上企业', '120家'],
      ['指标', '2027年'],
    ],
  );
  assert.deepEqual(
    row.cells!.map((cell) => textAt(plan, cell.range)),
    ['规上企业', '120家'],
  );
});

test('addresses, code, HTML and struck-out words are no text; link words are', () => {
  assert.deepEqual(
    values(
      '建设[检测平台](https://example.org/talent)，见<https://example.org>，`talent` <b>对外</b>开放~~引进~~，100~200万元，300~400万元。',
    ),
    ['建设检测平台,见,对外开放,100~200万元,300~400万元。'],
  );
});

test('escapes and character references keep their offsets', () => {
  const plan = parsePlan('研发&amp;中试，联系 a\\@b，引进企业。');
  const { normal } = plan.blocks[0]!;
  const at = normal.value.indexOf('引进');
  assert.equal(plan.text.slice(normal.offsets[at]!, normal.offsets[at + 2]), '引进');
});

test('an indented paragraph is text, not code', () => {
  assert.deepEqual(values('    园区将引进龙头企业。\n'), ['园区将引进龙头企业。']);
});

test('a byte order mark, CRLF, lone CR and NUL do not move offsets', () => {
  for (const text of [
    '\ufeff# 园区规划\r\n\r\n引进企业。\r\n',
    '# 园区规划\r\r引进企业。\r',
    '# 园区规划\n\n引\0进企业。\n',
  ]) {
    const plan = parsePlan(text);
    const last = plan.blocks.at(-1)!;
    assert.match(textAt(plan, last.range), /^引.?进企业。$/s, JSON.stringify(text));
    assert.equal(plan.title?.text, '园区规划');
  }
});

test('the header row of a table is its own header', () => {
  const { blocks } = parsePlan('| 来源 | 金额 |\n| --- | --- |\n| 财政 | 8 |\n');
  assert.equal(blocks[0]!.cells, blocks[0]!.header);
  assert.notEqual(blocks[1]!.cells, blocks[1]!.header);
  assert.deepEqual(blocks[1]!.header, blocks[0]!.cells);
});

test('an abbreviation of Indian plans ends no sentence', () => {
  assert.deepEqual(sentences('The outlay is Rs. 14 crores for plots of 4853 Sq. m each.\n'), [
    'the outlay is rs. 14 crores for plots of 4853 sq. m each.',
  ]);
});

/** A page of a plan as a PDF gives it: rows of one width, cut at quotation marks, with the page's number between them. */
const PAGE = `云川市人民政府
2026年3月5日
云川市服务民营经济三年行动方案
为落实省委、省政府部署，结合我市实际，在广泛征求意见、反复
论证的基础上，特制定本方案。
一、发展目标
全市民营经济增加值年均增长百分之八，新增规上企业五十家以上，
培育
“小巨人”
企业十家，推动民营企业总体营业收入实现较快增长，在全省的位
— 8 —
次前移三位以上。
二、重点任务
（一）
建设产业平台。由市工信局会同云川高新区管委会，在城东片区新建
标准厂房二十万平方米，引进检验检测机构三家。
（市工信局牵头，各成员单
位配合）
第一节 在新起点上推进云川市民营经济走在全省前列
市财政局每年安排专项资金两亿元，用于支持民营企业技术改造、数
字化转型和人才引进，并按季度公布资金的使用情况和绩效评价结果。
`;

test('rows of a page are one paragraph up to the end of its sentences; headings, titles and units among them stay what they are', () => {
  assert.deepEqual(values(PAGE), [
    '云川市人民政府',
    '2026年3月5日',
    '云川市服务民营经济三年行动方案',
    '为落实省委、省政府部署,结合我市实际,在广泛征求意见、反复论证的基础上,特制定本方案。',
    '一、发展目标',
    '全市民营经济增加值年均增长百分之八,新增规上企业五十家以上,培育小巨人企业十家,推动民营企业总体营业收入实现较快增长,在全省的位次前移三位以上。',
    '二、重点任务',
    '(一)建设产业平台。由市工信局会同云川高新区管委会,在城东片区新建标准厂房二十万平方米,引进检验检测机构三家。(市工信局牵头,各成员单位配合)',
    '第一节在新起点上推进云川市民营经济走在全省前列',
    '市财政局每年安排专项资金两亿元,用于支持民营企业技术改造、数字化转型和人才引进,并按季度公布资金的使用情况和绩效评价结果。',
  ]);
});

test('rows of a table of indicators that was pasted as text stay rows', () => {
  const rows = [
    '1 地区生产总值年均增长（%） 5左右 预期性',
    '2 全社会研发经费投入占地区生产总值比重 4.8 预期性',
    '3 每万人口高价值发明专利拥有量（件） 80 预期性',
    '4 单位地区生产总值能耗下降率（%）完成省定目标 约束性',
  ];
  assert.equal(values(`${rows.join('\n')}\n`).length, 4);
});

test('a page’s number and a source at its foot are no text and no heading', () => {
  const { blocks, sections } = parsePlan(
    '# Linford Park Plan 2026-2030\n\n## Tasks\n\n---\n*Page 46*\n---\n\nThe park builds halls.\n\n第 3 页 共 20 页\n\n[43] The Central Agency for Statistics\n',
  );
  assert.deepEqual(
    blocks.filter(({ inert }) => inert).map(({ normal }) => normal.value),
    ['page 46', '第3页共20页', '[43] the central agency for statistics'],
  );
  assert.equal(sections.length, 2);
});

test('a first line that is all in bold stands for itself, also where its number is bold apart', () => {
  assert.deepEqual(
    values(
      '**4.3.** **Business and Workforce Development**\nSupporting our businesses and people to upskill and grow.\n',
    ),
    ['4.3. business and workforce development', 'supporting our businesses and people to upskill and grow.'],
  );
});

test('lines of like width without a mark are a list, a line each', () => {
  const rows = [
    '新建标准厂房二十万平方米并交付使用',
    '引进第三方检验检测机构三家以上落户',
    '培育省级专精特新中小企业五十家左右',
    '建成公共实训基地一处并投入运营使用',
  ];
  assert.equal(values(`${rows.join('\n')}\n`).length, 4);
});

test('what a bracket holds goes on over its rows, whatever these end with, but not into the next item', () => {
  const rows = [
    '1. 完善电力管沟。在市政道路建设时同步规划建设，',
    '合理安排工期。',
    '（责任单位：',
    '各园区管委会、',
    '市供电局）',
    '2. 推出用地机制。缩短周期。',
  ];
  const [, units, next] = values(rows.join('\n'));
  assert.equal(units, '(责任单位:各园区管委会、市供电局)');
  assert.equal(next, '推出用地机制。缩短周期。');
  const open = ['（责任单位：市供电局', '2. 推出用地机制。缩短周期。'];
  assert.equal(values(open.join('\n')).length, 2);
  const never = ['（一个括号没有合上', ...Array.from({ length: 9 }, (_, i) => `第${i + 1}行单独成行。`)];
  assert.equal(values(never.join('\n')).length, 4);
});
