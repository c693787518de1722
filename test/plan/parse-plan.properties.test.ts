import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rangeIn } from '../../server/src/plan/normal-text.ts';
import { parsePlan } from '../../server/src/plan/parse-plan.ts';
import { isPlan } from '../../server/src/plan/recognise.ts';
import type { Plan } from '../../server/src/plan/types.ts';
import type { Range } from '../../server/src/text.ts';

const WORDS = [
  '引进龙头企业',
  '建设公共平台',
  '，',
  '。',
  '；',
  '：',
  '（一）',
  '一、',
  '第一章 ',
  '1. ',
  '1.1 ',
  '①',
  '到2027年',
  '500万元',
  'XX',
  '《园区规划》',
  '“双百计划”',
  ' ',
  '　',
  'talent',
  'The park will grow. ',
  'No. 5',
  '总体要求',
  '保障措施',
  '附件1',
  '目录',
  '......3',
  '[@case-a; @b, p. 3]',
  '@c',
  '🏭',
  '園區',
  '專欄',
  '专栏1 ',
];
const MARKS = [
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '# ',
  '## ',
  '### ',
  '- ',
  '> ',
  '  \n',
  '**',
  '*',
  '_',
  '`',
  '```\n',
  '---\n',
  '===\n',
  '| a | b |\n|---|---|\n| 1 | 2 |\n',
  '<!-- parkplan: talent here -->',
  '<!--',
  '-->',
  '<b>',
  '<p>',
  '</p>',
  '<h2>',
  '<ol><li>',
  '<li>',
  '<table>\n',
  '</table>\n',
  '<tr><td rowspan="2">',
  '<th colspan=3>',
  '<td>',
  '<br>',
  '<script>',
  '&nbsp;',
  '&ldquo;',
  '[',
  ']',
  '(',
  ')',
  '](x)',
  '[a]: b\n',
  '[^1]',
  '[^1]: 注\n',
  '&amp;',
  '&#x1F3ED;',
  '\\',
  '\\@',
  '~',
  '~~',
  '\0',
  '\t',
  '    ',
  '\ufeff',
  'title: a\n',
  '{{',
  '}}',
  '\ud800',
];

const markdown = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...WORDS) },
      { weight: 2, arbitrary: fc.constantFrom(...MARKS) },
      fc.string({ maxLength: 6, unit: 'binary' }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));
const text = fc.oneof(
  { weight: 6, arbitrary: markdown },
  fc.string({ maxLength: 80, unit: 'grapheme' }),
  markdown.map((body) => `---\n${body}\n---\n${body}`),
);

function* rangesOf(plan: Plan): Generator<Range> {
  if (plan.title) yield plan.title.range;
  if (plan.frontMatter) {
    yield plan.frontMatter.range;
    yield plan.frontMatter.contentRange;
    for (const problem of plan.frontMatter.problems) yield problem.range;
  }
  for (const { range, bodyRange, heading } of plan.sections) {
    yield range;
    yield bodyRange;
    if (heading) {
      yield heading.range;
      yield heading.textRange;
      if (heading.numbering) yield heading.numbering.range;
    }
  }
  for (const block of plan.blocks) {
    yield block.range;
    for (const sentence of block.sentences) {
      yield rangeIn(block.normal, sentence.from, sentence.to);
      for (const clause of sentence.clauses) yield rangeIn(block.normal, clause.from, clause.to);
    }
    for (const cell of [...(block.cells ?? []), ...(block.header ?? [])]) yield cell.range;
  }
  for (const { range, keyRange } of plan.citations) {
    yield range;
    yield keyRange;
  }
  for (const { range, names } of plan.directives) {
    yield range;
    for (const name of names) yield name.range;
  }
  for (const { range } of [
    ...plan.figures,
    ...plan.dates,
    ...plan.units,
    ...plan.names,
    ...plan.titles,
    ...plan.placeholders,
  ])
    yield range;
}

test('every range lies inside the text, whatever the text', () => {
  fc.assert(
    fc.property(text, (source) => {
      const plan = parsePlan(source);
      for (const { start, end } of rangesOf(plan))
        assert.ok(0 <= start && start <= end && end <= source.length, `${start}..${end} of ${source.length}`);
      isPlan(plan);
    }),
    { numRuns: 1500 },
  );
});

test('normalised text is never longer than the source, and its offsets rise', () => {
  fc.assert(
    fc.property(text, (source) => {
      for (const { normal } of parsePlan(source).blocks) {
        assert.equal(normal.offsets.length, normal.value.length + 1);
        assert.ok(normal.value.length <= source.length);
        for (let i = 1; i < normal.offsets.length; i++) assert.ok(normal.offsets[i - 1]! <= normal.offsets[i]!);
        assert.ok(normal.offsets[normal.value.length]! <= source.length);
      }
    }),
    { numRuns: 800 },
  );
});

test('sections form a tree in document order, and every block is in one', () => {
  fc.assert(
    fc.property(text, (source) => {
      const { sections, blocks } = parsePlan(source);
      sections.forEach((section, id) => {
        assert.equal(section.id, id);
        if (id === 0) return;
        const parent = sections[section.parent]!;
        assert.ok(section.parent < id && parent.children.includes(id));
        assert.ok(parent.range.start <= section.range.start && section.range.end <= parent.range.end);
        assert.ok(section.range.start <= section.bodyRange.end && section.bodyRange.end <= section.range.end);
        assert.ok(sections[id - 1]!.range.start <= section.range.start);
      });
      assert.deepEqual(
        sections.flatMap((section) => [...section.blocks]).sort((a, b) => a - b),
        blocks.map((block) => block.id),
      );
      blocks.forEach((block, id) => {
        assert.equal(block.id, id);
        assert.ok(sections[block.section]!.blocks.includes(id));
        assert.ok(id === 0 || blocks[id - 1]!.range.start <= block.range.start);
      });
    }),
    { numRuns: 800 },
  );
});

test('sentences and clauses follow each other without overlap', () => {
  fc.assert(
    fc.property(text, (source) => {
      for (const { sentences, normal } of parsePlan(source).blocks) {
        let end = 0;
        for (const sentence of sentences) {
          assert.ok(sentence.from >= end && sentence.to > sentence.from && sentence.to <= normal.value.length);
          end = sentence.to;
          let inner = sentence.from;
          for (const clause of sentence.clauses) {
            assert.ok(clause.from >= inner && clause.to > clause.from && clause.to <= sentence.to);
            inner = clause.to;
          }
        }
      }
    }),
    { numRuns: 800 },
  );
});

test('no word between the marks is lost', () => {
  const words = fc.array(fc.constantFrom('引进龙头企业', '建设公共平台', '培育技能人才'), {
    minLength: 1,
    maxLength: 8,
  });
  const around = fc.constantFrom(
    ['', '\n\n'],
    ['# ', '\n\n'],
    ['- ', '\n'],
    ['（一）', '。\n\n'],
    ['> ', '\n\n'],
    ['　　', '。\n'],
    ['    ', '\n\n'],
    ['**', '**\n\n'],
    ['| ', ' |\n'],
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(words, around), { maxLength: 8 }), (parts) => {
      const source = parts.map(([inner, [open, close]]) => open + inner.join('，') + close).join('');
      const all = parsePlan(source)
        .blocks.map((block) => block.normal.value)
        .join('\n');
      for (const word of ['引进龙头企业', '建设公共平台', '培育技能人才'])
        assert.equal(all.split(word).length, source.split(word).length);
    }),
    { numRuns: 500 },
  );
});
