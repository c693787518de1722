import type { Block, Plan, Section } from '../plan/types.ts';
import { startingIn } from '../text.ts';

/** A chapter of targets and what stands in it, subsections included. */
export interface TargetChapter {
  readonly section: Section;
  readonly blocks: readonly Block[];
}

/** Chapters of targets that lie in no other such chapter. */
export function targetChapters(plan: Plan): TargetChapter[] {
  return plan.sections
    .filter(({ kind, parent, heading }) => kind === 'targets' && heading && plan.sections[parent]?.kind !== 'targets')
    .map((section) => ({
      section,
      blocks: startingIn(plan.blocks, section.range).filter((block) => block.inert === undefined),
    }));
}

/** The body of a chapter: no headings, no header rows. */
export function bodyOf({ blocks }: TargetChapter, plan: Plan): Block[] {
  return blocks.filter(
    (block) =>
      block.kind !== 'heading' &&
      !(block.cells && block.cells === block.header) &&
      !isHeadingOnly(block, plan) &&
      block.sentences.length > 0,
  );
}

function isHeadingOnly(block: Block, plan: Plan): boolean {
  const heading = plan.sections[block.section]?.heading;
  return heading !== undefined && heading.range.start === block.range.start && heading.range.end >= block.range.end;
}
