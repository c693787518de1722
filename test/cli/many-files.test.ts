import assert from 'node:assert/strict';
import { availableParallelism } from 'node:os';
import { test } from 'node:test';
import { NOTES, PLAN, project, type Ran } from './helpers.ts';

interface Report {
  readonly plans: readonly { readonly path: string }[];
  readonly unread?: readonly unknown[];
}

const report = ({ out }: Ran): Report => JSON.parse(out) as Report;

/** Plans of different lengths, so that threads finish in another order than they began. */
const plans = Array.from({ length: 30 }, (_, i): [string, string] => [
  `plan-${String(i).padStart(2, '0')}.md`,
  i % 7 === 3 ? NOTES : PLAN.replace('青石河', `青石河${i}`) + PLAN.slice(PLAN.indexOf('## ')).repeat((i * 5) % 9),
]);
/** Longer than what a thread has room for. */
const long = PLAN + PLAN.slice(PLAN.indexOf('## ')).repeat(Math.ceil(210_000 / PLAN.length));
const files = {
  ...Object.fromEntries(plans),
  'plan-05.md': long,
  'plan-11.md': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff]),
};

test('many files, checked on several threads, are told in the order and the words of each file checked alone', {
  skip: availableParallelism() < 2 && 'one core only',
}, () => {
  const { run } = project(files);
  const together = run('lint', '--format', 'json', '.');
  const alone = Object.keys(files)
    .sort()
    .map((name) => report(run('lint', '--format', 'json', name)));
  assert.equal(together.status, 2);
  assert.deepEqual(
    report(together).plans,
    alone.flatMap((one) => one.plans),
  );
  assert.deepEqual(
    report(together).unread,
    alone.flatMap((one) => one.unread ?? []),
  );
  assert.ok(report(together).plans.length > 20);
});

test('a fix of many files writes what it writes to each alone', () => {
  const { run } = project(files);
  const dry = run('lint', '--fix-dry-run', '--format', 'json', '.');
  assert.equal(dry.status, 2);
  assert.equal(report(dry).plans.length, report(run('lint', '--format', 'json', '.')).plans.length);
});

test('a thread that dies ends the run with what it died of, and nobody waits for the others', {
  skip: availableParallelism() < 2 && 'one core only',
}, () => {
  const dying = `import { parentPort, threadId } from 'node:worker_threads';
if (threadId % 2 === 1) parentPort.on('message', () => { throw new Error('no room left'); });`;
  const { runWith } = project(files);
  const { status, err } = runWith(
    { timeout: 60_000, env: { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(dying)}` } },
    'lint',
    '.',
  );
  assert.equal(status, 2);
  assert.match(err, /no room left/);
});
