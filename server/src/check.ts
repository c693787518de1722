import type { RuleSetting } from './config/types.ts';
import type { EvidenceByTopic } from './evidence/types.ts';
import type { CaseLibrary } from './framework/case-types.ts';
import type { Framework } from './framework/compile.ts';
import type { Plan } from './plan/types.ts';
import type { Scores } from './rules/scores.ts';
import type { Demand, Finding, Stage } from './rules/types.ts';

export interface CheckOptions {
  /** Where the plan's front matter names none. */
  readonly stage?: Stage;
  /** Severity by rule id; overrides the rule's own. */
  readonly severities?: Readonly<Record<string, RuleSetting>>;
}

export interface CheckResult {
  readonly plan: Plan;
  readonly demand: Demand;
  readonly evidence: EvidenceByTopic;
  readonly findings: readonly Finding[];
  readonly scores: Scores;
}

/** The whole engine: pure and synchronous. Any text; never throws. */
export type Check = (text: string, framework: Framework, cases: CaseLibrary, options?: CheckOptions) => CheckResult;
