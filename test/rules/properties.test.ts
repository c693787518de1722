import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { rules } from '../../server/src/rules/rules.ts';
import { checkNine } from './helpers.ts';

const examples = new URL('../../examples/', import.meta.url);
const plans = readdirSync(examples)
  .filter((name) => name.endsWith('.md') && name !== 'README.md')
  .map((name) => readFileSync(new URL(name, examples), 'utf8'));

/** Pieces of real-looking plans, of broken Markdown, and of anything. */
const piece = fc.oneof(
  fc.constantFrom(
    '# 云川园区产业发展规划\n',
    '## 一、发展目标\n',
    '到2027年，引进龙头企业10家。\n',
    '---\nparkplan:\n  stage: draft\n---\n',
    '| 指标 | 2030年 |\n|---|---|\n| 产值（亿元） | 5 |\n',
    '<!-- parkplan-disable placeholder -->\n',
    '<!-- parkplan: talent here -->\n',
    '暂不引进人才。',
    '《关于',
    '（市科委',
    '```\n',
    '> ',
    '- ',
    '\r\n',
    '\u0000',
    '𠮷',
    '[@a; @',
    '[@liushi-low-voltage]',
    '柳市1990年关闭门市部1276家',
    '我区拟建@kunshan-sirna的',
    '；',
    'XX万元',
    '合计',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const anyText = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

test('any text gives findings without throwing, every range inside the text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { findings, evidence } = checkNine(text);
      const ranges = [
        ...findings.flatMap(({ range, related, fixes }) => [
          range,
          ...related.map((one) => one.range),
          ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.range)),
        ]),
        ...[...evidence.values()].flatMap((topic) => [...topic.evidence, ...topic.misses].map((one) => one.range)),
      ];
      for (const { start, end } of ranges)
        assert.ok(start >= 0 && start <= end && end <= text.length, `${start}-${end} of ${text.length}`);
    }),
    { numRuns: 150 },
  );
});

test('suppressing a finding in the next line removes just it and what stands on its line by the same rule', () => {
  for (const text of plans) {
    const before = checkNine(text).findings;
    for (const { rule, range } of before.slice(0, 12)) {
      const line = text.lastIndexOf('\n', range.start - 1) + 1;
      // A comment between front matter's lines or table rows would break them.
      if (line === 0 || /^\s*(?:\||title:)/.test(text.slice(line, line + 8)) || range.start < text.indexOf('\n# '))
        continue;
      const changed = `${text.slice(0, line)}<!-- parkplan-disable-next-line ${rule} -- 试验 -->\n\n${text.slice(line)}`;
      const shift = changed.length - text.length;
      const end = text.indexOf('\n', range.start);
      const kept = before.filter((one) => !(one.rule === rule && one.range.start >= line && one.range.start <= end));
      const after = checkNine(changed).findings;
      assert.deepEqual(
        after
          .map((one) => `${one.rule}@${one.range.start >= line + shift ? one.range.start - shift : one.range.start}`)
          .sort(),
        kept.map((one) => `${one.rule}@${one.range.start}`).sort(),
      );
    }
  }
});

test('edits of one fix do not overlap', () => {
  for (const text of plans)
    for (const { fixes } of checkNine(text).findings)
      for (const { edits } of fixes) {
        const sorted = [...edits].sort((a, b) => a.range.start - b.range.start);
        for (let i = 1; i < sorted.length; i++) assert.ok(sorted[i - 1]!.range.end <= sorted[i]!.range.start);
      }
});

test('an element’s skeleton, filled in where its fix puts it, makes its finding vanish', () => {
  for (const text of plans) {
    for (const { rule, element, fixes } of checkNine(text).findings) {
      if (rule !== 'missing-element') continue;
      const edit = fixes[0]!.edits[0]!;
      const filled = edit.newText.replace(/\{\{[^{}|]*\|([^{}]*)\}\}/g, '$1');
      const changed = text.slice(0, edit.range.start) + filled + text.slice(edit.range.end);
      const left = checkNine(changed).findings.filter((one) => one.rule === rule && one.element === element);
      assert.equal(left.length, 0, `${element}: ${filled}`);
    }
  }
});

test('marking a missing thing as not applicable makes its finding vanish', () => {
  for (const text of plans) {
    for (const { rule, element, pathway, fixes } of checkNine(text).findings) {
      if (!rule.startsWith('missing-')) continue;
      const edit = fixes.at(-1)!.edits[0]!;
      const changed =
        text.slice(0, edit.range.start) +
        edit.newText.replace(/\{\{(?:理由|reason)\}\}/, '另有专项规划') +
        text.slice(edit.range.end);
      const after = checkNine(changed).findings;
      assert.equal(after.filter((one) => one.rule === 'invalid-front-matter').length, 0);
      assert.equal(
        after.filter((one) => one.rule === rule && one.element === element && one.pathway === pathway).length,
        0,
        `${rule} ${element ?? pathway}`,
      );
    }
  }
});

test('automatic fixes are done after one pass', () => {
  const text =
    '# 云川园区产业发展规划\n\n## 一、主要任务\n\n<!-- parkplan-disable-next-line placehoder -- 金额未定 -->\n每年安排专项资金XX万元。\n';
  const once = applyAll(text);
  assert.notEqual(once, text);
  assert.equal(applyAll(once), once);
});

function applyAll(text: string): string {
  const edits = checkNine(text)
    .findings.flatMap(({ fixes }) => fixes.filter(({ automatic }) => automatic).flatMap((fix) => fix.edits))
    .sort((a, b) => b.range.start - a.range.start);
  return edits.reduce((now, { range, newText }) => now.slice(0, range.start) + newText + now.slice(range.end), text);
}

test('every rule can be turned off', () => {
  for (const rule of rules) {
    for (const { text } of rule.examples) {
      const { findings } = checkNine(text, { severities: { [rule.id]: 'off' } });
      assert.equal(findings.filter((one) => one.rule === rule.id).length, 0, rule.id);
    }
  }
});

test('no pathway is called the weakest of a plan that touches none and names none', () => {
  const { scores } = checkNine('# 云川园区产业发展规划\n\n## 一、主要任务\n\n建设标准厂房20万平方米。\n');
  assert.equal(scores.weakest, undefined);
  const named =
    '---\nparkplan:\n  pathways:\n    talent: primary\n---\n\n# 云川园区产业发展规划\n\n## 一、主要任务\n\n建设标准厂房20万平方米。\n';
  assert.equal(checkNine(named).scores.weakest, 'talent');
});
