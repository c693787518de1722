/** Steps after which a table counts as too tangled to say anything. */
const MOST_STEPS = 4000;

/**
 * Whether a total fits once the items of its items are left out: 工业600 (一类200, 二类400), 居住180 is 780. Items of an item stand right behind or right
 * before it.
 */
export function fitsNested(values: readonly number[], total: number, tolerance: number): boolean {
  return fits(values, total, tolerance) || fits([...values].reverse(), total, tolerance);
}

function fits(values: readonly number[], total: number, tolerance: number): boolean {
  const known = new Map<string, readonly number[]>();
  let steps = 0;
  /** Where a run that begins at `from` may end so that it adds up to `wanted`. */
  const ends = (from: number, wanted: number): readonly number[] => {
    const key = `${from}|${Math.round(wanted / (tolerance || 1e-9))}`;
    const before = known.get(key);
    if (before) return before;
    known.set(key, []);
    if (++steps > MOST_STEPS) return [];
    const found = new Set<number>();
    if (Math.abs(wanted) <= tolerance) found.add(from);
    if (from < values.length && wanted >= -tolerance) {
      const value = values[from]!;
      const next = new Set([from + 1, ...(value === 0 ? [] : ends(from + 1, value))]);
      for (const to of next) for (const end of ends(to, wanted - value)) found.add(end);
    }
    const all = [...found];
    known.set(key, all);
    return all;
  };
  const isFitting = ends(0, total).includes(values.length);
  return isFitting || steps > MOST_STEPS;
}
