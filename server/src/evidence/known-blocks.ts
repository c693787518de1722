import type { Framework } from '../framework/compile.ts';
import type { Block, Plan, SectionKind } from '../plan/types.ts';
import type { Period } from './block-facts.ts';
import { type Judgement, judgeBlock, movedJudgements } from './judge-block.ts';
import { type BlockReading, headingIn, readBlock, refreshed } from './read-block.ts';

interface Known {
  readonly framework: Framework;
  readonly period: Period;
  reading: BlockReading;
  /** Where the block stood when it was judged. */
  judged?: {
    readonly block: Block;
    /** Kinds of section and topics of headings around it. */
    readonly around: string;
    readonly judgements: readonly Judgement[];
  };
}

/** What was found last of a block, by its line in the plan; nothing is taken over that could have changed. */
const known = new WeakMap<object, Known>();

/** `origin`: the same object for a block that has only moved since it was read last; undefined where none is known. */
export function readKnown(
  plan: Plan,
  framework: Framework,
  block: Block,
  period: Period,
  origin: object | undefined,
): BlockReading {
  const before = origin && known.get(origin);
  const section = plan.sections[block.section]!;
  if (before?.framework === framework && samePeriod(before.period, period)) {
    const heading = headingIn(block, section);
    const { reading } = before;
    if (reading.heading.from === heading.from && reading.heading.to === heading.to) {
      if (reading.block !== block) before.reading = { ...reading, block, section };
      return before.reading;
    }
  }
  const reading = readBlock(plan, framework, block, period);
  if (origin) known.set(origin, { framework, period, reading });
  return reading;
}

/** What stands around a section's blocks. */
export interface Around {
  /** Of the section and those around it. */
  readonly kinds: readonly SectionKind[];
  /** Topics whose headings stand over it. */
  readonly topics: ReadonlySet<string>;
  /** Alike for what is alike. */
  readonly key: string;
}

export function judgeKnown(
  plan: Plan,
  framework: Framework,
  reading: BlockReading,
  { kinds, topics, key: around }: Around,
  origin: object | undefined,
): readonly Judgement[] {
  const before = origin && known.get(origin);
  if (!before) return judgeBlock(reading, framework, kinds, topics);
  const { block } = reading;
  const last = before.judged;
  let judgements: readonly Judgement[];
  if (last?.around === around) {
    if (last.block === block) return last.judgements;
    const by = block.normal.base - last.block.normal.base;
    judgements = movedJudgements(last.judgements, by, block.id, block.section);
  } else judgements = judgeBlock(refreshed(plan, reading), framework, kinds, topics);
  before.judged = { block, around, judgements };
  return judgements;
}

function samePeriod(a: Period, b: Period): boolean {
  return a.firstYear === b.firstYear && a.lastYear === b.lastYear;
}
