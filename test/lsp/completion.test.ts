import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompletionItem, CompletionList, TextEdit } from 'vscode-languageserver/node';
import { FULL, Wire, type WireOptions } from './wire.ts';

/** Completion where `|` stands in a text. */
async function complete(marked: string, options: WireOptions = {}, trigger?: string): Promise<CompletionItem[]> {
  const wire = await Wire.start({ locale: 'zh-cn', ...options });
  const at = marked.indexOf('|');
  const text = marked.slice(0, at) + marked.slice(at + 1);
  const lines = marked.slice(0, at).split('\n');
  const uri = await wire.open('plan.md', text);
  const answer = await wire.request<CompletionList | CompletionItem[] | null>('textDocument/completion', {
    textDocument: { uri },
    position: { line: lines.length - 1, character: lines.at(-1)!.length },
    context: trigger === undefined ? { triggerKind: 1 } : { triggerKind: 2, triggerCharacter: trigger },
  });
  await wire.stop();
  return Array.isArray(answer) ? answer : (answer?.items ?? []);
}

const labels = (items: readonly CompletionItem[]) => items.map(({ label }) => label);
const inserted = ({ textEdit }: CompletionItem) => (textEdit as TextEdit).newText;
const BODY = '\n---\n\n# 云川园区产业发展规划\n\n## 一、主要任务\n\n建设标准厂房20万平方米。\n';

test('front matter offers the keys that fit where the cursor stands', async () => {
  assert.deepEqual(labels(await complete(`---\n|${BODY}`)), ['title', 'parkplan']);
  assert.deepEqual(labels(await complete(`---\nparkplan:\n  st|${BODY}`)), [
    'stage',
    'period',
    'pathways',
    'not-applicable',
  ]);
  const pathways = await complete(`---\nparkplan:\n  pathways:\n    |${BODY}`);
  assert.equal(pathways.length, 9);
  assert.match(inserted(pathways[0]!), /^[a-z-]+: \$\{1\|primary,supporting\|\}$/);
  const excuses = await complete(`---\nparkplan:\n  not-applicable:\n    |${BODY}`);
  assert.ok(labels(excuses).includes('risk') && labels(excuses).includes('talent/attraction'));
});

test('front matter offers the values of a key, with what they mean', async () => {
  const stages = await complete(`---\nparkplan:\n  stage: |${BODY}`);
  assert.deepEqual(labels(stages), ['outline', 'draft', 'consultation', 'review', 'issued']);
  assert.equal(stages[3]!.detail, '送审稿');
  const roles = await complete(`---\nparkplan:\n  pathways:\n    talent: |${BODY}`);
  assert.deepEqual(labels(roles), ['primary', 'supporting', 'not-applicable']);
  assert.match(inserted(roles[2]!), /^\{ role: not-applicable, reason: "\$\{1:理由\}" \}$/);
  assert.deepEqual(await complete(`---\ntitle: |${BODY}`), []);
});

test('front matter that is broken where somebody types it still completes', async () => {
  assert.ok(
    labels(await complete(`---\nparkplan:\n  stage: draft\n  pathways:\n    talent: primary\n    lead|${BODY}`))
      .length === 9,
  );
});

const PLAN =
  '# 云川园区产业发展规划（2026—2030年）\n\n## 一、主要任务\n\n建设标准厂房20万平方米。\n\n|\n\n## 二、保障措施\n\n|每年安排专项资金5000万元。\n';
const inTasks = PLAN.replace('|每', '每');
const inSafeguards = inTasks.replace('|\n\n## 二', '\n\n## 二').replace('元。\n', '元。\n\n|');

test('an empty line offers the elements that are missing, those of the chapter first', async () => {
  const tasks = await complete(inTasks);
  const safeguards = await complete(inSafeguards);
  assert.ok(tasks.length > 20);
  assert.notEqual(tasks[0]!.label, safeguards[0]!.label);
  const risk = labels(safeguards).indexOf('风险防控');
  assert.ok(risk >= 0 && risk < 8, `风险防控 is number ${risk}`);
  assert.ok(labels(tasks).indexOf('风险防控') > risk);
  const item = safeguards[risk]!;
  assert.match(inserted(item), /^### 风险防控\n\n[\s\S]*\$\{1:/);
  assert.match(item.filterText!, /fengxianfangkong/);
  assert.match(item.filterText!, /\bfxfk\b/);
});

test('a client without snippets gets the slots as they are', async () => {
  const { completion: _, ...textDocument } = FULL.textDocument!;
  const [first] = await complete(inTasks, { capabilities: { ...FULL, textDocument } });
  assert.match(inserted(first!), /\{\{/);
  assert.equal(first!.insertTextFormat, 1);
});

test('within a paragraph, and in what is no plan, nothing is offered', async () => {
  assert.deepEqual(await complete(inTasks.replace('\n|\n', '\n\n').replace('建设标', '建设|标')), []);
  assert.deepEqual(await complete('# 会议纪要\n\n|\n'), []);
});

test('a comment offers directives, then rules or ids; a dash elsewhere offers nothing', async () => {
  const at = (line: string, trigger?: string) => complete(inTasks.replace('|', line), {}, trigger);
  const directives = await at('<!--|', '-');
  assert.ok(labels(directives).includes('parkplan-disable-next-line'));
  assert.match(inserted(directives[0]!), /^ parkplan-disable-next-line \$\{1:rule\} -- \$\{2:理由\} -->$/);
  assert.ok(labels(await at('<!-- parkplan-disable-next-line |')).includes('missing-element'));
  assert.ok(labels(await at('<!-- parkplan: |')).includes('talent/attraction'));
  assert.deepEqual(await at('<!-- parkplan-disable-line placeholder -- 金额|'), []);
  assert.deepEqual(await at('2026-|', '-'), []);
});

test('an @ offers cases by id, Chinese name, pinyin initials and place; the text is the citation', async () => {
  const at = (typed: string) => complete(inTasks.replace('|', `昆山的做法可以借鉴${typed}|`), {}, '@');
  for (const typed of ['@ks', '@核酸', '@kunshan', '@小核酸', '@hesuan']) {
    const items = await at(typed);
    const place = items.findIndex((item) => inserted(item) === '[@kunshan-sirna]');
    assert.ok(place >= 0 && place < 3, `${typed}: number ${place}`);
  }
  const [first] = await at('[@liushi');
  assert.equal(inserted(first!), '@liushi-low-voltage]');
  const [inGroup] = await complete(inTasks.replace('|', '见[@yiwu-market; @liushi|]'));
  assert.equal(inserted(inGroup!), '@liushi-low-voltage');
  const sentence = (await at('@ks')).find((item) => inserted(item).endsWith('[@kunshan-sirna]。'));
  assert.match(inserted(sentence!), /\p{Script=Han}{4,}.*\[@kunshan-sirna\]。$/u);
});

test('an @ in an address offers nothing', async () => {
  assert.deepEqual(await complete(inTasks.replace('|', '联系 office@|'), {}, '@'), []);
});
