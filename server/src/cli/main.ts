import module from 'node:module';
import { fileURLToPath } from 'node:url';
import { runCompiled } from './compiled-code.ts';
import type * as Run from './run.ts';

/** The bundle of run.ts, relative to this one: esbuild.mjs names it by its content. */
declare const BUNDLE: string;

// Keeps compiled code between runs where Node can (22.8 and later).
module.enableCompileCache?.();

const main = new URL(import.meta.url);
// Each command calls other functions.
const command = /^[a-z]{1,10}$/.exec(process.argv[2] ?? '')?.[0] ?? 'none';
const { exports, keep } = runCompiled<typeof Run>(
  fileURLToPath(new URL(BUNDLE, main)),
  module.getCompileCacheDir?.(),
  `${BUNDLE.split('/').at(-1)}-${command}`,
);
if (await exports.run(main)) {
  keep();
  // Node would otherwise take its heap apart piece by piece.
  process.exit();
}
