import assert from 'node:assert/strict';
import { test } from 'node:test';
import { find, indexOf } from '../../server/src/cases/find-cases.ts';
import { findableReference } from '../../server/src/references/findable-reference.ts';
import { referenceText } from '../../server/src/references/gbt7714.ts';
import { readBibliography } from '../../server/src/references/read-bibliography.ts';
import { bibtexOf } from '../../server/src/references/write-bibtex.ts';

const BIB = `% 课题组的参考文献
@string{zaixian = "园区在线"}
@article{wang2023,
  author = {王翀 and 李明},
  title = {园区如何建立产业集群},
  journal = zaixian,
  year = 2023, number = 4, pages = {1--9}, langid = {chinese}
}
@book{broken2020,
  title = {没有结尾
@book{porter1998, author = {Porter, Michael E.}, title = {On Competition}, publisher = {Harvard Business School Press}, address = {Boston}, year = {1998}}
@book{wang2023, title = {同一个编号}}
@online{云栅2024, title = {云栅经验 \\& 启示}, url = {https://example.cn/x}, urldate = {2025-03-02}, date = {2024-05}}
`;

test('BibTeX and BibLaTeX are read; a broken entry and a key used twice are told with their lines, the rest goes on', async () => {
  const { references, problems, offsets } = await readBibliography('/p/references.bib', BIB);
  assert.deepEqual(
    references.map(({ id }) => id),
    ['wang2023', 'porter1998', '云栅2024'],
  );
  assert.deepEqual(
    problems.map(({ line, column, message }) => [line, column, message.en.replace(/:.*/, '')]),
    [
      [9, 1, 'The entry "broken2020" is broken and left out'],
      [12, 1, 'The key "wang2023" is already used in line 3'],
    ],
  );
  assert.ok(BIB.slice(offsets.get('porter1998')).startsWith('@book{porter1998'));
  assert.deepEqual(
    references.map((one) => referenceText(one, { edition: '2025', style: 'numeric' })),
    [
      '王翀，李明. 园区如何建立产业集群[J]. 园区在线，2023（4）：1-9.',
      'Porter M E. On Competition[M]. Boston：Harvard Business School Press，1998.',
      '云栅经验 & 启示[EB/OL].（2024-05）[2025-03-02]. https://example.cn/x.',
    ],
  );
});

test('a file that is no bibliography at all is told at its start', async () => {
  const { references, problems } = await readBibliography('/p/references.bib', '\n这里没有条目\n');
  assert.deepEqual(references, []);
  assert.deepEqual([problems[0]!.line, problems[0]!.column], [2, 1]);
});

test('CSL-JSON is read; wrong items are told where they stand, the rest goes on', async () => {
  const text = `[
  { "id": "a", "type": "book", "title": "A", "author": [{ "literal": "甲" }] },
  { "title": "no key" },
  { "id": "b", "author": "乙" },
  { "id": "a", "title": "[again], {really}" },
  { "id": 7, "title": "number" }
]`;
  const { references, problems, offsets } = await readBibliography('/p/references.json', text);
  assert.deepEqual(
    references.map(({ id }) => id),
    ['a', '7'],
  );
  assert.deepEqual(
    problems.map(({ line, column }) => [line, column]),
    [
      [3, 3],
      [4, 3],
      [5, 3],
    ],
  );
  assert.ok(text.slice(offsets.get('7')).startsWith('{ "id": 7'));
});

test('broken JSON is told where it breaks', async () => {
  const { problems } = await readBibliography('/p/references.json', '[\n  { "id": "a", }\n]');
  assert.equal(problems.length, 1);
  assert.equal(problems[0]!.line, 2);
});

test('what is written as BibLaTeX is read back as the same works', async () => {
  const { references } = await readBibliography('/p/references.bib', BIB);
  const again = await readBibliography('/p/again.bib', bibtexOf(references));
  assert.deepEqual(again.problems, []);
  const text = (one: (typeof references)[number]) => referenceText(one, { edition: '2025', style: 'numeric' });
  assert.deepEqual(again.references.map(text), references.map(text));
});

test('a bibliography of 20,000 entries with one broken in the middle: all others are there and found', async () => {
  const entries = Array.from(
    { length: 20_000 },
    (_, i) =>
      `@article{wang${i}, author = {王翀 and Smith, John}, title = {产业集群与创新网络研究之${i}}, journal = {Journal of Clusters}, year = {2020}}`,
  );
  entries[7776] = '@book{oops, title = {';
  const { references, problems } = await readBibliography('/p/big.bib', entries.join('\n'));
  assert.equal(references.length, 19_999);
  assert.deepEqual(
    problems.map(({ line }) => line),
    [7777],
  );
  const index = indexOf(references.map(findableReference));
  assert.equal(find(index, '网络研究之19999')[0]?.entry.key, 'wang19999');
  assert.equal(find(index, 'cyjq').length, 50);
});
