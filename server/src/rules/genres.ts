import type { Framework } from '../framework/compile.ts';
import type { GenreSource, WordRate } from '../framework/types.ts';
import { fromChanges } from '../plan/from-parts.ts';
import type { Block, Plan } from '../plan/types.ts';

/** Those of the framework's kinds of document that a plan is of, by its title and by what it speaks of. */
export function genresOf(plan: Plan, { genres }: Framework): readonly GenreSource[] {
  return genres.filter(({ titles, text }) => (!titles || isTitled(plan, titles)) && (!text || speaks(plan, text)));
}

/** Whole words in English, since agriculture is no culture. */
function isTitled({ title }: Plan, { zh = [], en = [] }: NonNullable<GenreSource['titles']>): boolean {
  const text = title?.text.toLowerCase();
  if (text === undefined) return false;
  const words = ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return zh.some((word) => text.includes(word)) || en.some((word) => words.includes(` ${word.toLowerCase()} `));
}

/** Characters: of a shorter text nobody can tell what it does not speak of. */
const SHORTEST = 1000;

function speaks(plan: Plan, text: NonNullable<GenreSource['text']>): boolean {
  const rate = text[plan.language];
  if (!rate) return false;
  const { words, length } = counterOf(rate)(plan);
  const { fewerThan, atLeast } = rate;
  if (atLeast !== undefined && words * 1000 < length * atLeast) return false;
  return fewerThan === undefined || (length >= SHORTEST && words * 1000 < length * fewerThan);
}

interface Counted {
  readonly words: number;
  readonly length: number;
}

/** One for each rate, so that after an edit only the blocks are counted that it has changed. */
const counters = new WeakMap<WordRate, (plan: Plan) => Counted>();

function counterOf(rate: WordRate): (plan: Plan) => Counted {
  const known = counters.get(rate);
  if (known) return known;
  const counter = makeCounter(rate);
  counters.set(rate, counter);
  return counter;
}

function makeCounter({ words, except = [] }: WordRate): (plan: Plan) => Counted {
  const excepted = new Set(except.map((word) => word.toLowerCase()));
  const pattern = new RegExp([...except, ...words].map(patternOf).join('|'), 'g');
  const wordsIn = ({ inert, normal }: Block) =>
    inert ? 0 : (normal.value.match(pattern)?.filter((word) => !excepted.has(word)).length ?? 0);
  return fromChanges(
    ({ blocks }) => blocks,
    (): Counted => ({ words: 0, length: 0 }),
    (before, { gone, come }) => ({
      words: before.words + sum(come, wordsIn) - sum(gone, wordsIn),
      length: before.length + sum(come, lengthOf) - sum(gone, lengthOf),
    }),
  );
}

/** Of a word of the framework in normalised text, which is in small letters. */
function patternOf(word: string): string {
  const escaped = word.toLowerCase().replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
  return /^[a-z]/.test(escaped) ? String.raw`\b${escaped}\b` : escaped;
}

function lengthOf({ inert, normal }: Block): number {
  return inert ? 0 : normal.value.length;
}

function sum(blocks: readonly Block[], of: (block: Block) => number): number {
  return blocks.reduce((total, block) => total + of(block), 0);
}
