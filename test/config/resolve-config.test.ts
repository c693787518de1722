import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configResolver, resolveConfig } from '../../server/src/config/resolve-config.ts';
import type { SourceProblem } from '../../server/src/framework/types.ts';
import { memoryHost } from './host.ts';

const RULES = new Set(['missing-pathway', 'placeholder', 'unowned-task']);

function told(problems: readonly SourceProblem[]): string[] {
  return problems.map((one) => `${one.path}:${one.line}:${one.column} ${one.message.en}`);
}

test('without a file everything is at its default', async () => {
  const found = await resolveConfig('/园区/规划.md', memoryHost({}));
  assert.deepEqual(found, {
    path: undefined,
    framework: undefined,
    cases: [],
    bibliography: [],
    stage: undefined,
    severities: {},
    isPlanByGlob: false,
    isIgnored: false,
    sources: [],
    problems: [],
  });
});

test('the nearest file upward applies, and only that one', async () => {
  const host = memoryHost({
    '/p/.parkplan.yaml': 'stage: issued\nrules: { placeholder: error }',
    '/p/drafts/.parkplan.json': '{ "stage": "outline" }',
  });
  const near = await resolveConfig('/p/drafts/deep/er/plan.md', host);
  assert.equal(near.path, '/p/drafts/.parkplan.json');
  assert.equal(near.stage, 'outline');
  assert.deepEqual(near.severities, {});
  assert.equal((await resolveConfig('/p/plan.md', host)).stage, 'issued');
});

test('of several names in one folder .yaml comes before .yml before .json', async () => {
  const host = memoryHost({ '/p/.parkplan.json': '{"stage":"draft"}', '/p/.parkplan.yml': 'stage: review' });
  assert.equal((await resolveConfig('/p/a.md', host)).stage, 'review');
});

test('a named configuration is used instead of the nearest', async () => {
  const host = memoryHost({ '/p/.parkplan.yaml': 'stage: issued', '/etc/park.yaml': 'stage: draft' });
  const found = await resolveConfig('/p/a.md', host, { configPath: '/etc/park.yaml' });
  assert.equal(found.stage, 'draft');
});

test('a named configuration that is not there is a problem', async () => {
  const found = await resolveConfig('/p/a.md', memoryHost({}), { configPath: '/etc/park.yaml' });
  assert.deepEqual(told(found.problems), ['/etc/park.yaml:1:1 There is no such configuration file']);
});

test('extends reads local files first; paths are relative to the file that holds them', async () => {
  const host = memoryHost({
    '/p/plans/.parkplan.yaml': 'extends: ../shared/base.yaml\ncases: [cases]\nrules: { placeholder: off }',
    '/p/shared/base.yaml':
      'framework: frame/framework.yaml\ncases: [more]\nstage: draft\nrules:\n  placeholder: error\n  unowned-task: info',
  });
  const found = await resolveConfig('/p/plans/a.md', host);
  assert.equal(found.framework, '/p/shared/frame/framework.yaml');
  assert.deepEqual(found.cases, ['/p/shared/more', '/p/plans/cases']);
  assert.deepEqual(found.severities, { placeholder: 'off', 'unowned-task': 'info' });
  assert.deepEqual(found.sources, ['/p/shared/base.yaml', '/p/plans/.parkplan.yaml']);
});

test('nine-pathways takes the built-in framework back', async () => {
  const host = memoryHost({
    '/p/.parkplan.yaml': 'extends: ./base.yaml\nframework: nine-pathways',
    '/p/base.yaml': 'framework: own/framework.yaml',
  });
  assert.equal((await resolveConfig('/p/a.md', host)).framework, undefined);
});

test('extends finds an installed package upward: its parkplan field, its .parkplan.yaml, or a file in it', async () => {
  const host = memoryHost({
    '/p/q/.parkplan.yaml': "extends: [city-rules, '@province/rules', city-rules/strict.yml]",
    '/p/node_modules/city-rules/package.json': '{ "name": "city-rules", "parkplan": "config/main.yaml" }',
    '/p/node_modules/city-rules/config/main.yaml': 'rules: { placeholder: hint }',
    '/p/node_modules/city-rules/strict.yml': 'rules: { unowned-task: error }',
    '/p/q/node_modules/@province/rules/.parkplan.json': '{ "stage": "review" }',
  });
  const found = await resolveConfig('/p/q/a.md', host, { knownRules: RULES });
  assert.deepEqual(told(found.problems), []);
  assert.equal(found.stage, 'review');
  assert.deepEqual(found.severities, { placeholder: 'hint', 'unowned-task': 'error' });
});

