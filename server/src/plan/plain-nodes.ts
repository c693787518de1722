import type { Heading, List, Paragraph, PhrasingContent, Text } from 'mdast';
import type { Span } from './types.ts';

/** Nodes of what is so plain that it needs no parser: as remark-parse would make them, but that lines and columns are not told. Offsets count from the start of `source`. */

/** A paragraph without marks: white space at the ends of lines is not part of its text, that behind it part of the paragraph. */
export function plainParagraph(source: string): Paragraph {
  const { from, to } = trimmed(source);
  const slice = source.slice(from, to);
  const value = LINE_EDGE.test(slice) ? slice.replace(/[ \t]*(\r\n|\r|\n)[ \t]*/g, '$1') : slice;
  return paragraph([textNode(value, from, to)], from, source.length);
}

/** `## 总体要求` without marks. */
export function plainHeading(source: string): Heading {
  let depth = 0;
  while (source.charCodeAt(depth) === 35) depth++;
  let from = depth;
  while (isSpace(source.charCodeAt(from))) from++;
  return {
    type: 'heading',
    depth: depth as Heading['depth'],
    children: [textNode(source.slice(from), from, source.length)],
    position: { start: at(0), end: at(source.length) },
  };
}

/** A paragraph without other marks than bold words, as `isBold` found it. */
export function boldParagraph(source: string): Paragraph {
  const { from, to } = trimmed(source);
  return paragraph(inline(source, from, to), from, source.length);
}

/** Whether all stars of a paragraph without other marks are pairs around words, one after the other. */
export function isBold(source: string): boolean {
  return runsOf(source, 0, source.length) !== undefined && !LINE_EDGE.test(source.trim());
}

/** Lines that are items of one list without other marks than bold words, as `isList` found them. */
export function plainList(source: string): List {
  const items = itemsOf(source);
  const { number, to } = { number: items[0]!.number, to: items[items.length - 1]!.to };
  return {
    type: 'list',
    ordered: number !== undefined,
    start: number ?? null,
    spread: false,
    children: items.map(({ start, from, to: end }) => ({
      type: 'listItem',
      spread: false,
      checked: null,
      children: [paragraph(inline(source, from, end), from, end)],
      position: { start: at(start), end: at(end) },
    })),
    position: { start: at(0), end: at(to) },
  };
}

/**
 * Whether every line is an item of one list, with one space behind its marker and none at its end.
 * `isWords`: whether the words of an item start no other block and have no other marks than stars.
 */
export function isList(source: string, isWords: (words: string) => boolean): boolean {
  if (!ITEM.test(source)) return false;
  const items = itemsOf(source);
  const [{ marker } = { marker: '' }] = items;
  return items.every(({ from, to, marker: own }) => {
    const words = source.slice(from, to);
    if (own !== marker || words.trim() !== words || words === '' || !isWords(words)) return false;
    return !words.includes('*') || runsOf(source, from, to) !== undefined;
  });
}

interface Item {
  /** Of the line. */
  readonly start: number;
  /** Of the words. */
  readonly from: number;
  readonly to: number;
  /** What tells one list from another: `-`, `.`, `)`; empty where there is none. */
  readonly marker: string;
  readonly number: number | undefined;
}

function itemsOf(source: string): Item[] {
  return linesIn(source).map(({ from: start, to }) => {
    const head = ITEM.exec(source.slice(start, Math.min(to, start + 12)));
    const number = head?.[1] ? Number.parseInt(head[1], 10) : undefined;
    return { start, from: start + (head?.[0].length ?? 0), to, marker: head?.[2] ?? head?.[3] ?? '', number };
  });
}

/** Lines without their ends; what stands behind the last end is one only if it is not empty. */
export function linesIn(source: string): Span[] {
  const lines: Span[] = [];
  for (let from = 0; from < source.length; ) {
    let to = from;
    while (to < source.length && source.charCodeAt(to) !== 10 && source.charCodeAt(to) !== 13) to++;
    lines.push({ from, to });
    from = to + (source.charCodeAt(to) === 13 && source.charCodeAt(to + 1) === 10 ? 2 : 1);
  }
  return lines;
}

const ITEM = /^(?:(\d{1,9})([.)])|([-+*])) /;

/** Words, and bold words between them. */
export function inline(source: string, from: number, to: number): PhrasingContent[] {
  const children: PhrasingContent[] = [];
  const runs = runsOf(source, from, to) ?? [];
  let last = from;
  for (let i = 0; i + 1 < runs.length; i += 2) {
    const [open, close] = [runs[i]!, runs[i + 1]!];
    if (open > last) children.push(textNode(source.slice(last, open), last, open));
    last = close + 2;
    children.push({
      type: 'strong',
      children: [textNode(source.slice(open + 2, close), open + 2, close)],
      position: { start: at(open), end: at(last) },
    });
  }
  if (to > last) children.push(textNode(source.slice(last, to), last, to));
  return children;
}

/**
 * Where each `**` stands, opening and closing ones in turn; undefined where there is none, or a star stands otherwise.
 * What may open and close: CommonMark's left- and right-flanking delimiter runs.
 */
export function runsOf(source: string, from: number, to: number): readonly number[] | undefined {
  const runs: number[] = [];
  for (let i = source.indexOf('*', from); i >= 0 && i < to; i = source.indexOf('*', i + 2)) {
    if (source.charCodeAt(i + 1) !== STAR || source.charCodeAt(i + 2) === STAR || i + 2 > to) return undefined;
    const before = i === from ? 'space' : kindOf(source.charCodeAt(i - 1));
    const after = i + 2 === to ? 'space' : kindOf(source.charCodeAt(i + 2));
    const isOpening = runs.length % 2 === 0;
    const [outside, inside] = isOpening ? [before, after] : [after, before];
    if (inside === 'space' || (inside === 'mark' && outside === 'other')) return undefined;
    runs.push(i);
  }
  return runs.length > 0 && runs.length % 2 === 0 ? runs : undefined;
}

const STAR = 42;
const MARK = /[\p{P}\p{S}]/u;

/** The ends of the text count as white space. */
function kindOf(code: number): 'space' | 'mark' | 'other' {
  if (Number.isNaN(code)) return 'space';
  const character = String.fromCharCode(code);
  if (/\s/.test(character)) return 'space';
  return MARK.test(character) ? 'mark' : 'other';
}

const LINE_EDGE = /[ \t][\n\r]|[\n\r][ \t]/;

function trimmed(source: string): { from: number; to: number } {
  let from = 0;
  while (from < source.length && isSpace(source.charCodeAt(from))) from++;
  let to = source.length;
  while (to > from && isSpace(source.charCodeAt(to - 1))) to--;
  return { from, to };
}

function paragraph(children: PhrasingContent[], from: number, to: number): Paragraph {
  return { type: 'paragraph', children, position: { start: at(from), end: at(to) } };
}

function textNode(value: string, from: number, to: number): Text {
  return { type: 'text', value, position: { start: at(from), end: at(to) } };
}

export function at(offset: number): { line: number; column: number; offset: number } {
  return { line: 1, column: 1, offset };
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9;
}
