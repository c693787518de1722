// Packs the extension. Usage: node scripts/package.ts [FILE.vsix]; needs dist/ (npm run build).
import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process, { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { createVSIX } from '@vscode/vsce';
import { BUNDLES, stageExtension } from './stage.ts';

const LIMIT_MB = 2;

const root = fileURLToPath(new URL('../', import.meta.url));
// Staged, because vsce takes either `files` or a .vscodeignore, and a list of what goes in cannot forget what should stay out.
const stage = mkdtempSync(join(tmpdir(), 'parkplan-vsix-'));
try {
  const { name, version } = stageExtension(stage);
  for (const bundle of BUNDLES) cpSync(join(root, 'dist', bundle), join(stage, 'dist', bundle));
  const target = resolve(argv[2] ?? join(root, `${name}-${version}.vsix`));
  await createVSIX({
    cwd: stage,
    packagePath: target,
    dependencies: false,
    allowMissingRepository: true,
    // There is no published repository that they could be rewritten to; what README points to lies beside it.
    rewriteRelativeLinks: false,
  });
  const megabytes = statSync(target).size / 1e6;
  if (megabytes > LIMIT_MB) {
    console.error(`${target} has ${megabytes.toFixed(2)} MB, more than ${LIMIT_MB}`);
    process.exitCode = 1;
  }
} finally {
  rmSync(stage, { recursive: true, force: true });
}
