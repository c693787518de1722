import { firstAt } from '../text.ts';
import { kept } from './lineage.ts';
import { type OfBlock, replaced, sharedEnds, splicedOwn } from './spliced.ts';
import type { Block, Plan, Section, Span } from './types.ts';

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
    (before, changed, plan) => splicedOwn(before, changed, asked(plan, changed.from, changed.to)),
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
      if (has && told !== undefined && isSame(now[at]!.told, told)) continue;
      now = replaced(now, { from: at, to: has ? at + 1 : at }, told === undefined ? [] : [{ section: id, told }]);
    }
    return now;
  });
  return (plan) => all(plan, undefined);
}

/** The same values, or plain objects of the same values; what else is told counts as another. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isPlain(a) || !isPlain(b)) return false;
  const ours = Object.entries(a);
  return ours.length === Object.keys(b).length && ours.every(([key, value]) => b[key] === value);
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** What is told of a list as a whole, as long as it is the same list. It must not hang on numbers of blocks, which an edit changes in place. */
export function fromList<List extends object, T>(tell: (list: List) => T): (list: List) => T {
  const known = new WeakMap<List, { readonly told: T }>();
  return (list) => {
    const last = known.get(list);
    if (last) return last.told;
    const told = tell(list);
    known.set(list, { told });
    return told;
  };
}

/** What was told last, as long as the arguments are the same objects. */
export function forSame<Arguments extends readonly object[], T>(
  tell: (...now: Arguments) => T,
): (...now: Arguments) => T {
  let last: { readonly given: Arguments; readonly told: T } | undefined;
  return (...now) => {
    if (!last || now.some((one, i) => one !== last!.given[i])) last = { given: now, told: tell(...now) };
    return last.told;
  };
}

/** What of a list of a plan's is not in that of the state before, and the other way round. */
export interface Difference<T> {
  readonly gone: readonly T[];
  readonly come: readonly T[];
}

/**
 * What is told of a whole list of a plan's: of the first state from nothing, `begun`, to which all has come; then from what was told last, which `tell` may
 * change in place. Only what has changed is looked into: at many items that costs more than to compare them.
 */
export function fromChanges<T, State>(
  listOf: (plan: Plan) => readonly T[],
  begun: () => State,
  tell: (state: State, difference: Difference<T>, plan: Plan) => State,
): (plan: Plan) => State {
  interface Listed {
    readonly list: readonly T[];
    readonly state: State;
  }
  const next = (list: readonly T[], state: State, plan: Plan): Listed => {
    const now = listOf(plan);
    return { list: now, state: now === list ? state : tell(state, difference(list, now), plan) };
  };
  const all = kept<undefined, Listed>(
    (plan) => next([], begun(), plan),
    (before, _, plan) => next(before.list, before.state, plan),
  );
  return (plan) => all(plan, undefined).state;
}

/** The same of all blocks, of which it is known which have changed: nothing is compared. */
export function fromBlockChanges<State>(
  begun: () => State,
  tell: (state: State, difference: Difference<Block>, plan: Plan) => State,
): (plan: Plan) => State {
  interface Told {
    readonly blocks: readonly Block[];
    readonly state: State;
  }
  const all = kept<undefined, Told>(
    (plan) => ({ blocks: plan.blocks, state: tell(begun(), { gone: [], come: plan.blocks }, plan) }),
    ({ blocks, state }, { from, to, by }, plan) => ({
      blocks: plan.blocks,
      state: tell(state, { gone: blocks.slice(from, to - by), come: plan.blocks.slice(from, to) }, plan),
    }),
  );
  return (plan) => all(plan, undefined).state;
}

/** What is between the first and the last items that two lists have in common. */
function difference<T>(old: readonly T[], now: readonly T[]): Difference<T> {
  const { head, tail } = sharedEnds(old, now);
  return { gone: old.slice(head, old.length - tail), come: now.slice(head, now.length - tail) };
}

const sectionOf = ({ section }: { readonly section: number }): number => section;

/** Sections of the blocks, of the one before, behind which text that is no block may have changed, and those around them. */
function sectionsAround({ blocks, sections }: Plan, { from, to }: Span): ReadonlySet<number> {
  const around = new Set<number>([0]);
  for (let i = Math.max(0, from - 1); i < to; i++)
    for (let id = blocks[i]!.section; id >= 0 && !around.has(id); id = sections[id]!.parent) around.add(id);
  return around;
}
