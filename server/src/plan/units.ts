import { columnOf, namesSources } from './column-of.ts';
import type { FactInput } from './fact-input.ts';
import { rangeIn } from './normal-text.ts';
import type { Block, UnitMention } from './types.ts';
import { unitsByAct } from './unit-agents.ts';
import { unitColumns } from './unit-columns.ts';
import { unitsByLabel } from './unit-labels.ts';
import { unitsInEnglish } from './units-en.ts';

/** Responsible units of a block in all their forms, in order, not overlapping. Linear in its text. */
export function findUnits(input: FactInput): UnitMention[] {
  const { block } = input;
  if (block.inert !== undefined || block.kind === 'heading') return [];
  const drafts = [...unitsByLabel(block), ...unitsByAct(block), ...unitsInEnglish(input)].sort(
    (a, b) => a.from - b.from || b.to - a.to,
  );
  const found: UnitMention[] = unitColumns(block);
  let last = 0;
  for (const { from, to, role, form, names } of drafts) {
    if (from < last || isSource(block, rangeIn(block.normal, from, to).start)) continue;
    last = to;
    found.push({ range: rangeIn(block.normal, from, to), block: block.id, role, form, names });
  }
  found.sort((a, b) => a.range.start - b.range.start);
  let end = 0;
  return found.filter(({ range }) => {
    if (range.start < end) return false;
    end = range.end;
    return true;
  });
}

/** In a table's column of where figures come from. */
function isSource(block: Block, offset: number): boolean {
  return namesSources(block.header?.[columnOf(block, offset)]);
}
