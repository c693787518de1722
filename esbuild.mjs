// Bundles what is shipped. Each entry says where it runs; a new one (server, worker, extension) is one more object in the list.
// Usage: node esbuild.mjs [--outdir FOLDER]
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { basename, join } from 'node:path';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
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

/** Data that is shipped lies beside the command line's bundle: as words of it, it would be read with the code and once more with the code that is kept. */
const dataBeside = {
  name: 'data-beside',
  setup({ onLoad }) {
    onLoad({ filter: /generated.(?:framework|cases)\.ts$/ }, async ({ path }) => {
      const [[name, value]] = Object.entries(await import(pathToFileURL(path)));
      const file = `${name.toLowerCase()}.json`;
      mkdirSync(join(outdir, 'cli'), { recursive: true });
      writeFileSync(join(outdir, 'cli', file), JSON.stringify(value));
      return {
        loader: 'js',
        contents: `export const ${name} = JSON.parse(require('node:fs').readFileSync(require('node:path').join(__dirname, '${file}'), 'utf8'));`,
      };
    });
  },
};

const node = { ...shared, platform: 'node', target: 'node20.19' };

/** The command line: one file of CommonJS, which alone can be run with code that was kept (cli/compiled-code.ts). Named by its content. */
const program = {
  ...node,
  entryPoints: { 'cli/program': 'server/src/cli/run.ts' },
  entryNames: '[dir]/[name]-[hash]',
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
  define: { 'import.meta.url': '__url' },
  // As Node wraps CommonJS.
  banner: {
    js: '(function (exports, require, module, __filename, __dirname) { const __url = require("node:url").pathToFileURL(__filename).href;',
  },
  footer: { js: '})' },
  plugins: [...shared.plugins, dataBeside],
  metafile: true,
};

/** What is called, and where the rest of it is. */
const cli = (bundle) => ({
  ...node,
  entryPoints: { cli: 'server/src/cli/main.ts' },
  outExtension: { '.js': '.mjs' },
  format: 'esm',
  define: { BUNDLE: JSON.stringify(bundle) },
  banner: { js: '#!/usr/bin/env node' },
});

const entries = [
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

// The command line's bundle is named after what is in it: that of an earlier build would stay.
rmSync(join(outdir, 'cli'), { recursive: true, force: true });
const [{ metafile }] = await Promise.all([program, ...entries].map((entry) => build(entry)));
await build(cli(`./cli/${basename(Object.keys(metafile.outputs)[0])}`));
chmodSync(join(outdir, 'cli.mjs'), 0o755);
// In this repository, as in what npm ships, `.js` would be a module.
writeFileSync(join(outdir, 'package.json'), '{ "type": "commonjs" }\n');
