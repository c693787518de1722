/** Longer lists than this are left to the engine's own sort. */
const SHORT = 32;

/**
 * Sorts in place, equal items in the order in which they stand. Most lists of a block have a few items, nearly in order:
 * for them `Array.prototype.sort` costs more by its copies than by its comparisons.
 */
export function sortShort<T>(list: T[], compare: (a: T, b: T) => number): T[] {
  if (list.length > SHORT) return list.sort(compare);
  for (let i = 1; i < list.length; i++) {
    const item = list[i]!;
    let to = i;
    while (to > 0 && compare(list[to - 1]!, item) > 0) {
      list[to] = list[to - 1]!;
      to--;
    }
    list[to] = item;
  }
  return list;
}
