// Whole processes: the built command line beside bare Node and beside other linters of Markdown.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from './measure.ts';
import { planOf } from './plans.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CLI = join(ROOT, 'dist/cli.mjs');
const CACHE = join(ROOT, 'node_modules/.cache/parkplan-bench');

export interface Peer {
  readonly name: string;
  readonly packages: readonly string[];
  /** Arguments behind the program's own path; run inside the folder of plans. */
  readonly command: (bin: string) => readonly string[];
  readonly bin: string;
  /** Files of configuration, written beside the plans. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Versions are written into the page from what is installed. */
export const PEERS: readonly Peer[] = [
  {
    name: 'markdownlint-cli2',
    packages: ['markdownlint-cli2'],
    bin: 'markdownlint-cli2',
    command: (bin) => [bin, '*.md'],
  },
  {
    name: 'remark-cli + remark-preset-lint-recommended',
    packages: ['remark-cli', 'remark-preset-lint-recommended'],
    bin: 'remark',
    command: (bin) => [
      bin,
      '.',
      '--quiet',
      '--frail',
      '--use',
      join(CACHE, 'node_modules/remark-preset-lint-recommended/index.js'),
    ],
  },
  {
    name: 'textlint + textlint-rule-preset-ja-spacing',
    packages: ['textlint', 'textlint-rule-preset-ja-spacing'],
    bin: 'textlint',
    command: (bin) => [
      bin,
      '--rules-base-directory',
      join(CACHE, 'node_modules'),
      '--preset',
      'preset-ja-spacing',
      '*.md',
    ],
  },
  { name: 'zhlint', packages: ['zhlint'], bin: 'zhlint', command: (bin) => [bin, '*.md'] },
  {
    name: 'autocorrect-node',
    packages: ['autocorrect-node'],
    bin: 'autocorrect',
    command: (bin) => [bin, '--lint', '.'],
  },
  { name: 'rumdl', packages: ['rumdl'], bin: 'rumdl', command: (bin) => [bin, 'check', '--no-cache', '.'] },
];

export interface ProcessTime {
  readonly name: string;
  /** Milliseconds, whole process. Undefined when it did not run. */
  readonly median: number | undefined;
  /** Megabytes, the most that was resident. */
  readonly memory?: number | undefined;
  readonly note?: string;
}

/** Median of whole runs of a command. Exit codes of linters tell findings: any but a crash counts. */
function wholeRuns(command: readonly string[], cwd: string, rounds: number): ProcessTime['median'] {
  const times: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const started = performance.now();
    const [program, ...args] = command;
    const { status, error } = spawnSync(program!, args, { cwd, stdio: 'ignore' });
    if (error || status === null || status > 2) return undefined;
    times.push(performance.now() - started);
  }
  return median(times);
}

function withPlans<T>(count: number, characters: number, work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'parkplan-bench-'));
  try {
    for (let i = 0; i < count; i++) writeFileSync(join(folder, `plan-${i}.md`), planOf(characters, i));
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One small file: what the command line takes above bare Node. */
export function startUp(rounds: number): { readonly bare: number; readonly cli: number } {
  return withPlans(1, 1500, (folder) => {
    const cli = [process.execPath, CLI, 'lint', 'plan-0.md'];
    wholeRuns(cli, folder, 2);
    return {
      bare: wholeRuns([process.execPath, '-e', '0'], folder, rounds)!,
      cli: wholeRuns(cli, folder, rounds)!,
    };
  });
}

/** Many plans in one process, parkplan first, then the peers that are installed. */
export function manyPlans(count: number, characters: number, rounds: number, peers: readonly Peer[]): ProcessTime[] {
  return withPlans(count, characters, (folder) => {
    const own = [process.execPath, CLI, 'lint', '--quiet', '.'];
    const found: ProcessTime[] = [
      { name: 'parkplan', median: wholeRuns(own, folder, rounds), memory: peakOf(own, folder) },
    ];
    for (const peer of peers) {
      const bin = join(CACHE, 'node_modules/.bin', peer.bin);
      if (!existsSync(bin)) {
        found.push({ name: peer.name, median: undefined, note: 'not installed' });
        continue;
      }
      const time = wholeRuns(peer.command(bin), folder, rounds);
      found.push({
        name: `${peer.name} ${versionOf(peer.packages[0]!)}`,
        median: time,
        ...(time === undefined ? { note: 'did not run' } : {}),
      });
    }
    return found;
  });
}

/** The most memory that a run held, by GNU time. */
function peakOf(command: readonly string[], cwd: string): number | undefined {
  const { stderr, error } = spawnSync('/usr/bin/time', ['-f', '%M', ...command], { cwd, encoding: 'utf8' });
  const kilobytes = Number(stderr?.trim().split('\n').at(-1));
  return error || !Number.isFinite(kilobytes) ? undefined : Math.round(kilobytes / 1024);
}

/** Into a folder of the cache; never dependencies of parkplan. Says what it does. */
export function installPeers(peers: readonly Peer[]): void {
  mkdirSync(CACHE, { recursive: true });
  if (!existsSync(join(CACHE, 'package.json')))
    writeFileSync(join(CACHE, 'package.json'), '{ "private": true, "name": "peers-of-the-benchmark" }\n');
  for (const { name, packages, bin } of peers) {
    if (existsSync(join(CACHE, 'node_modules/.bin', bin))) continue;
    console.log(`installing ${name} into ${CACHE}`);
    spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...packages], {
      cwd: CACHE,
      stdio: 'inherit',
    });
  }
}

function versionOf(name: string): string {
  const source = readFileSync(join(CACHE, 'node_modules', name, 'package.json'), 'utf8');
  return (JSON.parse(source) as { version: string }).version;
}

export function machine(): string {
  const [first, ...others] = cpus();
  return `${first?.model ?? 'unknown'}, ${others.length + 1} cores, Node ${process.version}, load average ${loadavg()[0]!.toFixed(1)} at the end`;
}
