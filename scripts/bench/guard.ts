import { fullCheck, keystrokes } from './engine.ts';
import { planOf } from './plans.ts';

/** Ratios only, with bounds so wide that a busy machine stays inside: what they find is work done twice or growth with the square. */
export function guard(): boolean {
  const small = keystrokes(30_000, 120, 1);
  const large = keystrokes(300_000, 24, 0);
  const full = fullCheck('30 k', [planOf(30_000, 0)], 8);
  const bounds: readonly (readonly [what: string, found: number, most: number])[] = [
    ['a keystroke in 30 k characters against a bare parse of the text', small.median / small.remark, 0.3],
    ['a keystroke in 300 k characters against one in 30 k', large.median / small.median, 5],
    ['a full check against a bare parse', full.ratio, 4],
  ];
  for (const [what, found, most] of bounds)
    console.log(`${found <= most ? 'ok  ' : 'FAIL'} ${what}: ${found.toFixed(2)}, at most ${most}`);
  return bounds.every(([, found, most]) => found <= most);
}
