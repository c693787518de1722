import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkNine, told } from './helpers.ts';

const BODY = '建设标准厂房20万平方米。\n\n## 第六章 招商引资\n\n引进企业30家。\n';
const TITLE = '# 云川园区产业发展规划';

/** Rules that tell what is missing or weak. */
function rulesFor(text: string): string[] {
  return [
    ...new Set(checkNine(text).findings.flatMap(({ rule }) => (/^(?:missing|weak)-/.test(rule) ? [rule] : []))),
  ].sort();
}

const isPart = (text: string) => rulesFor(text).join() === 'missing-in-part';

function isWhole(text: string): boolean {
  const rules = rulesFor(text);
  return !rules.includes('missing-in-part') && rules.includes('missing-element') && rules.includes('missing-pathway');
}

test('a text that begins in the middle of a plan is a part', () => {
  assert.ok(isPart(`## 第五章 产业布局\n\n${BODY}`));
  assert.ok(isWhole(`## 第一章 产业布局\n\n${BODY}`));
  assert.ok(isPart(`（三）优化产业布局\n\n${BODY}`));
  assert.ok(isPart(`${TITLE}\n\n## 第五章 产业布局\n\n${BODY}`));
  assert.ok(isWhole(`${TITLE}\n\n## 第二章 产业布局\n\n${BODY}`));
});

test('a first chapter whose heading is a long paragraph is one', () => {
  const long = '围绕高端装备和新材料两个方向推动园区高质量发展，'.repeat(4);
  for (const number of ['一', '三'])
    assert.ok(isWhole(`${TITLE}\n\n${number}、${long}打造产业高地。\n\n## 三、产业布局\n\n${BODY}`), number);
});

test('a title that names chapters is that of a part, one that only has such words in it is not', () => {
  for (const title of [
    '云川市第十五个五年规划纲要（第二、三部分）',
    '云川园区产业发展规划（第十九章至第二十章）',
    'Chapter 5: Park Industries',
    'Pillar 2. Innovation',
  ])
    assert.ok(isPart(`# ${title}\n\n${BODY}`), title);
  for (const title of [
    '云川园区产业发展规划（第一阶段）',
    'Chapters of Growth: a Park Plan',
    '云川第二产业园发展规划（2026—2030年）',
  ])
    assert.ok(isWhole(`# ${title}\n\n## 第一章 产业布局\n\n${BODY}`), title);
});

test('a first line that is no title may name the chapter', () => {
  const rest = 'The park builds halls and roads, and lends to those who come.\n\nIt trains 200 fitters a year.\n';
  assert.ok(isPart(`Pillar One: Unlocking growth\n\n${rest}`));
  assert.ok(isPart(`CHAPTER III\n\nTasks of the programme\n\n${rest}`));
  assert.ok(isPart(`6 Employment and economic development\n\n6.1 ${rest}`));
  assert.ok(isWhole(`6 Employment and economic development\n\n${rest}`));
  assert.ok(isWhole(`# Linford Park Plan 2026–2030\n\nPillar One: Unlocking growth\n\n${rest}`));
});

test('a text that begins with a later number, or whose paragraphs do, is a part', () => {
  const rest = 'The park will open its gates and hire people for its halls.';
  assert.ok(isPart(`6.1.5 Existing incentives\n${rest}\n\n${rest}`));
  assert.ok(isPart(`B. National strategy\n\n24. ${rest}\n\n25. ${rest}`));
  assert.ok(isPart(`THE ECONOMY\n\n10.01 ${rest}\n\n10.02 ${rest}`));
  assert.ok(isPart(`Reinforcing skills\n\n71. ${rest}\n\n72. ${rest}`));
  assert.ok(!isPart(`Reinforcing skills\n\n2. ${rest}\n\n3. ${rest}`));
  assert.ok(
    !isPart(`3. 云川省人民政府关于印发推进招商引资若干措施的通知\n\n## 一、主要任务\n\n建设标准厂房20万平方米。\n`),
  );
});

