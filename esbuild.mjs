// Bundles what is shipped. Each entry says where it runs; a new one (server, worker, extension) is one more object in the list.
// Usage: node esbuild.mjs [--outdir FOLDER]
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { argv } from 'node:process';
import { build } from 'esbuild';

const at = argv.indexOf('--outdir');
const outdir = at > 0 ? argv[at + 1] : 'dist';

/** iconv-lite reads GB18030 here and nothing else: its tables of other code pages stay behind. */
const onlyGb18030 = {
  name: 'only-gb18030',
  setup({ onLoad }) {
    const others =
      /iconv-lite.encodings.(?:tables.(?:shiftjis|eucjp|cp949|cp950|big5-added)\.json|sbcs-data-generated\.js)$/;
    onLoad({ filter: others }, ({ path }) =>
      path.endsWith('.json') ? { contents: '[]', loader: 'json' } : { contents: 'module.exports = {};', loader: 'js' },
    );
  },
};

/** The protocol's packages give their part for Node only to who builds for nothing else. */
const forNode = Object.fromEntries(
  ['vscode-languageserver', 'vscode-languageserver-protocol', 'vscode-jsonrpc'].map((name) => [
    `${name}/node`,
    `./node_modules/${name}/lib/node/main.js`,
  ]),
);

const shared = {
  outdir,
  bundle: true,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  minifySyntax: true,
  minifyWhitespace: true,
  // The BibTeX parser's own packages can fetch what looks like an address; parkplan never fetches anything.
  alias: { 'sync-fetch-undici': './scripts/no-fetch.ts' },
  plugins: [onlyGb18030],
};

/** The editor's bundles travel in a package of less than 2 MB; the command line's stay readable in a stack. */
const packed = { ...shared, minifyIdentifiers: true };

const entries = [
  {
    ...shared,
    entryPoints: { cli: 'server/src/cli/main.ts' },
    outExtension: { '.js': '.mjs' },
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    // Each command loads what it needs, and Node keeps the compiled code of what is loaded.
    splitting: true,
    chunkNames: 'cli/[name]-[hash]',
    // CommonJS packages ask for Node's own modules through require, and for their file's name.
    banner: {
      js: [
        '#!/usr/bin/env node',
        'import { createRequire as __createRequire } from "node:module";',
        'import { fileURLToPath as __fileURLToPath } from "node:url";',
        'const require = __createRequire(import.meta.url), __filename = __fileURLToPath(import.meta.url);',
      ].join('\n'),
    },
  },
  // VS Code 1.91, the oldest that is served, runs Node 20.9. `.cjs` because the package is of type module.
  {
    ...packed,
    entryPoints: { extension: 'client/src/desktop/main.ts' },
    outExtension: { '.js': '.cjs' },
    platform: 'node',
    target: 'node20.9',
    format: 'cjs',
    external: ['vscode'],
  },
  // What runs in the browser, where a name must end in `.js`. The web worker host takes that for CommonJS only where the manifest has no
  // `"type": "module"`: scripts/stage.ts leaves it out of what is shipped.
  {
    ...packed,
    entryPoints: { browser: 'client/src/web/main.ts' },
    platform: 'browser',
    target: 'es2022',
    format: 'cjs',
    external: ['vscode'],
  },
  // One server for a process and for a web worker: twice, it would be two thirds of the package. What is Node's is asked for by the process only.
  {
    ...packed,
    entryPoints: { server: 'server/src/entry/server.ts' },
    platform: 'browser',
    // Else micromark's reader of entities wants a document.
    conditions: ['worker'],
    target: 'es2022',
    format: 'cjs',
    external: [...builtinModules, 'node:*'],
    alias: { ...shared.alias, ...forNode },
  },
];

// Pieces are named after what is in them: those of an earlier build would stay.
rmSync(join(outdir, 'cli'), { recursive: true, force: true });
await Promise.all(entries.map((entry) => build(entry)));
chmodSync(join(outdir, 'cli.mjs'), 0o755);
// In this repository, as in what npm ships, `.js` would be a module.
writeFileSync(join(outdir, 'package.json'), '{ "type": "commonjs" }\n');
