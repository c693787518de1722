import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { CancellationTokenSource, type Diagnostic } from 'vscode-languageserver/node';
import { Wire } from './wire.ts';

const PLAN = readFileSync(new URL('../../examples/yunshan-textile-cluster.md', import.meta.url), 'utf8');
const FAR = { line: 1_000_000, character: 1_000_000 };

test('a method that nobody knows is refused, and the server goes on', async () => {
  const wire = await Wire.start();
  await assert.rejects(wire.request('parkplan/noSuchRequest', {}), { code: -32601 });
  const uri = await wire.open('plan.md', PLAN);
  assert.ok((await wire.pull(uri)).length > 0);
  await wire.stop();
});

test('parameters that are none give an error or nothing, never the end of the server', async () => {
  const wire = await Wire.start();
  const uri = await wire.open('plan.md', PLAN);
  const methods = [
    'textDocument/hover',
    'textDocument/completion',
    'textDocument/codeAction',
    'textDocument/codeLens',
    'textDocument/inlayHint',
    'textDocument/documentSymbol',
    'textDocument/foldingRange',
    'textDocument/documentLink',
    'textDocument/definition',
    'textDocument/diagnostic',
    'workspace/diagnostic',
    'parkplan/coverage',
    'parkplan/explain',
    'parkplan/insertion',
    'parkplan/choices',
    'parkplan/newPlan',
    'parkplan/frameworks',
    'parkplan/selectFramework',
  ];
  const odd = [
    {},
    { textDocument: null },
    { textDocument: { uri: 42 } },
    { textDocument: { uri }, position: { line: -5, character: -5 }, range: null, context: null },
    { textDocument: { uri }, position: FAR, range: { start: FAR, end: FAR }, context: { diagnostics: [] } },
    { textDocument: { uri: 'nonsense' }, position: FAR, topic: '__proto__' },
    { textDocument: { uri }, topic: 'constructor' },
    { uri: 'file:///%zz', framework: 7 },
  ];
  for (const method of methods)
    for (const params of odd)
      await wire.request(method, params).catch((error: { code?: number }) => {
        assert.notEqual(error.code, -32601, method);
      });
  assert.ok((await wire.pull(uri)).length > 0, 'it still answers');
  await wire.stop();
});

test('an edit right behind a request: the answer fits one of the two texts', async () => {
  const wire = await Wire.start();
  const uri = await wire.open('plan.md', PLAN);
  const shorter = PLAN.slice(0, 4000);
  const asked = wire.pull(uri);
  await wire.change(uri, shorter);
  for (const { range } of await asked) assert.ok(range.end.line < PLAN.split('\n').length);
  for (const { range } of await wire.pull(uri)) assert.ok(range.end.line < shorter.split('\n').length);
  await wire.stop();
});

test('many edits and requests at once end with the findings of the last text', async () => {
  const wire = await Wire.start({ settings: { unfinishedText: 'type' } });
  const uri = await wire.open('plan.md', PLAN);
  const answers: Promise<Diagnostic[]>[] = [];
  for (let i = 0; i < 15; i++) {
    await wire.change(uri, `增`, { start: { line: 20, character: 0 }, end: { line: 20, character: 0 } });
    answers.push(wire.pull(uri));
  }
  await Promise.all(answers);
  const lines = PLAN.split('\n');
  lines[20] = '增'.repeat(15) + lines[20];
  const fresh = await Wire.start();
  const expected = await fresh.pull(await fresh.open('plan.md', lines.join('\n'), uri));
  assert.deepEqual(
    (await wire.pull(uri)).map(({ code, range }) => ({ code, range })),
    expected.map(({ code, range }) => ({ code, range })),
  );
  await Promise.all([wire.stop(), fresh.stop()]);
});

test('a document that is closed while it is asked about gives nothing', async () => {
  const wire = await Wire.start();
  const uri = await wire.open('plan.md', PLAN);
  const asked = wire.pull(uri);
  await wire.notify('textDocument/didClose', { textDocument: { uri } });
  assert.ok(Array.isArray(await asked));
  assert.deepEqual(await wire.pull(uri), []);
  assert.equal(await wire.request('textDocument/hover', { textDocument: { uri }, position: FAR }), null);
  await wire.stop();
});

test('checking the workspace can be cancelled, and is done when it is asked for again', async () => {
  const files = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`plan-${i}.md`, PLAN]));
  const wire = await Wire.start({ files });
  const cancel = new CancellationTokenSource();
  const asked = wire.request('parkplan/checkWorkspace', { workDoneToken: 'one' }, cancel.token);
  await wire.until('first report', () =>
    wire.notifications.find(
      ({ method, params }) => method === '$/progress' && JSON.stringify(params).includes('report'),
    ),
  );
  cancel.cancel();
  await assert.rejects(asked, { code: -32800 });
  const again = await wire.request<{ plans: number }>('parkplan/checkWorkspace', {});
  assert.equal(again.plans, 40);
  await wire.stop();
});

