import { existsSync } from 'node:fs';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../lsp/start-server.ts';
import { collectAtRest } from './collect-at-rest.ts';
import { machineFiles } from './machine-files.ts';

/** Where the rules' pages are: seen from the bundle's pieces (`dist/cli/`), or from the source. */
const DOCS = ['../../docs/rules/', '../../../docs/rules/'].map((path) => new URL(path, import.meta.url));

/** Serves one client on standard input and output (`--stdio` is among the arguments). Resolves when the input ends, and the process with it. */
export function serveStdio(): Promise<never> {
  const docs = DOCS.find((folder) => existsSync(folder))?.href;
  startServer(createConnection(ProposedFeatures.all), { files: machineFiles, ...(docs === undefined ? {} : { docs }) });
  collectAtRest();
  return new Promise(() => {});
}
