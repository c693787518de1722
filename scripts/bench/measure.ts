export function median(list: readonly number[]): number {
  return quantile(list, 0.5);
}

export function quantile(list: readonly number[], share: number): number {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

/** Milliseconds of each run. */
export function timed(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** Runs of several works in turn, so that what else the machine does falls on all of them. Milliseconds by work. */
export function inTurn<K extends string>(works: Readonly<Record<K, () => void>>, rounds: number): Record<K, number[]> {
  const names = Object.keys(works) as K[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>;
  for (let i = 0; i < rounds; i++) for (const name of names) times[name].push(timed(works[name]));
  return times;
}
