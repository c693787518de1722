import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type {
  CodeAction,
  CompletionList,
  Diagnostic,
  DocumentHighlight,
  Hover,
  Location,
  MarkupContent,
  SymbolInformation,
  TextDocumentEdit,
  TextEdit,
} from 'vscode-languageserver/node';
import type { CaseItem, CitedSources } from '../../server/src/lsp/protocol.ts';
import { PLAIN, Wire } from './wire.ts';

const OWN = readFileSync(new URL('../../server/cases/kista.yaml', import.meta.url), 'utf8').replace(
  /^id: kista$/m,
  'id: our-own-park',
);
const BIB = '@book{zhang2024, title = {园区经济学}, author = {张三}, year = {2024}, publisher = {某出版社}}\n';
const PLAN = `# 云川高新区产业发展规划（2026—2030年）

## 一、人才引育

借鉴昆山小核酸产业[@kunshan-sirna]和本省做法[@our-own-park; @kunshan-sirna, 见第3页]，引进领军人才20名[@zhang2024]。

## 二、保障措施

参照[@our-own-park]设立专项资金。
`;
const FILES = {
  '.parkplan.yaml': 'cases: [cases]\nbibliography: works.bib\n',
  'cases/our-own-park.yaml': OWN,
  'works.bib': BIB,
  'other.md': '# 江右园区产业规划\n\n## 一、主要任务\n\n参照[@our-own-park]招商，不是@our-own-parks。\n',
};
const at = (words: string, into = 1) => {
  const lines = PLAN.split('\n');
  const line = lines.findIndex((one) => one.includes(words));
  return { line, character: lines[line]!.indexOf(words) + into };
};

async function opened(options: Parameters<typeof Wire.start>[0] = {}) {
  const wire = await Wire.start({ locale: 'zh-cn', files: FILES, ...options });
  const uri = await wire.open('plan.md', PLAN);
  const ask = <R>(method: string, words: string, more = {}) =>
    wire.request<R>(method, { textDocument: { uri }, position: at(words, 3), ...more });
  return { wire, uri, ask };
}

test('a key of the project’s own bibliography shows its reference; a case of its own its card', async () => {
  const { wire, ask } = await opened();
  const hover = async (words: string) =>
    ((await ask<Hover>('textDocument/hover', words)).contents as MarkupContent).value;
  assert.match(await hover('@zhang2024'), /张三.*园区经济学.*\\\[M\\\]/);
  assert.match(await hover('@our-own-park'), /Kista/i);
  await wire.stop();
});

test('works of the bibliography are offered behind an @', async () => {
  const { wire, uri } = await opened();
  await wire.change(uri, `${PLAN}\n见@园区经\n`);
  const position = { line: PLAN.split('\n').length, character: 5 };
  const { items } = await wire.request<CompletionList>('textDocument/completion', { textDocument: { uri }, position });
  assert.equal((items[0]!.textEdit as TextEdit).newText, '[@zhang2024]');
  await wire.stop();
});

test('a key leads to the case’s own file, to the bibliography, and for a shipped case to a page', async () => {
  const { wire, ask } = await opened();
  const own = await ask<Location>('textDocument/definition', '@our-own-park');
  assert.equal(own.uri, wire.uri('cases/our-own-park.yaml'));
  assert.equal(OWN.split('\n')[own.range.start.line]!.slice(own.range.start.character), 'our-own-park');
  assert.equal((await ask<Location>('textDocument/definition', '@zhang2024')).uri, wire.uri('works.bib'));
  const page = (await ask<Location>('textDocument/definition', '@kunshan-sirna')).uri;
  const { text } = await wire.request<{ text: string }>('workspace/textDocumentContent', { uri: page });
  assert.match(text, /昆山/);
  assert.equal(await wire.request('workspace/textDocumentContent', { uri: 'parkplan-case:/nothing.md' }), null);
  await wire.stop();
  const plain = await opened({ capabilities: PLAIN });
  assert.equal(await plain.ask('textDocument/definition', '@kunshan-sirna'), null, 'no page for who shows none');
  await plain.wire.stop();
});

test('citations of a work are found in this document and in files that are not open, longer keys left alone', async () => {
  const { wire, uri, ask } = await opened();
  const highlights = await ask<DocumentHighlight[]>('textDocument/documentHighlight', '@kunshan-sirna');
  assert.equal(highlights.length, 2);
  const context = { includeDeclaration: true };
  const found = await ask<Location[]>('textDocument/references', '@our-own-park', { context });
  assert.deepEqual(
    found.map((one) => one.uri),
    [wire.uri('cases/our-own-park.yaml'), uri, uri, wire.uri('other.md')],
  );
  await wire.stop();
});

