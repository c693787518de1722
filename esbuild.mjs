// Bundles what is shipped. Each entry says where it runs; a new one (server, worker, extension) is one more object in the list.
import { chmodSync } from 'node:fs';
import { build } from 'esbuild';

const shared = {
  bundle: true,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  minifySyntax: true,
  minifyWhitespace: true,
};

const entries = [
  {
    ...shared,
    entryPoints: { cli: 'server/src/cli/main.ts' },
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    // CommonJS packages ask for node's own modules through require.
    banner: {
      js: '#!/usr/bin/env node\nimport { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
    },
  },
];

await Promise.all(entries.map((entry) => build(entry)));
chmodSync('dist/cli.mjs', 0o755);
