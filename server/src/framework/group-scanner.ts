import { sortShort } from '../sort-short.ts';
import { WordMatcher } from './word-matcher.ts';
import { isLatin, MARK_BITS, Mark, pluralEnd, type WordTable } from './word-table.ts';

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

const GAP_ZH = 12;
const GAP_EN = 40;

/** Finds the words of all groups in one pass. */
export class GroupScanner {
  readonly #matcher: WordMatcher;
  /** Where the uses of each text start; one more at the end. */
  readonly #starts: Int32Array;
  readonly #groups: Int32Array;
  readonly #marks: Int32Array;
  readonly #words: Int32Array;

  constructor({ texts, counts, groups, marks, words }: WordTable) {
    this.#matcher = new WordMatcher(texts);
    this.#starts = new Int32Array(counts.length + 1);
    let at = 0;
    counts.forEach((count, text) => {
      this.#starts[text] = at;
      at += count;
    });
    this.#starts[counts.length] = at;
    this.#groups = Int32Array.from(groups);
    this.#marks = Int32Array.from(marks);
    this.#words = Int32Array.from(words);
  }

  /** `text` must be normalised. Linear in it. */
  scan(text: string): GroupHits {
    const found: Found = { hits: new Map(), excepts: new Map(), text, begun: new Map() };
    this.#matcher.scan(text, (number, from, to) => {
      const end = this.#starts[number + 1]!;
      // One for all groups that have the word.
      const whole: Hit = { from, to };
      let plural: Hit | undefined;
      for (let use = this.#starts[number]!; use < end; use++) {
        const marks = this.#marks[use]!;
        if (marks & Mark.opens && isLatin(text, from - 1)) continue;
        let hit = whole;
        if (marks & Mark.closes && isLatin(text, to)) {
          const longer = marks & Mark.plural ? pluralEnd(text, to) : undefined;
          if (longer === undefined) continue;
          hit = plural ??= { from, to: longer };
        }
        const word = this.#words[use]!;
        if (word < 0) report(found, this.#groups[use]!, hit);
        else step(found, word, this.#groups[use]!, marks, hit);
      }
    });
    return split(found.hits, found.excepts);
  }
}

/** A part of a word whose further parts have not come yet. */
interface Begun {
  readonly part: number;
  readonly from: number;
  readonly to: number;
}

interface Found {
  readonly hits: Map<number, Hit[]>;
  readonly excepts: Map<number, Hit[]>;
  readonly text: string;
  /** By word. */
  readonly begun: Map<number, Begun[]>;
}

function report({ hits, excepts }: Found, group: number, hit: Hit): void {
  const target = group & 1 ? excepts : hits;
  const list = target.get(group >> 1);
  if (list) list.push(hit);
  else target.set(group >> 1, [hit]);
}

function step(found: Found, word: number, group: number, marks: number, { from, to }: Hit): void {
  const part = marks >> MARK_BITS;
  const list = found.begun.get(word);
  if (part === 0) {
    if (list) remember(list, { part, from, to });
    else found.begun.set(word, [{ part, from, to }]);
    return;
  }
  if (!list) return;
  const gap = marks & Mark.english ? GAP_EN : GAP_ZH;
  for (let i = list.length - 1; i >= 0; i--) {
    const before = list[i]!;
    if (before.part !== part - 1 || before.to > from || from - before.to > gap) continue;
    if (breaksClause(found.text, before.to, from)) continue;
    if (marks & Mark.last) report(found, group, { from: before.from, to });
    else remember(list, { part, from: before.from, to });
    return;
  }
}

/** A part further back than a few could not be reached over the gap. */
function remember(list: Begun[], begun: Begun): void {
  list.push(begun);
  if (list.length > 6) list.shift();
}

/** A gap reaches over an enumeration comma, not over a clause's end. */
function breaksClause(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (',;。!?:|'.includes(text[i]!)) return true;
  return false;
}

function byPlace(a: Hit, b: Hit): number {
  return a.from - b.from || b.to - a.to;
}

function split(found: Map<number, Hit[]>, excepts: ReadonlyMap<number, Hit[]>): GroupHits {
  const excepted = new Map<number, Hit[]>();
  for (const [group, list] of found) {
    sortShort(list, byPlace);
    const covers = excepts.get(group);
    if (!covers) continue;
    sortShort(covers, byPlace);
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
