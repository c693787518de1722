import { existsSync } from 'node:fs';
import { mkdir, realpath } from 'node:fs/promises';
import { dirname } from 'node:path';
import { bothWords } from '../words/catalogue.ts';
import { UsageError } from './context.ts';
import { reasonOf } from './host.ts';

/** Writes a file whole or not at all; folders above it are made, a symbolic link stays one and its target is written. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    const target = existsSync(path) ? await realpath(path) : path;
    const { default: writeFileAtomic } = await import('write-file-atomic');
    await writeFileAtomic(target, typeof content === 'string' ? content : Buffer.from(content));
  } catch (error) {
    const reason = reasonOf(error);
    throw new UsageError(bothWords('cannotWrite', path, reason));
  }
}

/** Like `writeWhole`, for a file that must not be there yet unless `force`. */
export async function writeNew(path: string, content: string, force: boolean): Promise<void> {
  if (!force && existsSync(path)) throw new UsageError(bothWords('alreadyThere', path));
  await writeWhole(path, content);
}
