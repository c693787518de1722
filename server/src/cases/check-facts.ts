import type { CaseLibrary } from '../framework/case-types.ts';
import { kept } from '../plan/lineage.ts';
import { type OfBlock, splicedOwn } from '../plan/spliced.ts';
import type { Block, Citation, NormalText, Plan, Span } from '../plan/types.ts';
import { disputesTouched } from './check-disputes.ts';
import { figuresAgainst } from './check-figures.ts';
import { namesAgainst } from './check-names.ts';
import { originsAgainst } from './check-origins.ts';
import { placesAgainst } from './check-places.ts';
import { yearsAgainst } from './check-years.ts';
import type { Judging, Observation } from './observation.ts';
import { type Passage, passagesIn, speakerAt, speaksOfCases } from './passages.ts';

/** Holds the statements of a plan against the cases that they cite or name. Asked once for a plan and a library. */
export function checkFacts(plan: Plan, library: CaseLibrary): readonly Observation[] {
  return observed(plan, library).map(({ observation }) => observation);
}

interface Placed extends OfBlock {
  readonly observation: Observation;
}

const observed = kept<CaseLibrary, readonly Placed[]>(
  (plan, library) => observedBetween(plan, library, { from: 0, to: plan.blocks.length }),
  (before, changed, plan, library) => splicedOwn(before, changed, observedBetween(plan, library, changed)),
);

function observedBetween(plan: Plan, library: CaseLibrary, { from, to }: Span): readonly Placed[] {
  const citations = new Map<number, Citation[]>();
  for (const citation of plan.citations) {
    if (citation.block < from || citation.block >= to) continue;
    const same = citations.get(citation.block);
    if (same) same.push(citation);
    else citations.set(citation.block, [citation]);
  }
  const found: Placed[] = [];
  for (let i = from; i < to; i++)
    for (const observation of observedIn(plan.blocks[i]!, citations.get(i) ?? NO_CITATIONS, plan, library))
      found.push({ block: i, observation });
  return found;
}

const NO_CITATIONS: readonly Citation[] = [];

interface Observed {
  readonly library: CaseLibrary;
  readonly title: string | undefined;
  readonly citations: readonly Citation[];
  readonly observations: readonly Observation[];
}

/** What was observed last in a block, wherever it stands now. */
const known = new WeakMap<NormalText, Observed>();

function observedIn(
  block: Block,
  citations: readonly Citation[],
  plan: Plan,
  library: CaseLibrary,
): readonly Observation[] {
  if (!speaksOfCases(block, plan)) return [];
  const title = plan.title?.text;
  const before = known.get(block.normal);
  if (before?.library === library && before.title === title && areSame(before.citations, citations))
    return before.observations;
  const observations = passagesIn(block, citations, library).flatMap((passage) => observe(passage, plan, library));
  known.set(block.normal, { library, title, citations, observations });
  return observations;
}

function areSame(before: readonly Citation[], now: readonly Citation[]): boolean {
  return before.length === now.length && before.every(({ keyRange }, i) => keyRange === now[i]!.keyRange);
}

function observe(passage: Passage, plan: Plan, library: CaseLibrary): Observation[] {
  const input: Judging = { passage, plan, library, speaker: speakerAt(passage, plan, library) };
  const rest = [
    ...figuresAgainst(input),
    ...yearsAgainst(input),
    ...placesAgainst(input),
    ...namesAgainst(input),
    ...originsAgainst(input),
  ];
  // What agrees with a fact that nobody disputes is not disputed, whatever else its words touch.
  const agreed = rest.flatMap((one) => (one.kind === 'agrees' && one.fact.status !== 'disputed' ? [one] : []));
  const disputed = disputesTouched(input).filter(
    (one) =>
      one.kind !== 'disputed' ||
      one.isOnFact ||
      !agreed.some(({ case: found, fact }) => found === one.case && !one.dispute.facts.includes(fact.id)),
  );
  // A disputed statement is told once, as that.
  return [
    ...disputed,
    ...rest.filter((one) => !(one.kind === 'year' && disputed.some(({ case: found }) => found === one.case))),
  ];
}
