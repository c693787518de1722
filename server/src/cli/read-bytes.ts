import { readFile, stat } from 'node:fs/promises';
import type { LocalText } from '../text.ts';
import { bothWords } from '../words/catalogue.ts';
import { reasonOf } from './host.ts';

const MAX_BYTES = 64 * 1024 * 1024;

/** The bytes of a regular file of a sane size, or why there are none. */
export async function readBytes(path: string): Promise<{ bytes: Uint8Array } | { reason: LocalText }> {
  try {
    const found = await stat(path);
    // A pipe or a device would never end.
    if (!found.isFile()) return { reason: bothWords(found.isDirectory() ? 'fileIsFolder' : 'fileNotRegular') };
    if (found.size > MAX_BYTES) {
      return { reason: bothWords('fileTooLarge', Math.ceil(found.size / 1024 / 1024), MAX_BYTES / 1024 / 1024) };
    }
    return { bytes: await readFile(path) };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}
