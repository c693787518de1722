import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type {
  Choices,
  Coverage,
  Explanation,
  FrameworkChoice,
  Insertion,
  Status,
} from '../../server/src/lsp/protocol.ts';
import { provincial } from './provincial.ts';
import { rendered } from './rendered.ts';
import { Wire } from './wire.ts';

const PLAN = readFileSync(new URL('../../examples/wanxi-new-materials.md', import.meta.url), 'utf8');

test('coverage names every pathway and the essentials, with levels, words and places of the evidence', async () => {
  const wire = await Wire.start({ locale: 'zh-cn' });
  const uri = await wire.open('plan.md', PLAN);
  const coverage = (await wire.request<Coverage | null>('parkplan/coverage', { textDocument: { uri } }))!;
  assert.equal(coverage.isPlan, true);
  assert.equal(coverage.groups.length, 10);
  assert.equal(coverage.groups.at(-1)!.id, 'essentials');
  const found = coverage.groups.flatMap(({ topics }) => topics.flatMap(({ evidence }) => evidence));
  assert.ok(found.length > 10);
  const lines = PLAN.split('\n');
  for (const { range, text } of found.filter((one) => one.range.start.line === one.range.end.line))
    assert.equal(lines[range.start.line]!.slice(range.start.character, range.end.character).replace(/\s+/g, ' '), text);
  assert.match(coverage.summary, /广度 \d+%/);
  await wire.stop();
});

test('what is no plan has no groups; what is not open has no coverage', async () => {
  const wire = await Wire.start();
  const uri = await wire.open('notes.md', '# Notes\n\nBuy milk.\n');
  const coverage = (await wire.request<Coverage>('parkplan/coverage', { textDocument: { uri } }))!;
  assert.deepEqual([coverage.isPlan, coverage.groups], [false, []]);
  assert.equal(await wire.request('parkplan/coverage', { textDocument: { uri: wire.uri('other.md') } }), null);
  await wire.stop();
});

test('each reading of an open document is told once, with what a status item shows', async () => {
  const wire = await Wire.start({ files: { '.parkplan.yaml': 'stage: review\n' } });
  const uri = await wire.open('plan.md', PLAN);
  await Promise.all([wire.pull(uri), wire.pull(uri), wire.request('parkplan/coverage', { textDocument: { uri } })]);
  const told = wire.notifications.filter(({ method }) => method === 'parkplan/checked');
  assert.equal(told.length, 1);
  const status = told[0]!.params as Status;
  assert.equal(status.configuration, wire.uri('.parkplan.yaml'));
  assert.ok(status.breadth > 0 && status.breadth <= 1);
  assert.ok(status.findings.warning + status.findings.error > 0);
  await wire.stop();
});

test('a version that is read again, because many documents are open, is not told again', async () => {
  const wire = await Wire.start();
  const uris: string[] = [];
  for (let i = 0; i < 30; i++) uris.push(await wire.open(`plan-${i}.md`, PLAN));
  for (let round = 0; round < 2; round++)
    for (const uri of uris) await wire.request('parkplan/coverage', { textDocument: { uri } });
  const told = wire.notifications.filter(({ method }) => method === 'parkplan/checked');
  assert.equal(told.length, uris.length);
  await wire.stop();
});

test('an absent element is explained: what was looked for, what would lift it; hostile words stay words', async () => {
  const hostile = '坚持人才引领[点此](command:evil)<img src=x>，人才支撑作用不断增强。';
  const wire = await Wire.start({ locale: 'zh-cn' });
  const uri = await wire.open('plan.md', `# 云川园区产业发展规划\n\n## 一、主要任务\n\n${hostile}\n`);
  const ask = (topic: string) => wire.request<Explanation | null>('parkplan/explain', { textDocument: { uri }, topic });
  const talent = (await ask('talent'))!;
  assert.match(talent.markdown, /仅提及/);
  assert.match(talent.markdown, /找过什么/);
  assert.match(talent.markdown, /第 5 行/);
  assert.doesNotMatch(rendered(talent.markdown), /<a |<img/);
  const risk = (await ask('risk'))!;
  assert.match(risk.markdown, /全文没有找到/);
  assert.match(risk.markdown, /算写到/);
  assert.equal(await ask('no-such-topic'), null);
  await wire.stop();
});

