import { isNormal, normalise } from '../plan/normal-text.ts';
import type { GroupSource } from './types.ts';

/**
 * The words of groups as a scanner looks them up: flat and plain, so that those of a framework that is shipped are made before it is.
 * A word has parts (引进…人才 has two); a use is one part of one word.
 */
export interface WordTable {
  /** Every part's text once; its index is its number. */
  readonly texts: readonly string[];
  /** How many uses each text has; those of one text follow each other. */
  readonly counts: readonly number[];
  /** Of each use: the group times two, plus one for an exception. */
  readonly groups: readonly number[];
  /** Of each use: `Mark`s, and above them the part's index in its word. */
  readonly marks: readonly number[];
  /** Of each use: the word, by its number among those of several parts; -1 for a word of one part. */
  readonly words: readonly number[];
}

/** What may stand beside a part, and where in its word it stands. */
export const Mark = {
  /** A Latin letter or digit must not stand before it. */
  opens: 1,
  /** None must stand behind it. */
  closes: 2,
  /** The part before it may be as far away as in English. */
  english: 4,
  /** No part follows. */
  last: 8,
  /** Its plural's s or es may stand behind it. */
  plural: 16,
} as const;

/** Bits of the marks below the part's index. */
export const MARK_BITS = 5;

interface Part {
  readonly text: string;
  readonly closes: boolean;
  readonly plural?: boolean;
}

interface Use {
  readonly group: number;
  readonly marks: number;
  readonly word: number;
}

type Words = Pick<GroupSource, 'zh' | 'en'>;

/** A group's index in `groups` is its number. */
export function wordTable(groups: readonly GroupSource[]): WordTable {
  const uses = new Map<string, Use[]>();
  let several = 0;
  const addWord = (parts: readonly Part[], group: number, english: boolean) => {
    const word = parts.length > 1 ? several++ : -1;
    parts.forEach(({ text, closes, plural = false }, i) => {
      const marks =
        (isLatin(text, 0) ? Mark.opens : 0) |
        (closes ? Mark.closes : 0) |
        (english ? Mark.english : 0) |
        (i === parts.length - 1 ? Mark.last : 0) |
        (plural ? Mark.plural : 0) |
        (i << MARK_BITS);
      const list = uses.get(text);
      if (list) list.push({ group, marks, word });
      else uses.set(text, [{ group, marks, word }]);
    });
  };
  const addChinese = ({ zh = [] }: Words, group: number) => {
    for (const word of zh) addWord(chineseParts(word), group, false);
  };
  const addEnglish = ({ en = [] }: Words, group: number) => {
    for (const word of en) for (const parts of englishForms(word)) addWord(parts, group, true);
  };
  // One language behind the other: what is shipped packs smaller by a twelfth.
  for (const add of [addEnglish, addChinese])
    groups.forEach((group, number) => {
      add(group, number * 2);
      add(group.except ?? {}, number * 2 + 1);
    });
  const all = [...uses.values()].flat();
  return {
    texts: [...uses.keys()],
    counts: [...uses.values()].map((list) => list.length),
    groups: all.map(({ group }) => group),
    marks: all.map(({ marks }) => marks),
    words: all.map(({ word }) => word),
  };
}

function chineseParts(source: string): Part[] {
  return source
    .split('…')
    .map((piece) => partOf(fold(piece), false))
    .filter((part) => part.text !== '');
}

/** The word, with its plural where it ends like a noun: told by a mark, or a form of its own where a letter changes. */
function englishForms(source: string): Part[][] {
  const pieces = source.split('…').map((piece) => piece.trim());
  const open = source.endsWith('*');
  const parts = pieces.map((piece) => {
    const stem = piece.endsWith('*') ? piece.slice(0, -1) : piece;
    return partOf(fold(stem), piece.endsWith('*'));
  });
  if (parts.some((part) => part.text === '')) return [];
  if (open) return [parts];
  const last = parts[parts.length - 1]!;
  if (!isSingular(last.text)) return [parts];
  const before = parts.slice(0, -1);
  if (!/[^aeiou]y$/.test(last.text)) return [[...before, { ...last, plural: true }]];
  return [parts, [...before, { ...last, text: `${last.text.slice(0, -1)}ies` }]];
}

function isSingular(word: string): boolean {
  return /[a-z]$/.test(word) && !/(?<!s)s$/.test(word);
}

/** Where the plural of a word that ends at `to` ends, if nothing else stands there. */
export function pluralEnd(text: string, to: number): number | undefined {
  const ending = hisses(text[to - 1], text[to - 2]) ? 'es' : 's';
  return text.startsWith(ending, to) && !isLatin(text, to + ending.length) ? to + ending.length : undefined;
}

function hisses(last: string | undefined, before: string | undefined): boolean {
  return last === 's' || last === 'x' || (last === 'h' && (before === 's' || before === 'c'));
}

function partOf(text: string, anyEnding: boolean): Part {
  return { text, closes: !anyEnding && isLatin(text, text.length - 1) };
}

/** A small Latin letter or a digit of a normalised text. */
export function isLatin(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}

function fold(text: string): string {
  if (isNormal(text)) return text;
  return normalise(
    text,
    Array.from({ length: text.length }, (_, i) => i),
  ).value.trim();
}
