import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rules } from '../../server/src/rules/rules.ts';
import { checkNine, told } from './helpers.ts';

for (const rule of rules) {
  test(`${rule.id}: has examples that report something`, () => {
    assert.ok(rule.examples.some(({ reports, reportsAtLeast }) => reports.length > 0 || reportsAtLeast));
  });
  for (const { title, text, reports, reportsAtLeast } of rule.examples) {
    test(`${rule.id}: ${title.en}`, () => {
      const findings = checkNine(text).findings.filter((finding) => finding.rule === rule.id);
      if (!reportsAtLeast) {
        assert.deepEqual(told(text, findings), reports);
        return;
      }
      for (const { element, pathway, at } of reportsAtLeast) {
        const found = findings.find((one) => (element ? one.element === element : one.pathway === pathway));
        assert.ok(
          found,
          `nothing about ${element ?? pathway} among ${findings.map((one) => one.element ?? one.pathway)}`,
        );
        assert.ok(text.slice(found.range.start).startsWith(at), text.slice(found.range.start, found.range.end));
      }
    });
  }
}

test('one industry and another “及相关产业” are two indicators', () => {
  const text =
    '# 云川园区产业发展规划（2026—2030年）\n\n## 一、主要任务\n\n到2030年，虚拟现实及相关产业规模达到1500亿元。\n\n到2030年，移动物联网及相关产业规模达到2000亿元。\n';
  assert.deepEqual(told(text, checkNine(text).findings, 'conflicting-figures'), []);
});
