import type { Framework } from '../framework/compile.ts';
import type { Block, NormalText, Plan, Section } from '../plan/types.ts';
import type { Around } from './around.ts';
import type { Period } from './block-facts.ts';
import { type BlockReading, headingIn, readBlock } from './read-block.ts';
import { renumbered, type Said, saidIn } from './said.ts';

/** What was found last of a block, wherever it stands now. */
export interface KnownBlock {
  readonly framework: Framework;
  readonly period: Period;
  readonly heading: Section['heading'];
  reading: BlockReading;
  /** What it said where it stood last. */
  said?: { readonly block: Block; readonly around: Around; readonly said: Said };
}

const known = new WeakMap<NormalText, KnownBlock>();

/** Nothing is taken over that could have changed. */
export function knownBlock(plan: Plan, framework: Framework, block: Block, period: Period): KnownBlock {
  const before = known.get(block.normal);
  const section = plan.sections[block.section]!;
  if (before?.framework === framework && samePeriod(before.period, period) && isHeaded(before, block, section)) {
    if (before.reading.block !== block) before.reading = { ...before.reading, block, section };
    return before;
  }
  const made = { framework, period, heading: section.heading, reading: readBlock(plan, framework, block, period) };
  known.set(block.normal, made);
  return made;
}

export function saidBy(one: KnownBlock, around: Around): Said {
  const { reading, framework, said: last } = one;
  const { block } = reading;
  if (last?.around === around && last.block === block) return last.said;
  const said =
    last?.around === around ? renumbered(last.said, block.id, block.section) : saidIn(reading, framework, around);
  one.said = { block, around, said };
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
