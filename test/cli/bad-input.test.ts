import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, symlinkSync } from 'node:fs';
import { test } from 'node:test';
import iconv from 'iconv-lite';
import { NOTES, onlyRules, PLAN, project, type Ran } from './helpers.ts';

interface Report {
  plans: {
    path: string;
    isPlan: boolean;
    encoding: string;
    title: string;
    findings: { rule: string; severity: string; line: number; column: number; message: string }[];
  }[];
  unread: { path: string; reason: string }[];
  problems: { path: string; line: number; column: number; message: string }[];
}

const report = ({ out }: Ran): Report => JSON.parse(out) as Report;
const CONFIG = onlyRules({ placeholder: 'warning', 'file-encoding': 'hint', 'invalid-front-matter': 'warning' });

test('an empty file is no plan and no mistake', () => {
  const ran = project({ 'empty.md': '' }).run('lint', '--format', 'json', 'empty.md');
  assert.equal(ran.status, 0, ran.err);
  assert.deepEqual(
    report(ran).plans.map(({ path, isPlan, findings }) => ({ path, isPlan, findings })),
    [{ path: 'empty.md', isPlan: false, findings: [] }],
  );
});

test('an empty file is checked when every file is taken for a plan', () => {
  const ran = project({ 'empty.md': '' }).run('lint', '--assume-plan', '--format', 'json', 'empty.md');
  assert.ok(ran.status === 0 || ran.status === 1, ran.err);
  assert.equal(report(ran).plans[0]?.isPlan, true);
});

test('binary files, broken UTF-8 and what is missing are named with their reasons; the others are still checked', () => {
  const { run, folder } = project({
    '.parkplan.yaml': CONFIG,
    'a.docx.md': Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(200, 1)]),
    'b.md': Buffer.from(Array.from({ length: 300 }, (_, i) => i % 5)),
    'c.md': Buffer.concat([Buffer.from(PLAN), Buffer.from([0xff, 0xfe, 0xff])]),
    'good.md': PLAN,
  });
  symlinkSync('nowhere.md', `${folder}/link.md`);
  const ran = run('lint', '--format', 'json', '.', 'missing.md');
  assert.equal(ran.status, 2);
  const { plans, unread } = report(ran);
  assert.deepEqual(unread.map(({ path, reason }) => [path, reason]).sort(), [
    ['a.docx.md', 'a Word/ZIP file, not text; convert it to Markdown first'],
    ['b.md', 'a binary file, not text'],
    ['c.md', `neither valid UTF-8 nor GB18030 (byte ${Buffer.byteLength(PLAN) + 1}, line ${PLAN.split('\n').length})`],
    ['link.md', 'a broken symbolic link'],
    ['missing.md', 'no such file or folder'],
  ]);
  assert.deepEqual(
    plans.map((plan) => plan.path),
    ['good.md'],
  );
  assert.equal(plans[0]?.findings.length, 1);
});

test('text output names what was not read, too', () => {
  const ran = project({ 'good.md': PLAN }).run('lint', 'good.md', 'gone.md');
  assert.equal(ran.status, 2);
  assert.match(ran.out, /gone\.md\n {2}✖ no such file or folder/);
  assert.match(ran.out, /files not read: 1/);
});

test('GB18030 is recognised, read and told as a hint', () => {
  const { run } = project({ '.parkplan.yaml': CONFIG, 'plan.md': iconv.encode(PLAN, 'gb18030') });
  const ran = run('lint', '--format', 'json', 'plan.md');
  assert.equal(ran.status, 0, ran.err);
  const [plan] = report(ran).plans;
  assert.equal(plan?.encoding, 'gb18030');
  assert.equal(plan?.title, '青石河产业园高质量发展规划（2026—2030年）');
  assert.deepEqual(plan?.findings.map(({ rule, severity, line, column }) => ({ rule, severity, line, column }))[0], {
    rule: 'file-encoding',
    severity: 'hint',
    line: 1,
    column: 1,
  });
  assert.match(plan?.findings[0]?.message ?? '', /GB18030/);
});

test('the hint about the encoding can be switched off, and a file that is no plan has none', () => {
  const quiet = project({ '.parkplan.yaml': onlyRules({}), 'plan.md': iconv.encode(PLAN, 'gb18030') });
  assert.deepEqual(report(quiet.run('lint', '--format', 'json', 'plan.md')).plans[0]?.findings, []);
  const notes = project({ 'notes.md': iconv.encode(NOTES, 'gb18030') });
  const [plan] = report(notes.run('lint', '--format', 'json', '.')).plans;
  assert.deepEqual([plan?.isPlan, plan?.findings], [false, []]);
});

test('a byte order mark and CRLF change no line and no column', () => {
  const { run } = project({
    '.parkplan.yaml': CONFIG,
    'plain.md': PLAN,
    'marked.md': `\ufeff${PLAN.replaceAll('\n', '\r\n')}`,
    'utf16.md': Buffer.from(`\ufeff${PLAN}`, 'utf16le'),
  });
  const { plans } = report(run('lint', '--format', 'json', '.'));
  const places = plans.map((plan) =>
    plan.findings.filter((one) => one.rule === 'placeholder').map(({ line, column }) => [line, column]),
  );
  assert.deepEqual(
    plans.map((plan) => plan.encoding),
    ['utf-8-bom', 'utf-8', 'utf-16le'],
  );
  assert.equal(places[0]?.length, 1);
  assert.deepEqual(places[0], places[1]);
  assert.deepEqual(places[2], places[1]);
});

