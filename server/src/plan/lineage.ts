import type { Spliced } from './spliced.ts';
import type { Plan } from './types.ts';

/** Blocks that an edit has changed, or of which a heading around them says something else now. */
export interface Changed extends Spliced {
  readonly hasNewHeadings: boolean;
}

/**
 * The states of one plan between which edits changed some blocks, and what headings around them say, but neither the tree of sections, nor the title, nor the front matter.
 * The n-th of `changes` is what differs between the states n and n + 1.
 */
interface Lineage {
  readonly changes: Changed[];
}

interface State {
  readonly lineage: Lineage;
  readonly number: number;
}

const states = new WeakMap<Plan, State>();

/** Of one lineage; a longer one is begun anew, so that it does not grow for ever. */
const MOST_CHANGES = 1000;

/** `plan` differs from `before` in `changed` only; without `before` it is the first of its lineage. */
export function record(plan: Plan, before?: Plan, changed?: Changed): void {
  const last = before && states.get(before);
  if (!last || !changed || last.lineage.changes.length !== last.number || last.number >= MOST_CHANGES) {
    states.set(plan, { lineage: { changes: [] }, number: 0 });
    return;
  }
  last.lineage.changes.push(changed);
  states.set(plan, { lineage: last.lineage, number: last.number + 1 });
}

/**
 * What is told of a plan, kept for its later states: `patch` is given what was told last and the blocks that have changed since; `make` is asked where nothing
 * is known, or of another key. What is told may be added to, but not changed: who has it may still look at it.
 */
export function kept<Key, Told>(
  make: (plan: Plan, key: Key) => Told,
  patch: (told: Told, changed: Changed, plan: Plan, key: Key) => Told | undefined,
): (plan: Plan, key: Key) => Told {
  const known = new WeakMap<Lineage, { readonly number: number; readonly key: Key; readonly told: Told }>();
  return (plan, key) => {
    const state = states.get(plan);
    if (!state) return make(plan, key);
    const { lineage, number } = state;
    const last = known.get(lineage);
    const isLast = last !== undefined && last.key === key && last.number <= number;
    if (isLast && last.number === number) return last.told;
    const told = (isLast && patch(last.told, between(lineage, last.number, number), plan, key)) || make(plan, key);
    known.set(lineage, { number, key, told });
    return told;
  };
}

function between({ changes }: Lineage, first: number, end: number): Changed {
  return changes.slice(first, end).reduce((a, b) => ({
    from: Math.min(a.from, b.from),
    to: Math.max(a.to + b.by, b.to),
    by: a.by + b.by,
    hasNewHeadings: a.hasNewHeadings || b.hasNewHeadings,
  }));
}
