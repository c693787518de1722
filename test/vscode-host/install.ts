import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env, getuid, platform, versions } from 'node:process';
import { fileURLToPath } from 'node:url';
import { run } from './run.ts';

/** Where the parts of the test host are. */
export interface Host {
  /** `server-main.js` of VS Code's server. */
  readonly server: string;
  /** The browser that plays the window. */
  readonly chromium: string;
}

/** Pinned: the flags and the page's doors are not VS Code's public interface. */
const CODE_SERVER = '4.139.1';
const CACHE = fileURLToPath(new URL('../../.vscode-test/', import.meta.url));
const VSCODE = 'node_modules/code-server/lib/vscode';
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * The host, installed when a part is missing (about a minute and 600 MB on a new machine; nothing to do later). Says what it does.
 * Rejects with what is missing and how to get it where it cannot. `PARKPLAN_CHROMIUM` names another browser.
 */
export async function installHost(): Promise<Host> {
  if (Number.parseInt(versions.node, 10) < 24)
    throw new Error(`VS Code's server needs Node 24, this is ${versions.node}: run the tests through npm (npm test)`);
  // One after the other where something is missing of both would take half a minute more.
  const [server, chromium] = await Promise.all([installServer(), installBrowser()]);
  return { server, chromium };
}

async function installServer(): Promise<string> {
  const home = join(CACHE, `code-server-${CODE_SERVER}`);
  const server = join(home, VSCODE, 'out/server-main.js');
  if (existsSync(server)) return server;

  say(`installing VS Code's server (code-server ${CODE_SERVER} from npm) into .vscode-test/`);
  mkdirSync(CACHE, { recursive: true });
  // Made elsewhere and renamed at the end: a half installation is never taken for a whole one, and two may run at once.
  const making = mkdtempSync(join(CACHE, 'making-'));
  try {
    // Without a package.json of its own npm would climb up and install into this project.
    writeFileSync(join(making, 'package.json'), '{ "private": true }\n');
    const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    const doing = `install VS Code's server for the tests`;
    await run(doing, 'npm', ['install', ...quiet, '--save-exact', `code-server@${CODE_SERVER}`], making);
    const vscode = join(making, VSCODE);
    await run(doing, 'npm', ['install', '--omit=dev', ...quiet], vscode);
    // The extension host does not start without these two; they are compiled (python3, make and g++).
    const native = ['@vscode/spdlog', '@vscode/native-watchdog'];
    await run(`compile ${native.join(' and ')} (needs python3, make, g++)`, 'npm', ['rebuild', ...native], vscode);
    if (!existsSync(home)) renameSync(making, home);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
  return server;
}

async function installBrowser(): Promise<string> {
  const named = env['PARKPLAN_CHROMIUM'];
  if (named !== undefined) {
    if (!existsSync(named)) throw new Error(`PARKPLAN_CHROMIUM names ${named}, which is not there`);
    return named;
  }
  const found = BROWSERS.find((path) => existsSync(path));
  const font = await hasChineseFont();
  if (found !== undefined && font) return found;

  const packages = [...(found === undefined ? ['chromium'] : []), ...(font ? [] : ['fonts-noto-cjk'])];
  const byHand = `install ${packages.join(' and ')} yourself (Debian: apt-get install ${packages.join(' ')}), or name a browser in PARKPLAN_CHROMIUM`;
  if (platform !== 'linux' || !existsSync('/usr/bin/apt-get'))
    throw new Error(`The tests in a real window need a browser and a font with Chinese glyphs: ${byHand}`);
  if (getuid?.() !== 0) throw new Error(`${packages.join(' and ')} missing, and only root can install them: ${byHand}`);

  say(`installing ${packages.join(' and ')} from Debian`);
  const wait = ['-q', '-o', 'DPkg::Lock::Timeout=300'];
  await run('read the lists of Debian packages', 'apt-get', [...wait, 'update']);
  const doing = `install ${packages.join(' and ')}; ${byHand}`;
  await run(doing, 'apt-get', [...wait, 'install', '-y', '--no-install-recommends', ...packages]);
  const browser = BROWSERS.find((path) => existsSync(path));
  if (browser === undefined) throw new Error(`apt-get ended well, yet there is no ${BROWSERS[0]}`);
  return browser;
}

/** Without one a screenshot shows boxes. */
async function hasChineseFont(): Promise<boolean> {
  try {
    return (await run('list fonts', 'fc-list', [':lang=zh', 'family'])).trim() !== '';
  } catch {
    return false;
  }
}

function say(what: string): void {
  console.error(`[vscode-host] ${what}`);
}
