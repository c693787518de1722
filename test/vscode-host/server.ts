import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Host, installHost } from './install.ts';
import { NODE_FIRST, run } from './run.ts';

/** A VS Code server of one's own: nothing is shared with another, and nothing is left behind. */
export interface Server {
  readonly host: Host;
  /** `127.0.0.1:<port>`, the authority of its `vscode-remote:` addresses. */
  readonly authority: string;
  /** What it printed so far. */
  readonly log: () => string;
  /** Ends it and removes its data. */
  readonly stop: () => Promise<void>;
}

export interface ServerOptions {
  /** A packed extension to install first. */
  readonly vsix?: string;
  /** User settings, beside those that keep the window quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Leave workspace trust on, as for a person; off by default. */
  readonly workspaceTrust?: boolean;
}

const QUIET = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

const FLAGS = ['--accept-server-license-terms', '--telemetry-level', 'off'];

/** Starts a server on a free port with an empty data folder. Installs the host when it is missing. */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const host = await installHost();
  const data = mkdtempSync(join(tmpdir(), 'parkplan-vscode-'));
  mkdirSync(join(data, 'data/User'), { recursive: true });
  const settings = { ...QUIET, ...options.settings };
  writeFileSync(join(data, 'data/User/settings.json'), JSON.stringify(settings, null, 2));
  const own = [...FLAGS, '--server-data-dir', data];
  if (options.vsix !== undefined)
    await run('install the .vsix', process.execPath, [host.server, ...own, '--install-extension', options.vsix]);

  const port = await freePort();
  const trust = options.workspaceTrust === true ? [] : ['--disable-workspace-trust'];
  // The smoke-test driver is what makes the page accept a development extension from its address.
  const where = ['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'];
  const child = spawn(process.execPath, [host.server, ...where, ...own, ...trust, '--enable-smoke-test-driver'], {
    env: NODE_FIRST,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async () => {
    child.kill();
    await ended;
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  };
  const listening = new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      log += chunk;
      if (log.includes('Extension host agent listening on')) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`VS Code's server ended with ${code} at its start:\n${log}`)));
  });
  try {
    await listening;
  } catch (error) {
    await stop();
    throw error;
  }
  return { host, authority: `127.0.0.1:${port}`, log: () => log, stop };
}

/** Free now; the server is told, since it does not say which one it took. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
