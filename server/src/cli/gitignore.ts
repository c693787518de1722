import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import ignore, { type Ignore } from 'ignore';
import { folderOf, pathWithin, upwards } from '../config/paths.ts';

export interface IgnoreRules {
  /** Whether .gitignore files leave out an entry of this folder. */
  forFolder(folder: string): Promise<(name: string, isFolder: boolean) => boolean>;
}

interface Rules {
  readonly folder: string;
  readonly ignore: Ignore;
}

/**
 * The .gitignore files that hold under `root` (absolute): those of its repository above it, and those met below it. The deepest file that speaks of a path decides.
 * When one above leaves out `root` itself, somebody who named it wants it read: those above then do not hold.
 */
export function ignoreRules(root: string): IgnoreRules {
  const read = new Map<string, Promise<Rules | undefined>>();
  const rulesOf = (folder: string): Promise<Rules | undefined> => {
    let reading = read.get(folder);
    if (!reading) {
      reading = readRules(folder);
      read.set(folder, reading);
    }
    return reading;
  };
  const above = rulesAbove(root, rulesOf);

  return {
    async forFolder(folder) {
      const inside: Rules[] = [];
      for (const one of upwards(folder)) {
        if (pathWithin(root, one) === undefined) break;
        const rules = await rulesOf(one);
        if (rules) inside.push(rules);
      }
      const chain = [...inside, ...(await above)];
      return (name, isFolder) => isIgnored(chain, `${folder === '/' ? '' : folder}/${name}`, isFolder);
    },
  };
}

/** Nearest first, up to the repository's root; none outside a repository. */
async function rulesAbove(root: string, rulesOf: (folder: string) => Promise<Rules | undefined>): Promise<Rules[]> {
  const folders = [...upwards(root)];
  const top = folders.findIndex((folder) => existsSync(`${folder}/.git`));
  const found: Rules[] = [];
  for (const folder of folders.slice(1, top + 1)) {
    const rules = await rulesOf(folder);
    if (rules) found.push(rules);
  }
  return folderOf(root) !== root && isIgnored(found, root, true) ? [] : found;
}

function isIgnored(chain: readonly Rules[], path: string, isFolder: boolean): boolean {
  for (const { folder, ignore } of chain) {
    const inside = pathWithin(folder, path);
    if (!inside) continue;
    const { ignored, unignored } = ignore.test(isFolder ? `${inside}/` : inside);
    if (ignored || unignored) return ignored;
  }
  return false;
}

async function readRules(folder: string): Promise<Rules | undefined> {
  try {
    return { folder, ignore: ignore().add(await readFile(`${folder}/.gitignore`, 'utf8')) };
  } catch {
    return undefined;
  }
}
