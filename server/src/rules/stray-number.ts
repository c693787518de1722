import type { Numbering, Section } from '../plan/types.ts';

/** The one number of several below a heading that does not begin with that heading's: 3.2 among 4.1 and 4.3 below 4. */
export function strayAmong(siblings: readonly Section[], above: readonly number[]): Numbering | undefined {
  const numbers = siblings.flatMap(({ heading }) => {
    const numbering = heading?.numbering;
    return numbering?.path?.length === above.length + 1 ? [numbering] : [];
  });
  const strays = numbers.filter(({ path }) => !startsWith(path!, above));
  const [stray] = strays;
  if (!stray || strays.length > 1) return undefined;
  const at = numbers.indexOf(stray);
  const before = numbers[at - 1];
  if (!before) return undefined;
  const next = numbers[at + 1];
  const goesOn = stray.value === before.value + 1;
  return goesOn || (next && next.value <= before.value + 2 && next.value > before.value) ? stray : undefined;
}

export function startsWith(path: readonly number[], first: readonly number[] | undefined): boolean {
  return first?.every((value, i) => value === path[i]) === true;
}
