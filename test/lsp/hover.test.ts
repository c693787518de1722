import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Hover, MarkupContent } from 'vscode-languageserver/node';
import { provincial } from './provincial.ts';
import { rendered } from './rendered.ts';
import { PLAIN, Wire, type WireOptions } from './wire.ts';

/** What hovering over the first `|` of a text shows; undefined for nothing. */
async function hoverAt(
  marked: string,
  options: WireOptions = {},
): Promise<{ value: string; text: string } | undefined> {
  const wire = await Wire.start({ locale: 'zh-cn', ...options });
  const at = marked.indexOf('|');
  const text = marked.slice(0, at) + marked.slice(at + 1);
  const lines = marked.slice(0, at).split('\n');
  const uri = await wire.open('plan.md', text);
  const position = { line: lines.length - 1, character: lines.at(-1)!.length };
  const found = await wire.request<Hover | null>('textDocument/hover', { textDocument: { uri }, position });
  await wire.stop();
  if (!found) return undefined;
  const { start, end } = found.range!;
  assert.equal(start.line, end.line);
  const covered = text.split('\n')[start.line]!.slice(start.character, end.character);
  return { value: (found.contents as MarkupContent).value, text: covered };
}

const PLAN = `---
parkplan:
  stage: draft
  pathways:
    talent: primary
---

# 云川园区产业发展规划（2026—2030年）

## 一、人才引育

到2027年引进领军人才20名，由组织部牵头。

## 二、保障措施

每年安排专项资金5000万元，借鉴昆山[@kunshan-sirna]。
`;
const at = (words: string, into = 1) => PLAN.replace(words, `${words.slice(0, into)}|${words.slice(into)}`);

test('a heading shows its element: question, level here and in the plan, what would lift it, a case', async () => {
  const card = (await hoverAt(at('一、人才引育')))!;
  assert.match(card.value, /人才引进/);
  assert.match(card.value, /评审会问/);
  assert.match(card.value, /本章程度 可落实/);
  assert.match(card.value, /`@[a-z-]+` — /);
});

test('a word that counted as evidence shows the card of its pathway', async () => {
  const card = (await hoverAt(at('领军人才', 3)))!;
  assert.match(card.value, /育龙引凤/);
  assert.match(card.value, /作用机理/);
  assert.match(card.text, /人才/);
});

test('a finding at the title shows what is missing', async () => {
  const card = (await hoverAt('# 云|川园区产业发展规划\n\n建设标准厂房20万平方米。\n'))!;
  assert.match(card.value, /未提及/);
});

test('keys of the front matter show what they mean', async () => {
  assert.match((await hoverAt(at('stage', 2)))!.value, /送审稿/);
  assert.match((await hoverAt(at('talent', 2)))!.value, /主路径/);
  assert.equal((await hoverAt(at('pathways', 2)))!.text, 'pathways');
});

test('a key of the front matter is shown as code, whatever it holds: no picture, no link', async () => {
  for (const key of ['"x`![p](https://a.example/p.png)`"', '"``[点此](command:evil)"', '"`<img src=x>"']) {
    const text = `---\nparkplan:\n  pathways:\n    |${key}: primary\n---\n\n${PLAN.slice(PLAN.indexOf('# '))}`;
    const html = rendered((await hoverAt(text))!.value);
    assert.match(html, /<code>/);
    assert.doesNotMatch(html, /<img|<a /);
  }
});

test('a cited key shows the case: figures with sources; beside the key there is no card', async () => {
  const card = (await hoverAt(at('@kunshan-sirna', 3)))!;
  assert.equal(card.text, '@kunshan-sirna');
  assert.match(card.value, /昆山/);
  assert.match(card.value, /〔1〕/);
  assert.doesNotMatch((await hoverAt(at('借鉴昆山')))?.value ?? '', /〔1〕/);
});

test('words follow the client’s language, and a client without Markdown gets none', async () => {
  assert.match((await hoverAt(at('stage', 2), { locale: 'en' }))!.value, /How far the plan is/);
  const plain = (await hoverAt(at('一、人才引育'), { capabilities: PLAIN }))!.value;
  assert.doesNotMatch(plain, /\*\*|\\/);
});

test('what is no plan shows nothing', async () => {
  assert.equal(await hoverAt('# 会议|纪要\n\n研究了人才引进。\n'), undefined);
});

test('words of a project’s own framework are shown as words, never as mark-up or commands', async () => {
  const files = provincial('ours');
  const talent = files['ours/talent.yaml']!;
  files['ours/talent.yaml'] = talent.replace(
    /^title:[\s\S]*?(?=^\w)/m,
    'title: { zh: "[点我](command:evil)<img src=x>", en: x }\n',
  );
  assert.notEqual(files['ours/talent.yaml'], talent);
  files['.parkplan.yaml'] = 'framework: ours/framework.yaml\n';
  const card = (await hoverAt(at('领军人才', 3), { files }))!;
  assert.match(card.value, /点我/);
  assert.doesNotMatch(rendered(card.value), /<a |<img/);
});
