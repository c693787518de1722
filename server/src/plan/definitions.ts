import type { ReadLine } from './read-piece.ts';

const TERM = /^[①-⑳] ?([^:。,;]{1,24}):/;

/** The term that a line explains, if it looks like an explanation. */
export function termOf(value: string): string | undefined {
  return TERM.exec(value)?.[1];
}

export interface Definitions {
  /** Lines that explain a word. */
  readonly found: ReadonlySet<number>;
  /** What lines look as if they explained it, used or not. */
  readonly terms: ReadonlySet<string>;
}

/** Explanations of words: footnotes, and `②双千计划：面向…` where the term stands elsewhere in the text. */
export function findDefinitions(lines: readonly ReadLine[]): Definitions {
  const found = new Set<number>();
  const candidates: { index: number; term: string }[] = [];
  lines.forEach(({ leaf, term }, index) => {
    if (leaf.footnote) found.add(index);
    else if (term !== undefined) candidates.push({ index, term });
  });
  const terms = new Set(candidates.map(({ term }) => term));
  if (candidates.length === 0) return { found, terms };
  const used = usedTerms(lines, terms);
  for (const { index, term } of candidates) if (used.has(term)) found.add(index);
  return { found, terms };
}

/** Terms that stand in a line that does not explain them; each line is looked through once. */
function usedTerms(lines: readonly ReadLine[], terms: ReadonlySet<string>): ReadonlySet<string> {
  const used = new Set<string>();
  const lengths = [...new Set([...terms].map((term) => term.length))];
  const begins = new Uint8Array(65536);
  for (const term of terms) begins[term.charCodeAt(0)] = 1;
  for (const { normal, term: own } of lines) {
    if (used.size === terms.size) break;
    const { value } = normal;
    for (let i = own ? own.length + 2 : 0; i < value.length; i++) {
      if (begins[value.charCodeAt(i)] === 0) continue;
      for (const length of lengths) {
        const word = value.slice(i, i + length);
        if (word !== own && terms.has(word)) used.add(word);
      }
    }
  }
  return used;
}
