import type { CheckedFile, ReportFramework, ReportScores } from './types.ts';

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

/** Counts files as they come, so that none has to be kept. */
export class Tally {
  /** Of the first plan: its pathways are what `weakest` names. */
  framework: ReportFramework | undefined;
  readonly #counts = { files: 0, plans: 0, findings: 0, error: 0, warning: 0, info: 0, hint: 0 };
  readonly #scores: ReportScores[] = [];

  add({ isPlan, findings, scores, framework }: CheckedFile): void {
    this.#counts.files++;
    if (!isPlan) return;
    this.#counts.plans++;
    this.#counts.findings += findings.length;
    for (const { severity } of findings) this.#counts[severity]++;
    this.#scores.push(scores);
    this.framework ??= framework;
  }

  summary(unread: number): Summary {
    const { files, plans, findings, error, warning, info, hint } = this.#counts;
    return {
      files,
      plans,
      unread,
      findings,
      errors: error,
      warnings: warning,
      infos: info,
      hints: hint,
      breadth: mean(this.#scores.map(({ breadth }) => breadth)),
      depth: mean(this.#scores.map(({ depth }) => depth)),
      consistency: mean(this.#scores.map(({ consistency }) => consistency)),
      weakest: weakestOf(this.#scores, this.framework),
    };
  }
}

function mean(values: readonly (number | undefined)[]): number | null {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? null : round(known.reduce((sum, value) => sum + value, 0) / known.length);
}

/** Scores are told to four places: more would feign precision. */
export function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

function weakestOf(scores: readonly ReportScores[], framework: ReportFramework | undefined): string | null {
  const votes = new Map<string, number>();
  for (const pathway of framework?.pathways ?? []) votes.set(pathway.id, 0);
  for (const { weakest } of scores) {
    if (weakest !== undefined) votes.set(weakest, (votes.get(weakest) ?? 0) + 1);
  }
  let best: string | null = null;
  for (const [id, number] of votes) if (number > (best === null ? 0 : votes.get(best)!)) best = id;
  return best;
}
