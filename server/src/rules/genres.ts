import type { Framework } from '../framework/compile.ts';
import type { GenreSource, WordRate } from '../framework/types.ts';
import { byBlock } from '../plan/by-block.ts';
import { fromChanges } from '../plan/from-parts.ts';
import type { Block, Plan } from '../plan/types.ts';

/** Those of the framework's kinds of document that a plan is of, by its title and by what it speaks of. */
export function genresOf(plan: Plan, { genres }: Framework): readonly GenreSource[] {
  const title = (plan.title?.text ?? announcedIn(plan))?.toLowerCase();
  const words = title && ` ${title.replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  // Whole words in English, since agriculture is no culture.
  const isTitled = ({ zh = [], en = [] }: NonNullable<GenreSource['titles']>) =>
    words !== undefined &&
    (zh.some((word) => title!.includes(word)) || en.some((word) => words.includes(` ${word.toLowerCase()} `)));
  return genres.filter(({ titles, text }) => (!titles || isTitled(titles)) && (!text || speaks(plan, text)));
}

/** 现提出如下意见: what a text without a title says that it is, before its first heading. */
function announcedIn({ blocks, sections }: Plan): string | undefined {
  for (const id of sections[0]!.blocks.slice(0, MOST_ANNOUNCING)) {
    const announced = ANNOUNCES.exec(blocks[id]!.normal.value);
    if (announced) return announced[0];
  }
  return undefined;
}

const ANNOUNCES = /(?:提出|制定|推出|出台)(?:以下|如下|本)[\u4e00-\u9fff]{0,6}?(?:意见|措施|政策|办法|方案|计划)/;
/** Blocks before the first heading. */
const MOST_ANNOUNCING = 12;

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
  const wordsIn = byBlock(({ inert, normal }) =>
    inert ? 0 : (normal.value.match(pattern)?.filter((word) => !excepted.has(word)).length ?? 0),
  );
  return fromChanges(
    ({ blocks }) => blocks,
    (): Counted => ({ words: 0, length: 0 }),
    (before, { gone, come }, plan) => ({
      words: before.words + sum(come, (block) => wordsIn(block, plan)) - sum(gone, (block) => wordsIn(block, plan)),
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
