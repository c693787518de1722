import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkNine } from '../rules/helpers.ts';

/** Of a topic, where a chapter of a plan says one line. */
function levelOf(topic: string, line: string, { chapter = '重点任务', title = '云川园区产业发展规划' } = {}): string {
  return checkNine(`# ${title}\n\n## 一、${chapter}\n\n${line}\n`).evidence.get(topic)!.level;
}

test('places that each have industries of their own are a layout, one place or a field of development is none', () => {
  const layout = (line: string) => levelOf('layout', line);
  assert.equal(layout('支持临江市重点发展智能装备，常州县重点发展软件。'), 'addressed');
  assert.equal(layout('支持临江区重点发展智能装备。支持常山区重点发展软件。'), 'addressed');
  assert.equal(layout('支持临江区重点发展智能装备。'), 'absent');
  assert.equal(layout('支持本区重点发展领域的企业，鼓励园区重点发展产业。'), 'absent');
});

test('a structure of zones is a layout even where the present state is told, and so is room for firms', () => {
  assert.equal(levelOf('layout', '明确了“一核四区、内外双环”的空间结构。', { chapter: '基本情况' }), 'addressed');
  assert.equal(levelOf('layout', '用好20大先进制造园区，为企业提供优质优价空间。'), 'addressed');
});

test('standard factories that are built are a layout, those that are taxed, sold or registered are none', () => {
  assert.equal(levelOf('layout', '在工业园投资建设标准厂房。'), 'addressed');
  for (const line of [
    '标准厂房五年内第一次出售所缴纳的税收，按不低于30%的额度奖励给投资者。',
    '标准厂房建设所需办理的各项手续，由管委会全程协助办理。',
    '与建设标准厂房的投资商就政策优惠予以约定。',
    '根据标准厂房开发主体的信用度给予一定的信用贷款。',
  ])
    assert.equal(levelOf('layout', line), 'absent', line);
});
