import type { Block, Language, Section, TitleMention } from './types.ts';

/** What a fact extractor reads: a plan whose structure is known and whose facts are not yet. */
export interface FactInput {
  readonly text: string;
  /** In document order; a block's index is its id. */
  readonly blocks: readonly Block[];
  /** In document order; a section's index is its id. */
  readonly sections: readonly Section[];
  /** In document order, not overlapping. */
  readonly titles: readonly TitleMention[];
  readonly language: Language;
}
