import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { onlyRules, PLAN, project } from './helpers.ts';

test('a mistake in the configuration is told with its place, the exit code is 2, and the plans are still checked', () => {
  const { run } = project({
    '.parkplan.yaml': `${onlyRules({ placeholder: 'warning' })}exclude: [x]\nplan: 1\n`,
    'plan.md': PLAN,
  });
  const ran = run('lint');
  assert.equal(ran.status, 2);
  assert.match(ran.out, /\.parkplan\.yaml:\d+:1\n {2}✖ Unknown key "exclude"/);
  assert.match(ran.out, /Unknown key "plan"; did you mean "plans"\?/);
  assert.match(ran.out, /23:15 {2}warning/);
});

test('--config is used instead of the nearest file', () => {
  const { run } = project({
    'sub/.parkplan.yaml': onlyRules({ placeholder: 'error' }),
    'sub/plan.md': PLAN,
    'other.yml': onlyRules({ placeholder: 'info' }),
  });
  assert.match(run('lint', 'sub').out, /23:15 {2}error/);
  assert.match(run('lint', '--config', 'other.yml', 'sub').out, /23:15 {2}info/);
  const gone = run('lint', '--config', 'gone.yml', 'sub');
  assert.equal(gone.status, 2);
  assert.match(gone.out, /gone\.yml:1:1\n {2}✖ There is no such configuration file/);
});

test('each folder of one run has its own configuration', () => {
  const { run } = project({
    'a/.parkplan.json': JSON.stringify({ rules: parse(onlyRules({ placeholder: 'error' })).rules as unknown }),
    'a/plan.md': PLAN,
    'b/.parkplan.yml': onlyRules({ placeholder: 'hint' }),
    'b/plan.md': PLAN,
  });
  const { plans } = JSON.parse(run('lint', '--format', 'json').out) as {
    plans: { findings: { severity: string }[] }[];
  };
  assert.deepEqual(
    plans.map((plan) => plan.findings.map((one) => one.severity)),
    [['error'], ['hint']],
  );
});

test('extends reads files and installed packages from disk', () => {
  const { run } = project({
    'plans/.parkplan.yaml': 'extends: [city-rules, ../base.yaml]\n',
    'plans/plan.md': PLAN,
    'node_modules/city-rules/package.json': '{ "parkplan": "rules.yaml" }',
    'node_modules/city-rules/rules.yaml': onlyRules({ placeholder: 'error' }),
    'base.yaml': 'rules: { placeholder: info }\n',
  });
  const ran = run('lint');
  assert.equal(ran.status, 0, ran.err);
  assert.match(ran.out, /23:15 {2}info/);
});

test('config print shows what holds for a file and where it comes from', () => {
  const { run } = project({
    '.parkplan.yaml':
      'extends: ./base.yaml\noverrides:\n  - files: drafts/\n    stage: outline\n    rules: { placeholder: off }\n',
    'base.yaml': 'stage: review\nplans: ["drafts/**"]\nrules: { placeholder: error }\n',
  });
  const ran = run('config', 'print', 'drafts/new.md');
  assert.equal(ran.status, 0, ran.err);
  assert.match(ran.out, /^# base\.yaml\n# \.parkplan\.yaml\n/);
  assert.deepEqual(parse(ran.out), {
    framework: 'nine-pathways',
    cases: [],
    bibliography: [],
    stage: 'outline',
    plan: true,
    ignored: false,
    rules: { placeholder: 'off' },
  });
  assert.equal((parse(run('config', 'print', 'plan.md').out) as { stage: string }).stage, 'review');
});

test('config print says so when there is no configuration, and fails on a mistaken one', () => {
  const { run, put } = project({});
  assert.match(run('config', 'print', 'plan.md').out, /no configuration file/);
  put('.parkplan.yaml', 'rulez: {}\n');
  const ran = run('config', 'print', 'plan.md');
  assert.equal(ran.status, 2);
  assert.match(ran.err, /\.parkplan\.yaml:1:1 Unknown key "rulez"; did you mean "rules"\?/);
});

for (const [locale, words] of [
  ['en', /# The framework/],
  ['zh-CN', /# 用哪个框架/],
] as const) {
  test(`init writes a commented configuration that is right as it stands and with every setting turned on (${locale})`, () => {
    const { run, path, put } = project({ 'plan.md': PLAN });
    const ran = run('init', '--locale', locale);
    assert.equal(ran.status, 0, ran.err);
    const text = readFileSync(path('.parkplan.yaml'), 'utf8');
    assert.match(text, words);
    assert.equal(run('config', 'print', 'plan.md').status, 0);
    // Settings are comments of the form "# key:" or their indented continuation; prose is not.
    put(
      '.parkplan.yaml',
      text
        .replace(/^# (?=(?:cases|plans|ignore|stage|rules|overrides|framework): ?)/gm, '')
        .replace(/^#(?= {2,}\S)/gm, ' ')
        .replace(/^# {3}(?=\S)/gm, '  '),
    );
    const all = run('config', 'print', 'plan.md');
    assert.equal(all.status, 0, all.err);
    assert.match(all.out, /stage: draft/);
  });
}

test('init overwrites nothing unless forced', () => {
  const { run, path } = project({ '.parkplan.yaml': '# mine\n' });
  const ran = run('init');
  assert.equal(ran.status, 2);
  assert.match(ran.err, /\.parkplan\.yaml exists already; use --force/);
  assert.equal(readFileSync(path('.parkplan.yaml'), 'utf8'), '# mine\n');
  assert.equal(run('init', '--force').status, 0);
});

test('a mistaken configuration matters to the files below it, not to others', () => {
  const { run } = project({ '.parkplan.yaml': 'stag: x\n', 'sub/.parkplan.yaml': onlyRules({}), 'sub/plan.md': PLAN });
  assert.equal(run('lint', 'sub').status, 0);
  assert.equal(run('lint', 'sub', '--config', '.parkplan.yaml').status, 2);
});

test('a mistaken configuration is told when no file is found at all', () => {
  const ran = project({ '.parkplan.yaml': 'stag: x\n' }).run('lint');
  assert.equal(ran.status, 2);
  assert.match(ran.out, /Unknown key "stag"/);
});
