import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import iconv from 'iconv-lite';
import { cli, NOTES, onlyRules, PLAN, project } from './helpers.ts';

const ONE_WARNING = { '.parkplan.yaml': onlyRules({ placeholder: 'warning' }), 'plan.md': PLAN };

test('findings below --fail-on leave the exit code at 0, those at or above it make it 1', () => {
  const { run, put } = project(ONE_WARNING);
  assert.equal(run('lint').status, 0, 'the default is error');
  assert.equal(run('lint', '--fail-on', 'error').status, 0);
  assert.equal(run('lint', '--fail-on', 'warning').status, 1);
  assert.equal(run('lint', '--fail-on', 'info').status, 1);
  put('.parkplan.yaml', onlyRules({ placeholder: 'error' }));
  assert.equal(run('lint').status, 1);
  assert.equal(run('lint', '--fail-on', 'never').status, 0);
  put('.parkplan.yaml', onlyRules({ placeholder: 'hint' }));
  assert.equal(run('lint', '--fail-on', 'info').status, 0);
});

test('more warnings than --max-warnings make it 1, also with --fail-on never', () => {
  const { run } = project(ONE_WARNING);
  assert.equal(run('lint', '--max-warnings', '1').status, 0);
  assert.equal(run('lint', '--max-warnings', '0').status, 1);
  assert.equal(run('lint', '--max-warnings', '0', '--fail-on', 'never').status, 1);
});

test('a plan without findings is clean', () => {
  const ran = project({ '.parkplan.yaml': onlyRules({}), 'plan.md': PLAN }).run('lint');
  assert.equal(ran.status, 0);
  assert.match(ran.out, /plans: 1; no findings; breadth \d+%, depth \d+%, weakest pathway: /);
});

test('text output shows the line, carets under the words, what to do, the scores and one summary line', () => {
  const { out } = project(ONE_WARNING).run('lint');
  const lines = out.split('\n');
  assert.match(lines[0]!, /^plan\.md {2}青石河产业园高质量发展规划/);
  assert.match(lines[1]!, /^ {2}23:15 {2}warning {2}\S.* {2}placeholder$/);
  const source = lines[2]!;
  const carets = lines[3]!;
  assert.match(source, /^ {3}23 │ 加强组织领导。建设资金标准（待补充）。$/);
  // Everything before the words is two cells wide: 14 characters.
  assert.match(carets, /^ {5} │ {29}\^{6}$/);
  assert.equal(
    lines.filter((line) => /^[✖▲✔] plans: 1; findings: 1 \(errors 0, warnings 1, info 0, hints 0\); breadth/.test(line))
      .length,
    1,
  );
  assert.match(out, /\n {2}breadth \d+%, depth \d+%, consistency \S+, weakest pathway: /);
});

