import { fromBlocks, fromList, type Told } from '../plan/from-parts.ts';
import type { Plan, Section } from '../plan/types.ts';
import { anyStartsIn } from '../text.ts';
import { namesBodyAlone, saysWhoActs } from './who-acts.ts';

/** Whether the plan says elsewhere who does a task: in a row of a table of duties that names the task, or in a footnote of it. */
export function ownedElsewhere({ heading, range }: Section, plan: Plan): boolean {
  if (heading && together(dutiesIn(plan)).has(bare(heading.text))) return true;
  const notes = together(notesIn(plan));
  if (notes.size === 0) return false;
  return [...plan.text.slice(range.start, range.end).matchAll(REFERENCE)].some(([, id]) => notes.has(id!));
}

const REFERENCE = /\[\^([^\]\s]{1,40})\](?!:)/g;
const DEFINITION = /\[\^([^\]\s]{1,40})\]:\s*$/;

/** What rows with a body in them name besides: | （五）安全 | 应急管理局 |. */
const dutiesIn = fromBlocks((block, { units }) => {
  if (!block.cells || block.cells === block.header || block.inert !== undefined) return undefined;
  if (!anyStartsIn(units, block.range) && !namesBodyAlone(block)) return undefined;
  return block.cells.flatMap(({ text }) => text.split(/[、；;]/).flatMap((part) => [bare(text), bare(part)]));
});

/** Labels of footnotes that say who acts. */
const notesIn = fromBlocks((block, { text }) => {
  if (block.inert !== 'definition' || !saysWhoActs(block, text)) return undefined;
  const id = DEFINITION.exec(text.slice(Math.max(0, block.range.start - LONGEST_LABEL), block.range.start))?.[1];
  return id === undefined ? undefined : [id];
});

const LONGEST_LABEL = 48;

const together = fromList(
  (told: readonly Told<readonly string[]>[]): ReadonlySet<string> => new Set(told.flatMap((one) => one.told)),
);

/** A task's name without its number and marks: 安全 of （五）安全. */
function bare(name: string): string {
  return name
    .toLowerCase()
    .replace(/^\s*[（(]?(?:[一二三四五六七八九十]{1,3}(?=[）)、.．])|\d{1,2}(?:\.\d{1,2}){0,3})[）)、.．\s]*/, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
