import { firstAt } from '../text.ts';
import type { Span } from './types.ts';

/** The span around a place, of spans in the order of their starts: the last that starts at or before it, else the first. There must be one. */
export function spanAt<T extends Span>(spans: readonly T[], at: number): T {
  return spans[Math.max(0, lastSpan(spans, at))]!;
}

/** Index of the last span that starts at or before a place; -1 where there is none. */
export function lastSpan(spans: readonly Span[], at: number): number {
  return firstAt(spans, at + 1, fromOf) - 1;
}

const fromOf = ({ from }: Span): number => from;
