import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { CheckedFile } from '../report/types.ts';
import { bothWords } from '../words/catalogue.ts';
import type { CheckAnswer } from './check-worker.ts';
import { UsageError } from './context.ts';
import { absolutePath, reasonOf } from './host.ts';
import { VERSION } from './version.ts';
import { writeWhole } from './write.ts';

/** What earlier runs found out of files that have not changed since. */
export interface FindingsCache {
  /** What is known of a file under a key; undefined where it is not known, or was known under another key. */
  get(path: string, key: string): CheckAnswer | undefined;
  set(path: string, key: string, file: CheckedFile): void;
  /** Writes the file whole, without the files that are gone. Throws a `UsageError` where it cannot. */
  save(): Promise<void>;
  /** Entries that could not be read, and are made anew. */
  readonly broken: number;
}

/** The first line of a cache; what another version or build wrote is not taken over. */
const HEAD = `parkplan-cache 1 ${VERSION} ${Math.round(statSync(fileURLToPath(import.meta.url)).mtimeMs)}`;
const ANY_HEAD = /^parkplan-cache \d/;

/**
 * Opens a cache: a text file, a line for each checked file (key, path and what was found, parted by tabs).
 * A file of that name that is no cache is left alone: a `UsageError` says so.
 */
export async function openCache(location: string): Promise<FindingsCache> {
  const path = absolutePath(location);
  const lines = new Map<string, { readonly key: string; readonly line: string }>();
  const text = await textOf(path);
  if (text !== '' && !ANY_HEAD.test(text)) throw new UsageError(bothWords('cacheNotOurs', location));
  let broken = 0;
  if (text.startsWith(`${HEAD}\n`)) {
    for (const line of text.slice(HEAD.length + 1).split('\n')) {
      if (line === '') continue;
      const [key, name] = line.split('\t', 2);
      if (key && name && line.endsWith('}')) lines.set(name, { key, line });
      else broken++;
    }
  }
  let isChanged = text === '' || lines.size === 0;
  return {
    get broken() {
      return broken;
    },
    get(name, key) {
      const found = lines.get(name);
      if (found?.key !== key) return undefined;
      try {
        return revived(found.line.slice(key.length + name.length + 2));
      } catch {
        broken++;
        lines.delete(name);
        return undefined;
      }
    },
    set(name, key, file) {
      isChanged = true;
      lines.set(name, { key, line: `${key}\t${name}\t${kept(file)}` });
    },
    async save() {
      for (const name of lines.keys())
        if (!existsSync(name)) {
          lines.delete(name);
          isChanged = true;
        }
      if (!isChanged && broken === 0) return;
      await writeWhole(path, `${[HEAD, ...[...lines.values()].map(({ line }) => line)].join('\n')}\n`);
    },
  };
}

async function textOf(path: string): Promise<string> {
  if (!existsSync(path)) return '';
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new UsageError(bothWords('cannotRead', path, reasonOf(error)));
  }
}

/** A path with a tab or a line break in it cannot be an entry. */
export function isCacheable(path: string): boolean {
  return !/[\t\n\r]/.test(path);
}

function kept({ encoding, isPlan, title, stage, roles, evidence, scores, findings, path }: CheckedFile): string {
  return JSON.stringify({
    path,
    encoding,
    isPlan,
    title,
    stage,
    roles: [...roles],
    evidence: [...evidence],
    scores,
    findings,
  });
}

function revived(text: string): CheckAnswer {
  const { roles, evidence, ...rest } = JSON.parse(text);
  return { title: undefined, ...rest, roles: new Map(roles), evidence: new Map(evidence) };
}
