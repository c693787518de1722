import type { Case, CaseLibrary } from '../framework/case-types.ts';
import { WordMatcher } from '../framework/word-matcher.ts';
import { normalOf } from './normal.ts';
import { type TopicWords, topicWords } from './topic-words.ts';

/** A name of a case in a normalised text. */
export interface NameFound {
  readonly case: Case;
  readonly from: number;
  readonly to: number;
  /** A name that stands for the case alone, and not only for its place or one of its actors. */
  readonly isOwn: boolean;
}

export interface CaseNames {
  /** Names in a normalised text, in order; of two on the same spot the longer one. */
  find(normal: string): NameFound[];
  /** Names of places that some case lies in, normalised, without 省市区县镇. */
  readonly places: ReadonlySet<string>;
}

const made = new WeakMap<CaseLibrary, CaseNames>();

/** The names of a library's cases, compiled once. */
export function caseNames(library: CaseLibrary): CaseNames {
  let names = made.get(library);
  if (!names) {
    names = compile(library);
    made.set(library, names);
  }
  return names;
}

interface Meaning {
  readonly case: Case;
  readonly isOwn: boolean;
}

function compile({ cases }: CaseLibrary): CaseNames {
  const meanings = new Map<string, Meaning[]>();
  const places = new Set<string>();
  const add = (name: string, meaning: Meaning) => {
    const normal = normalOf(name);
    if (normal.length < 2 || (/^[a-z]+$/.test(normal) && normal.length < 3)) return;
    const all = meanings.get(normal) ?? [];
    if (!all.some((one) => one.case === meaning.case)) all.push(meaning);
    meanings.set(normal, all);
  };
  for (const found of cases.values()) {
    for (const name of [...found.aliases, ...subjectsOf(found)]) add(name, { case: found, isOwn: true });
    for (const place of placesOf(found)) {
      places.add(normalOf(place));
      add(place, { case: found, isOwn: false });
    }
    for (const { name } of found.actors)
      for (const one of [bareName(name.zh), name.en]) add(one, { case: found, isOwn: false });
  }
  const words = [...meanings.keys()];
  const matcher = words.length > 0 ? new WordMatcher(words) : undefined;
  return {
    places,
    find(normal) {
      const found: NameFound[] = [];
      matcher?.scan(normal, (word, from, to) => {
        if (isInsideWord(normal, from, to)) return;
        for (const meaning of meanings.get(words[word]!)!) found.push({ ...meaning, from, to });
      });
      return found
        .filter(
          (one) =>
            !found.some(
              (other) => other.from <= one.from && other.to >= one.to && other.to - other.from > one.to - one.from,
            ),
        )
        .sort((a, b) => a.from - b.from || a.to - b.to);
    },
  };
}

/** The places that a case lies in, from the city down: 杭州, 临平; Hangzhou. Provinces and countries are too wide. */
export function placesOf({ region }: Case): string[] {
  return [region.city, region.district].flatMap((place) => (place ? [bare(place.zh), bareEnglish(place.en)] : []));
}

/** 昆山市, 临平区（2021年前属余杭区） → 昆山, 临平. */
function bare(place: string): string {
  return place
    .replace(/[（(、].*$/, '')
    .replace(/等$/, '')
    .replace(/(?<=..)[市区县镇]$/, '');
}

function bareEnglish(place: string): string {
  return place.replace(/ (?:\(|and ).*$/, '').replace(/ (?:District|City|County|Town)$/, '');
}

/** What stands before the colon of a title. */
function subjectsOf({ title }: Case): string[] {
  return [title.zh, title.en].flatMap((one) => (/[：:]/.test(one) ? [one.split(/[：:]/)[0]!.trim()] : []));
}

/** A name without what it is by law: 贝达药业 of 贝达药业股份有限公司. */
export function bareName(name: string): string {
  return name.replace(/[（(].*$/, '').replace(/(?:股份)?有限公司$|人民政府$|集团$/, '');
}

function isInsideWord(text: string, from: number, to: number): boolean {
  const isLetter = (i: number) => /[a-z0-9]/.test(text[i] ?? ' ');
  return (isLetter(from) && isLetter(from - 1)) || (isLetter(to - 1) && isLetter(to));
}

/** Words of a case's own names and places, which say nothing of what a statement is about. */
export function nameWords(found: Case): TopicWords {
  const { title, aliases, park } = found;
  return topicWords([title.zh, title.en, ...aliases, park?.zh ?? '', park?.en ?? '', ...placesOf(found)].join(' '));
}
