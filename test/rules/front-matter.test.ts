import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkNine } from './helpers.ts';

const BODY = '# 云川园区产业发展规划\n\n## 一、主要任务\n\n建设厂房。\n';

function wrong(yaml: string) {
  return checkNine(`---\n${yaml}\n---\n\n${BODY}`).findings.filter(({ rule }) => rule === 'invalid-front-matter');
}

test('a period may be written with 年, and a wrong one is told how to be written', () => {
  for (const period of ['2026-2030年', '2026年—2030年', '2026——2030', '2026年', '2026'])
    assert.deepEqual(wrong(`parkplan:\n  period: ${period}`), [], period);
  const [finding] = wrong('parkplan:\n  period: 十五五');
  assert.match(finding!.message.zh, /2026-2030/);
  assert.match(finding!.message.en, /2026-2030/);
});

test('what is wrong with the YAML is told in Chinese to a Chinese reader', () => {
  for (const yaml of ['a: b: c', 'a: [b', '\ta: 1', 'a: 1\na: 2', 'a: *x', 'a: @x', 'a: "b']) {
    const found = wrong(`parkplan:\n  stage: draft\n${yaml}`);
    assert.ok(found.length > 0, yaml);
    for (const { message } of found) {
      assert.doesNotMatch(message.zh.replaceAll('YAML', ''), /[a-z]{2}/, yaml);
      assert.match(message.en, /: [A-Z]/, yaml);
    }
  }
});
