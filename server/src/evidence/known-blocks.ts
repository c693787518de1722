import type { Framework } from '../framework/compile.ts';
import type { Block, NormalText, Plan, Section } from '../plan/types.ts';
import type { Around } from './around.ts';
import type { Period } from './block-facts.ts';
import { type BlockReading, headingIn, readBlock } from './read-block.ts';
import { renumbered, type Said, saidIn } from './said.ts';

interface Known {
  readonly framework: Framework;
  readonly period: Period;
  readonly heading: Section['heading'];
  reading: BlockReading;
  /** What it said where it stood last. */
  said?: { readonly block: Block; readonly around: Around; readonly said: Said };
}

/** What was found last of a block, wherever it stands now; nothing is taken over that could have changed. */
const known = new WeakMap<NormalText, Known>();

export function readKnown(plan: Plan, framework: Framework, block: Block, period: Period): BlockReading {
  const before = known.get(block.normal);
  const section = plan.sections[block.section]!;
  if (before?.framework === framework && samePeriod(before.period, period) && isHeaded(before, block, section)) {
    const { reading } = before;
    if (reading.block === block) return reading;
    before.reading = { ...reading, block, section };
    return before.reading;
  }
  const reading = readBlock(plan, framework, block, period);
  known.set(block.normal, { framework, period, heading: section.heading, reading });
  return reading;
}

/** `reading`: as `readKnown` gave it. */
export function saidByKnown(reading: BlockReading, framework: Framework, around: Around): Said {
  const { block } = reading;
  const before = known.get(block.normal)!;
  const last = before.said;
  if (last?.around === around && last.block === block) return last.said;
  const said =
    last?.around === around ? renumbered(last.said, block.id, block.section) : saidIn(reading, framework, around);
  before.said = { block, around, said };
  return said;
}

function isHeaded({ heading, reading }: Known, block: Block, section: Section): boolean {
  if (heading === section.heading) return true;
  const now = headingIn(block, section);
  return reading.heading.from === now.from && reading.heading.to === now.to;
}

function samePeriod(a: Period, b: Period): boolean {
  return a.firstYear === b.firstYear && a.lastYear === b.lastYear;
}
