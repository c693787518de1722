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
