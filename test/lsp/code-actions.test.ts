import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { CodeAction, Diagnostic, SnippetTextEdit, TextDocumentEdit, TextEdit } from 'vscode-languageserver/node';
import { rules } from '../../server/src/rules/rules.ts';
import { FULL, PLAIN, Wire, type WireOptions } from './wire.ts';

const examples = new URL('../../examples/', import.meta.url);
const TEXTS = [
  ...readdirSync(examples)
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(new URL(name, examples), 'utf8')),
  ...rules.flatMap((rule) => rule.examples.map(({ text }) => text)),
];
const PLAN =
  '# 云川园区产业发展规划（2026—2030年）\n\n## 一、主要任务\n\n建设标准厂房XX万平方米。\n\n## 二、空间布局\n\n形成一核两翼的布局。\n\n## 四、保障措施\n\n每年安排专项资金5000万元。\n';

type AnyEdit = TextEdit | SnippetTextEdit;
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 100_000, character: 0 } };

async function actionsOn(text: string, options: WireOptions = {}, only?: string[]) {
  const wire = await Wire.start({ locale: 'zh-cn', ...options });
  const uri = await wire.open('plan.md', text);
  const actions = await wire.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: WHOLE,
    context: { diagnostics: [], ...(only ? { only } : {}) },
  });
  const diagnostics = await wire.pull(uri).catch(() => []);
  await wire.stop();
  return { actions: actions ?? [], diagnostics };
}

function editsOf({ edit }: CodeAction): AnyEdit[] {
  return edit!.documentChanges
    ? ((edit!.documentChanges[0] as TextDocumentEdit).edits as AnyEdit[])
    : Object.values(edit!.changes!)[0]!;
}

const newText = (edit: AnyEdit) => ('snippet' in edit ? edit.snippet.value : edit.newText);

/** A text after edits, tab stops filled with what they show. */
function applied(text: string, edits: readonly AnyEdit[]): string {
  const lines = text.split(/(?<=\r\n|\r(?!\n)|\n)/);
  const starts = lines.map((_, i) => lines.slice(0, i).join('').length);
  const offset = ({ line, character }: { line: number; character: number }) =>
    line < lines.length ? starts[line]! + character : text.length;
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce((at, edit) => {
      const filled = newText(edit)
        .replace(/\$\{\d+:((?:[^}\\]|\\.)*)\}/g, '$1')
        .replace(/\\([\\$}])/g, '$1');
      return at.slice(0, offset(edit.range.start)) + filled + at.slice(offset(edit.range.end));
    }, text);
}

const named = (actions: readonly CodeAction[], code: string) =>
  actions.filter(({ diagnostics }) => diagnostics?.[0]?.code === code);
const about = (words: RegExp) => (action: CodeAction) =>
  action.diagnostics!.some(({ message }) => words.test(String(message)));

