import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { NOTES, PLAN, project } from './helpers.ts';

const OTHER = PLAN.replace('青石河', '白石河');

/** What stands in a cache for a file, by its name: the key, and what was found. */
function entries(path: string): Map<string, { key: string; found: string }> {
  const [, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  return new Map(
    lines.map((line) => {
      const [key = '', name = '', found = ''] = line.split('\t');
      return [name.split('/').at(-1)!, { key, found }];
    }),
  );
}

test('a second run says what the first said, in both formats, and looks at changed files only', () => {
  const { run, path, put } = project({ 'a.md': PLAN, 'b.md': OTHER, 'notes.md': NOTES });
  const plain = run('lint', '.');
  const first = run('lint', '--cache', '.');
  assert.equal(first.out, plain.out);
  assert.equal(first.status, plain.status);
  assert.equal(run('lint', '--cache', '.').out, plain.out);
  assert.equal(run('lint', '--cache', '--format', 'json', '.').out, run('lint', '--format', 'json', '.').out);
  const before = entries(path('.parkplancache'));
  put('b.md', `${OTHER}\n资金来源另行研究。\n`);
  assert.equal(run('lint', '--cache', '.').out, run('lint', '.').out);
  const after = entries(path('.parkplancache'));
  assert.deepEqual(after.get('a.md'), before.get('a.md'));
  assert.notEqual(after.get('b.md')!.key, before.get('b.md')!.key);
});

test('what is remembered is what is told: an entry that says otherwise is believed', () => {
  const { run, path } = project({ 'a.md': PLAN });
  run('lint', '--cache', '.');
  const cache = path('.parkplancache');
  const { found } = entries(cache).get('a.md')!;
  const { findings } = JSON.parse(found) as { findings: { rule: string }[] };
  assert.ok(findings.length > 0);
  writeFileSync(cache, readFileSync(cache, 'utf8').replace(JSON.stringify(findings), '[]'));
  const again = run('lint', '--cache', '.');
  assert.equal(again.status, 0);
  assert.doesNotMatch(again.out, new RegExp(findings[0]!.rule));
});

test('other settings, another framework or other cases are another key', () => {
  const { run, put } = project({ 'a.md': PLAN });
  run('lint', '--cache', '.');
  put('.parkplan.yaml', 'stage: review\n');
  assert.equal(run('lint', '--cache', '.').out, run('lint', '.').out);
  put('.parkplan.yaml', 'rules:\n  missing-element: off\n');
  assert.equal(run('lint', '--cache', '.').out, run('lint', '.').out);
});

test('`--cache-location` names the file; files that are gone leave it', () => {
  const { run, path } = project({ 'a.md': PLAN, 'b.md': OTHER });
  run('lint', '--cache-location', 'build/plans.cache', '.');
  assert.ok(!existsSync(path('.parkplancache')));
  assert.deepEqual([...entries(path('build/plans.cache')).keys()].sort(), ['a.md', 'b.md']);
  rmSync(path('b.md'));
  run('lint', '--cache-location', 'build/plans.cache', '.');
  assert.deepEqual([...entries(path('build/plans.cache')).keys()], ['a.md']);
});

test('a broken entry is told and made anew; a file that is no cache is left alone', () => {
  const { run, path, put } = project({ 'a.md': PLAN, 'b.md': OTHER });
  const plain = run('lint', '.');
  run('lint', '--cache', '.');
  const cache = path('.parkplancache');
  writeFileSync(cache, readFileSync(cache, 'utf8').replace('"findings":[', '"findings":[,').slice(0, -40));
  const again = run('lint', '--cache', '.');
  assert.equal(again.out, plain.out);
  assert.match(again.err, /2 entries of the cache could not be read/);
  assert.equal(run('lint', '--cache', '.').err, '');
  put('mine.txt', 'my own notes\n');
  const refused = run('lint', '--cache-location', 'mine.txt', '.');
  assert.equal(refused.status, 2);
  assert.match(refused.err, /mine\.txt is no cache of parkplan/);
  assert.equal(readFileSync(path('mine.txt'), 'utf8'), 'my own notes\n');
});

test('a run that fixes neither believes nor writes a cache', () => {
  const { run, path } = project({ 'a.md': PLAN });
  run('lint', '--cache', '--fix-dry-run', '.');
  assert.ok(!existsSync(path('.parkplancache')));
});