test('renaming a case of one’s own changes its file, its id and every citation', async () => {
  const { wire, uri, ask } = await opened();
  const { placeholder } = await ask<{ placeholder: string }>('textDocument/prepareRename', '@our-own-park');
  assert.equal(placeholder, 'our-own-park');
  const newName = 'yunchuan-park';
  const edit = await ask<{ documentChanges: (TextDocumentEdit & { kind?: string; newUri?: string })[] }>(
    'textDocument/rename',
    '@our-own-park',
    { newName },
  );
  const edits = edit.documentChanges.filter(({ kind }) => kind === undefined);
  assert.deepEqual(
    edits.map(({ textDocument, edits: list }) => [textDocument.uri, list.length]),
    [
      [wire.uri('cases/our-own-park.yaml'), 1],
      [uri, 2],
      [wire.uri('other.md'), 1],
    ],
  );
  assert.equal(edit.documentChanges.at(-1)!.newUri, wire.uri('cases/yunchuan-park.yaml'));
  const lines = PLAN.split('\n');
  for (const { range } of edits[1]!.edits as TextEdit[])
    assert.equal(lines[range.start.line]!.slice(range.start.character, range.end.character), 'our-own-park');
  await wire.stop();
});

test('what cannot be renamed is refused with a reason: a shipped case, a bad id, one that is taken', async () => {
  const { wire, ask } = await opened();
  await assert.rejects(ask('textDocument/prepareRename', '@kunshan-sirna'), /kunshan-sirna/);
  await assert.rejects(ask('textDocument/rename', '@our-own-park', { newName: '云川' }), /云川/);
  await assert.rejects(ask('textDocument/rename', '@our-own-park', { newName: 'kunshan-sirna' }), /kunshan-sirna/);
  await wire.stop();
});

test('cases are symbols of the workspace, found by pinyin', async () => {
  const { wire } = await opened();
  const found = await wire.request<SymbolInformation[]>('workspace/symbol', { query: 'ks' });
  assert.match(found[0]!.name, /@kunshan-/);
  assert.match(found[0]!.location.uri, /^parkplan-case:/);
  await wire.stop();
});

test('a choice of cases comes with why, place, citation and sentence, those of the chapter’s pathway first', async () => {
  const { wire, ask } = await opened();
  const items = await ask<CaseItem[]>('parkplan/cases', '引进领军人才');
  assert.ok(items.length >= 50);
  assert.match(items[0]!.pathways.join(), /育龙引凤/);
  assert.equal(items[0]!.citation, `[@${items[0]!.id}]`);
  assert.ok(items[0]!.sentence.includes(items[0]!.citation) && items[0]!.why !== '' && items[0]!.place !== '');
  await wire.stop();
});

test('a preview is given what the document cites, and no more', async () => {
  const { wire, uri } = await opened();
  const sources = await wire.request<CitedSources>('parkplan/citedSources', { textDocument: { uri } });
  assert.deepEqual(sources.cases.map(({ id }) => id).sort(), ['kunshan-sirna', 'our-own-park']);
  assert.deepEqual(
    sources.references.map(({ id }) => id),
    ['zhang2024'],
  );
  await wire.stop();
});

test('a wrong figure beside a citation is told, and its fix puts the right one', async () => {
  const wire = await Wire.start({ locale: 'zh-cn' });
  const text = PLAN.replace(/^借鉴.*$/m, '2009年第一届亚洲小核酸会议在昆山召开，参会700余人[@kunshan-sirna]。');
  const uri = await wire.open('plan.md', text);
  const items = await wire.pull(uri);
  const wrong = items.find(({ code }: Diagnostic) => code === 'case-mismatch')!;
  assert.match(String(wrong.message), /500/);
  const actions = await wire.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: wrong.range,
    context: { diagnostics: [wrong] },
  });
  const { edits } = actions[0]!.edit!.documentChanges![0] as TextDocumentEdit;
  await wire.change(uri, (edits[0] as TextEdit).newText, (edits[0] as TextEdit).range);
  assert.ok(!(await wire.pull(uri)).some(({ code }) => code === 'case-mismatch'));
  await wire.stop();
});
