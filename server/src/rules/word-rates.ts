import type { WordRate } from '../framework/types.ts';
import { byBlock } from '../plan/by-block.ts';
import { fromBlockChanges } from '../plan/from-parts.ts';
import type { Block, Plan } from '../plan/types.ts';

/** Characters: of a shorter text nobody can tell what it does not speak of. */
const SHORTEST = 1000;

/** Of rates, a list that stays the same object, those that a plan's text keeps. After an edit only the blocks are counted that it has changed. */
export function keptRates(rates: readonly WordRate[], plan: Plan): ReadonlySet<WordRate> {
  if (rates.length === 0) return NONE;
  const { length, words } = counterOf(rates)(plan);
  return new Set(
    rates.filter(({ fewerThan, atLeast }, i) => {
      const count = words[i]! * 1000;
      if (atLeast !== undefined && count < length * atLeast) return false;
      return fewerThan === undefined || (length >= SHORTEST && count < length * fewerThan);
    }),
  );
}

const NONE: ReadonlySet<WordRate> = new Set();

/** Characters, and words of each rate. */
interface Counted {
  readonly length: number;
  readonly words: readonly number[];
}

const counters = new WeakMap<readonly WordRate[], (plan: Plan) => Counted>();

function counterOf(rates: readonly WordRate[]): (plan: Plan) => Counted {
  const known = counters.get(rates);
  if (known) return known;
  const counter = makeCounter(rates);
  counters.set(rates, counter);
  return counter;
}

function makeCounter(rates: readonly WordRate[]): (plan: Plan) => Counted {
  const counters = rates.map(wordCounter);
  const nothing: Counted = { length: 0, words: rates.map(() => 0) };
  const countedIn = byBlock(
    ({ inert, normal: { value } }): Counted =>
      inert ? nothing : { length: value.length, words: counters.map((count) => count(value)) },
  );
  const add = (sum: Counted, blocks: readonly Block[], sign: 1 | -1, plan: Plan) =>
    blocks.reduce((total, block) => {
      const { length, words } = countedIn(block, plan);
      return { length: total.length + sign * length, words: total.words.map((word, i) => word + sign * words[i]!) };
    }, sum);
  return fromBlockChanges(
    () => nothing,
    (before, { gone, come }, plan) => add(add(before, gone, -1, plan), come, 1, plan),
  );
}

/** Counts the words of a rate in normalised text, which is in small letters. */
function wordCounter({ words, except = [] }: WordRate): (text: string) => number {
  const excepted = new Set(except.map((word) => word.toLowerCase()));
  const pattern = new RegExp([...except, ...words].map(escaped).join('|'), 'g');
  return (text) => text.match(pattern)?.filter((word) => !excepted.has(word)).length ?? 0;
}

/** A word of the framework, in Latin letters a whole one. */
function escaped(word: string): string {
  const plain = word.toLowerCase().replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
  return /^[a-z]/.test(plain) ? String.raw`\b${plain}\b` : plain;
}
