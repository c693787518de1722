import assert from 'node:assert/strict';
import { test } from 'node:test';
import type {
  CodeLens,
  Diagnostic,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  InlayHint,
  Location,
  SymbolInformation,
} from 'vscode-languageserver/node';
import { provincial } from './provincial.ts';
import { FULL, PLAIN, Wire } from './wire.ts';

const PLAN = `---
parkplan:
  pathways:
    talent: primary
  not-applicable:
    green: 已另有专项规划
---

# 云川园区产业发展规划（2026—2030年）

## 一、人才引育

到2027年引进领军人才20名，由组织部牵头。

（一）加强人才培养。依托云川学院每年培养技工500名。

## 二、保障措施

<!-- parkplan-disable-next-line placeholder -- 金额未定 -->
每年安排专项资金XX万元。
`;
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };
const lineOf = (words: string) => PLAN.split('\n').findIndex((line) => line.includes(words));

test('a lens above a chapter names what its text serves and the level, with the client’s command where it has one', async () => {
  for (const commands of [['parkplan.showCoverage'], []]) {
    const wire = await Wire.start({ locale: 'zh-cn', options: { commands } });
    const uri = await wire.open('plan.md', PLAN);
    const lenses = await wire.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
    const lens = lenses.find(({ range }) => range.start.line === lineOf('一、人才引育'))!;
    assert.match(lens.command!.title, /人才引进 ●●●/);
    assert.equal(lens.command!.command, commands[0] ?? '');
    assert.deepEqual(lens.command!.arguments, [uri, 'talent/attraction']);
    wire.settings = { codeLens: false };
    await wire.notify('workspace/didChangeConfiguration', { settings: {} });
    await wire.until('refresh', () => wire.requests.find(({ method }) => method === 'workspace/codeLens/refresh'));
    assert.deepEqual(await wire.request('textDocument/codeLens', { textDocument: { uri } }), []);
    await wire.stop();
  }
});

test('hints show levels behind the clauses that count, once the setting is on', async () => {
  const wire = await Wire.start({ locale: 'zh-cn' });
  const uri = await wire.open('plan.md', PLAN);
  const ask = () => wire.request<InlayHint[]>('textDocument/inlayHint', { textDocument: { uri }, range: WHOLE });
  assert.deepEqual(await ask(), []);
  wire.settings = { inlayHints: true };
  await wire.notify('workspace/didChangeConfiguration', { settings: {} });
  await wire.until('refresh', () => wire.requests.find(({ method }) => method === 'workspace/inlayHint/refresh'));
  const hints = await ask();
  const hint = hints.find(({ position }) => position.line === lineOf('领军人才'))!;
  assert.equal(hint.label, '●●●');
  assert.match(String(hint.tooltip), /人才引进: 可落实/);
  const range = { start: { line: lineOf('二、'), character: 0 }, end: { line: 1000, character: 0 } };
  const below = await wire.request<InlayHint[]>('textDocument/inlayHint', { textDocument: { uri }, range });
  assert.ok(below.length < hints.length && below.every(({ position }) => position.line >= range.start.line));
  await wire.stop();
});

test('symbols nest as chapters do, run-in headings among them; flat for who cannot nest', async () => {
  const wire = await Wire.start();
  const uri = await wire.open('plan.md', PLAN);
  const symbols = await wire.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri } });
  const names = ({ name, children }: DocumentSymbol): unknown[] => [name, ...children!.map(names)];
  assert.deepEqual(symbols.map(names), [['一、人才引育', ['（一）加强人才培养']], ['二、保障措施']]);
  await wire.stop();
  const plain = await Wire.start({ capabilities: PLAIN });
  const flat = await plain.request<SymbolInformation[]>('textDocument/documentSymbol', {
    textDocument: { uri: await plain.open('plan.md', PLAN) },
  });
  assert.deepEqual(
    flat.map(({ containerName }) => containerName),
    ['', '一、人才引育', ''],
  );
  await plain.stop();
});

test('chapters and the front matter fold to their last line of text', async () => {
  const wire = await Wire.start();
  const uri = await wire.open('plan.md', PLAN);
  const folds = await wire.request<FoldingRange[]>('textDocument/foldingRange', { textDocument: { uri } });
  const chapter = folds.find(({ startLine }) => startLine === lineOf('一、人才引育'))!;
  assert.equal(chapter.endLine, lineOf('加强人才培养'));
  assert.ok(folds.some(({ startLine, endLine }) => startLine === 0 && endLine === lineOf('# 云川') - 2));
  await wire.stop();
});