test('initialize is answered once', async () => {
  const wire = await Wire.start();
  await assert.rejects(wire.request('initialize', { processId: null, rootUri: null, capabilities: {} }), {
    code: -32600,
  });
  const uri = await wire.open('plan.md', PLAN);
  assert.ok((await wire.pull(uri)).length > 0, 'it still answers');
  await wire.stop();
});

test('a file that is open under another spelling of its address counts once', async () => {
  const wire = await Wire.start({ files: { '规划.md': PLAN, 'b.md': PLAN } });
  await wire.open('规划.md', PLAN, decodeURI(wire.uri('规划.md')));
  const { files, plans } = await wire.request<{ files: number; plans: number }>('parkplan/checkWorkspace', {});
  assert.deepEqual([files, plans], [2, 2]);
  await wire.stop();
});

test('a file that changes under another spelling of its address is read again', async () => {
  const wire = await Wire.start({ files: { '规划.md': PLAN } });
  const plans = async () => (await wire.request<{ plans: number }>('parkplan/checkWorkspace', {})).plans;
  assert.equal(await plans(), 1);
  wire.write('规划.md', '# 会议纪要\n\n略。\n');
  await wire.notify('workspace/didChangeWatchedFiles', {
    changes: [{ uri: decodeURI(wire.uri('规划.md')), type: 2 }],
  });
  assert.equal(await plans(), 0);
  await wire.stop();
});

test('a client that refuses every request of the server still gets its findings', async () => {
  const refuse = () => {
    throw new Error('no');
  };
  const wire = await Wire.start({
    options: { readsFiles: true },
    answers: { 'parkplan/readFile': refuse, 'parkplan/readFolder': refuse, 'parkplan/findFiles': refuse },
  });
  const uri = await wire.open('plan.md', PLAN);
  assert.ok((await wire.pull(uri)).length > 0);
  await assert.rejects(wire.request('parkplan/checkWorkspace', {}));
  assert.ok((await wire.pull(uri)).length > 0, 'it still answers');
  await wire.stop();
});

test('an empty document, one of blanks, and one without an end are read', async () => {
  const wire = await Wire.start();
  for (const text of [
    '',
    '\n\n\n',
    '---\nparkplan:',
    '---\nparkplan:\n  stage: [',
    '\ufeff# 园区产业发展规划',
    '```\n# 园区规划',
  ]) {
    const uri = await wire.open('odd.md', text);
    for (const { range } of await wire.pull(uri)) assert.ok(range.start.line <= text.split('\n').length);
    await wire.request('textDocument/completion', { textDocument: { uri }, position: FAR });
    await wire.request('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: FAR },
      context: { diagnostics: [] },
    });
  }
  await wire.stop();
});

test('a document that is closed while it is read is not told of any more, nor what is wrong with its configuration', async () => {
  const wire = await Wire.start({ files: { '.parkplan.yaml': 'stage: wrong\n' } });
  const uri = await wire.open('plan.md', PLAN);
  const asked = wire.request('parkplan/coverage', { textDocument: { uri } });
  await wire.notify('textDocument/didClose', { textDocument: { uri } });
  assert.equal(await asked, null);
  const other = await wire.open('other.md', PLAN, 'untitled:Untitled-1');
  await wire.pull(other);
  const told = wire.notifications.filter(({ method }) => method === 'parkplan/checked');
  assert.deepEqual(
    told.map(({ params }) => (params as { uri: string }).uri),
    [other],
  );
  await wire.stop();
});

test('plans that are not open are told in the language of the settings, also after it has changed', async () => {
  const wire = await Wire.start({
    files: { 'plan.md': PLAN },
    settings: { language: 'zh-CN', workspaceDiagnostics: true },
  });
  const messages = async () => {
    const { items } = await wire.request<{ items: { items: Diagnostic[] }[] }>('workspace/diagnostic', {
      previousResultIds: [],
    });
    return items.flatMap((report) => report.items.map(({ message }) => String(message)));
  };
  const chinese = await messages();
  wire.settings = { language: 'en', workspaceDiagnostics: true };
  await wire.notify('workspace/didChangeConfiguration', { settings: {} });
  const english = await messages();
  assert.equal(english.length, chinese.length);
  assert.ok(english.length > 0 && english.every((message, i) => message !== chinese[i]));
  await wire.stop();
});
