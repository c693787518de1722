import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Diagnostic } from 'vscode-languageserver/node';
import { project } from '../cli/helpers.ts';
import { FULL, PLAIN, Wire } from './wire.ts';

const examples = new URL('../../examples/', import.meta.url);
const plans = readdirSync(examples).filter((name) => name.endsWith('.md') && name !== 'README.md');
const text = (name: string) => readFileSync(new URL(name, examples), 'utf8');
const said = ({ message }: Diagnostic) => String(message);
const PLAN = text('wanxi-new-materials.md');

/** Without risks; talent is named only. */
const SHORT =
  '# 云川园区产业发展规划（2026—2030年）\n\n## 一、主要任务\n\n坚持人才引领，做强产业集群。\n\n## 二、保障措施\n\n每年安排专项资金5000万元。\n';

/** A finding as the command line's JSON has it. */
type Reported = Readonly<Record<'rule' | 'severity' | 'message' | 'why' | 'advice', string>> &
  Readonly<Record<'line' | 'column' | 'endLine' | 'endColumn', number>>;

test('a client that pulls gets the findings, an unchanged report for the same ones, and nothing pushed', async () => {
  const wire = await Wire.start();
  const uri = await wire.open('plan.md', PLAN);
  const first = await wire.request<{ kind: string; resultId: string; items: Diagnostic[] }>('textDocument/diagnostic', {
    textDocument: { uri },
  });
  assert.equal(first.kind, 'full');
  assert.ok(first.items.length > 3);
  const again = { textDocument: { uri }, previousResultId: first.resultId };
  assert.equal((await wire.request<{ kind: string }>('textDocument/diagnostic', again)).kind, 'unchanged');
  await wire.change(uri, '# 会议纪要\n\n研究了园区绿化。\n');
  assert.deepEqual(await wire.pull(uri), []);
  assert.deepEqual(wire.published, []);
  await wire.stop();
});

test('a client that cannot pull is pushed to, with the version, and told of nothing when the document closes', async () => {
  const wire = await Wire.start({ capabilities: PLAIN });
  const uri = await wire.open('plan.md', PLAN);
  const told = await wire.until('diagnostics', () => wire.published.find((one) => one.uri === uri));
  assert.ok(told.diagnostics.length > 3);
  assert.equal(told.diagnostics[0]!.relatedInformation, undefined, 'it did not say that it can show them');
  await wire.notify('textDocument/didClose', { textDocument: { uri } });
  await wire.until('empty list', () => wire.published.find(({ diagnostics }) => diagnostics.length === 0));
  await wire.stop();
});

test('edits that follow each other are told for the last version only', async () => {
  const capabilities = { textDocument: { publishDiagnostics: { versionSupport: true } } };
  const wire = await Wire.start({ capabilities });
  const uri = await wire.open('plan.md', PLAN);
  for (const size of ['20', '21', '22']) await wire.change(uri, `${PLAN}\n新建标准厂房${size}万平方米。\n`);
  await wire.until('the last version', () => wire.published.find(({ version }) => version === 4));
  assert.deepEqual(
    wire.published.map(({ version }) => version),
    [4],
  );
  await wire.stop();
});

test('a finding has its rule as code with a page, words in the client’s language, and related places', async () => {
  const english = await Wire.start();
  const uri = await english.open('plan.md', PLAN);
  const items = await english.pull(uri);
  const missing = items.find(({ code }) => code === 'missing-element')!;
  assert.equal(missing.codeDescription?.href, `file:///docs/rules/${missing.code}.md`);
  assert.equal(missing.source, 'parkplan');
  assert.match(said(missing), /^Nothing concrete found on /);
  assert.ok(
    items.some(({ relatedInformation }) => (relatedInformation ?? []).some(({ location }) => location.uri === uri)),
  );
  await english.stop();
  const chinese = await Wire.start({ locale: 'zh-cn' });
  const [first] = await chinese.pull(await chinese.open('plan.md', SHORT));
  assert.match(said(first!), /\p{Script=Han}/u);
  await chinese.stop();
});