test('a client with symbols of its own is given none', async () => {
  const wire = await Wire.start({ options: { hasMarkdownSymbols: true } });
  const { documentSymbolProvider, foldingRangeProvider } = wire.initialized.capabilities;
  assert.deepEqual([documentSymbolProvider, foldingRangeProvider], [undefined, undefined]);
  await wire.stop();
});

test('the name of a rule in a comment leads to its page', async () => {
  const wire = await Wire.start();
  const uri = await wire.open('plan.md', PLAN);
  const links = await wire.request<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri } });
  assert.deepEqual(
    links.map(({ target, range }) => [target, range.start.line]),
    [['file:///docs/rules/placeholder.md', lineOf('parkplan-disable')]],
  );
  await wire.stop();
});

test('an id leads into the project’s own framework, and its findings say where that asks; the shipped one is on no disk', async () => {
  const files: Record<string, string> = { ...provincial('ours'), '.parkplan.yaml': 'framework: ours/framework.yaml\n' };
  const at = { line: lineOf('talent: primary'), character: 6 };
  const own = await Wire.start({ files });
  const uri = await own.open('plan.md', PLAN);
  const found = await own.request<Location>('textDocument/definition', { textDocument: { uri }, position: at });
  assert.equal(found.uri, own.uri('ours/talent.yaml'));
  const line = files['ours/talent.yaml']!.split('\n')[found.range.start.line]!;
  assert.equal(line.slice(found.range.start.character, found.range.end.character), 'talent');
  const places = (items: readonly Diagnostic[]) =>
    items.flatMap(({ relatedInformation }) => (relatedInformation ?? []).map(({ location }) => location.uri));
  assert.ok(places(await own.pull(uri)).includes(own.uri('ours/essentials.yaml')));
  await own.stop();
  const shipped = await Wire.start();
  const plan = await shipped.open('plan.md', PLAN);
  assert.equal(await shipped.request('textDocument/definition', { textDocument: { uri: plan }, position: at }), null);
  assert.ok(places(await shipped.pull(plan)).every((place) => place === plan));
  await shipped.stop();
});

test('what is announced is answered, and nothing else', async () => {
  const REQUESTS: Readonly<Record<string, readonly [method: string, params: object]>> = {
    hoverProvider: ['textDocument/hover', { position: WHOLE.start }],
    completionProvider: ['textDocument/completion', { position: WHOLE.start }],
    codeActionProvider: ['textDocument/codeAction', { range: WHOLE, context: { diagnostics: [] } }],
    codeLensProvider: ['textDocument/codeLens', {}],
    inlayHintProvider: ['textDocument/inlayHint', { range: WHOLE }],
    documentSymbolProvider: ['textDocument/documentSymbol', {}],
    foldingRangeProvider: ['textDocument/foldingRange', {}],
    documentLinkProvider: ['textDocument/documentLink', {}],
    definitionProvider: ['textDocument/definition', { position: WHOLE.start }],
    referencesProvider: ['textDocument/references', { position: WHOLE.start, context: { includeDeclaration: true } }],
    documentHighlightProvider: ['textDocument/documentHighlight', { position: WHOLE.start }],
    renameProvider: ['textDocument/rename', { position: WHOLE.start, newName: 'x' }],
    workspaceSymbolProvider: ['workspace/symbol', { query: '' }],
    diagnosticProvider: ['textDocument/diagnostic', {}],
  };
  const OTHER = ['positionEncoding', 'textDocumentSync', 'workspace'];
  for (const [capabilities, options] of [
    [FULL, {}],
    [FULL, { hasMarkdownSymbols: true }],
    [PLAIN, {}],
  ] as const) {
    const wire = await Wire.start({ capabilities, options });
    const uri = await wire.open('plan.md', PLAN);
    const announced = Object.keys(wire.initialized.capabilities).filter((key) => !OTHER.includes(key));
    assert.deepEqual(
      announced.filter((key) => !(key in REQUESTS)),
      [],
      'this test knows what is announced',
    );
    for (const [key, [method, params]] of Object.entries(REQUESTS)) {
      const code = await wire.request(method, { textDocument: { uri }, ...params }).then(
        () => undefined,
        (error: { code: number }) => error.code,
      );
      assert.equal(code === -32601, !announced.includes(key), `${method}: ${code}`);
    }
    await wire.stop();
  }
});
