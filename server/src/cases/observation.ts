import type { Case, CaseDispute, CaseFact, CaseLibrary } from '../framework/case-types.ts';
import type { Plan } from '../plan/types.ts';
import type { LocalText, Range } from '../text.ts';
import type { Passage, Speaker } from './passages.ts';

/** What a statement of a plan has to do with a case. Plain data; ranges are offsets into the plan. */
export type Observation = {
  readonly case: Case;
  readonly range: Range;
  /** The passage cites the case; else it only names it. */
  readonly isCited: boolean;
  /** Where the passage ends, before its full stop: a citation goes here. Empty. */
  readonly end: Range;
} & (
  | {
      /** `figure`: another number; `side`: 余 for 近; `year`; `scope`: the figure is of another area or body; `place`; `name`: of a university, a firm or a person, or where one comes from. */
      readonly kind: 'figure' | 'side' | 'year' | 'scope' | 'place' | 'name';
      readonly fact: CaseFact;
      /** What the source says, as briefly as a fix can put it in. */
      readonly right: LocalText;
      /** The right words in the plan's own language, and what they stand for. */
      readonly replacement?: Replacement;
      /** It may be a matter of wording. */
      readonly isMild?: boolean;
    }
  | {
      readonly kind: 'disputed';
      readonly dispute: CaseDispute;
      /** It says a fact that the case marks as disputed, and not only what one side says. */
      readonly isOnFact: boolean;
    }
  /** It says what the case's facts say. */
  | { readonly kind: 'agrees'; readonly fact: CaseFact }
);

export interface Replacement {
  readonly range: Range;
  readonly newText: string;
}

/** A passage, and what is needed to judge it. */
export interface Judging {
  readonly passage: Passage;
  readonly plan: Plan;
  readonly library: CaseLibrary;
  /** Whom the passage speaks of at an index of its block's normalised text. */
  readonly speaker: (index: number) => Speaker;
}
