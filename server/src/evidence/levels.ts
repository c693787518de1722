import type { CompiledPattern } from '../framework/compile.ts';
import type { Fact } from '../framework/types.ts';
import { ACTIONABLE } from './block-facts.ts';
import { type Evidence, LEVELS, type Level, type Lift } from './types.ts';

export function isAtLeast(level: Level, least: Level): boolean {
  return LEVELS.indexOf(level) >= LEVELS.indexOf(least);
}

export function higher<T extends { readonly level: Level }>(a: T | undefined, b: T): T {
  return a !== undefined && isAtLeast(a.level, b.level) ? a : b;
}

/** `addressed`, or `actionable` where the block's facts carry it. */
export function levelOfMeasure(pattern: CompiledPattern, kinds: ReadonlySet<Fact>): 'addressed' | 'actionable' {
  if (pattern.actionable)
    return pattern.actionable.length > 0 && pattern.actionable.every((fact) => kinds.has(fact))
      ? 'actionable'
      : 'addressed';
  return supporting(kinds).length >= 2 ? 'actionable' : 'addressed';
}

/** The facts that make a measure actionable, as far as they are there. */
export function supporting(kinds: ReadonlySet<Fact>): Fact[] {
  return ACTIONABLE.filter((fact) => kinds.has(fact));
}

export function liftOf(level: Level): Lift {
  if (level === 'absent') return 'say-it';
  if (level === 'mentioned') return 'commit';
  return level === 'addressed' ? 'make-actionable' : 'none';
}

/** Facts that the best evidence lacks, for what is addressed and no more. */
export function wantingIn(evidence: readonly Evidence[], level: Level): Fact[] {
  if (level !== 'addressed') return [];
  let best: Evidence | undefined;
  for (const one of evidence)
    if (one.level === 'addressed' && (!best || best.facts.length < one.facts.length)) best = one;
  return ACTIONABLE.filter((fact) => !best?.facts.includes(fact));
}
