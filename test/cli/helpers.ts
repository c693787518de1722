import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** A folder that is gone after the tests of this file. */
function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parkplan-cli-'));
  chmodSync(folder, 0o755);
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

// The command line as it is shipped, built from the sources at hand: never an old dist.
const built = temporaryFolder();
const build = spawnSync(process.execPath, ['esbuild.mjs', '--outdir', built], { cwd: root, encoding: 'utf8' });
if (build.status !== 0) throw new Error(build.stderr);
export const cli = join(built, 'cli.mjs');

export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A folder with files, and the command line run in it. */
export function project(files: Files) {
  const folder = temporaryFolder();
  const put = (name: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  };
  for (const [name, content] of Object.entries(files)) put(name, content);
  return {
    folder,
    put,
    path: (name: string) => join(folder, name),
    run: (...args: string[]) => runIn(folder, args),
    runWith: (options: SpawnSyncOptions, ...args: string[]) => runIn(folder, args, options),
  };
}

/** English unless the test says otherwise. */
export function runIn(folder: string, args: readonly string[], options: SpawnSyncOptions = {}): Ran {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [cli, ...args], {
    cwd: folder,
    timeout: 120_000,
    maxBuffer: 1 << 28,
    ...options,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], LANG: 'en_US.UTF-8', ...options.env },
  });
  if (error) throw error;
  return { status, out: stdout, err: stderr };
}

/** A small plan with a gap or two: enough to be taken for a plan and to have findings. */
export const PLAN = `# 青石河产业园高质量发展规划（2026—2030年）

## 一、发展基础

截至2025年底，园区入驻企业86家，规上工业总产值42亿元，主要短板是龙头企业偏少。

## 二、发展目标

到2030年，规上工业总产值达到90亿元，研发投入强度达到3%。

## 三、重点任务

### （一）招商引资

由投资促进局牵头，2027年底前引进上下游配套企业12家，到位资金8亿元。

### （二）人才引育

加大人才工作力度，营造良好氛围。

## 四、保障措施

加强组织领导。建设资金标准（待补充）。
`;

/** No plan at all. */
export const NOTES = '# 读书笔记\n\n今天读了一本关于园林的书，写得很好。\n';

const { knownRules } = await import('../../server/src/cli/engine.ts');
const rules = [...(await knownRules())];

/** A configuration in which only the named rules speak, so that a test knows what it will hear. */
export function onlyRules(severities: Readonly<Record<string, string>>): string {
  return `rules:\n${rules.map((rule) => `  ${rule}: ${severities[rule] ?? 'off'}\n`).join('')}`;
}
