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
    const most = words.reduce((sum, word) => sum + word.length, 1);
    let size = 16;
    while (size < most * 2) size *= 2;
    this.#mask = size - 1;
    this.#nodes = new Int32Array(size).fill(-1);
    this.#codes = new Uint16Array(size);
    this.#next = new Int32Array(size);
    // Nodes are numbered as they are made: a parent comes before its children. The root's fields are not used.
    const parent = new Int32Array(most);
    const code = new Uint16Array(most);
    const depth = new Uint16Array(most);
    const word = new Int32Array(most).fill(-1);
    let count = 1;
    words.forEach((text, index) => {
      let node = 0;
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        let next = this.#get(node, unit);
        if (next < 0) {
          next = count++;
          parent[next] = node;
          code[next] = unit;
          depth[next] = i + 1;
          this.#put(node, unit, next);
        }
        node = next;
      }
      word[node] = index;
    });
    this.#word = word.slice(0, count);
    this.#lengths = Int32Array.from(words, (text) => text.length);
    this.#fail = new Int32Array(count);
    this.#ending = new Int32Array(count);
    for (const node of byDepth(depth.subarray(0, count))) {
      const from = parent[node]!;
      const unit = code[node]!;
      if (from !== 0) {
        let fallback = this.#fail[from]!;
        while (fallback !== 0 && this.#get(fallback, unit) < 0) fallback = this.#fail[fallback]!;
        this.#fail[node] = Math.max(this.#get(fallback, unit), 0);
      }
      this.#ending[node] = word[node]! >= 0 ? node : this.#ending[this.#fail[node]!]!;
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

/** Nodes without the root, the shallow ones first: what a node falls back to is nearer to the root. */
function byDepth(depths: Uint16Array): Int32Array {
  const starts: number[] = [];
  for (const depth of depths) starts[depth + 1] = (starts[depth + 1] ?? 0) + 1;
  for (let i = 0; i < starts.length; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
  const order = new Int32Array(depths.length);
  for (let node = 0; node < depths.length; node++) order[starts[depths[node]!]!++] = node;
  return order.subarray(1);
}
