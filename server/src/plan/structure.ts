import type { Changed } from './lineage.ts';
import { hasSameShape, isAlikeAround, type Outline, outlineAgain, outlineOf } from './outline.ts';
import type { Change, ReadText } from './read-text.ts';
import {
  annexesStay,
  headingWords,
  isNoAnnex,
  kindsAgain,
  lastBlockIn,
  type SectionTree,
  sectionsOf,
  treeAgain,
} from './sections.ts';

/** What lines are to each other: headings and sections, the title, and what is no text of the plan. */
export interface Structure extends Outline {
  readonly tree: SectionTree;
}

export function structureOf(read: ReadText): Structure {
  const outline = outlineOf(read);
  return { ...outline, tree: sectionsOf(read.lines, outline.headings, read.text, read.start, outline.base) };
}

/** The structure of a text in which an edit has changed some lines and nothing of how all others hang together. */
export interface StructureAgain {
  readonly structure: Structure;
  readonly changed: Changed;
}

/**
 * The structure of the later state of a text, where its sections are those of the state before: the same headings among the lines that were not read anew, and
 * as many among those that were, each of the same form and number. Undefined where anything else may have changed.
 * Sections move in place: `structure` must not be used any more where this is defined.
 */
export function structureAgain(
  structure: Structure,
  before: ReadText,
  after: ReadText,
  change: Change,
): StructureAgain | undefined {
  if (after.frontMatter !== before.frontMatter || after.start !== before.start) return undefined;
  const known = outlineAgain(structure, before, after, change);
  const outline = known ?? outlineOf(after);
  if (!known && !isAlikeAround(structure, outline, change)) return undefined;
  const { from, to, by } = change;
  const { headings } = outline;
  const { tree } = structure;
  const { length } = after.text;
  const behind = to - by;
  if (!annexesStay(tree, from, behind, length)) return undefined;
  const was = headingLines(structure.headings, from, behind);
  const is = headingLines(headings, from, to);
  if (was.length !== is.length) return undefined;
  const renamed: number[] = [];
  for (let n = 0; n < is.length; n++) {
    const [old, now] = [was[n]!, is[n]!];
    const [guess, again] = [structure.headings[old]!, headings[now]!];
    if (!hasSameShape(guess, again)) return undefined;
    const line = after.lines[now]!;
    if (headingWords(before.lines[old]!, guess) === headingWords(line, again)) continue;
    if (!isNoAnnex(tree, tree.sectionOf[old]!, line, again)) return undefined;
    renamed.push(now);
  }
  const moved = treeAgain(tree, after.lines, headings, change, length);
  const end = renamed.reduce((last, i) => Math.max(last, lastBlockIn(moved, i) + 1), to);
  const placed = renamed.length > 0 ? kindsAgain(moved, after.lines, headings, { from, to: end }) : moved;
  return {
    structure: { ...outline, title: structure.title, tree: placed },
    changed: { from, to: end, by, hasNewHeadings: renamed.length > 0 },
  };
}

function headingLines(headings: Structure['headings'], from: number, to: number): number[] {
  const lines: number[] = [];
  for (let i = from; i < to; i++) if (headings[i]) lines.push(i);
  return lines;
}
