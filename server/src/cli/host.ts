import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ConfigHost } from '../config/types.ts';
import type { LocalText } from '../text.ts';
import { bothWords } from '../words/catalogue.ts';
import { decodeText } from './encoding.ts';

/** Files of this machine, for configuration, frameworks and cases. */
export const nodeHost: ConfigHost = {
  async readFile(path) {
    try {
      const decoded = await decodeText(await readFile(path));
      if ('text' in decoded) return decoded.text;
      throw new Error(decoded.reason.en);
    } catch (error) {
      if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined;
      throw error;
    }
  },
};

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
