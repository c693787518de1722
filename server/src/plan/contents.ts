import { numberingOf } from './numbering.ts';
import type { ReadLine } from './read-piece.ts';

const HEADING = /^(?:(?:[\u3400-\u9fff]{0,6}(?:专栏|图表))?目录|目次|contents|table of contents)$/;
const LEADERS = /(?:[.…·_—]{3,}|\t) ?\d{0,4}$|(?:\.{3,}|…{1,})\(?\d{1,4}\)?$/;
/** Of an entry. */
const LONGEST = 80;
const PAGE = /[ .…·]*\d{1,4}$/;

/** Tables of contents, and what decided what belongs to them. */
export interface Contents {
  /** Lines of one. */
  readonly found: ReadonlySet<number>;
  /** Lines under its heading that were looked at, those behind its last one too. */
  readonly looked: ReadonlySet<number>;
  /** What was asked whether it comes again. */
  readonly entries: ReadonlySet<string>;
}

/**
 * Which lines belong to a table of contents: under its heading all short lines up to where the text begins, that is where the first entry comes again;
 * without a heading three dotted lines with page numbers, or three links to headings.
 */
export function findContents(lines: readonly ReadLine[]): Contents {
  const found = new Set<number>();
  const looked = new Set<number>();
  const entries = new Set<string>();
  let counts: ReadonlyMap<string, number> | undefined;
  const isRepeated = (entry: string) => {
    counts ??= countsOf(lines);
    entries.add(entry);
    return (counts.get(entry) ?? 0) > 1;
  };
  const isKnown = (line: ReadLine) => isEntry(line) || isRepeated(line.entry);
  const seen = new Set<string>();
  for (let i = 0; i < lines.length; i++) {
    const heading = lines[i]!.isContentsHeading;
    if (!heading && !isEntry(lines[i]!)) continue;
    const end = heading ? endUnderHeading(lines, i, isKnown, looked, seen) : endOfEntries(lines, i);
    if (heading ? end > i + 1 || lines[i]!.kind === 'heading' : end - i >= LEAST)
      for (let j = i; j < end; j++) found.add(j);
    i = Math.max(i, end - 1);
  }
  return { found, looked, entries };
}

/** Without a heading, fewer are no table of contents. */
const LEAST = 3;

function endOfEntries(lines: readonly ReadLine[], from: number): number {
  let end = from;
  while (end < lines.length && isEntry(lines[end]!)) end++;
  return end;
}

/** Behind the last entry under the heading at `at`. `seen`: entries of the tables before it, and now of this one. */
function endUnderHeading(
  lines: readonly ReadLine[],
  at: number,
  isKnown: (line: ReadLine) => boolean,
  looked: Set<number>,
  seen: Set<string>,
): number {
  const first = lines.findIndex((line, i) => i > at && line.numbering !== undefined);
  let end = at + 1;
  for (let i = at + 1; i < lines.length; i++) {
    looked.add(i);
    const line = lines[i]!;
    const isEnd = !isEntry(line) && (isLong(line) || line.isContentsHeading);
    // The first entry again: the text itself begins.
    if (isEnd || (!line.hasLeaders && (seen.has(line.entry) || (i > first && isSameEntry(line, lines[first])))))
      return isEnd ? end : i;
    seen.add(line.entry);
    const last = end > at + 1 ? pageOf(lines[end - 1]!) : undefined;
    if (isKnown(line) || (last !== undefined && (pageOf(line) ?? 0) >= last)) end = i + 1;
  }
  return end;
}

/** The number that an entry ends with. */
function pageOf({ normal: { value } }: ReadLine): number | undefined {
  const page = /\d{1,4}$/.exec(value)?.[0];
  return page === undefined ? undefined : Number(page);
}

/** What is a sentence, a row or a heading of Markdown is no entry. */
function isLong({ normal: { value }, kind }: ReadLine): boolean {
  return value.length > LONGEST || kind === 'row' || kind === 'heading' || /[。;]/.test(value);
}

/** 第一篇 聚焦走在前, as the text has it in two lines: the same number, and one begins like the other. */
function isSameEntry(one: ReadLine, other: ReadLine | undefined): boolean {
  const [a, b] = [one.numbering, other?.numbering];
  if (!a || !b || a.style !== b.style || a.value !== b.value) return false;
  return one.entry.startsWith(other!.entry) || other!.entry.startsWith(one.entry);
}

/** Dots up to a page number, or a link to a heading. */
export function isEntry({ kind, leaf, hasLeaders, normal }: ReadLine): boolean {
  return normal.value.length <= LONGEST && kind !== 'row' && (leaf.anchors === true || hasLeaders);
}

function countsOf(lines: readonly ReadLine[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { entry } of lines) counts.set(entry, (counts.get(entry) ?? 0) + 1);
  return counts;
}

export function isContentsHeading(value: string): boolean {
  return value.length <= 40 && HEADING.test(value.replace(/ /g, ''));
}

/** Dots up to a page number. */
export function hasLeaders(value: string): boolean {
  return value.length <= LONGEST && LEADERS.test(value);
}

/** A line without list number and page number, so that an entry equals its heading. */
export function entryOf(value: string): string {
  const numbering = numberingOf(value);
  const words = value.slice(numbering?.length ?? 0).replace(PAGE, '');
  return words === '' ? value : words;
}
