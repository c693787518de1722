// Measures the engine and the command line, and writes docs/performance.md. Usage: npm run bench [-- --peers] [--guard]
// --peers: other linters too, installed into node_modules/.cache when missing. --guard: ratios only, fails when one is far off; for CI.
import { readFileSync, writeFileSync } from 'node:fs';
import { argv, exit } from 'node:process';
import { costGrowth, fullCheck, keystrokes } from './engine.ts';
import { guard } from './guard.ts';
import { pageOf } from './page.ts';
import { corpusPlans, planOf } from './plans.ts';
import { installPeers, machine, manyPlans, PEERS, startUp } from './processes.ts';

if (argv.includes('--guard')) exit(guard() ? 0 : 1);

const withPeers = argv.includes('--peers');
if (withPeers) installPeers(PEERS);
const corpus = corpusPlans();
// The first keystrokes of the process come first.
const cold = keystrokes(30_000, 400, 0);
const keys = [
  keystrokes(30_000, 400, 3),
  keystrokes(300_000, 400, 1),
  keystrokes(30_000, 400, 3, 10),
  keystrokes(300_000, 400, 1, 10),
  cold,
];
const full = [
  ...(corpus.length > 0 ? [fullCheck(`corpus (${corpus.length} plans)`, corpus, 10)] : []),
  fullCheck('3 k', [planOf(3000, 0)], 60),
  fullCheck('30 k', [planOf(30_000, 0)], 20),
  fullCheck('300 k', [planOf(300_000, 0)], 5),
  fullCheck('3 M', [planOf(3_000_000, 0)], 3),
];
const growth = costGrowth(3);
const start = startUp(9);
const many = manyPlans(200, 30_000, 1, withPeers ? PEERS : []);
const page = new URL('../../docs/performance.md', import.meta.url);
const text = pageOf({ machine: machine(), keys, full, growth, start, many });
writeFileSync(
  page,
  readFileSync(page, 'utf8').replace(
    /(<!-- figures[^>]*-->)[\s\S]*?(<!-- \/figures -->)/,
    (_, open, close) => `${open}\n\n${text}\n\n${close}`,
  ),
);
console.log(text);