test('a missing element can be inserted, excused or suppressed; the first is preferred and has tab stops', async () => {
  const { actions } = await actionsOn(PLAN);
  const risk = named(actions, 'missing-element').filter(about(/风险防控/));
  assert.equal(risk.length, 3);
  assert.deepEqual(
    risk.map(({ isPreferred }) => isPreferred),
    [true, false, false],
  );
  assert.match(newText(editsOf(risk[0]!)[0]!), /\$\{1:/);
  assert.match(newText(editsOf(risk[1]!)[0]!), /^---\nparkplan:\n {2}not-applicable:\n {4}risk: "\$\{1:理由\}"/);
  assert.match(newText(editsOf(risk[2]!)[0]!), /parkplan-disable-next-line missing-element -- \$\{1:理由\}/);
});

test('no finding of any example has more than three', async () => {
  for (const text of TEXTS) {
    const { actions, diagnostics } = await actionsOn(text);
    const counts = new Map<string, number>();
    for (const diagnostic of actions.flatMap((action) => action.diagnostics!)) {
      const key = JSON.stringify(diagnostic);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    assert.ok([...counts.values()].every((count) => count <= 3));
    assert.ok(counts.size <= diagnostics.length);
  }
});

test('inserting makes the finding vanish, and so does excusing and suppressing', async () => {
  for (const text of [PLAN, ...TEXTS.slice(0, 4)]) {
    const { actions } = await actionsOn(text);
    for (const action of actions) {
      const [diagnostic] = action.diagnostics as [Diagnostic];
      const after = await actionsOn(applied(text, editsOf(action)));
      const key = ({ code, message }: Diagnostic) => `${code} ${message}`;
      const count = (list: readonly Diagnostic[]) => list.filter((one) => key(one) === key(diagnostic)).length;
      const before = new Set(actions.flatMap(({ diagnostics }) => diagnostics!.map((one) => JSON.stringify(one))));
      const had = [...before].filter((one) => key(JSON.parse(one)) === key(diagnostic)).length;
      assert.ok(
        count(after.diagnostics) < had,
        `${action.title} at ${JSON.stringify(diagnostic.range)}\n${text.slice(0, 60)}`,
      );
    }
  }
});

test('a suppression within a list, a table or a paragraph leaves the block whole', async () => {
  const lines = [
    '- 建设厂房XX万平方米。',
    '| 厂房 | XX万平方米 |',
    '第二行写着XX万平方米。',
    '> 引文写着XX万元。',
    '## 投资XX万元',
  ];
  const text = `# 云川园区产业发展规划\n\n## 一、主要任务\n\n- 引进企业20家；\n${lines[0]}\n\n| 项目 | 规模 |\n| --- | --- |\n${lines[1]}\n\n第一行写着20万平方米，\n${lines[2]}\n\n${lines[3]}\n\n${lines[4]}\n\n建设厂房。\n`;
  const { actions } = await actionsOn(text);
  const suppress = named(actions, 'placeholder').filter(({ edit }) =>
    JSON.stringify(edit).includes('parkplan-disable'),
  );
  assert.equal(suppress.length, lines.length);
  for (const action of suppress) {
    const after = applied(text, editsOf(action));
    const { diagnostics } = await actionsOn(after);
    assert.equal(diagnostics.filter(({ code }) => code === 'placeholder').length, lines.length - 1, after);
    assert.ok(!diagnostics.some(({ code }) => code === 'unused-suppression' || code === 'unknown-suppression'), after);
  }
});

test('one comment suppresses all findings of a rule at a place, and is offered once', async () => {
  const { actions } = await actionsOn(PLAN);
  const suppress = actions.filter(({ edit }) => JSON.stringify(edit).includes('disable-next-line missing-element'));
  const places = new Set(suppress.map(({ edit }) => JSON.stringify(edit)));
  assert.equal(suppress.length, places.size);
  assert.ok(suppress.some(({ diagnostics }) => diagnostics!.length > 1));
});

test('a client that takes no tab stops gets slots, one without versions plain changes', async () => {
  const capabilities = { ...FULL, workspace: { ...FULL.workspace, workspaceEdit: {} } };
  const { actions } = await actionsOn(PLAN, { capabilities });
  const [first] = named(actions, 'missing-element');
  assert.equal(first!.edit!.documentChanges, undefined);
  assert.match(newText(editsOf(first!)[0]!), /\{\{/);
});

test('`only` is honoured, and fix all is for who asks for it', async () => {
  assert.ok((await actionsOn(PLAN)).actions.every(({ kind }) => kind === 'quickfix'));
  const mistyped = `${PLAN}\n<!-- parkplan-disable-next-line placehoder -- 金额未定 -->\n每年另安排XX万元。\n`;
  const { actions } = await actionsOn(mistyped, {}, ['source.fixAll']);
  assert.deepEqual(
    actions.map(({ kind }) => kind),
    ['source.fixAll.parkplan'],
  );
  assert.deepEqual((await actionsOn(PLAN, {}, ['source.fixAll'])).actions, [], 'nothing to fix');
  assert.deepEqual((await actionsOn(PLAN, {}, ['refactor'])).actions, []);
});

test('fix all comes to rest, and touches no front matter, code, citation, title or number that it was not asked to', async () => {
  const guarded = /^---[\s\S]*?\n---\n|```[\s\S]*?```|《[^》]*》|\[@[^\]]*\]|\d+(?:\.\d+)?(?=[\p{Script=Han}%])/gu;
  for (const text of TEXTS) {
    let at = text;
    for (let round = 0; ; round++) {
      assert.ok(round < 10, 'fixes undo each other');
      const { actions } = await actionsOn(at, {}, ['source.fixAll.parkplan']);
      if (actions.length === 0) break;
      at = applied(at, editsOf(actions[0]!));
    }
    const isAsked = /^---\n[\s\S]*?(?:drafting|suporting|talents)/.test(text);
    if (!isAsked) assert.deepEqual(at.match(guarded), text.match(guarded));
  }
});

test('a client that knows no code action literals gets none', async () => {
  const wire = await Wire.start({ capabilities: PLAIN });
  assert.equal(wire.initialized.capabilities.codeActionProvider, undefined);
  await wire.stop();
});
