import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

const PLAN = `# 青石河产业园高质量发展规划（2026—2030年）

## 一、主要任务

2027年底前引进领军人才团队5个，由组织部牵头，每人给予安家补贴50万元。

要高度重视人才工作。

园区设有绿色通道窗口。

## 二、保障措施

加强组织领导。
`;

/** Talent is committed to in line 5 and mentioned in line 7; the green channel of line 9 is a trap. */
const LABELS = [
  'slug\tline\ttopic\tgrade\tquote',
  'qingshi\t5\ttalent\tT\t引进领军人才',
  'qingshi\t7\ttalent\tM\t人才工作',
  'qingshi\t9\tgreen\tX\t绿色通道',
  '',
].join('\n');

const CORPUS = {
  'plans/qingshi.md': PLAN,
  'raw/qingshi.txt': PLAN.replaceAll(/^#+ /gm, ''),
  'not-plans/notes.md': '# 读书笔记\n\n今天读了一本书。\n',
  'labels.tsv': LABELS,
};

function evaluate(files: Readonly<Record<string, string>>, ...args: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'parkplan-eval-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/eval.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, PARKPLAN_CORPUS: folder },
  });
  return { status, out: stdout, err: stderr, folder };
}

test('documents and lines are held against their labels, topic by topic', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'parkplan-eval-')), 'figures.json');
  after(() => rmSync(dirname(path), { recursive: true, force: true }));
  const { status, out, err } = evaluate(CORPUS, '--json', path);
  assert.equal(status, 0, err);
  assert.match(out, /plans recognised 1 of 1\nother documents left alone 1 of 1/);
  const figures = JSON.parse(readFileSync(path, 'utf8')) as {
    topic: string;
    committed: { n: number; f1: number };
    spoken: { n: number };
    lines: { recall: number };
  }[];
  const by = new Map(figures.map((one) => [one.topic, one]));
  assert.deepEqual([...by.keys()], ['talent', 'green']);
  assert.deepEqual([by.get('talent')?.committed.n, by.get('talent')?.committed.f1], [1, 1]);
  assert.equal(by.get('talent')?.lines.recall, 1);
  assert.deepEqual([by.get('green')?.committed.n, by.get('green')?.spoken.n], [0, 0], 'a trap is no evidence');
});

test('--knock-out takes the labelled lines away and asks that the topic is absent and reported', () => {
  const { out } = evaluate(CORPUS, '--knock-out');
  assert.match(out, /knock-out: absent in 1 of 1 \(100\.0 %\); reported where required 1 of 1/);
});

test('--knock-out shows what is left when a label is wanting', () => {
  const labels = LABELS.replace('qingshi\t5\ttalent\tT\t引进领军人才\n', '');
  const { out } = evaluate({ ...CORPUS, 'labels.tsv': labels }, '--knock-out');
  assert.match(out, /absent in 0 of 1[\s\S]*qingshi talent\n {4}5 actionable talent\S* /);
});

test('--errors lists each wrong document and line of a topic, with pattern and text', () => {
  const labels = LABELS.replace('qingshi\t5\ttalent\tT', 'qingshi\t9\ttalent\tA');
  const { out } = evaluate({ ...CORPUS, 'labels.tsv': labels }, '--errors', 'talent');
  assert.match(out, /false {4}qingshi:5 have actionable want absent talent\S* 2027年底前引进/);
  assert.match(out, /missed {3}qingshi:9 have absent want addressed {2}园区设有绿色通道/);
  assert.ok(!out.includes('## green'));
});

test('--raw measures the same plans as pasted text', () => {
  const { out } = evaluate(CORPUS, '--raw');
  assert.match(out, /before headings were marked[\s\S]*talent +1\.00 1\.00 1\.00 +1/);
});

test('a label that cannot be read is told with file and line', () => {
  const { status, err } = evaluate({ ...CORPUS, 'labels.tsv': 'qingshi\tfive\ttalent\tT\tx\n' });
  assert.notEqual(status, 0);
  assert.match(err, /labels\.tsv:1: expected slug, line, topic and grade/);
});

test('without a corpus it says so and is no failure', () => {
  const { status, out, folder } = evaluate({});
  assert.equal(status, 0);
  assert.ok(out.includes(`There is no corpus at ${folder}`));
});
