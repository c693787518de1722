import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ProjectHost } from '../config/types.ts';
import { UnreadableError } from '../config/unreadable.ts';
import type { LocalText } from '../text.ts';
import { bothWords } from '../words/catalogue.ts';
import { decodeText } from './encoding.ts';

/** Files of this machine, for configuration, frameworks and cases. */
export const nodeHost: ProjectHost = {
  readFile: (path) =>
    orNothing(async () => {
      const decoded = await decodeText(await readFile(path));
      if ('text' in decoded) return decoded.text;
      throw new UnreadableError(decoded.reason);
    }),
  readFolder: (path) =>
    orNothing(async () => {
      const entries = await readdir(path, { withFileTypes: true });
      return entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
    }),
};

/** Undefined where there is nothing at a path; what else goes wrong is told in words. */
async function orNothing<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined;
    throw error instanceof UnreadableError ? error : new UnreadableError(reasonOf(error));
  }
}

/** Absolute, with forward slashes. */
export function absolutePath(path: string): string {
  return slashes(resolve(path));
}

export function slashes(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}

/** An error of the file system in words. */
export function reasonOf(error: unknown): LocalText {
  const code = codeOf(error);
  if (code === 'ENOENT') return bothWords('fileMissing');
  if (code === 'EACCES' || code === 'EPERM') return bothWords('fileForbidden');
  if (code === 'ELOOP') return bothWords('fileLoop');
  if (code === 'EISDIR') return bothWords('fileIsFolder');
  return bothWords('fileOtherError', error instanceof Error ? error.message : String(error));
}

export function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | undefined)?.code;
}
