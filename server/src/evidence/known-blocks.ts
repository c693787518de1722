import type { Framework } from '../framework/compile.ts';
import type { Block, NormalText, Plan, Section } from '../plan/types.ts';
import type { Around } from './around.ts';
import type { Period } from './block-facts.ts';
import { type BlockReading, headingIn, readBlock } from './read-block.ts';
import { renumber, type Said, saidIn } from './said.ts';

/** What was found last of a block, wherever it stands now. */
export interface KnownBlock {
  readonly framework: Framework;
  readonly period: Period;
  readonly heading: Section['heading'];
  readonly reading: BlockReading;
  /** What it said where it stood last, and under which number. */
  said?: { readonly block: number; readonly section: number; readonly around: Around; readonly said: Said };
}

const known = new WeakMap<NormalText, KnownBlock>();

/** Nothing is taken over that could have changed. */
export function knownBlock(plan: Plan, framework: Framework, block: Block, period: Period): KnownBlock {
  const before = known.get(block.normal);
  const section = plan.sections[block.section]!;
  if (before?.framework === framework && samePeriod(before.period, period) && isHeaded(before, block, section))
    return before;
  const made = { framework, period, heading: section.heading, reading: readBlock(plan, framework, block, period) };
  known.set(block.normal, made);
  return made;
}

export function saidBy(one: KnownBlock, around: Around): Said {
  const { reading, framework, said: last } = one;
  const { id: block, section } = reading.block;
  if (last?.around === around && last.block === block && last.section === section) return last.said;
  const said = last?.around === around ? last.said : saidIn(reading, framework, around);
  renumber(said, block, section);
  one.said = { block, section, around, said };
  return said;
}

function isHeaded({ heading, reading }: KnownBlock, block: Block, section: Section): boolean {
  if (heading === section.heading) return true;
  const now = headingIn(block, section);
  return reading.heading.from === now.from && reading.heading.to === now.to;
}

export function samePeriod(a: Period, b: Period): boolean {
  return a.firstYear === b.firstYear && a.lastYear === b.lastYear && a.before === b.before;
}
