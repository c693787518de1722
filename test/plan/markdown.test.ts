import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { parseMarkdown, parseWhole } from '../../server/src/plan/markdown.ts';
import { parsePlan } from '../../server/src/plan/parse-plan.ts';
import { piecesOf } from '../../server/src/plan/pieces.ts';

/** What a tree says: kinds, words and where each node starts. */
function shape(node: Nodes): unknown {
  const { type } = node;
  return [
    type,
    node.type === 'root' ? 0 : node.position!.start.offset,
    'value' in node ? node.value : '',
    'depth' in node ? node.depth : 0,
    'children' in node ? node.children.map(shape) : [],
  ];
}

const line = fc.constantFrom(
  '园区引进龙头企业。',
  '建设 平台',
  '## 二、人才',
  '- 引进人才',
  '- 培养人才',
  '1. 招商',
  '2. 引智',
  '  缩进的一行',
  '> 引语',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  '**要点**：建设',
  '见[平台](https://example.org)',
  '[平台]: https://example.org',
  '见[平台]和[^1]',
  '[^1]: 注',
  '```\n码\n\n码\n```',
  '<!-- 注\n\n注 -->',
  '---',
  '<b>文</b>',
  '100~200万元',
  '甲  ',
  '&amp;',
);
const documents = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n\n', '\r\n\r\n', '\n \n')), { maxLength: 14 })
  .map((parts) => parts.map(([words, end]) => words + end).join(''));

test('reading piece by piece gives the tree that the parser gives for the whole', () => {
  fc.assert(
    fc.property(documents, (source) => {
      assert.deepEqual(shape(parseMarkdown(source)), shape(parseWhole(source) as Root));
    }),
    { numRuns: 2000 },
  );
});

/** Each would take the parser minutes, or a stack that no machine has. */
const MONSTERS: readonly (readonly [string, string])[] = [
  ['emphasis that never closes', '*a_b'.repeat(20_000)],
  ['lists in lists', Array.from({ length: 1000 }, (_, i) => `${' '.repeat(2 * i)}- 甲`).join('\n')],
  ['lists on one line', '- '.repeat(5000)],
  ['quotes in quotes', `${'>'.repeat(5000)}甲`],
  ['underlined headings without blank lines', '甲\n===\n'.repeat(10_000)],
  ['backticks of every length', Array.from({ length: 600 }, (_, i) => '`'.repeat(i)).join('甲')],
  ['open brackets', '['.repeat(50_000)],
  ['references without definition', '[@甲] '.repeat(10_000)],
  ['one line of a million characters', '引进龙头企业，建设公共平台。'.repeat(71_500)],
  ['ten thousand headings', '## 一、任务\n\n'.repeat(10_000)],
];

for (const [name, source] of MONSTERS) {
  test(`${name} are read to the end`, () => {
    const marked = `${source}\n\n末尾一段。\n`;
    assert.equal(parsePlan(marked).blocks.at(-1)!.normal.value, '末尾一段。');
  });
}

test('tables and citations without other marks need no parser, and any other mark does', () => {
  const kind = (source: string) =>
    piecesOf(source, 0)
      .map((piece) => piece.kind)
      .join();
  assert.equal(kind('| 指标 | 2030年 |\n| --- | ---: |\n| **产值** | 500亿元 |'), 'table');
  assert.equal(kind('| 指标 | 2030年 |\n| --- | ---: |\n| 产值 |'), 'marked');
  assert.equal(kind('| 指标 | 2030年 |\n| --- | ---: |\n| 产值 | `500` |'), 'marked');
  assert.equal(kind('参照柳市的做法[@liushi-low-voltage; @keqiao-textile-chain]。'), 'cited');
  assert.equal(kind('**整治**：参照柳市[@liushi-low-voltage]。'), 'cited');
  assert.equal(kind('参照柳市[@liushi-low-voltage](https://example.org)。'), 'marked');
  assert.equal(kind('![@liushi-low-voltage]'), 'marked');
});

test('a citation that a definition makes a link is read as one', () => {
  const { children } = parseMarkdown('参照柳市[@liushi]。\n\n[@liushi]: https://example.org\n');
  assert.deepEqual(
    shape(children[0]!),
    shape((parseWhole('参照柳市[@liushi]。\n\n[@liushi]: https://example.org\n') as Root).children[0]!),
  );
});