test('the setting of the language is followed, and changes when it changes', async () => {
  const wire = await Wire.start({ settings: { language: 'zh-CN' } });
  const uri = await wire.open('plan.md', PLAN);
  assert.match(said((await wire.pull(uri))[0]!), /\p{Script=Han}.*\n/u);
  wire.settings = { language: 'en' };
  await wire.notify('workspace/didChangeConfiguration', { settings: {} });
  await wire.until('refresh', () => wire.requests.find(({ method }) => method === 'workspace/diagnostic/refresh'));
  assert.match(said((await wire.pull(uri))[0]!), /^[^\p{Script=Han}]*"|^[ -~]+/u);
  await wire.stop();
});

for (const name of plans) {
  test(`the server and the command line say the same of ${name}`, async () => {
    const files = { 'plan.md': text(name), '.parkplan.yaml': 'stage: review\nrules:\n  placeholder: error\n' };
    const { run } = project(files);
    const { plans: reported } = JSON.parse(run('lint', 'plan.md', '--format', 'json', '--locale', 'en').out);
    const wire = await Wire.start({ files });
    const items = await wire.pull(await wire.open('plan.md', text(name)));
    const severities = ['error', 'warning', 'info', 'hint'];
    assert.deepEqual(
      items.map((item) => ({
        rule: item.code,
        severity: severities[item.severity! - 1],
        line: item.range.start.line + 1,
        column: item.range.start.character + 1,
        endLine: item.range.end.line + 1,
        endColumn: item.range.end.character + 1,
        text: said(item).split('\n'),
      })),
      reported[0].findings.map(
        ({ rule, severity, line, column, endLine, endColumn, message, why, advice }: Reported) => ({
          rule,
          severity,
          line,
          column,
          endLine,
          endColumn,
          text: [message, why, advice].join('\n').split('\n'),
        }),
      ),
    );
    await wire.stop();
  });
}

test('a configuration that changes on disk changes what is told; its mistakes are told in it', async () => {
  const wire = await Wire.start({ files: { '.parkplan.yaml': 'stage: review\n' } });
  const uri = await wire.open('plan.md', PLAN);
  const before = await wire.pull(uri);
  wire.write('.parkplan.yaml', 'stage: review\nrules:\n  missing-element: off\nstages: x\n');
  await wire.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: wire.uri('.parkplan.yaml'), type: 2 }] });
  await wire.until('refresh', () => wire.requests.find(({ method }) => method === 'workspace/diagnostic/refresh'));
  const after = await wire.pull(uri);
  assert.ok(before.some(({ code }) => code === 'missing-element'));
  assert.ok(!after.some(({ code }) => code === 'missing-element'));
  const told = await wire.until('mistake', () => wire.published.find((one) => one.uri === wire.uri('.parkplan.yaml')));
  assert.equal(told.diagnostics[0]!.range.start.line, 3);
  wire.write('.parkplan.yaml', 'stage: review\n');
  await wire.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: wire.uri('.parkplan.yaml'), type: 2 }] });
  await wire.until('mended', () => wire.published.find(({ diagnostics }) => diagnostics.length === 0));
  await wire.stop();
});

test('findings that need a finished text wait for a pause; what goes, goes at once', async () => {
  const wire = await Wire.start({ settings: { unfinishedText: 'save' } });
  const uri = await wire.open('plan.md', PLAN);
  const before = await wire.pull(uri);
  const unfinished = `${PLAN}\n## 十五、待写的一章\n\n每年安排专项资金XX万元。\n`;
  await wire.change(uri, unfinished);
  const placeholders = (items: readonly Diagnostic[]) => items.filter(({ code }) => code === 'placeholder').length;
  assert.equal(placeholders(await wire.pull(uri)), placeholders(before));
  await wire.notify('textDocument/didSave', { textDocument: { uri } });
  await wire.until('refresh', () => wire.requests.find(({ method }) => method === 'workspace/diagnostic/refresh'));
  assert.equal(placeholders(await wire.pull(uri)), placeholders(before) + 1);
  await wire.change(uri, PLAN);
  assert.equal(placeholders(await wire.pull(uri)), placeholders(before));
  await wire.stop();
});

test('plans that are not open are told when somebody asks for the workspace, with progress', async () => {
  const files = { 'a.md': PLAN, 'b/b.md': text('qingwu-life-science.md'), 'notes.md': '# 记事\n\n买菜。\n' };
  const wire = await Wire.start({ files });
  const pull = () =>
    wire.request<{ items: { uri: string; kind: string; resultId: string; items?: Diagnostic[] }[] }>(
      'workspace/diagnostic',
      { previousResultIds: [] },
    );
  assert.deepEqual((await pull()).items, [], 'nothing before it is asked for');
  const summary = await wire.request<{ files: number; plans: number }>('parkplan/checkWorkspace', {
    workDoneToken: 'one',
  });
  assert.deepEqual([summary.files, summary.plans], [3, 2]);
  const progress = wire.notifications.filter(({ method }) => method === '$/progress');
  assert.ok(progress.length >= 4, 'begins, reports, ends');
  const { items } = await pull();
  assert.deepEqual(items.map(({ uri }) => uri).sort(), [wire.uri('a.md'), wire.uri('b/b.md')]);
  const previousResultIds = items.map(({ uri, resultId }) => ({ uri, value: resultId }));
  const again = await wire.request<{ items: { kind: string }[] }>('workspace/diagnostic', { previousResultIds });
  assert.deepEqual(new Set(again.items.map(({ kind }) => kind)), new Set(['unchanged']));
  await wire.stop();
});

test('positions follow the encoding that was agreed on', async () => {
  for (const [positionEncodings, agreed] of [
    [['utf-8', 'utf-16'], 'utf-16'],
    [['utf-8'], 'utf-8'],
    [['utf-32'], 'utf-32'],
  ] as const) {
    const wire = await Wire.start({
      capabilities: { ...FULL, general: { positionEncodings: [...positionEncodings] } },
    });
    assert.equal(wire.initialized.capabilities.positionEncoding, agreed);
    const line = '𠮷园每年安排专项资金XX万元。';
    const uri = await wire.open('plan.md', `${PLAN}\n${line}\n`);
    const last = PLAN.split('\n').length;
    const found = (await wire.pull(uri)).find(({ code, range }) => code === 'placeholder' && range.start.line === last);
    const before = line.slice(0, line.indexOf('XX'));
    const width = { 'utf-8': Buffer.byteLength(before), 'utf-16': before.length, 'utf-32': [...before].length }[agreed];
    assert.equal(found?.range.start.character, width);
    // An edit in the same units: the two characters are replaced, and the finding is gone.
    await wire.change(uri, '50', found!.range);
    assert.ok(!(await wire.pull(uri)).some(({ code, range }) => code === 'placeholder' && range.start.line === last));
    await wire.stop();
  }
});
