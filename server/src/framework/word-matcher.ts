/** Finds many words at once (Aho and Corasick, 1975): linear in the text, whatever the words are. */
export class WordMatcher {
  /** Transition table, open addressing: the key is a node and a code unit, the value the next node. */
  readonly #nodes: Int32Array;
  readonly #codes: Uint16Array;
  readonly #next: Int32Array;
  readonly #mask: number;
  readonly #fail: Int32Array;
  /** Nearest node on the way of failures, itself included, at which a word ends; 0 = none. */
  readonly #ending: Int32Array;
  /** Word that ends at a node; -1 = none. */
  readonly #word: Int32Array;
  readonly #lengths: Int32Array;

  /** `words`: not empty, no two alike; a word's index is its number. */
  constructor(words: readonly string[]) {
    const children: Map<number, number>[] = [new Map()];
    const wordAt: number[] = [-1];
    words.forEach((word, index) => {
      let node = 0;
      for (let i = 0; i < word.length; i++) {
        const code = word.charCodeAt(i);
        let next = children[node]!.get(code);
        if (next === undefined) {
          next = children.length;
          children.push(new Map());
          wordAt.push(-1);
          children[node]!.set(code, next);
        }
        node = next;
      }
      wordAt[node] = index;
    });
    let size = 16;
    while (size < children.length * 2) size *= 2;
    this.#mask = size - 1;
    this.#nodes = new Int32Array(size).fill(-1);
    this.#codes = new Uint16Array(size);
    this.#next = new Int32Array(size);
    children.forEach((map, node) => {
      for (const [code, next] of map) this.#put(node, code, next);
    });
    this.#word = Int32Array.from(wordAt);
    this.#lengths = Int32Array.from(words, (word) => word.length);
    this.#fail = new Int32Array(children.length);
    this.#ending = new Int32Array(children.length);
    const queue = [...children[0]!.values()];
    for (const node of queue) if (wordAt[node]! >= 0) this.#ending[node] = node;
    for (let at = 0; at < queue.length; at++) {
      const node = queue[at]!;
      for (const [code, child] of children[node]!) {
        let fallback = this.#fail[node]!;
        while (fallback !== 0 && this.#get(fallback, code) < 0) fallback = this.#fail[fallback]!;
        const target = this.#get(fallback, code);
        this.#fail[child] = target >= 0 && target !== child ? target : 0;
        this.#ending[child] = wordAt[child]! >= 0 ? child : this.#ending[this.#fail[child]!]!;
        queue.push(child);
      }
    }
  }

  /** Calls `report` with each occurrence, overlapping ones too, in the order of their ends. `to` is exclusive. */
  scan(text: string, report: (word: number, from: number, to: number) => void): void {
    let node = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      let next = this.#get(node, code);
      while (next < 0 && node !== 0) {
        node = this.#fail[node]!;
        next = this.#get(node, code);
      }
      node = Math.max(next, 0);
      for (let end = this.#ending[node]!; end !== 0; end = this.#ending[this.#fail[end]!]!) {
        const word = this.#word[end]!;
        report(word, i + 1 - this.#lengths[word]!, i + 1);
      }
    }
  }

  #slot(node: number, code: number): number {
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b)) & this.#mask;
    while (this.#nodes[slot]! >= 0 && (this.#nodes[slot] !== node || this.#codes[slot] !== code))
      slot = (slot + 1) & this.#mask;
    return slot;
  }

  #put(node: number, code: number, next: number): void {
    const slot = this.#slot(node, code);
    this.#nodes[slot] = node;
    this.#codes[slot] = code;
    this.#next[slot] = next;
  }

  #get(node: number, code: number): number {
    const slot = this.#slot(node, code);
    return this.#nodes[slot]! < 0 ? -1 : this.#next[slot]!;
  }
}