test('what is no local file and no installed package cannot be extended', async () => {
  const host = memoryHost({
    '/p/.parkplan.yaml': [
      'extends:',
      '  - https://example.org/rules.yaml',
      '  - ./rules.mjs',
      '  - not-installed',
      '  - evil/../../../etc/passwd.yaml',
      '  - ./gone.yaml',
      'stage: draft',
    ].join('\n'),
    '/p/node_modules/evil/package.json': '{}',
    '/p/rules.mjs': 'throw 1',
    '/etc/passwd.yaml': 'stage: issued',
  });
  const found = await resolveConfig('/p/a.md', host);
  assert.equal(found.stage, 'draft', 'the rest still holds');
  const lines = told(found.problems);
  assert.equal(lines.length, 5);
  assert.match(lines[0]!, /^\/p\/\.parkplan\.yaml:2:5 .*web/);
  assert.match(lines[1]!, /:3:5 .*never a program/);
  assert.match(lines[2]!, /:4:5 Cannot find "not-installed"/);
  assert.match(lines[3]!, /:5:5 .*outside its package/);
  assert.match(lines[4]!, /:6:5 Cannot find/);
  assert.ok(!host.read.includes('/etc/passwd.yaml') && !host.read.includes('/p/rules.mjs'));
});

test('configurations that extend each other in a circle are told, with the way round', async () => {
  const host = memoryHost({
    '/p/.parkplan.yaml': 'stage: draft\nextends: ./b.yaml',
    '/p/b.yaml': 'extends:\n  - ./.parkplan.yaml\nrules: { placeholder: hint }',
  });
  const found = await resolveConfig('/p/a.md', host);
  assert.deepEqual(told(found.problems), [
    '/p/b.yaml:2:5 Configurations extend each other in a circle: /p/.parkplan.yaml → /p/b.yaml → /p/.parkplan.yaml',
  ]);
  assert.deepEqual(found.severities, { placeholder: 'hint' });
});

test('one file extended twice is read once', async () => {
  const host = memoryHost({
    '/p/.parkplan.yaml': 'extends: [./a.yaml, ./b.yaml]',
    '/p/a.yaml': 'extends: ./base.yaml',
    '/p/b.yaml': 'extends: ./base.yaml',
    '/p/base.yaml': 'plans: [plans/]',
  });
  const found = await resolveConfig('/p/plans/x.md', host);
  assert.equal(found.sources.filter((one) => one === '/p/base.yaml').length, 1);
  assert.equal(found.isPlanByGlob, true);
});

test('overrides hold for the files that their globs match, the later one wins', async () => {
  const host = memoryHost({
    '/p/.parkplan.yaml': `
stage: review
plans: ["plans/**"]
rules: { placeholder: error }
overrides:
  - files: "plans/提纲/**"
    stage: outline
    rules: { placeholder: off }
  - files: ["**/notes.md"]
    plan: false
    framework: other/framework.yaml
    rules: { placeholder: hint }
`,
  });
  const outline = await resolveConfig('/p/plans/提纲/一.md', host);
  assert.deepEqual([outline.stage, outline.severities['placeholder'], outline.isPlanByGlob], ['outline', 'off', true]);
  const notes = await resolveConfig('/p/plans/提纲/notes.md', host);
  assert.deepEqual(
    [notes.stage, notes.severities['placeholder'], notes.isPlanByGlob, notes.framework],
    ['outline', 'hint', false, '/p/other/framework.yaml'],
  );
  const plain = await resolveConfig('/p/plans/二.md', host);
  assert.deepEqual([plain.stage, plain.severities['placeholder'], plain.framework], ['review', 'error', undefined]);
});

test('globs of an extended file are seen from the folder of the configuration that applies', async () => {
  const host = memoryHost({
    '/p/.parkplan.yaml': 'extends: city-rules',
    '/p/node_modules/city-rules/.parkplan.yaml': 'ignore: [archive]\nplans: ["规划/*.md"]',
  });
  assert.equal((await resolveConfig('/p/archive/2019/a.md', host)).isIgnored, true);
  assert.equal((await resolveConfig('/p/规划/a.md', host)).isPlanByGlob, true);
});

