import { gatherEvidence } from './evidence/gather-evidence.ts';
import type { EvidenceByTopic } from './evidence/types.ts';
import type { CaseLibrary } from './framework/case-types.ts';
import type { Framework } from './framework/compile.ts';
import { type PlanReading, parsePlan } from './plan/parse-plan.ts';
import type { Plan } from './plan/types.ts';
import { demandOf } from './rules/demand.ts';
import { runRules } from './rules/run-rules.ts';
import { type Scores, scoresOf } from './rules/scores.ts';
import type { Demand, Finding, KnownKeys, Severity, Stage } from './rules/types.ts';
import type { Text } from './text.ts';

export interface CheckOptions {
  /** Where the plan's front matter names none. */
  readonly stage?: Stage | undefined;
  /** Severity by rule id; overrides the rule's own. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  /** Keys of the project's own bibliography; they may be cited besides the cases. */
  readonly references?: KnownKeys;
  /** The text as `readPlan` read it, for who will check its next state too: then an edit costs what it touched. */
  readonly reading?: PlanReading;
}

export interface CheckResult {
  readonly plan: Plan;
  readonly demand: Demand;
  readonly evidence: EvidenceByTopic;
  readonly findings: readonly Finding[];
  readonly scores: Scores;
}

/** The whole engine: pure and synchronous. Any text; never throws. Ranges are UTF-16 offsets into `text`. */
export function check(text: Text, framework: Framework, cases: CaseLibrary, options: CheckOptions = {}): CheckResult {
  const { reading } = options;
  const plan = reading?.plan ?? parsePlan(text);
  const evidence = gatherEvidence(plan, framework);
  const demand = demandOf(plan, framework, { stage: options.stage });
  const { severities = {}, references = NO_REFERENCES } = options;
  const findings = runRules({ plan, framework, cases, references, evidence, demand }, { severities });
  return { plan, demand, evidence, findings, scores: scoresOf(framework, evidence, demand) };
}

/** The same set for all: what is told of citations is kept for the same references. */
const NO_REFERENCES: KnownKeys = new Set();
