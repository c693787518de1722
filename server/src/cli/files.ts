import { type Dirent, readdir, type Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { relative } from 'node:path';
import type { LocalText } from '../text.ts';
import { bothWords } from '../words/catalogue.ts';
import { ignoreRules } from './gitignore.ts';
import { absolutePath, reasonOf, slashes } from './host.ts';

export interface FoundFile {
  /** As people named it, relative to the working folder where it lies in it, with forward slashes. */
  readonly path: string;
  readonly absolute: string;
  /** An argument named it itself, no folder or glob. */
  readonly named: boolean;
}

export interface Found {
  /** By path, each once. */
  readonly files: readonly FoundFile[];
  readonly unread: readonly { readonly path: string; readonly reason: LocalText }[];
}

const MARKDOWN = ['**/*.md', '**/*.markdown'];
const IS_MARKDOWN = /\.(?:md|markdown)$/i;

/**
 * The files that arguments name: files as they are, folders walked for Markdown, globs. Folders and globs respect .gitignore and pass over hidden folders, node_modules and
 * symbolic links to folders. What cannot be read is told with its reason, and the search goes on.
 */
export async function findFiles(names: readonly string[], cwd = process.cwd()): Promise<Found> {
  const files = new Map<string, FoundFile>();
  const unread = new Map<string, { path: string; reason: LocalText }>();
  const add = (absolute: string, named = false) =>
    files.set(absolute, {
      path: displayPath(absolute, cwd),
      absolute,
      named: named || files.get(absolute)?.named === true,
    });
  const complain = (path: string, reason: LocalText) =>
    unread.set(path, { path: displayPath(absolutePath(path), cwd), reason });

  for (const name of names) {
    let found: Stats | undefined;
    let failure: unknown;
    try {
      found = await stat(name);
    } catch (error) {
      failure = error;
    }
    if (found?.isDirectory()) {
      const folder = absolutePath(name);
      for (const path of await walk(MARKDOWN, folder, complain)) add(path);
    } else if (found) add(absolutePath(name), true);
    else if (await isPattern(name)) {
      const pattern = slashes(name);
      const named = /\.[^./*]+$/.test(pattern);
      const matches = (await walk([pattern], absolutePath(cwd), complain)).filter(
        (path) => named || IS_MARKDOWN.test(path),
      );
      if (matches.length === 0) unread.set(name, { path: name, reason: bothWords('globMatchesNothing') });
      for (const path of matches) add(path);
    } else complain(name, reasonOf(failure));
  }
  return {
    files: [...files.values()].sort((a, b) => compare(a.path, b.path)),
    unread: [...unread.values()].sort((a, b) => compare(a.path, b.path)),
  };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

export function displayPath(absolute: string, cwd = process.cwd()): string {
  const inside = slashes(relative(cwd, absolute));
  return inside === '' ? '.' : inside.startsWith('../') || inside === '..' ? absolute : inside;
}

/** The walker is loaded only for who names a folder or a glob. */
async function isPattern(name: string): Promise<boolean> {
  const { isDynamicPattern } = await import('tinyglobby');
  return isDynamicPattern(slashes(name));
}

type Complain = (path: string, reason: LocalText) => void;
type ReaddirCallback = (error: NodeJS.ErrnoException | null, entries?: Dirent[]) => void;

/** Absolute paths of the files under `root` that match. */
async function walk(patterns: string[], root: string, complain: Complain): Promise<string[]> {
  const { glob } = await import('tinyglobby');
  const rules = ignoreRules(root);
  const found = await glob(patterns, {
    cwd: root,
    absolute: true,
    caseSensitiveMatch: false,
    expandDirectories: false,
    followSymbolicLinks: false,
    fs: {
      // The walker passes over folders that it cannot read; here they are told, and what .gitignore names is left out before it is entered.
      readdir: ((folder: string, _options: unknown, done: ReaddirCallback) => {
        readdir(folder, { withFileTypes: true }, (error, entries) => {
          if (error) {
            // The fixed part of a glob may not exist: then nothing matches.
            if (error.code !== 'ENOENT') complain(folder, reasonOf(error));
            done(null, []);
            return;
          }
          visible(entries, absolutePath(folder), rules, complain).then(
            (kept) => done(null, kept),
            (failure: NodeJS.ErrnoException) => done(failure),
          );
        });
      }) as unknown as typeof readdir,
    },
  });
  return found.map(slashes);
}

async function visible(
  entries: readonly Dirent[],
  folder: string,
  rules: ReturnType<typeof ignoreRules>,
  complain: Complain,
): Promise<Dirent[]> {
  const kept: Dirent[] = [];
  const ignores = await rules.forFolder(folder);
  for (const entry of entries) {
    const isFolder = entry.isDirectory();
    if (isFolder && (entry.name === 'node_modules' || entry.name.startsWith('.'))) continue;
    if (ignores(entry.name, isFolder)) continue;
    const resolved = entry.isSymbolicLink() ? await throughLink(entry, `${folder}/${entry.name}`, complain) : entry;
    if (resolved) kept.push(resolved);
  }
  return kept;
}

/** A link to a file counts as that file. A link to a folder is not followed: it may lead in a circle, and git does not follow it either. */
async function throughLink(entry: Dirent, path: string, complain: Complain): Promise<Dirent | undefined> {
  if (!IS_MARKDOWN.test(entry.name)) return undefined;
  try {
    if (!(await stat(path)).isFile()) return undefined;
  } catch (error) {
    const reason = reasonOf(error);
    complain(path, (error as NodeJS.ErrnoException).code === 'ENOENT' ? bothWords('fileBrokenLink') : reason);
    return undefined;
  }
  return Object.assign(Object.create(entry) as Dirent, {
    name: entry.name,
    isFile: () => true,
    isSymbolicLink: () => false,
    isDirectory: () => false,
  });
}
