import { numberingOf } from './numbering.ts';
import type { ReadLine } from './read-piece.ts';

const HEADING = /^(?:目录|目次|contents|table of contents)$/;
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

/** Which lines belong to a table of contents: its heading, dotted lines with page numbers, links to headings, numbered lines that come again as headings. */
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
  const isUnderHeading = (line: ReadLine, i: number): boolean => {
    looked.add(i);
    if (isEntry(line)) return true;
    const { value } = line.normal;
    if (value.length > LONGEST || line.kind === 'row' || line.kind === 'heading') return false;
    return !/[。;]/.test(value) && isRepeated(line.entry);
  };
  for (let i = 0; i < lines.length; i++) {
    const heading = lines[i]!.isContentsHeading;
    if (!heading && !isEntry(lines[i]!)) continue;
    let end = heading ? i + 1 : i;
    const seen = new Set<string>();
    while (end < lines.length && (heading ? isUnderHeading(lines[end]!, end) : isEntry(lines[end]!))) {
      const { entry } = lines[end]!;
      // The first entry again: the text itself begins.
      if (seen.has(entry)) break;
      seen.add(entry);
      end++;
    }
    if (heading ? end > i + 1 || lines[i]!.kind === 'heading' : end - i >= 3)
      for (let j = i; j < end; j++) found.add(j);
    i = Math.max(i, end - 1);
  }
  return { found, looked, entries };
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
