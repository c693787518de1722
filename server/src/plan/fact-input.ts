import type { Range, Text } from '../text.ts';
import type { Block, SectionKind } from './types.ts';

/** What a fact extractor reads: one block whose place in the plan is known. */
export interface FactInput {
  /** The plan's. */
  readonly text: Text;
  readonly block: Block;
  readonly section: { readonly kind: SectionKind; readonly isRoot: boolean };
  /** Of documents named in the block, in order, not overlapping. */
  readonly titles: readonly Range[];
}
