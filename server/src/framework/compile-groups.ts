import { isNormal, normalise } from '../plan/normal-text.ts';
import type { GroupSource } from './types.ts';
import { WordMatcher } from './word-matcher.ts';

/** A stretch of a normalised text, `to` exclusive. */
export interface Hit {
  readonly from: number;
  readonly to: number;
}

/** What a text holds of every group, by the group's number; groups without a hit are not there. */
export interface GroupHits {
  /** In rising order of `from`. */
  readonly hits: ReadonlyMap<number, readonly Hit[]>;
  /** Words of a group inside a longer word that means something else. */
  readonly excepted: ReadonlyMap<number, readonly Hit[]>;
}

/** A word's parts (引进…人才 has two), each with what may stand beside it. */
interface Part {
  readonly text: string;
  /** A Latin letter or digit must not stand before it. */
  readonly opens: boolean;
  readonly closes: boolean;
}

interface Word {
  readonly group: number;
  readonly except: boolean;
  readonly parts: readonly Part[];
  /** Characters that may stand between two parts. */
  readonly gap: number;
}

interface Use {
  readonly word: number;
  readonly part: number;
}

const GAP_ZH = 12;
const GAP_EN = 40;

/** Compiles word groups into one scanner. A group's index in `groups` is its number. */
export class GroupScanner {
  readonly #words: Word[] = [];
  readonly #uses: Use[][] = [];
  readonly #matcher: WordMatcher;

  constructor(groups: readonly GroupSource[]) {
    const numbers = new Map<string, number>();
    const add = (source: string, group: number, except: boolean, english: boolean) => {
      for (const parts of english ? englishForms(source) : [chineseParts(source)]) {
        if (parts.length === 0) continue;
        const word = this.#words.length;
        this.#words.push({ group, except, parts, gap: english ? GAP_EN : GAP_ZH });
        parts.forEach((part, index) => {
          let number = numbers.get(part.text);
          if (number === undefined) {
            number = numbers.size;
            numbers.set(part.text, number);
            this.#uses.push([]);
          }
          this.#uses[number]!.push({ word, part: index });
        });
      }
    };
    groups.forEach((group, index) => {
      for (const word of group.zh ?? []) add(word, index, false, false);
      for (const word of group.en ?? []) add(word, index, false, true);
      for (const word of group.except?.zh ?? []) add(word, index, true, false);
      for (const word of group.except?.en ?? []) add(word, index, true, true);
    });
    this.#matcher = new WordMatcher([...numbers.keys()]);
  }

  /** `text` must be normalised. Linear in it. */
  scan(text: string): GroupHits {
    const found = new Map<number, Hit[]>();
    const excepts = new Map<number, Hit[]>();
    /** Where the parts of an unfinished word ended, by word. */
    const pending = new Map<number, { part: number; from: number; to: number }[]>();
    const report = (word: Word, from: number, to: number) => {
      const target = word.except ? excepts : found;
      const list = target.get(word.group);
      if (list) list.push({ from, to });
      else target.set(word.group, [{ from, to }]);
    };
    this.#matcher.scan(text, (number, from, to) => {
      for (const use of this.#uses[number]!) {
        const word = this.#words[use.word]!;
        const part = word.parts[use.part]!;
        if ((part.opens && isLatin(text, from - 1)) || (part.closes && isLatin(text, to))) continue;
        if (word.parts.length === 1) report(word, from, to);
        else step(use, word, from, to, text, pending, report);
      }
    });
    return split(found, excepts);
  }
}

function step(
  use: Use,
  word: Word,
  from: number,
  to: number,
  text: string,
  pending: Map<number, { part: number; from: number; to: number }[]>,
  report: (word: Word, from: number, to: number) => void,
): void {
  const last = use.part === word.parts.length - 1;
  if (use.part === 0) {
    const list = pending.get(use.word);
    if (list) remember(list, { part: 0, from, to });
    else pending.set(use.word, [{ part: 0, from, to }]);
    return;
  }
  const list = pending.get(use.word);
  if (!list) return;
  for (let i = list.length - 1; i >= 0; i--) {
    const before = list[i]!;
    if (before.part !== use.part - 1 || before.to > from || from - before.to > word.gap) continue;
    if (breaksClause(text, before.to, from)) continue;
    if (last) report(word, before.from, to);
    else remember(list, { part: use.part, from: before.from, to });
    return;
  }
}

/** A part further back than a few could not be reached over the gap. */
function remember<T>(list: T[], item: T): void {
  list.push(item);
  if (list.length > 6) list.shift();
}

/** A gap reaches over an enumeration comma, not over a clause's end. */
function breaksClause(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (',;。!?:|'.includes(text[i]!)) return true;
  return false;
}

function split(found: Map<number, Hit[]>, excepts: ReadonlyMap<number, Hit[]>): GroupHits {
  const excepted = new Map<number, Hit[]>();
  for (const [group, list] of found) {
    list.sort((a, b) => a.from - b.from || b.to - a.to);
    const covers = excepts.get(group)?.sort((a, b) => a.from - b.from);
    if (!covers) continue;
    const kept: Hit[] = [];
    const lost: Hit[] = [];
    let next = 0;
    let covered = 0;
    for (const hit of list) {
      for (; next < covers.length && covers[next]!.from <= hit.from; next++)
        covered = Math.max(covered, covers[next]!.to);
      (hit.to <= covered ? lost : kept).push(hit);
    }
    if (lost.length === 0) continue;
    excepted.set(group, lost);
    if (kept.length > 0) found.set(group, kept);
    else found.delete(group);
  }
  return { hits: found, excepted };
}

function chineseParts(source: string): Part[] {
  return source
    .split('…')
    .map((piece) => partOf(fold(piece), false))
    .filter((part) => part.text !== '');
}

/** The word, and its plural where it ends like a noun. */
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
  return [last.text, ...plurals(last.text)].map((text) => [...parts.slice(0, -1), { ...last, text }]);
}

function plurals(word: string): string[] {
  if (!/[a-z]$/.test(word) || /s$/.test(word)) return [];
  if (/[^aeiou]y$/.test(word)) return [`${word.slice(0, -1)}ies`];
  if (/(?:x|ch|sh)$/.test(word)) return [`${word}es`];
  return [`${word}s`];
}

function partOf(text: string, anyEnding: boolean): Part {
  return { text, opens: isLatin(text, 0), closes: !anyEnding && isLatin(text, text.length - 1) };
}

function isLatin(text: string, at: number): boolean {
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
