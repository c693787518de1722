import { ABBREVIATION } from './sentences.ts';

/** The first sentence of a line, or its label. */
export interface Statement {
  /** Before its mark. */
  readonly to: number;
  /** Behind its mark and a space. */
  readonly end: number;
  readonly mark: string;
}

/** The first sentence, or label before a colon, outside brackets; undefined when none ends within `limit` and a little. */
export function firstStatement(value: string, from: number, limit: number): Statement | undefined {
  let depth = 0;
  for (let i = from; i < value.length && i < from + limit + 40; i++) {
    const c = value[i]!;
    if (c === '(' || c === '《') depth++;
    else if (c === ')' || c === '》') depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    const latinStop =
      c === '.' &&
      (i + 1 >= value.length ||
        (value[i + 1] === ' ' && i - from > 3 && !ABBREVIATION.test(value.slice(Math.max(from, i - 12), i))));
    if ('。!?;:'.includes(c) || latinStop) {
      if (c === ':' && /\d/.test(value[i - 1] ?? '') && /\d/.test(value[i + 1] ?? '')) continue;
      return { to: i, end: value[i + 1] === ' ' ? i + 2 : i + 1, mark: c };
    }
  }
  return undefined;
}
