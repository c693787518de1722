/** What the findings of a file hang on: its bytes, and everything else as text. */
export function cacheKey(bytes: Uint8Array, ...others: readonly unknown[]): string {
  // Loaded where it is needed: a run without a cache starts some milliseconds sooner.
  const { createHash } = process.getBuiltinModule('node:crypto');
  return createHash('sha256').update(bytes).update(JSON.stringify(others)).digest('hex');
}
