import { createHash } from 'node:crypto';

/** What the findings of a file hang on: its bytes, and everything else as text. */
export function cacheKey(bytes: Uint8Array, ...others: readonly unknown[]): string {
  return createHash('sha256').update(bytes).update(JSON.stringify(others)).digest('hex');
}
