import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { test } from 'node:test';
import { NOTES, onlyRules, PLAN, project, type Ran } from './helpers.ts';

const paths = ({ out }: Ran): string[] =>
  (JSON.parse(out) as { plans: { path: string }[] }).plans.map((one) => one.path);

const TREE = {
  'plan.md': PLAN,
  'plans/b.markdown': PLAN,
  'plans/a.MD': PLAN,
  'plans/picture.png': 'x',
  'plans/data.txt': PLAN,
  'node_modules/pkg/README.md': PLAN,
  '.hidden/plan.md': PLAN,
  'build/plan.md': PLAN,
  'drafts/old.md': PLAN,
  'drafts/keep.md': PLAN,
  '.gitignore': 'build/\n/drafts/*\n!/drafts/keep.md\n',
  'plans/.gitignore': 'b.*\n',
};

test('a folder is walked for Markdown; .gitignore, hidden folders and node_modules are left out', () => {
  const { run } = project(TREE);
  assert.deepEqual(paths(run('lint', '--format', 'json', '.')), ['drafts/keep.md', 'plan.md', 'plans/a.MD']);
});

test('without arguments the working folder is walked', () => {
  const { run } = project(TREE);
  assert.deepEqual(paths(run('lint', '--format', 'json')), ['drafts/keep.md', 'plan.md', 'plans/a.MD']);
});

test('what is named itself is checked, whatever .gitignore says and however it is called', () => {
  const { run } = project(TREE);
  assert.deepEqual(paths(run('lint', '--format', 'json', 'build/plan.md', './plans/data.txt', 'plans/b.markdown')), [
    'build/plan.md',
    'plans/b.markdown',
    'plans/data.txt',
  ]);
});

test('a folder that is ignored but named is walked', () => {
  const { run, folder } = project(TREE);
  mkdirSync(`${folder}/.git`);
  assert.deepEqual(paths(run('lint', '--format', 'json', 'build')), ['build/plan.md']);
});

test('in a folder of a repository the .gitignore files above it hold', () => {
  const { runWith, folder } = project(TREE);
  mkdirSync(`${folder}/.git`);
  assert.deepEqual(paths(runWith({ cwd: `${folder}/drafts` }, 'lint', '--format', 'json', '.')), ['keep.md']);
});

test('globs are expanded by the tool, so that they work where the shell does not', () => {
  const { run } = project(TREE);
  assert.deepEqual(paths(run('lint', '--format', 'json', '**/*.{md,markdown}')), [
    'drafts/keep.md',
    'plan.md',
    'plans/a.MD',
  ]);
  assert.deepEqual(paths(run('lint', '--format', 'json', 'plans/*')), ['plans/a.MD']);
  assert.deepEqual(paths(run('lint', '--format', 'json', 'plans/*.txt')), ['plans/data.txt']);
});

test('a glob that matches nothing is told', () => {
  const ran = project(TREE).run('lint', '--format', 'json', 'nothing/*.md');
  assert.equal(ran.status, 2);
  assert.deepEqual((JSON.parse(ran.out) as { unread: unknown }).unread, [
    { path: 'nothing/*.md', reason: 'no file matches' },
  ]);
});

test('a file whose name looks like a glob is taken by its name', () => {
  const { run } = project({ '规划[2026].md': PLAN });
  assert.deepEqual(paths(run('lint', '--format', 'json', '规划[2026].md')), ['规划[2026].md']);
});

test('a file named twice is checked once', () => {
  const { run } = project({ 'plan.md': PLAN });
  assert.deepEqual(paths(run('lint', '--format', 'json', '.', 'plan.md', './plan.md', '*.md')), ['plan.md']);
});

test('a folder without plans is clean', () => {
  const ran = project({ 'notes.md': NOTES, '.parkplan.yaml': onlyRules({}) }).run('lint', '.');
  assert.equal(ran.status, 0);
  assert.match(ran.out, /no plan found; files that are no plans: 1/);
});

test('ignore in the configuration leaves files out, and says so of one that was named', () => {
  const { run } = project({ 'a.md': PLAN, 'old/b.md': PLAN, '.parkplan.yaml': 'ignore: [old]\n' });
  assert.deepEqual(paths(run('lint', '--format', 'json', '.')), ['a.md']);
  const named = run('lint', '--format', 'json', 'old/b.md');
  assert.deepEqual(paths(named), []);
  assert.match(named.err, /old\/b\.md is left out by ignore/);
});