test('of several things missing at one place the line is shown under the first', () => {
  const bare = '# 青石河产业园高质量发展规划\n\n## 一、主要任务\n\n建设标准厂房20万平方米。\n';
  const { out } = project({ '.parkplan.yaml': onlyRules({ 'missing-element': 'warning' }), 'plan.md': bare }).run(
    'lint',
  );
  assert.ok(out.match(/ {2}1:3 {2}warning /g)!.length > 3);
  assert.equal(out.match(/ 1 │ # 青石河/g)!.length, 1);
});

test('three findings in the same words are told once with the lines of the others, two are told twice', () => {
  const slots = ['（待补充）', '（待补充）', 'TBD'].map((slot, i) => `第${i + 1}项建设标准${slot}。`);
  const told = (last: string) =>
    project({
      '.parkplan.yaml': onlyRules({ placeholder: 'warning' }),
      'plan.md': `# 青石河产业园高质量发展规划\n\n## 一、主要任务\n\n${slots.join('\n\n')}\n\n${last}\n`,
    }).run('lint').out;
  assert.equal(told('建设标准厂房。').match(/ {2}placeholder\n/g)!.length, 3);
  const out = told('投资额（待补充）。');
  assert.equal(out.match(/ {2}placeholder\n/g)!.length, 2);
  assert.match(out, /\n {8}the same 2 more times, in lines 7, 11\n/);
  assert.match(out, /findings: 4 /);
});

test('what is put off or done elsewhere stands under what is missing, words that are only near do not', () => {
  const plan =
    '# 青石河产业园高质量发展规划\n\n## 一、主要任务\n\n建设标准厂房20万平方米。开辟绿色通道。\n\n## 二、保障措施\n\n建设资金来源另行研究。\n';
  const { out } = project({ '.parkplan.yaml': onlyRules({ 'missing-element': 'warning' }), 'plan.md': plan }).run(
    'lint',
  );
  assert.match(
    out,
    /"Funding" {2}missing-element\n(?:.*│.*\n)* {8}9:1 {2}this is left for later {2}建设资金来源另行研究\n/,
  );
  assert.doesNotMatch(out, /something else here/);
});

test('findings of several files stand in groups, in the order of their paths', () => {
  const { run } = project({ ...ONE_WARNING, 'b/plan.md': PLAN, 'a.md': PLAN, 'notes.md': NOTES });
  const heads = run('lint')
    .out.split('\n')
    .filter((line) => /^\S+\.md/.test(line));
  assert.deepEqual(
    heads.map((line) => line.split(' ')[0]),
    ['a.md', 'b/plan.md', 'plan.md'],
  );
});

test('--locale and the environment choose the language', () => {
  const { run, runWith } = project(ONE_WARNING);
  assert.match(run('lint', '--locale', 'zh-CN').out, /23:15 {2}警告/);
  assert.match(runWith({ env: { LANG: 'zh_CN.UTF-8' } }, 'lint').out, /1 份规划；1 条意见（错误 0，警告 1/);
  assert.match(runWith({ env: { LANG: 'C' } }, 'lint').out, /1 份规划/);
  assert.match(runWith({ env: { LANG: 'zh_CN.UTF-8' } }, 'lint', '--locale=en').out, /plans: 1/);
});

test('--quiet lists only what makes the run fail, and is silent when nothing does', () => {
  const { run, put } = project(ONE_WARNING);
  assert.equal(run('lint', '--quiet').out, '');
  assert.match(run('lint', '--quiet', '--fail-on', 'warning').out, /placeholder/);
  put('.parkplan.yaml', onlyRules({ placeholder: 'error' }));
  assert.match(run('lint', '--quiet').out, /placeholder/);
  const report = JSON.parse(run('lint', '--quiet', '--format', 'json').out) as {
    plans: { findings: unknown[] }[];
    summary: { findings: number };
  };
  assert.equal(report.plans[0]?.findings.length, 1);
  put('.parkplan.yaml', onlyRules({ placeholder: 'warning' }));
  const hidden = JSON.parse(run('lint', '--quiet', '--format', 'json').out) as typeof report;
  assert.deepEqual([hidden.plans[0]?.findings.length, hidden.summary.findings], [0, 1]);
});

test('--assume-plan checks what does not look like a plan', () => {
  const { run } = project({ 'notes.md': NOTES });
  const isPlan = (...args: string[]) =>
    (JSON.parse(run('lint', '--format', 'json', ...args).out) as { plans: { isPlan: boolean }[] }).plans[0]?.isPlan;
  assert.equal(isPlan(), false);
  assert.equal(isPlan('--assume-plan'), true);
});

test('globs in the configuration make files plans', () => {
  const { run } = project({ 'notes.md': NOTES, '.parkplan.yaml': 'plans: ["notes.*"]\n' });
  const { plans } = JSON.parse(run('lint', '--format', 'json').out) as { plans: { isPlan: boolean }[] };
  assert.equal(plans[0]?.isPlan, true);
});

test('--output writes the report to a file, folders made, without colours, and leaves the screen empty', () => {
  const { runWith, path } = project(ONE_WARNING);
  const ran = runWith({ env: { FORCE_COLOR: '1' } }, 'lint', '--output', 'out/reports/lint.txt');
  assert.equal(ran.out, '');
  const text = readFileSync(path('out/reports/lint.txt'), 'utf8');
  assert.match(text, /placeholder/);
  assert.ok(!text.includes('\u001b'));
});

test('--output to a place that cannot be written is told', () => {
  const ran = project(ONE_WARNING).run('lint', '--output', 'plan.md/report.json');
  assert.equal(ran.status, 2);
  assert.match(ran.err, /Cannot write plan\.md\/report\.json/);
});

test('colours come on a terminal or when forced, and never with --no-color or NO_COLOR', () => {
  const { runWith, run } = project(ONE_WARNING);
  assert.ok(!run('lint').out.includes('\u001b['));
  assert.ok(runWith({ env: { FORCE_COLOR: '1' } }, 'lint').out.includes('\u001b['));
  assert.ok(!runWith({ env: { FORCE_COLOR: '1' } }, 'lint', '--no-color').out.includes('\u001b['));
  assert.ok(!runWith({ env: { FORCE_COLOR: '1', NO_COLOR: '1' } }, 'lint').out.includes('\u001b['));
});

test('--stdin checks what is piped in, under the name that is given', () => {
  const { runWith } = project({ 'sub/.parkplan.yaml': onlyRules({ placeholder: 'error' }) });
  const ran = runWith({ input: PLAN }, 'lint', '--stdin', '--stdin-filename', 'sub/plan.md');
  assert.equal(ran.status, 1);
  assert.match(ran.out, /^sub\/plan\.md/);
  const gb = runWith({ input: iconv.encode(PLAN, 'gb18030') }, 'lint', '--stdin', '--format', 'json');
  const { plans } = JSON.parse(gb.out) as { plans: { path: string; encoding: string }[] };
  assert.deepEqual(
    plans.map(({ path, encoding }) => [path, encoding]),
    [['stdin.md', 'gb18030']],
  );
});

test('standard input that is no text is a reading error', () => {
  const ran = project({}).runWith({ input: Buffer.alloc(100) }, 'lint', '--stdin');
  assert.equal(ran.status, 2);
  assert.match(ran.out, /stdin\.md\n {2}✖ a binary file/);
});

const MISTAKES: readonly (readonly [string[], RegExp])[] = [
  [['lint', '--fial-on', 'error'], /There is no option --fial-on; did you mean --fail-on\?/],
  [['lint', '--format', 'xml'], /--format cannot be "xml"; it must be: text, json/],
  [['lint', '--locale', 'fr'], /--locale cannot be "fr"/],
  [['lint', '--fail-on', 'hint'], /it must be: error, warning, info, never/],
  [['lint', '--max-warnings', 'many'], /a whole number/],
  [['lint', '--max-warnings'], /needs a value/],
  [['lint', '--stdin', 'plan.md'], /cannot be combined with paths/],
  [['lint', '--stdin', '--fix'], /--fix-dry-run/],
  [['lint', '--stdin-filename', 'a.md'], /goes with --stdin/],
  [['lintt'], /There is no command "lintt"; did you mean "lint"\?/],
  [['coverage'], /The argument files is missing/],
  [['explain'], /The argument id is missing/],
  [['explain', 'a', 'b'], /too many arguments/],
  [['new', 'x', '--period', 'soon'], /a year or a range/],
];

for (const [args, expected] of MISTAKES) {
  test(`parkplan ${args.join(' ')} is a usage error`, () => {
    const ran = project({}).runWith({ input: '' }, ...args);
    assert.equal(ran.status, 2);
    assert.match(ran.err, expected);
    assert.equal(ran.out, '');
    assert.ok(!/\n {4}at /.test(ran.err), 'no stack for a mistake of use');
  });
}

test('mistakes are told in Chinese to a Chinese reader', () => {
  const ran = project({}).runWith({ env: { LANG: 'zh_CN' } }, 'lint', '--fial-on', 'x');
  assert.match(ran.err, /出错：没有选项 --fial-on，是否指 --fail-on？/);
});

test('--help and --version answer on standard output with 0', () => {
  const { run, runWith } = project({});
  assert.match(run('--help').out, /Usage: parkplan[\s\S]*Commands:[\s\S]*lint[\s\S]*Exit codes: 0 clean/);
  assert.match(run('lint', '--help').out, /--fail-on[\s\S]*\[error\|warning\|info\|never\]/);
  assert.match(runWith({ env: { LANG: 'zh_CN' } }, '--help').out, /用法[\s\S]*命令[\s\S]*检查规划/);
  assert.match(run('--version').out, /^\d+\.\d+\.\d+\n$/);
  assert.equal(run('--help').status, 0);
  const bare = run();
  assert.deepEqual([bare.status, bare.out], [2, '']);
  assert.match(bare.err, /Usage:/);
});

test('a reader that closes the pipe early is no error', () => {
  const { folder, put } = project({});
  for (let i = 0; i < 60; i++) put(`${i}.md`, PLAN);
  const ran = spawnSync('sh', ['-c', `"${process.execPath}" "${cli}" lint --format json | head -c 10; echo`], {
    cwd: folder,
    encoding: 'utf8',
  });
  assert.equal(ran.stderr, '');
  assert.equal(ran.stdout, '{\n  "versi\n');
});