test('every element has a skeleton that goes where it belongs; once its slots are filled it is no longer absent', async () => {
  const wire = await Wire.start();
  const text =
    '# 云川园区产业发展规划\n\n## 一、主要任务\n\n建设标准厂房20万平方米。\n\n## 二、保障措施\n\n每年安排专项资金5000万元。\n';
  const uri = await wire.open('plan.md', text);
  const coverage = await wire.request<Coverage>('parkplan/coverage', { textDocument: { uri } });
  const absent = coverage.groups.flatMap(({ topics }) => topics).filter(({ level }) => level === 'absent');
  assert.ok(absent.length > 20);
  for (const { id } of absent) {
    const insertion = (await wire.request<Insertion | null>('parkplan/insertion', {
      textDocument: { uri },
      topic: id,
    }))!;
    assert.deepEqual(insertion.range.start, insertion.range.end);
    assert.match(insertion.snippet, /\$\{1:/);
    const filled = insertion.text.replace(/\{\{(?:[^|{}]*\|)?([^{}]*)\}\}/g, '$1');
    await wire.change(uri, text);
    await wire.change(uri, filled, insertion.range);
    const after = await wire.request<Coverage>('parkplan/coverage', { textDocument: { uri } });
    const level = after.groups.flatMap(({ topics }) => topics).find((one) => one.id === id)!.level;
    assert.equal(level, 'actionable', id);
  }
  await wire.stop();
});

test('a new plan holds its pathways, its stage and tab stops', async () => {
  const wire = await Wire.start({ locale: 'zh-cn' });
  const choices = await wire.request<Choices>('parkplan/choices', {});
  assert.equal(choices.pathways.length, 9);
  assert.equal(choices.stages.length, 5);
  const { snippet } = await wire.request<{ snippet: string }>('parkplan/newPlan', {
    title: '云川高新区产业发展规划',
    stage: 'outline',
    period: '2026-2030',
    pathways: [{ id: 'talent', role: 'primary' }],
  });
  assert.match(snippet, /^---\ntitle: 云川高新区产业发展规划\nparkplan:\n {2}stage: outline\n {2}period: 2026-2030\n/);
  assert.match(snippet, /talent: primary/);
  assert.match(snippet, /\$\{1:/);
  await wire.stop();
});

test('a framework of the workspace can be chosen; the choice keeps what else the configuration says', async () => {
  const files = {
    '.parkplan.yaml': '# 本区的约定\nstage: review # 送审\n',
    'plan.md': PLAN,
    ...provincial('frameworks/ours'),
  };
  const wire = await Wire.start({ files });
  const uri = wire.uri('');
  const choices = await wire.request<FrameworkChoice[]>('parkplan/frameworks', { uri });
  assert.deepEqual(
    choices.map(({ framework, isCurrent }) => [framework, isCurrent]),
    [
      ['nine-pathways', true],
      ['./frameworks/ours/framework.yaml', false],
    ],
  );
  const edit = await wire.request<{ documentChanges: { edits: { newText: string }[] }[] }>('parkplan/selectFramework', {
    uri,
    framework: './frameworks/ours/framework.yaml',
  });
  assert.equal(
    edit.documentChanges[0]!.edits[0]!.newText,
    '# 本区的约定\nstage: review # 送审\nframework: ./frameworks/ours/framework.yaml\n',
  );
  wire.write('.parkplan.yaml', edit.documentChanges[0]!.edits[0]!.newText);
  await wire.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: wire.uri('.parkplan.yaml'), type: 2 }] });
  const plan = await wire.open('plan.md', PLAN);
  const { framework } = await wire.request<Coverage>('parkplan/coverage', { textDocument: { uri: plan } });
  assert.equal(framework, 'our-province');
  await wire.stop();
});

test('a configuration in JSON stays JSON; one that is no map, or broken, is left alone', async () => {
  const change = async (name: string, text: string, isOpen = false) => {
    const wire = await Wire.start({ files: { [name]: text } });
    if (isOpen) await wire.open(name, text);
    const edit = await wire.request<{ documentChanges: { edits: { newText: string }[] }[] } | null>(
      'parkplan/selectFramework',
      { uri: wire.uri(''), framework: './ours/framework.yaml' },
    );
    await wire.stop();
    return edit?.documentChanges[0]?.edits[0]?.newText;
  };
  const json = (await change('.parkplan.json', '{ "stage": "draft" }\n'))!;
  assert.deepEqual(JSON.parse(json), { stage: 'draft', framework: './ours/framework.yaml' });
  assert.equal(await change('.parkplan.yaml', '- a\n'), undefined);
  assert.equal(await change('.parkplan.yaml', 'hello\n'), undefined);
  assert.equal(await change('.parkplan.yaml', 'stage: [\n'), undefined);
  assert.equal(await change('.parkplan.yaml', ''), 'framework: ./ours/framework.yaml\n');
  assert.equal(
    await change('.parkplan.yaml', '\ufeffstage: draft\n', true),
    '\ufeffstage: draft\nframework: ./ours/framework.yaml\n',
    'a byte order mark that the client shows stays',
  );
});

test('files come from the client where it reads them, whatever the scheme', async () => {
  const read: string[] = [];
  const wire = await Wire.start({
    options: { readsFiles: true },
    answers: {
      'parkplan/readFile': ({ uri }: { uri: string }) => {
        read.push(uri);
        return uri.endsWith('/plans/.parkplan.yaml') ? { text: 'rules:\n  missing-element: off\n' } : null;
      },
    },
  });
  const uri = await wire.open('plan.md', PLAN, 'vscode-vfs://github/town/plans/plan.md');
  const items = await wire.pull(uri);
  assert.ok(items.length > 0);
  assert.ok(!items.some(({ code }) => code === 'missing-element'));
  assert.ok(read.every((one) => one.startsWith('vscode-vfs://github/town/')));
  const untitled = await wire.open('', PLAN, 'untitled:Untitled-1');
  assert.ok((await wire.pull(untitled)).some(({ code }) => code === 'missing-element'));
  await wire.stop();
});