test('NUL bytes in a plan do not stop it from being checked', () => {
  const { run } = project({ '.parkplan.yaml': CONFIG, 'plan.md': PLAN.replace('加强组织领导', '加强\u0000组织领导') });
  const ran = run('lint', 'plan.md');
  assert.equal(ran.status, 0, ran.err);
  assert.match(ran.out, /加强␀组织领导/);
});

test('a file of 5 MB is checked to its end', () => {
  const filler = '园区持续优化营商环境，推动产业集群发展。\n\n'.repeat(90_000);
  const { run } = project({ '.parkplan.yaml': CONFIG, 'plan.md': PLAN.replace('## 四、', `${filler}## 四、`) });
  const ran = run('lint', '--format', 'json', 'plan.md');
  assert.equal(ran.status, 0, ran.err);
  assert.ok(report(ran).plans[0]!.findings.some((one) => one.rule === 'placeholder' && one.line > 180_000));
});

test('a line of 1 MB is checked, and shown in a window', () => {
  const line = `${'园区持续优化营商环境，'.repeat(32_000)}资金标准（待补充），${'推动产业集群发展，'.repeat(2000)}\n`;
  const { run } = project({ '.parkplan.yaml': CONFIG, 'plan.md': PLAN.replace('加强组织领导。', `${line}\n`) });
  const ran = run('lint', 'plan.md');
  assert.equal(ran.status, 0, ran.err);
  assert.match(ran.out, /…[^\n]*资金标准（待补充）[^\n]*…\n/);
  assert.ok(ran.out.split('\n').every((one) => one.length < 400));
});

test('10,000 headings are no hurdle', () => {
  const headings = Array.from({ length: 10_000 }, (_, i) => `### ${i + 1}. 任务${i + 1}\n\n推进项目建设。\n`).join(
    '\n',
  );
  const { run } = project({ '.parkplan.yaml': CONFIG, 'plan.md': PLAN.replace('## 四、', `${headings}\n## 四、`) });
  const ran = run('lint', '--format', 'json', 'plan.md');
  assert.equal(ran.status, 0, ran.err);
});

test('malformed front matter is a finding; the rest is still checked', () => {
  const { run } = project({
    '.parkplan.yaml': CONFIG,
    'plan.md': `---\ntitle: [未闭合\nparkplan:\n  stage: draft\n---\n\n${PLAN}`,
  });
  const ran = run('lint', '--format', 'json', 'plan.md');
  assert.equal(ran.status, 0, ran.err);
  const rules = report(ran).plans[0]!.findings.map((one) => one.rule);
  assert.ok(rules.includes('invalid-front-matter'), rules.join());
  assert.ok(rules.includes('placeholder'), rules.join());
});

/** Root reads everything; such a test then runs as nobody, where the machine allows it. */
function asNobody(): { uid?: number; gid?: number } | undefined {
  if (process.getuid?.() !== 0) return {};
  const tried = spawnSync(process.execPath, ['-e', '0'], { uid: 65_534, gid: 65_534 });
  return tried.status === 0 ? { uid: 65_534, gid: 65_534 } : undefined;
}

test('a folder and a file that may not be read are named, the others are checked', (t) => {
  const user = asNobody();
  if (process.platform === 'win32' || user === undefined) {
    t.skip('permissions cannot be taken away here');
    return;
  }
  const { runWith, folder, path } = project({
    '.parkplan.yaml': CONFIG,
    'good.md': PLAN,
    'closed/plan.md': PLAN,
    'secret.md': PLAN,
  });
  chmodSync(folder, 0o755);
  chmodSync(path('closed'), 0);
  chmodSync(path('secret.md'), 0);
  const ran = runWith({ ...user }, 'lint', '--format', 'json', '.');
  chmodSync(path('closed'), 0o755);
  assert.equal(ran.status, 2, ran.err);
  const { plans, unread } = report(ran);
  assert.deepEqual(unread.map(({ path, reason }) => [path, reason]).sort(), [
    ['closed', 'permission denied'],
    ['secret.md', 'permission denied'],
  ]);
  assert.deepEqual(
    plans.map((plan) => plan.path),
    ['good.md'],
  );
});

test('links that lead in a circle and folders linked into themselves end', () => {
  const { run, folder } = project({ 'plans/good.md': PLAN });
  symlinkSync('..', `${folder}/plans/up`);
  symlinkSync('loop.md', `${folder}/loop.md`);
  symlinkSync('plans/good.md', `${folder}/alias.md`);
  const { plans, unread } = report(run('lint', '--format', 'json', '.'));
  assert.deepEqual(
    plans.map((plan) => plan.path),
    ['alias.md', 'plans/good.md'],
  );
  assert.deepEqual(
    unread.map(({ path, reason }) => [path, reason]),
    [['loop.md', 'symbolic links lead in a circle']],
  );
});

test('a named pipe is not waited for', (t) => {
  const { run, path } = project({ 'good.md': PLAN });
  if (spawnSync('mkfifo', [path('pipe.md')]).status !== 0) {
    t.skip('no named pipes here');
    return;
  }
  const ran = run('lint', '--format', 'json', 'pipe.md', 'good.md');
  assert.deepEqual(report(ran).unread, [{ path: 'pipe.md', reason: 'not a regular file' }]);
  assert.equal(report(ran).plans.length, 1);
});
