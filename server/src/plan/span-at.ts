import type { Span } from './types.ts';

/** The span around a place, of spans in the order of their starts: the last that starts at or before it, else the first. There must be one. */
export function spanAt<T extends Span>(spans: readonly T[], at: number): T {
  return spans[Math.max(0, lastSpan(spans, at))]!;
}

/** Index of the last span that starts at or before a place; -1 where there is none. Found by bisection. */
export function lastSpan(spans: readonly Span[], at: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.from <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
