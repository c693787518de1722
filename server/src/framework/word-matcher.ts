/**
 * Finds many words at once. Words are looked up by their first two characters, which few places of a text share with any of them, and longer ones by
 * their first three, which few words share; what follows is compared one word after the other. Made in time linear in the number of words, scans in time
 * linear in the text.
 */
export class WordMatcher {
  /** A bit for every pair that starts a word, and for some that do not: small enough to stay in the nearest cache. */
  readonly #pairs = new Uint32Array(2048);
  /** Words of one character, by it, from 1; 0 = none. */
  readonly #single = new Int32Array(65536);
  /** Words of two characters and beginnings of longer ones. */
  readonly #heads: HeadTable;
  /** The next word with the same first three characters; -1 = none. */
  readonly #next: Int32Array;
  readonly #letters: Uint16Array;
  /** Where each word starts in `#letters`; one more at the end. */
  readonly #starts: Int32Array;

  /** `words`: no two alike, none empty; a word's index is its number. */
  constructor(words: readonly string[]) {
    this.#heads = new HeadTable(words.length);
    this.#next = new Int32Array(words.length).fill(-1);
    this.#letters = new Uint16Array(words.reduce((sum, word) => sum + word.length, 0));
    this.#starts = new Int32Array(words.length + 1);
    let at = 0;
    for (let word = 0; word < words.length; word++) {
      const text = words[word]!;
      this.#starts[word] = at;
      for (let i = 0; i < text.length; i++) this.#letters[at + i] = text.charCodeAt(i);
      at += text.length;
      if (text.length === 1) {
        this.#single[text.charCodeAt(0)] = word + 1;
        continue;
      }
      const pair = pairOf(text.charCodeAt(0), text.charCodeAt(1));
      const bit = bitOf(pair);
      this.#pairs[bit >>> 5]! |= 1 << (bit & 31);
      this.#next[word] = this.#heads.put(pair, text.length > 2 ? text.charCodeAt(2) : END, word);
    }
    this.#starts[words.length] = at;
  }

  /** Calls `report` with each occurrence, overlapping ones too, in the order of their starts, words of one or two characters behind longer ones. `to` is exclusive. */
  scan(text: string, report: (word: number, from: number, to: number) => void): void {
    const pairs = this.#pairs;
    const singles = this.#single;
    const heads = this.#heads;
    let code = text.charCodeAt(0);
    for (let i = 0; i + 1 < text.length; i++) {
      const pair = pairOf(code, text.charCodeAt(i + 1));
      const bit = bitOf(pair);
      if ((pairs[bit >>> 5]! & (1 << (bit & 31))) !== 0) {
        if (i + 2 < text.length)
          for (let word = heads.get(pair, text.charCodeAt(i + 2)); word >= 0; word = this.#next[word]!) {
            const start = this.#starts[word]!;
            const length = this.#starts[word + 1]! - start;
            if (this.#continues(text, i, start, length)) report(word, i, i + length);
          }
        const whole = heads.get(pair, END);
        if (whole >= 0) report(whole, i, i + 2);
      }
      const single = singles[code]!;
      if (single > 0) report(single - 1, i, i + 1);
      code = pair & 0xffff;
    }
    const single = singles[code]!;
    if (single > 0) report(single - 1, text.length - 1, text.length);
  }

  #continues(text: string, at: number, start: number, length: number): boolean {
    if (at + length > text.length) return false;
    for (let i = 3; i < length; i++) if (text.charCodeAt(at + i) !== this.#letters[start + i]) return false;
    return true;
  }
}

/** Stands for the third character of a word that has only two; no code unit. */
const END = 0x10000;

/** Open addressing: two code units and a third as a key, and the word that was put there last; -1 = free. */
class HeadTable {
  readonly #pairs: Int32Array;
  readonly #thirds: Int32Array;
  readonly #words: Int32Array;
  readonly #mask: number;

  constructor(most: number) {
    let size = 16;
    while (size < most * 2) size *= 2;
    this.#mask = size - 1;
    this.#pairs = new Int32Array(size);
    this.#thirds = new Int32Array(size);
    this.#words = new Int32Array(size).fill(-1);
  }

  get(pair: number, third: number): number {
    return this.#words[this.#slot(pair, third)]!;
  }

  /** The word that stood there before. */
  put(pair: number, third: number, word: number): number {
    const slot = this.#slot(pair, third);
    const before = this.#words[slot]!;
    this.#pairs[slot] = pair;
    this.#thirds[slot] = third;
    this.#words[slot] = word;
    return before;
  }

  #slot(pair: number, third: number): number {
    let slot = (Math.imul(pair ^ Math.imul(third, 0x85ebca6b), 0x9e3779b1) >>> 15) & this.#mask;
    while ((this.#pairs[slot] !== pair || this.#thirds[slot] !== third) && this.#words[slot]! >= 0)
      slot = (slot + 1) & this.#mask;
    return slot;
  }
}

/** Sixteen bits of a pair. */
function bitOf(pair: number): number {
  return Math.imul(pair, 0x9e3779b1) >>> 16;
}

function pairOf(first: number, second: number): number {
  return (first << 16) | second;
}
