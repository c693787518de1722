import type { CaseLibrary } from '../framework/case-types.ts';
import type { Plan } from '../plan/types.ts';
import { disputesTouched } from './check-disputes.ts';
import { figuresAgainst } from './check-figures.ts';
import { namesAgainst } from './check-names.ts';
import { originsAgainst } from './check-origins.ts';
import { placesAgainst } from './check-places.ts';
import { yearsAgainst } from './check-years.ts';
import type { Judging, Observation } from './observation.ts';
import { type Passage, passagesOf, speakerAt } from './passages.ts';

const seen = new WeakMap<Plan, { library: CaseLibrary; observations: readonly Observation[] }>();

/** Holds the statements of a plan against the cases that they cite or name. Read once for a plan and a library. */
export function checkFacts(plan: Plan, library: CaseLibrary): readonly Observation[] {
  const before = seen.get(plan);
  if (before?.library === library) return before.observations;
  const observations = passagesOf(plan, library).flatMap((passage) => observe(passage, plan, library));
  seen.set(plan, { library, observations });
  return observations;
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
