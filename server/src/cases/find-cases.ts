import type { Case } from '../framework/case-types.ts';
import { normalOf } from './normal.ts';
import { pinyinOf } from './pinyin.ts';

/** What can be looked for: a case, or an entry of a project's bibliography. */
export interface Findable {
  /** The citation key. */
  readonly key: string;
  /** Names in any language: title, other names, actors; of a bibliography entry its title and authors. */
  readonly names: readonly string[];
  readonly places: readonly string[];
  readonly industry: string;
  readonly pathways: readonly string[];
}

export interface FindContext {
  /** Pathway of the chapter in which somebody looks. */
  readonly pathway?: string;
  /** Words of the plan, such as its title and its headings: cases of its industry come first. */
  readonly words?: string;
}

export interface FoundEntry<T extends Findable> {
  readonly entry: T;
  /** Higher is better; of use for comparing only. */
  readonly score: number;
}

/** Entries with all that they can be found by, made once. */
export interface FindIndex<T extends Findable> {
  readonly rows: readonly Row<T>[];
}

interface Row<T> {
  readonly entry: T;
  readonly key: string;
  readonly fields: readonly Field[];
  readonly industry: readonly string[];
}

/** One name, place or industry in the ways in which it may be typed. */
interface Field {
  readonly weight: number;
  readonly normal: string;
  /** Syllables run together, with the places where one starts. */
  readonly pinyin: string;
  readonly starts: ReadonlySet<number>;
  readonly initials: string;
}

const NAME = 1;
const PLACE = 0.9;
const INDUSTRY = 0.8;

export function indexOf<T extends Findable>(entries: Iterable<T>): FindIndex<T> {
  return {
    rows: Array.from(entries, (entry) => ({
      entry,
      key: entry.key.toLowerCase(),
      fields: [
        ...entry.names.map((name) => fieldOf(name, NAME)),
        ...entry.places.map((place) => fieldOf(place, PLACE)),
        ...(entry.industry === '' ? [] : [fieldOf(entry.industry, INDUSTRY)]),
      ],
      industry: pairsOf(normalOf(entry.industry)),
    })),
  };
}

/** A case as something to look for. */
export function findableCase(found: Case): Findable & { readonly case: Case } {
  const { country, province, city, district } = found.region;
  const places = [country, province, city, district, found.park].flatMap((place) =>
    place ? [place.zh, place.en] : [],
  );
  return {
    key: found.id,
    names: [
      found.title.zh,
      found.title.en,
      ...found.aliases,
      ...found.actors.flatMap(({ name }) => [name.zh, name.en]),
    ],
    places: [...new Set(places)],
    industry: `${found.industry.zh} ${found.industry.en}`,
    pathways: found.pathways,
    case: found,
  };
}

/**
 * The entries that a query may mean, best first, at most `most`: by key, name, pinyin, initials, place or industry; several words must all fit.
 * An empty query gives all, those that fit the context first. Takes time in proportion to the entries.
 */
export function find<T extends Findable>(
  { rows }: FindIndex<T>,
  query: string,
  context: FindContext = {},
  most = 50,
): FoundEntry<T>[] {
  const words = normalOf(query)
    .split(/[\s,、。;]+/)
    .filter((word) => word !== '');
  const fits = fitOf(context);
  const found: (FoundEntry<T> & { readonly at: number })[] = [];
  rows.forEach((row, at) => {
    let score = 0;
    for (const word of words) {
      const one = scoreOf(row, word);
      if (one === 0) return;
      score += one;
    }
    found.push({ entry: row.entry, score: (words.length === 0 ? 0 : score / words.length) + fits(row), at });
  });
  found.sort((a, b) => b.score - a.score || a.at - b.at);
  return found.slice(0, most).map(({ entry, score }) => ({ entry, score }));
}

/** 0 for no fit; up to 100. */
function scoreOf({ key, fields }: Row<unknown>, word: string): number {
  let best = keyScore(key, word);
  for (const field of fields) {
    if (best >= 100 * field.weight) continue;
    best = Math.max(best, fieldScore(field, word) * field.weight);
  }
  return best;
}

function keyScore(key: string, word: string): number {
  if (key === word) return 100;
  if (key.startsWith(word)) return 95;
  const at = key.indexOf(word);
  if (at > 0) return /[-_:./]/.test(key[at - 1]!) ? 85 : 45;
  return word.length >= 2 && isSpread(key, word) ? 20 : 0;
}

function fieldScore({ normal, pinyin, starts, initials }: Field, word: string): number {
  const at = normal.indexOf(word);
  if (at === 0) return 92;
  if (at > 0) return isWordStart(normal, at) ? 88 : 50;
  if (!isLatin(word)) return 0;
  for (let from = pinyin.indexOf(word); from >= 0; from = pinyin.indexOf(word, from + 1))
    if (starts.has(from) && word.length > 1) return from === 0 ? 82 : 66;
  const initial = initials.indexOf(word);
  if (initial >= 0 && word.length > 1) return initial === 0 ? 80 : 62;
  return 0;
}

/** Characters of `word` in this order in `key`, the first at the start of a part. */
function isSpread(key: string, word: string): boolean {
  let at = -1;
  for (let i = 0; i < word.length; i++) {
    at = key.indexOf(word[i]!, at + 1);
    if (at < 0) return false;
    if (i === 0 && at > 0 && !/[-_:./]/.test(key[at - 1]!)) return false;
  }
  return true;
}

/** In Chinese every character may start a word; in Latin letters only one after none. */
function isWordStart(text: string, at: number): boolean {
  return !/[a-z0-9]/.test(text[at]!) || !/[a-z0-9]/.test(text[at - 1]!);
}

function isLatin(word: string): boolean {
  return /^[a-z0-9-]+$/.test(word);
}

function fieldOf(text: string, weight: number): Field {
  const normal = normalOf(text);
  const { syllables, initials } = /[\u3400-\u9fff]/.test(normal) ? pinyinOf(normal) : { syllables: [], initials: '' };
  const starts = new Set<number>();
  let pinyin = '';
  for (const syllable of syllables) {
    starts.add(pinyin.length);
    pinyin += syllable;
  }
  return { weight, normal, pinyin, starts, initials };
}

/** What the context adds to a score: enough to order those that fit about as well, not to bring up what does not fit. */
function fitOf({ pathway, words }: FindContext): (row: Row<Findable>) => number {
  const plan = words === undefined ? undefined : new Set(pairsOf(normalOf(words)));
  return ({ entry, industry }) => {
    const place = pathway === undefined ? -1 : entry.pathways.indexOf(pathway);
    const forPathway = place === 0 ? 8 : place > 0 ? 5 : 0;
    if (!plan || industry.length === 0) return forPathway;
    const shared = industry.filter((pair) => plan.has(pair)).length;
    return forPathway + Math.min(6, (6 * shared) / Math.min(industry.length, 3));
  };
}

/** Pairs of Han characters and whole Latin words: what two texts on one industry share. */
export function pairsOf(normal: string): string[] {
  const pairs = new Set<string>();
  for (const [run] of normal.matchAll(/[\u3400-\u9fff]+|[a-z][a-z-]{2,}/g)) {
    if (/[a-z]/.test(run)) pairs.add(run);
    else for (let i = 0; i + 1 < run.length; i++) pairs.add(run.slice(i, i + 2));
  }
  return [...pairs];
}
