import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unifiedDiff } from '../../server/src/cli/diff.ts';
import { applyAutomaticFixes, dominantLineEnd } from '../../server/src/rules/apply-fixes.ts';
import type { Edit, Finding } from '../../server/src/rules/types.ts';
import { checkNine } from './helpers.ts';

const both = (words: string) => ({ zh: words, en: words });

function finding(edits: readonly Edit[], automatic = true): Finding {
  return {
    rule: 'heading-numbering',
    severity: 'warning',
    range: { start: 0, end: 0 },
    message: both('m'),
    why: both('w'),
    advice: both('a'),
    related: [],
    fixes: [{ title: both('t'), edits, automatic }],
  };
}

const replace = (text: string, from: string, to: string): Edit => {
  const start = text.indexOf(from);
  return { range: { start, end: start + from.length }, newText: to };
};

test('automatic fixes are applied, the others are left to a person', () => {
  const text = '一、目标\n三、任务\n';
  assert.equal(
    applyAutomaticFixes(text, [
      finding([replace(text, '三', '二')]),
      finding([replace(text, '任务', '{{任务}}')], false),
    ]),
    '一、目标\n二、任务\n',
  );
});

test('a fix with several edits is applied whole or not at all', () => {
  const text = '甲乙丙丁';
  const first = finding([replace(text, '乙', 'B')]);
  const second = finding([replace(text, '甲', 'A'), replace(text, '乙丙', 'BC')]);
  assert.equal(applyAutomaticFixes(text, [first, second]), '甲B丙丁');
});

test('two insertions at one place do not run into each other', () => {
  const at = (newText: string): Edit => ({ range: { start: 2, end: 2 }, newText });
  assert.equal(applyAutomaticFixes('甲乙', [finding([at('丙')]), finding([at('丁')])]), '甲乙丙');
});

test('nothing to apply, or nothing changed, is undefined', () => {
  assert.equal(applyAutomaticFixes('甲', []), undefined);
  assert.equal(applyAutomaticFixes('甲', [finding([replace('甲', '甲', '甲')])]), undefined);
});

test('inserted lines end as the text’s lines do', () => {
  const edit: Edit = { range: { start: 3, end: 3 }, newText: '乙\n丙\n' };
  assert.equal(applyAutomaticFixes('甲\r\n丁\r\n', [finding([edit])]), '甲\r\n乙\r\n丙\r\n丁\r\n');
  assert.equal(dominantLineEnd('a\rb\rc'), '\r');
  assert.equal(dominantLineEnd('a\nb\r\nc\n'), '\n');
  assert.equal(dominantLineEnd(''), '\n');
});

test('a diff shows each change with three lines around it', () => {
  const before = Array.from({ length: 20 }, (_, i) => `第${i + 1}行`).join('\n');
  const after = before.replace('第3行', '三').replace('第18行\n', '');
  assert.equal(
    unifiedDiff('plan.md', before, after),
    [
      '--- plan.md',
      '+++ plan.md',
      '@@ -1,6 +1,6 @@',
      ' 第1行',
      ' 第2行',
      '-第3行',
      '+三',
      ' 第4行',
      ' 第5行',
      ' 第6行',
      '@@ -15,6 +15,5 @@',
      ' 第15行',
      ' 第16行',
      ' 第17行',
      '-第18行',
      ' 第19行',
      ' 第20行',
      '\\ No newline at end of file',
      '',
    ].join('\n'),
  );
  assert.equal(unifiedDiff('plan.md', before, before), '');
});

test('a suppression that takes nothing out goes with the comment that ends it, and with no other', () => {
  const plan = (comments: readonly [string, string]) =>
    `# 云川园区产业发展规划\n\n## 一、主要任务\n\n<!-- ${comments[0]} -->\n\n建设标准厂房20万平方米。\n\n<!-- ${comments[1]} -->\n`;
  const fixed = (text: string) =>
    applyAutomaticFixes(
      text,
      checkNine(text).findings.filter(({ rule }) => rule === 'unused-suppression'),
    );
  const off = 'parkplan-disable placeholder -- 金额未定';
  assert.doesNotMatch(fixed(plan([off, 'parkplan-enable placeholder']))!, /parkplan/);
  assert.match(fixed(plan([off, 'parkplan-enable placeholder weak-element']))!, /<!-- parkplan-enable/);
});
