import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import { stageExtension } from '../../scripts/stage.ts';
import { run } from './run.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The extension as it is shipped, in a folder of its own, with the suite of test/vscode inside, where VS Code looks for it. */
export interface Built {
  /** Folder of the extension. */
  readonly extension: string;
  /** The suite, for either extension host. */
  readonly tests: { readonly node: string; readonly worker: string };
  readonly remove: () => void;
}

/** Builds the extension and its suite from the sources as they are now (a second). `entry`: of test/vscode, what VS Code calls. */
export async function buildExtension(entry = 'main.ts'): Promise<Built> {
  const extension = mkdtempSync(join(tmpdir(), 'parkplan-extension-'));
  stageExtension(extension);
  const dist = join(extension, 'dist');
  const tests = { node: join(dist, 'test/node.js'), worker: join(dist, 'test/worker.js') };
  const shared: BuildOptions = {
    entryPoints: [join(ROOT, 'test/vscode', entry)],
    bundle: true,
    external: ['vscode'],
    format: 'cjs',
    logLevel: 'warning',
  };
  await Promise.all([
    run('build the extension', process.execPath, ['esbuild.mjs', '--outdir', dist], ROOT),
    build({ ...shared, outfile: tests.node, platform: 'node' }),
    build({ ...shared, outfile: tests.worker, platform: 'browser' }),
  ]);
  return { extension, tests, remove: () => rmSync(extension, { recursive: true, force: true }) };
}

/** Packs a .vsix into a folder of its own. */
export async function packExtension(): Promise<{ vsix: string; remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'parkplan-packed-'));
  const vsix = join(folder, 'parkplan.vsix');
  await run('build', process.execPath, ['esbuild.mjs'], ROOT);
  await run('pack the extension', process.execPath, ['scripts/package.ts', vsix], ROOT);
  return { vsix, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A folder of its own with the example plans, so that a test may change them. */
export function planFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'parkplan-plans-'));
  cpSync(join(ROOT, 'examples'), folder, { recursive: true });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
