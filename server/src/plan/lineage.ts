import type { Block, Plan, Section, Span } from './types.ts';

/** Blocks that an edit has changed, `[from, to)`, or of which a heading around them says something else now: indices into `Plan.blocks`. */
export interface Changed extends Span {
  readonly hasNewHeadings: boolean;
}

/**
 * The states of one plan between which edits changed what some blocks say, but neither how many there are, nor the tree of sections and their kinds, nor the
 * title, nor the front matter. The n-th of `changes` is what differs between the states n and n + 1.
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
 * is known, or of another key. Nothing that is told may be changed: who has it may still look at it.
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
    to: Math.max(a.to, b.to),
    hasNewHeadings: a.hasNewHeadings || b.hasNewHeadings,
  }));
}

/** Something that belongs to a block, by its number. */
export interface OfBlock {
  readonly block: number;
}

/** A list in the order of its blocks, with `fresh` in place of what belongs to the changed ones. */
export function spliced<T extends OfBlock>(all: readonly T[], { from, to }: Span, fresh: readonly T[]): readonly T[] {
  const start = firstAt(all, from, blockOf);
  const end = firstAt(all, to, blockOf);
  if (start === end && fresh.length === 0) return all;
  return all.slice(0, start).concat(fresh, all.slice(end));
}

/** Index of the first one of a number or of a greater one. */
function firstAt<T>(all: readonly T[], number: number, numberOf: (one: T) => number): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numberOf(all[middle]!) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

const blockOf = ({ block }: OfBlock): number => block;
const sectionOf = ({ section }: { readonly section: number }): number => section;

export interface Told<T> extends OfBlock {
  readonly told: T;
}

/** What blocks tell, in their order, those left out that tell nothing. After an edit only those are asked that it has changed. */
export function fromBlocks<T>(tell: (block: Block, plan: Plan) => T | undefined): (plan: Plan) => readonly Told<T>[] {
  const asked = (plan: Plan, from: number, to: number): Told<T>[] => {
    const all: Told<T>[] = [];
    for (let i = from; i < to; i++) {
      const told = tell(plan.blocks[i]!, plan);
      if (told !== undefined) all.push({ block: i, told });
    }
    return all;
  };
  const all = kept<undefined, readonly Told<T>[]>(
    (plan) => asked(plan, 0, plan.blocks.length),
    (before, changed, plan) => spliced(before, changed, asked(plan, changed.from, changed.to)),
  );
  return (plan) => all(plan, undefined);
}

export interface OfSection<T> {
  readonly section: number;
  readonly told: T;
}

/**
 * What sections tell, in their order, those left out that tell nothing. It may hang on the section, what stands in it and below it, and its headings' place in
 * the tree; after an edit only the sections around what it has changed are asked.
 */
export function fromSections<T>(
  tell: (section: Section, plan: Plan) => T | undefined,
): (plan: Plan) => readonly OfSection<T>[] {
  const make = (plan: Plan): readonly OfSection<T>[] =>
    plan.sections.flatMap((one) => {
      const told = tell(one, plan);
      return told === undefined ? [] : [{ section: one.id, told }];
    });
  const all = kept<undefined, readonly OfSection<T>[]>(make, (before, changed, plan) => {
    let now = before;
    for (const id of sectionsAround(plan, changed)) {
      const told = tell(plan.sections[id]!, plan);
      const at = firstAt(now, id, sectionOf);
      const has = now[at]?.section === id;
      if (has || told !== undefined)
        now = now.slice(0, at).concat(told === undefined ? [] : { section: id, told }, now.slice(has ? at + 1 : at));
    }
    return now;
  });
  return (plan) => all(plan, undefined);
}

/** Sections of the blocks, of the one before, behind which text that is no block may have changed, and those around them. */
function sectionsAround({ blocks, sections }: Plan, { from, to }: Span): ReadonlySet<number> {
  const around = new Set<number>([0]);
  for (let i = Math.max(0, from - 1); i < to; i++)
    for (let id = blocks[i]!.section; id >= 0 && !around.has(id); id = sections[id]!.parent) around.add(id);
  return around;
}
