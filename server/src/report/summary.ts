import type { Severity } from '../rules/types.ts';
import type { CheckedFile, Run } from './types.ts';

export interface Summary {
  readonly files: number;
  readonly plans: number;
  readonly unread: number;
  readonly findings: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly hints: number;
  /** Means over the plans; null when there are none. */
  readonly breadth: number | null;
  readonly depth: number | null;
  readonly consistency: number | null;
  /** The pathway that is weakest in most plans; of several the first in the framework's order. */
  readonly weakest: string | null;
}

export function summarise(run: Run): Summary {
  const plans = run.files.filter((file) => file.isPlan);
  const count = (severity: Severity) =>
    plans.reduce((sum, file) => sum + file.findings.filter((finding) => finding.severity === severity).length, 0);
  return {
    files: run.files.length,
    plans: plans.length,
    unread: run.unread.length,
    findings: plans.reduce((sum, file) => sum + file.findings.length, 0),
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    hints: count('hint'),
    breadth: mean(plans.map((file) => file.scores.breadth)),
    depth: mean(plans.map((file) => file.scores.depth)),
    consistency: mean(plans.map((file) => file.scores.consistency)),
    weakest: weakestOf(plans),
  };
}

function mean(values: readonly (number | undefined)[]): number | null {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? null : round(known.reduce((sum, value) => sum + value, 0) / known.length);
}

/** Scores are told to four places: more would feign precision. */
export function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

function weakestOf(plans: readonly CheckedFile[]): string | null {
  const votes = new Map<string, number>();
  for (const pathway of plans[0]?.framework.pathways ?? []) votes.set(pathway.id, 0);
  for (const { weakest } of plans.map((file) => file.scores)) {
    if (weakest !== undefined) votes.set(weakest, (votes.get(weakest) ?? 0) + 1);
  }
  let best: string | null = null;
  for (const [id, number] of votes) if (number > (best === null ? 0 : votes.get(best)!)) best = id;
  return best;
}