test('unknown keys and rules are told with place and the nearest known name, in both languages', async () => {
  const host = memoryHost({
    '/p/.parkplan.yaml': [
      'stag: draft',
      'rules:',
      '  mising-pathway: error',
      '  placeholder: loud',
      'overrides:',
      '  - file: x',
      'plans: all',
      'xyzzy: 1',
    ].join('\n'),
  });
  const found = await resolveConfig('/p/a.md', host, { knownRules: RULES });
  assert.deepEqual(told(found.problems), [
    '/p/.parkplan.yaml:1:1 Unknown key "stag"; did you mean "stage"?',
    '/p/.parkplan.yaml:3:3 There is no rule "mising-pathway"; did you mean "missing-pathway"?',
    '/p/.parkplan.yaml:4:16 Must be one of: off, hint, info, warning, error',
    '/p/.parkplan.yaml:6:5 The key "files" is missing',
    '/p/.parkplan.yaml:6:5 Unknown key "file"; did you mean "files"?',
    '/p/.parkplan.yaml:7:8 "plans" must be a list',
    '/p/.parkplan.yaml:8:1 Unknown key "xyzzy"',
  ]);
  assert.match(found.problems[0]!.message.zh, /未知的键“stag”，是否指“stage”？/);
});

test('a mistaken value leaves the rest in force', async () => {
  const host = memoryHost({ '/p/.parkplan.yaml': 'stage: someday\nignore: [3, old]\nrules: { placeholder: off }' });
  const found = await resolveConfig('/p/old/a.md', host, { knownRules: RULES });
  assert.deepEqual(told(found.problems), [
    '/p/.parkplan.yaml:1:8 Must be one of: outline, draft, consultation, review, issued',
    '/p/.parkplan.yaml:2:10 "ignore.0" must be text',
  ]);
  assert.equal(found.isIgnored, true);
  assert.equal(found.severities['placeholder'], 'off');
});

test('text that is no YAML, or no map, is a located problem', async () => {
  const broken = await resolveConfig(
    '/p/a.md',
    memoryHost({ '/p/.parkplan.yaml': 'rules:\n  a: [1, 2\nstage: draft' }),
  );
  assert.ok(broken.problems.length > 0);
  assert.ok(broken.problems.every((one) => one.line >= 1 && /Not valid YAML/.test(one.message.en)));
  const list = await resolveConfig('/p/a.md', memoryHost({ '/p/.parkplan.yaml': '- a\n- b' }));
  assert.match(told(list.problems)[0]!, /must consist of keys and values/);
  const empty = await resolveConfig('/p/a.md', memoryHost({ '/p/.parkplan.yaml': '# nothing yet\n' }));
  assert.deepEqual(empty.problems, []);
});

test('aliases that would unfold into billions of values are refused', async () => {
  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
  for (const [from, to] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg', 'gh', 'hi']) {
    bomb.push(`${to}: &${to} [${Array(9).fill(`*${from}`).join(', ')}]`);
  }
  const found = await resolveConfig('/p/a.md', memoryHost({ '/p/.parkplan.yaml': bomb.join('\n') }));
  assert.match(told(found.problems)[0]!, /Not valid YAML/);
});

test('a configuration that cannot be read is a problem, not a crash', async () => {
  const host = memoryHost({ '/p/.parkplan.yaml': new Error('EACCES: permission denied') });
  const found = await resolveConfig('/p/a.md', host);
  assert.deepEqual(told(found.problems), [
    '/p/.parkplan.yaml:1:1 This configuration file cannot be read: EACCES: permission denied',
  ]);
});

test('many files of a folder read its configuration once', async () => {
  const host = memoryHost({ '/p/.parkplan.yaml': 'extends: ./base.yaml', '/p/base.yaml': 'stage: draft' });
  const resolver = configResolver(host);
  for (let i = 0; i < 50; i++) await resolver.resolve(`/p/a/b/${i}.md`);
  assert.deepEqual(host.read.filter((path) => path === '/p/base.yaml').length, 1);
});

test('bibliographies are one path or several, relative to the file that names them, and add up with those extended', async () => {
  const host = memoryHost({
    '/p/.parkplan.yaml': 'extends: ./shared/base.yaml\nbibliography: [own.bib, own.json]\n',
    '/p/shared/base.yaml': 'bibliography: base.bib\n',
  });
  const { bibliography, problems } = await resolveConfig('/p/plan.md', host);
  assert.deepEqual(bibliography, ['/p/shared/base.bib', '/p/own.bib', '/p/own.json']);
  assert.deepEqual(problems, []);
  const wrong = await resolveConfig('/p/plan.md', memoryHost({ '/p/.parkplan.yaml': 'bibliography: { a: b }\n' }));
  assert.deepEqual(wrong.bibliography, []);
  assert.equal(wrong.problems.length, 1);
});
