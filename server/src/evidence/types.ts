/** What a plan says of each topic of a framework, and how strongly. */
import type { Fact } from '../framework/types.ts';
import type { Range } from '../text.ts';

/** In rising order; `LEVELS.indexOf` compares. */
export const LEVELS = ['absent', 'mentioned', 'addressed', 'actionable'] as const;
export type Level = (typeof LEVELS)[number];

/** What one block says of one topic. */
export interface Evidence {
  /** The clause (or sentence, or block) that matched best. */
  readonly range: Range;
  readonly block: number;
  readonly section: number;
  readonly level: Exclude<Level, 'absent'>;
  /** The words that matched, in order. */
  readonly matched: readonly { readonly group: string; readonly range: Range }[];
  /** Which pattern: `talent/attraction#2`, `talent#heading`, `here` for the author's own word. */
  readonly pattern: string;
  /** Facts of the block that support it. */
  readonly facts: readonly Fact[];
}

/** Why a match did not count. */
export type MissReason =
  | 'trap' // the word means something else here
  | 'negated' // 尚未、不涉及、暂不
  | 'deferred' // 另行制定、待明确
  | 'elsewhere' // another place's experience
  | 'title' // inside a document's title
  | 'contents'
  | 'placeholder'
  | 'partial'; // some of the pattern's groups only

export interface NearMiss {
  readonly range: Range;
  readonly block: number;
  readonly reason: MissReason;
  readonly pattern: string;
  /** Groups that were not found (for `partial`). */
  readonly wanting: readonly string[];
}

/** What would lift the level one step. */
export type Lift = 'say-it' | 'commit' | 'make-actionable' | 'none';

/** One topic: a pathway, an element or an essential. */
export interface TopicEvidence {
  readonly id: string;
  readonly level: Level;
  /** In document order, at most one per block, all of them. */
  readonly evidence: readonly Evidence[];
  /** At most 5, nearest first. */
  readonly misses: readonly NearMiss[];
  readonly lift: Lift;
  /** For `make-actionable`: the facts that the best evidence lacks. */
  readonly wanting: readonly Fact[];
}

/** Evidence for all topics of a framework, by id, in the framework's order. */
export type EvidenceByTopic = ReadonlyMap<string, TopicEvidence>;
