/** Findings, and what a rule is given to make them. */

import type { EvidenceByTopic } from '../evidence/types.ts';
import type { CaseLibrary } from '../framework/case-types.ts';
import type { Framework } from '../framework/compile.ts';
import type { Plan } from '../plan/types.ts';
import type { LocalText, Range } from '../text.ts';

export const SEVERITIES = ['error', 'warning', 'info', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];

export type Stage = 'outline' | 'draft' | 'consultation' | 'review' | 'issued';
export type Role = 'primary' | 'supporting' | 'not-applicable' | 'unstated';

/** A change to the text. `newText` may hold `{{slot}}` placeholders, which an editor can turn into tab stops. */
export interface Edit {
  readonly range: Range;
  readonly newText: string;
}

export interface Fix {
  readonly title: LocalText;
  readonly edits: readonly Edit[];
  /** Safe to apply without a person looking (`--fix`, fix all); a skeleton to fill in never is. */
  readonly automatic: boolean;
}

export interface Related {
  readonly range: Range;
  readonly message: LocalText;
  /** Near by its words only, for who looks closer: a terminal leaves it out. */
  readonly isAside?: boolean;
}

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly range: Range;
  readonly message: LocalText;
  readonly why: LocalText;
  /** What to do. */
  readonly advice: LocalText;
  readonly related: readonly Related[];
  readonly pathway?: string;
  readonly element?: string;
  /** At most three. */
  readonly fixes: readonly Fix[];
}

/** What the author asked to be held to: front matter over options over the framework's defaults. */
export interface Demand {
  readonly stage: Stage;
  readonly period?: { readonly from: number; readonly to: number };
  /** Role of every pathway. */
  readonly roles: ReadonlyMap<string, { readonly role: Role; readonly reason?: string }>;
  /** Ids of elements and essentials excused in the front matter, with the reason. */
  readonly excused: ReadonlyMap<string, string>;
  /** Ids that this plan must have: essentials, elements, pathways. */
  readonly required: ReadonlySet<string>;
  /** Those of them that it need only name: when a list of subsidies holds is all that is asked of its calendar. */
  readonly named: ReadonlySet<string>;
  /** Those that it must have only where it takes their pathway, or says something of them where they have none: a list of subsidies that speaks of no chain diagnoses none. */
  readonly ifTaken: ReadonlySet<string>;
  /** Those that its tasks must have one by one: an action plan says of each by when and by whom. */
  readonly each: ReadonlySet<string>;
  /** The text begins in the middle of a plan: what it lacks may stand in the rest. */
  readonly isPart: boolean;
}

/** A set of keys, or a map by key. */
export interface KnownKeys {
  has(key: string): boolean;
  keys(): Iterable<string>;
}

export interface RuleContext {
  readonly plan: Plan;
  readonly framework: Framework;
  readonly cases: CaseLibrary;
  /** Keys of the project's own bibliography. */
  readonly references: KnownKeys;
  readonly evidence: EvidenceByTopic;
  readonly demand: Demand;
  /** Rules that a suppression may name. */
  readonly ruleIds: ReadonlySet<string>;
}

/** A finding as a rule reports it; the harness stamps rule and severity. */
export type RuleFinding = Omit<Finding, 'rule' | 'severity' | 'related' | 'fixes'> & {
  /** Departs from the rule's own severity, e.g. by role. */
  readonly severity?: Severity;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
};

export interface RuleExample {
  readonly title: LocalText;
  /** A whole small plan in Markdown, front matter included. */
  readonly text: string;
  /** What the rule must report: for each finding the text of its range, in order. Empty = nothing, but for `reportsAtLeast`. */
  readonly reports: readonly string[];
  /** Instead of `reports`: topics among those reported, and how the text of the range starts. */
  readonly reportsAtLeast?: readonly { readonly element?: string; readonly pathway?: string; readonly at: string }[];
}

export interface Rule {
  readonly id: string;
  readonly title: LocalText;
  /** What it reports, why, and what to do: becomes the rule's page. */
  readonly description: LocalText;
  /** Severity at each stage; a string holds for all. `off` = not at this stage. */
  readonly severity: Severity | Readonly<Record<Stage, Severity | 'off'>>;
  readonly examples: readonly RuleExample[];
  /** Only makes sense on a finished text: an editor may hold new findings back while somebody types. */
  readonly onFinishedText?: boolean;
  check(context: RuleContext): Iterable<RuleFinding>;
}
