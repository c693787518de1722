import type { Clause, NormalText, Sentence, Span } from './types.ts';

/** A stop after one of these ends no sentence. */
export const ABBREVIATION =
  /(?:^|[\s(])(?:no|nos|vol|fig|figs|eq|sec|ch|pp?|st|dr|mr|mrs|ms|prof|e\.g|i\.e|etc|vs|approx|ca|cf|ltd|inc|co|corp|dept|govt|est|rs|sq|max|min|viz|incl|u\.s|u\.k|u\.s\.a|e\.u|[a-z])$/;
/** Shorter parts between semicolons are one statement. */
const LONG_PART = 16;
/** A longer bracket is cut into clauses as well. */
const SHORT_BRACKET = 40;

/** What a bracket says that names who is responsible. */
const WHO = /^(?:牵头|责任|配合|主管|负责|落实|主办)(?:单位|部门):|(?:牵头|负责|配合)$/;

/** Sentences and clauses of one block. A sentence holds its end mark, a clause does not hold the mark behind it; neither is ever empty. */
export function sentencesOf({ value }: NormalText): Sentence[] {
  const closes = brackets(value);
  const sentences: Sentence[] = [];
  let from = 0;
  for (let i = 0; i < value.length; i++) {
    if (i + 1 < value.length && isPlain(value.charCodeAt(i))) continue;
    let ends = i + 1 >= value.length;
    if (closes[i]! > i && closes[i]! - i <= 200) {
      ends = WHO.test(value.slice(i + 1, closes[i]!)) && !',;。、:'.includes(value[closes[i]! + 1] ?? ' ');
      i = closes[i]!;
      if (i + 1 < value.length && !ends) continue;
    }
    if (!ends && i + 1 < value.length && !endsSentence(value, from, i)) continue;
    let to = i + 1;
    while (
      to < value.length &&
      (value[to] === ')' || value[to] === '》' || value[to] === '】' || '。!?'.includes(value[to]!)) &&
      value[i] !== ';'
    )
      to++;
    // …给予支持。(责任单位:省财政厅)鼓励…: who does it belongs to what stands before it.
    const close = closes[to] ?? -1;
    if (close > to && close - to <= 200 && WHO.test(value.slice(to + 1, close))) to = close + 1;
    addSentence(sentences, value, from, to, closes);
    from = to;
    i = to - 1;
  }
  return sentences;
}

/** A table row is one sentence, each cell a clause; cells are parted by `|` in the normalised text. A list beside its label is a sentence an item. */
export function rowSentence({ value }: NormalText): Sentence[] {
  if (value === '') return [];
  const items = LISTED.test(value) ? itemsOf(value) : [];
  if (items.length > 2) return items;
  const clauses: Clause[] = [];
  let from = 0;
  for (let i = 0; i <= value.length; i++) {
    if (i < value.length && value[i] !== '|') continue;
    addSpan(clauses, value, from, i);
    from = i + 1;
  }
  return [{ from: 0, to: value.length, clauses }];
}

/** | Strategies | (i) Establish hubs; (ii) Train researchers; and (iii) Fund firms |, and no third cell that speaks of them all. */
const LISTED = /^[^|;]{1,60}\| ?\((?:i|a|1)\) [^|]*$/;
const NEXT_ITEM = /; ?(?:and,? ?)?(?=\((?:[ivx]{1,5}|[a-z]|\d{1,2})\) )/g;

function itemsOf(value: string): Sentence[] {
  const marks = [...value.matchAll(NEXT_ITEM)].map(({ index, 0: mark }) => ({ from: index, to: index + mark.length }));
  const label = value.indexOf('|');
  const spans: Span[] = [];
  addSpan(spans, value, 0, label);
  let from = label + 1;
  for (const mark of [...marks, { from: value.length, to: value.length }]) {
    addSpan(spans, value, from, mark.from);
    from = mark.to;
  }
  return spans.map((span) => ({ ...span, clauses: [span] }));
}

function endsSentence(value: string, from: number, i: number): boolean {
  const c = value[i]!;
  if (c === '。' || c === '!' || c === '?') return true;
  if (c === ';')
    return (
      i - from >= LONG_PART || /^ ?(?:\(?[\d一二三四五六七八九十]{1,3}[).、]|[①-⑳])/.test(value.slice(i + 1, i + 7))
    );
  if (c !== '.' || value[i + 1] !== ' ')
    return c === '.' && isHanCharacter(value[i - 1]) && !/[\da-z]/.test(value[i + 1] ?? '');
  if (ABBREVIATION.test(value.slice(Math.max(from, i - 12), i))) return false;
  // `1. Talent`
  return !/^\s*\d{1,3}$/.test(value.slice(from, Math.min(i, from + 8)));
}

function isHanCharacter(c: string | undefined): boolean {
  return c !== undefined && c >= '\u3400' && c <= '\u9fff';
}

function addSentence(sentences: Sentence[], value: string, from: number, to: number, closes: Int32Array): void {
  while (from < to && value[from] === ' ') from++;
  while (to > from && value[to - 1] === ' ') to--;
  if (to <= from) return;
  const clauses: Clause[] = [];
  let start = from;
  for (let i = from; i < to; i++) {
    if (isPlain(value.charCodeAt(i))) continue;
    if (closes[i]! > i && closes[i]! < to && closes[i]! - i <= SHORT_BRACKET) {
      i = closes[i]!;
      continue;
    }
    const c = value[i]!;
    const mark =
      c === '。' ||
      c === '!' ||
      c === '?' ||
      ((c === ',' || c === ':') && !(isBetweenDigits(value, i) && (c === ':' || isThousands(value, i)))) ||
      c === ';' ||
      (c === '.' && i === to - 1);
    if (!mark) continue;
    addSpan(clauses, value, start, i);
    start = i + 1;
  }
  addSpan(clauses, value, start, to);
  if (clauses.length === 0) addSpan(clauses, value, from, to);
  sentences.push({ from, to, clauses });
}

function addSpan(spans: Span[], value: string, from: number, to: number): void {
  while (from < to && value[from] === ' ') from++;
  while (to > from && value[to - 1] === ' ') to--;
  if (to > from) spans.push({ from, to });
}

/** 1,000 but not 2025,2030. */
function isThousands(value: string, comma: number): boolean {
  return (
    /^\d{3}(?!\d)/.test(value.slice(comma + 1, comma + 5)) &&
    /(?:^|\D)\d{1,3}$/.test(value.slice(Math.max(0, comma - 4), comma))
  );
}

function isBetweenDigits(value: string, at: number): boolean {
  return isDigit(value[at - 1]) && isDigit(value[at + 1]);
}

/** No mark that ends anything and no bracket: a letter, a Han character, a dash. */
function isPlain(code: number): boolean {
  return (code >= 0x3012 && code !== 0x3014 && code !== 0x3015) || (code >= 97 && code < 0x3000);
}

function isDigit(c: string | undefined): boolean {
  return c !== undefined && c >= '0' && c <= '9';
}

const OPENING = '(《〔【[';
const CLOSING = ')》〕】]';
const BRACKET = /[(《〔【[]/;
const NONE = new Int32Array(0);

/** For every opening bracket the place of its closing one; -1 elsewhere. Empty where there are none. */
function brackets(value: string): Int32Array {
  if (!BRACKET.test(value)) return NONE;
  const closes = new Int32Array(value.length).fill(-1);
  const open: number[] = [];
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (isPlain(code)) continue;
    const c = value[i]!;
    if (OPENING.includes(c)) open.push(i);
    else if (open.length > 0) {
      const which = CLOSING.indexOf(c);
      if (which >= 0 && value[open[open.length - 1]!] === OPENING[which]) closes[open.pop()!] = i;
    }
  }
  return closes;
}