test('with front matter a part is held to all, and the fix adds it', () => {
  const text = `## 第五章 产业布局\n\n${BODY}`;
  const found = checkNine(text).findings.find(({ rule }) => rule === 'missing-in-part')!;
  const { range, newText } = found.fixes[0]!.edits[0]!;
  const fixed = text.slice(0, range.start) + newText + text.slice(range.end);
  assert.equal(fixed, `---\nparkplan:\n  stage: draft\n---\n\n${text}`);
  assert.ok(isWhole(fixed));
});

test('front matter of another kind does not make a part a whole plan, nor does its title then', () => {
  const chapter = `## 第五章 产业布局\n\n${BODY}`;
  assert.ok(isPart(`---\ntitle: 产业布局\n---\n\n${chapter}`));
  assert.ok(isPart(`---\n---\n\n${chapter}`));
  assert.ok(isWhole(`---\nparkplan: {}\n---\n\n# 云川园区产业发展规划（第五章）\n\n${BODY}`));
  assert.ok(isWhole(`---\nparkplan: [\n---\n\n${chapter}`), 'what cannot be read may say it');
});

test('the fix stays behind a byte order mark and keeps the line ends', () => {
  const text = `\ufeff## 第五章 产业布局\n\n${BODY}`.replaceAll('\n', '\r\n');
  const [edit] = checkNine(text).findings.find(({ rule }) => rule === 'missing-in-part')!.fixes[0]!.edits;
  assert.deepEqual(edit, {
    range: { start: 1, end: 1 },
    newText: '---\r\nparkplan:\r\n  stage: draft\r\n---\r\n\r\n',
  });
});

test('the fix adds to front matter that is there', () => {
  const text = `---\ntitle: 产业布局\n---\n\n## 第五章 产业布局\n\n${BODY}`;
  const { range, newText } = checkNine(text).findings.find(({ rule }) => rule === 'missing-in-part')!.fixes[0]!
    .edits[0]!;
  const fixed = text.slice(0, range.start) + newText + text.slice(range.end);
  assert.ok(fixed.startsWith('---\ntitle: 产业布局\nparkplan:\n  stage: draft\n---\n'));
  assert.ok(isWhole(fixed));
});

test('what is missing and what is only named stand apart, and the places that name it beside', () => {
  const text = `## 第五章 产业布局\n\n坚持人才引领，人才支撑作用不断增强。\n\n${BODY}`;
  const [found, ...others] = checkNine(text).findings.filter(({ rule }) => rule === 'missing-in-part');
  assert.deepEqual(others, []);
  assert.match(found!.message.zh, /未见：.*风险防控.*；只提到：.*育龙引凤/);
  assert.match(found!.message.en, /nothing found here on: .*; named at most: /);
  assert.deepEqual(told(text, found!.related as never), ['坚持人才引领']);
});

test('a part that has all is not spoken of', () => {
  const whole = [
    '## 第二章 发展基础\n\n2025年，园区规上工业总产值达到120亿元。',
    '## 第三章 主要任务\n\n到2030年，规上工业总产值达到300亿元。2026年底前，在园区东部布局装备产业片区，建成标准厂房20万平方米（责任单位：市工信局）。每年安排专项资金5000万元。引进高层次人才20名，给予安家补贴100万元。',
    '## 第四章 绿色与安全\n\n建设集中供热和污水处理设施，单位产值能耗下降15%。建立风险预警机制，制定应急预案。',
    '## 第五章 保障措施\n\n每半年对规划实施情况开展评估，结果向社会公布。',
  ].join('\n\n');
  assert.deepEqual(rulesFor(`${whole}\n`), []);
});

test('targets whose chapter is told to have no figure are not told again', () => {
  const text = '## 第五章 发展目标\n\n产业规模显著提升，成为国内一流园区。\n\n## 第六章 招商引资\n\n引进企业30家。\n';
  const { findings } = checkNine(text);
  assert.ok(findings.some(({ rule }) => rule === 'unquantified-target'));
  assert.doesNotMatch(findings.find(({ rule }) => rule === 'missing-in-part')!.message.zh, /目标指标/);
});
