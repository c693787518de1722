import type { LocalText } from '../text.ts';
import { bothWords } from '../words/catalogue.ts';
import { folderOf, isAbsolute, joinPath, pathWithin, upwards } from './paths.ts';
import type { ConfigHost } from './types.ts';

export const CONFIG_NAMES = ['.parkplan.yaml', '.parkplan.yml', '.parkplan.json'] as const;

const DATA_FILE = /\.(?:yaml|yml|json)$/;
const ADDRESS = /^[a-z][a-z0-9+.-]+:/i;
/** `name` or `@scope/name`, then perhaps a file in it. */
const PACKAGE = /^(@[\w.~-]{1,200}\/[\w.~-]{1,200}|[\w~-][\w.~-]{0,200})(?:\/(.+))?$/;

export type ExtendsTarget = { readonly path: string; readonly text: string } | { readonly problem: LocalText };

/**
 * The file that `extends: name` in the file `from` means: a local file, or one in a package under `node_modules` of the file's folder or a folder above it.
 * A bare package name means the file that its package.json names as `parkplan`, else `.parkplan.yaml` (or .yml, .json) at its root. Nothing is ever run.
 */
export async function findExtended(name: string, from: string, host: ConfigHost): Promise<ExtendsTarget> {
  const spec = name.replaceAll('\\', '/');
  const local = spec.startsWith('./') || spec.startsWith('../') || isAbsolute(spec);
  if (!local && ADDRESS.test(spec)) return { problem: bothWords('extendsUrl', name) };
  if (local) {
    if (!DATA_FILE.test(spec)) return { problem: bothWords('extendsNotData', name) };
    return (await read(host, joinPath(folderOf(from), spec))) ?? { problem: bothWords('extendsNotFound', name) };
  }
  const [, packageName, file] = PACKAGE.exec(spec) ?? [];
  if (packageName === undefined) return { problem: bothWords('extendsNotFound', name) };
  if (file !== undefined && !DATA_FILE.test(file)) return { problem: bothWords('extendsNotData', name) };
  for (const folder of upwards(folderOf(from))) {
    const home = joinPath(folder, `node_modules/${packageName}`);
    const found = file === undefined ? await mainOf(home, name, host) : await within(home, file, name, host);
    if (found) return found;
  }
  return { problem: bothWords('extendsNotFound', name) };
}

async function mainOf(home: string, name: string, host: ConfigHost): Promise<ExtendsTarget | undefined> {
  const manifest = await read(host, joinPath(home, 'package.json'));
  const main = manifest ? parkplanField(manifest.text) : undefined;
  if (main !== undefined) {
    if (!DATA_FILE.test(main)) return { problem: bothWords('extendsNotData', main) };
    return (await within(home, main, name, host)) ?? { problem: bothWords('extendsNotFound', name) };
  }
  for (const file of CONFIG_NAMES) {
    const found = await read(host, joinPath(home, file));
    if (found) return found;
  }
  return undefined;
}

async function within(home: string, file: string, name: string, host: ConfigHost): Promise<ExtendsTarget | undefined> {
  const path = joinPath(home, file);
  if (!pathWithin(home, path)) return { problem: bothWords('extendsOutside', name) };
  return read(host, path);
}

async function read(host: ConfigHost, path: string): Promise<{ path: string; text: string } | undefined> {
  const text = await host.readFile(path);
  return text === undefined ? undefined : { path, text };
}

function parkplanField(manifest: string): string | undefined {
  try {
    const value = (JSON.parse(manifest) as { parkplan?: unknown } | null)?.parkplan;
    return typeof value === 'string' && value !== '' ? value : undefined;
  } catch {
    return undefined;
  }
}
