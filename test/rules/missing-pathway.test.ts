import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { checkNine } from './helpers.ts';

const BODY = '# 云川园区产业发展规划\n\n## 一、主要任务\n\n引进高层次人才20名。\n';

function untouched(text: string) {
  return checkNine(text).findings.filter(({ rule, severity }) => rule === 'missing-pathway' && severity === 'hint');
}

function fixed(text: string): string {
  const [edit] = untouched(text)[0]!.fixes[0]!.edits;
  return text.slice(0, edit!.range.start) + edit!.newText + text.slice(edit!.range.end);
}

test('pathways that nobody asked for and that are never touched share one hint', () => {
  const [hint, ...others] = untouched(BODY);
  assert.equal(others.length, 0);
  assert.match(hint!.message.zh, /^未见这\d条路径的内容：.*高校成果转化/);
  assert.match(hint!.advice.en, /university-transfer/);
});

test('its fix marks them all as not applicable, below what the front matter has already', () => {
  for (const text of [BODY, `---\nparkplan:\n  stage: review\n---\n\n${BODY}`, `---\ntitle: 规划\n---\n\n${BODY}`]) {
    const now = fixed(text);
    const data = parse(now.split('---')[1]!) as { parkplan: { pathways: Record<string, { role: string }> } };
    const roles = Object.values(data.parkplan.pathways);
    assert.ok(roles.length > 3);
    assert.ok(roles.every(({ role }) => role === 'not-applicable'));
    assert.ok(now.endsWith(BODY));
    assert.deepEqual(untouched(now), []);
  }
});
