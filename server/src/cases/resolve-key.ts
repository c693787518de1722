import type { Case, CaseLibrary, CaseSource } from '../framework/case-types.ts';

export interface ResolvedKey {
  readonly case: Case;
  /** Set for a key such as `liushi-low-voltage/cns-2023`, which cites one source of a case. */
  readonly source?: CaseSource;
}

/** The case that a citation key stands for: `case-id`, or `case-id/source-id`. */
export function resolveKey(library: CaseLibrary, key: string): ResolvedKey | undefined {
  const whole = library.cases.get(key);
  if (whole) return { case: whole };
  const slash = key.indexOf('/');
  const found = slash < 0 ? undefined : library.cases.get(key.slice(0, slash));
  const source = found?.sources.find(({ id }) => id === key.slice(slash + 1));
  return found && source && { case: found, source };
}
