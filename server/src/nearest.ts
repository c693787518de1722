import { distance } from 'fastest-levenshtein';

/** The name that somebody who wrote `written` most likely meant, whatever its case; undefined when none is near. */
export function nearestName(written: string, known: Iterable<string>): string | undefined {
  const limit = Math.max(2, Math.floor(written.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const name of known) {
    // No name can be nearer than the difference in length.
    if (Math.abs(name.length - written.length) >= bestDistance) continue;
    const far = distance(written.toLowerCase(), name.toLowerCase());
    if (far < bestDistance) {
      best = name;
      bestDistance = far;
    }
  }
  return best;
}
