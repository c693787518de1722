import { fromSections, type OfSection } from '../plan/from-parts.ts';
import type { Block, Plan, Section, SectionKind } from '../plan/types.ts';
import { startingIn } from '../text.ts';

/** A chapter of targets and what stands in it, subsections included. */
export interface TargetChapter {
  readonly section: Section;
  readonly blocks: readonly Block[];
}

/** What chapters of targets tell that lie in no other such chapter. */
export function fromTargetChapters<T>(
  tell: (chapter: TargetChapter, plan: Plan) => T | undefined,
): (plan: Plan) => readonly OfSection<T>[] {
  return fromSections((section, plan) => {
    const { kind, parent, heading, range } = section;
    if (kind !== 'targets' || !heading || plan.sections[parent]?.kind === 'targets') return undefined;
    const blocks = startingIn(plan.blocks, range).filter(
      ({ inert, section: around }) => inert === undefined && !APART.includes(plan.sections[around]!.kind),
    );
    return tell({ section, blocks }, plan);
  });
}

/** 指导方针和主要目标 holds a section of principles too: nothing in it is a target. */
const APART: readonly SectionKind[] = ['principles', 'baseline'];

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
