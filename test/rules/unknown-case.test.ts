import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../../server/src/rules/types.ts';
import { checkNine } from './helpers.ts';

function unknown(sentence: string, references?: ReadonlySet<string>): Finding[] {
  const text = `# 云川园区产业发展规划\n\n## 一、经验借鉴\n\n${sentence}\n`;
  return checkNine(text, references ? { references } : {}).findings.filter(({ rule }) => rule === 'unknown-case');
}

/** The sentence after its first fix. */
function fixed(sentence: string): string {
  const [finding] = unknown(sentence);
  const edit = finding?.fixes[0]?.edits[0];
  assert.ok(finding && edit, sentence);
  const text = `# 云川园区产业发展规划\n\n## 一、经验借鉴\n\n${sentence}\n`;
  return (text.slice(0, edit.range.start) + edit.newText + text.slice(edit.range.end)).split('\n')[4]!;
}

test('the nearest key is suggested, with the case’s name, and never put in by itself', () => {
  const [finding] = unknown('柳市的整治[@liushi-low-voltge]。');
  assert.match(finding!.advice.zh, /liushi-low-voltage.*柳市/);
  assert.ok(finding!.fixes.every(({ automatic }) => !automatic));
  assert.equal(fixed('柳市的整治[@liushi-low-voltge, 第3页]。'), '柳市的整治[@liushi-low-voltage, 第3页]。');
});

test('a key in Chinese, or a part of one, finds the case that it names', () => {
  assert.equal(fixed('柳市的整治[@柳市低压电器]。'), '柳市的整治[@liushi-low-voltage]。');
  assert.equal(fixed('见 @昆山小核酸 的做法。'), '见 @kunshan-sirna 的做法。');
  assert.deepEqual(
    unknown('昆山经验[@kunshan]。')[0]!.fixes.map(({ edits }) => edits[0]!.newText),
    ['@kunshan-it', '@kunshan-sirna'],
  );
});

test('a key glued to Chinese words is set apart', () => {
  assert.equal(fixed('参照 @liushi-low-voltage的做法。'), '参照 @{liushi-low-voltage}的做法。');
  assert.equal(fixed('参照@liushi-low-voltage的做法。'), '参照 @{liushi-low-voltage}的做法。');
  assert.equal(fixed('参照@liushi-low-voltage，整治。'), '参照 @liushi-low-voltage，整治。');
  assert.deepEqual(unknown('参照 @{liushi-low-voltage}的做法，@liushi-low-voltage。'), []);
});

test('keys of the project’s own bibliography and single sources of a case are known', () => {
  assert.deepEqual(
    unknown('据 @王2020，[@yuntian-2024; @liushi-low-voltage/cns-2023]。', new Set(['王2020', 'yuntian-2024'])),
    [],
  );
  assert.equal(
    unknown('据[@yuntian-2025]。', new Set(['yuntian-2024']))[0]!.fixes[0]!.edits[0]!.newText,
    '@yuntian-2024',
  );
});

test('an account behind a word is no citation', () => {
  assert.deepEqual(unknown('请关注微博@parkplan和邮箱abc@park.cn。'), []);
});

test('keys of figures, tables and sections are references within the plan', () => {
  assert.deepEqual(unknown('见[@fig-map]、[@tbl:targets]、[@eq:growth]，另见 @sec-intro。'), []);
});

test('a full-width sign before a known key or nearly one is told', () => {
  assert.equal(fixed('整治[＠liushi-low-voltge]。'), '整治[@liushi-low-voltage]。');
  assert.equal(fixed('整治[＠liushi-low-voltage]。'), '整治[@liushi-low-voltage]。');
  assert.deepEqual(unknown('请关注[＠parkplan]，[\\@liushi-low-voltage]。'), []);
});
