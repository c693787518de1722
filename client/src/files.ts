import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { anyOf } from './any-of-globs.ts';
import { answer } from './requests.ts';

/** Lends the server the window's files, wherever these are: on disk, remote or virtual. */
export function lendFiles(client: BaseLanguageClient): void {
  answer(client, 'parkplan/readFile', ({ uri }) =>
    orNothing(async () => ({ text: decoded(await workspace.fs.readFile(Uri.parse(uri))) })),
  );
  answer(client, 'parkplan/readFolder', ({ uri }) =>
    orNothing(async () => {
      const entries = await workspace.fs.readDirectory(Uri.parse(uri));
      return { names: entries.filter(([, type]) => (type & FileType.Directory) === 0).map(([name]) => name) };
    }),
  );
  answer(client, 'parkplan/findFiles', async ({ glob }) => {
    const found = await workspace.findFiles(glob, excluded());
    return { uris: found.map(String).sort() };
  });
}

/** What a search of the window leaves out, as one glob; `findFiles` knows of `files.exclude` only. */
function excluded(): string {
  const search = workspace.getConfiguration('search').get<Record<string, unknown>>('exclude', {});
  return anyOf(['**/node_modules/**', ...Object.keys(search).filter((glob) => search[glob] === true)]);
}

async function orNothing<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof FileSystemError && NOT_THERE.includes(error.code)) return null;
    throw error;
  }
}

const NOT_THERE = ['FileNotFound', 'FileNotADirectory'];

/** Marks first; then UTF-8 where it fits without loss, else GB18030, which old Chinese files are in. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
