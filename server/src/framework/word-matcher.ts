/**
 * Finds many words at once. Words are looked up by their first two characters, which few places of a text share with any of them;
 * what follows is compared one word after the other. Made in time linear in the number of words, scans in time linear in the text.
 */
export class WordMatcher {
  /** Open addressing: two code units as a key, 0 = free, and the first word that starts with them. */
  readonly #keys: Int32Array;
  readonly #heads: Int32Array;
  readonly #mask: number;
  /** A bit for every pair that starts a word, and for some that do not: small enough to stay in the nearest cache. */
  readonly #pairs = new Uint32Array(2048);
  /** The next word with the same two characters; -1 = none. */
  readonly #next: Int32Array;
  /** Words of one character, by it, from 1; 0 = none. */
  readonly #single = new Int32Array(65536);
  readonly #letters: Uint16Array;
  /** Where each word starts in `#letters`; one more at the end. */
  readonly #starts: Int32Array;

  /** `words`: no two alike, none empty; a word's index is its number. */
  constructor(words: readonly string[]) {
    let size = 16;
    while (size < words.length * 2) size *= 2;
    this.#mask = size - 1;
    this.#keys = new Int32Array(size);
    this.#heads = new Int32Array(size).fill(-1);
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
      const key = keyOf(text.charCodeAt(0), text.charCodeAt(1));
      const slot = this.#slot(key);
      this.#keys[slot] = key;
      const bit = bitOf(key);
      this.#pairs[bit >>> 5]! |= 1 << (bit & 31);
      this.#next[word] = this.#heads[slot]!;
      this.#heads[slot] = word;
    }
    this.#starts[words.length] = at;
  }

  /** Calls `report` with each occurrence, overlapping ones too, in the order of their starts. `to` is exclusive. */
  scan(text: string, report: (word: number, from: number, to: number) => void): void {
    const letters = this.#letters;
    const pairs = this.#pairs;
    const singles = this.#single;
    let code = text.charCodeAt(0);
    for (let i = 0; i < text.length; i++) {
      const second = text.charCodeAt(i + 1);
      const single = singles[code]!;
      if (single > 0) report(single - 1, i, i + 1);
      if (i + 1 === text.length) return;
      const key = keyOf(code, second);
      code = second;
      const bit = bitOf(key);
      if ((pairs[bit >>> 5]! & (1 << (bit & 31))) === 0) continue;
      let word = this.#heads[this.#slot(key)]!;
      const third = text.charCodeAt(i + 2);
      for (; word >= 0; word = this.#next[word]!) {
        const start = this.#starts[word]!;
        const length = this.#starts[word + 1]! - start;
        if (length === 2 || (letters[start + 2] === third && this.#continues(text, i, start, length)))
          report(word, i, i + length);
      }
    }
  }

  #continues(text: string, at: number, start: number, length: number): boolean {
    if (at + length > text.length) return false;
    for (let i = 3; i < length; i++) if (text.charCodeAt(at + i) !== this.#letters[start + i]) return false;
    return true;
  }

  #slot(key: number): number {
    let slot = (Math.imul(key, 0x9e3779b1) >>> 15) & this.#mask;
    while (this.#keys[slot] !== key && this.#heads[slot]! >= 0) slot = (slot + 1) & this.#mask;
    return slot;
  }
}

/** Sixteen bits of a key. */
function bitOf(key: number): number {
  return Math.imul(key, 0x9e3779b1) >>> 16;
}

function keyOf(first: number, second: number): number {
  return (first << 16) | second;
}
