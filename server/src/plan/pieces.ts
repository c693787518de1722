import { isAllHtml, openTables } from './html-tags.ts';
import { afterBlank, afterLine, CLOSED, hasOpen, isClosed } from './open-blocks.ts';
import { isBold, isList } from './plain-nodes.ts';
import { isPlainTable } from './plain-table.ts';

/** How a stretch of Markdown is to be read. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /**
   * `plain`: one paragraph without any mark, whose node can be built directly.
   * `heading`: one line `## 总体要求` without any mark in its words; likewise.
   * `bold`: one paragraph without any mark but bold words; likewise.
   * `cited`: one paragraph without any mark but bold words and citations in brackets; likewise, unless a bracket refers to a definition.
   * `list`: lines that are items of one list, without any mark but bold words; likewise.
   * `table`: a table without any mark but its bars and bold words; likewise.
   * `marked`: needs the Markdown parser.
   * `monstrous`: so marked that the parser would take quadratic time; its lines are read as plain text, nothing is lost.
   */
  readonly kind: 'plain' | 'heading' | 'bold' | 'cited' | 'list' | 'table' | 'marked' | 'monstrous';
}

/** Anything that could be a mark inside a line, an address, or a hard break. */
const MARK = /[*_`[\]<\\~|@\0]|&#?[a-z\d]{1,32};|:\/\/|www\.| {2}(?:\r\n|\r|\n)/i;
const MARK_BUT_STARS = new RegExp(MARK.source.replace('*', ''), 'i');
const MARK_BUT_BARS = new RegExp(MARK_BUT_STARS.source.replace('|@', '@'), 'i');
/** `[@key]`, `[@key; @other]`: brackets that nothing around makes a link, and no @ that could belong to an address. */
const CITATION = /(?<![!\]])\[@[a-z\d][a-z\d-]*(?:; ?@[a-z\d][a-z\d-]*)*\](?![([:])/gi;
/** Anything that could start a block, at the start of a line. */
const OPENER = /(?:^|[\n\r])[ \t]*(?:[#>+=:-]|\d{1,9}[.)](?:[ \t\n\r]|$))/;
/** `#` to `######`, words, nothing behind them: a closing row of # or a space belongs to the parser. */
const HEADING = /^#{1,6}[ \t]+[^\s#](?:[^\n\r]*[^\s#])?$/;
const ANY_HEADING = /^ {0,3}#{1,6}(?:[ \t]|$)/;
const INDENTED = /^[ \t]/;
const LIST_OR_INDENTED = /^(?:[ \t]|[-+*>]|\d{1,9}[.)]|\[\^)/;

interface Chunk {
  readonly start: number;
  readonly end: number;
  /** Inside a fence or a comment that was opened before it or stays open behind it. */
  readonly fenced: boolean;
  /** Where the text goes on behind it. */
  readonly next: number;
}

/** Cuts text at blank lines where no list, fence, comment or HTML table goes on. Pieces are in order; only blank lines stand between them. */
export function piecesOf(text: string, start: number): Piece[] {
  const pieces: Piece[] = [];
  for (let at = start; ; ) {
    const piece = nextPiece(text, at);
    if (!piece) return pieces;
    pieces.push(piece);
    at = piece.end;
  }
}

/**
 * The first piece behind `from`, where the text begins or a piece ends. Depends on nothing before it, and on nothing behind the first stretch
 * between blank lines of the piece that follows.
 */
export function nextPiece(text: string, from: number): Piece | undefined {
  let run: Piece | undefined;
  let tables = 0;
  for (let chunk = nextChunk(text, from); chunk; chunk = nextChunk(text, chunk.next)) {
    const { start, end, fenced } = chunk;
    const slice = text.slice(start, end);
    // Rows are read with their header; a table that nothing ends goes no further than the next heading.
    if (run && tables > 0 && end - run.start < LONGEST_HTML && !ANY_HEADING.test(slice) && !isMonstrous(slice)) {
      tables = openTables(slice, tables);
      run = { ...run, end };
      continue;
    }
    const isParagraph = !fenced && !OPENER.test(slice) && (run === undefined || !INDENTED.test(slice));
    if (isParagraph && !MARK.test(slice)) return run ?? { start, end, kind: 'plain' };
    if (isParagraph && !MARK_BUT_STARS.test(slice) && isBold(slice)) return run ?? { start, end, kind: 'bold' };
    if (isParagraph && isCited(slice)) return run ?? { start, end, kind: 'cited' };
    if (!fenced && run === undefined && isList(slice, isWords) && !goesOn(text, chunk.next))
      return { start, end, kind: 'list' };
    if (!fenced && isPlainTable(slice, hasMarkInTable)) return run ?? { start, end, kind: 'table' };
    if (!fenced && HEADING.test(slice) && !MARK.test(slice)) return run ?? { start, end, kind: 'heading' };
    if (!fenced && isMonstrous(slice)) return run ?? { start, end, kind: 'monstrous' };
    // Small pieces are parsed together: a call of the parser has its price.
    const length = run ? run.end - run.start : 0;
    // A list cut in two is still read item by item; only its depth must not be cut.
    if (length > ENOUGH && !fenced && !(length > TOO_LONG ? INDENTED : LIST_OR_INDENTED).test(slice)) return run;
    run = { start: run?.start ?? start, end, kind: 'marked' };
    tables = fenced ? 0 : openTables(slice, 0);
  }
  return run;
}

/** Citations and bold words, no other mark. */
function isCited(words: string): boolean {
  if (!words.includes('[@') || MARK_BUT_STARS.test(words.replace(CITATION, '注'))) return false;
  return !words.includes('*') || isBold(words);
}

function hasMarkInTable(words: string): boolean {
  return MARK_BUT_BARS.test(words);
}

function isWords(words: string): boolean {
  return !MARK_BUT_STARS.test(words) && !OPENER.test(words);
}

/** Whether a list before `at` may go on there, behind a blank line. */
function goesOn(text: string, at: number): boolean {
  const next = nextChunk(text, at);
  return next !== undefined && LIST_OR_INDENTED.test(text.slice(next.start, next.start + 12));
}

/** A stretch between blank lines, or over those inside a fence or a comment; an endless one is cut at a list's item. */
function nextChunk(text: string, from: number): Chunk | undefined {
  let start = -1;
  let last = from;
  let fenced = false;
  let states = CLOSED;
  let at = from;
  while (at < text.length) {
    const end = lineEnd(text, at);
    const next = text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
    if (isBlank(text, at, end)) {
      states = afterBlank(states);
      if (start >= 0 && isClosed(states)) break;
    } else {
      if (start < 0) start = at;
      else if (at - start > TOO_LONG && isClosed(states) && MARKER.test(text.slice(at, at + 12))) break;
      last = end;
      const wasOpen = hasOpen(states);
      states = afterLine(states, text.slice(at, end));
      if (wasOpen || hasOpen(states)) fenced = true;
    }
    at = next;
  }
  return start < 0 ? undefined : { start, end: last, fenced, next: at };
}

function lineEnd(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) return i;
  }
  return text.length;
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code !== 32 && code !== 9) return false;
  }
  return true;
}

const ENOUGH = 500;
const TOO_LONG = 50_000;
const LONGEST_TABLE = 200_000;
/** Of a table that goes on over blank lines. */
const LONGEST_HTML = 50_000;
const MARKER = /^(?:[-+*]|\d{1,9}[.)])[ \t]/;
const MOST_DELIMITERS = 400;
const MOST_BRACKETS = 800;
const MOST_UNDERLINES = 200;
const DEEPEST = 120;

/** The parser is quadratic in unmatched emphasis and code marks, in underlined headings without blank lines, and in the depth of lists and quotes. */
function isMonstrous(chunk: string): boolean {
  if (chunk.length < 400 || isAllHtml(chunk)) return false;
  if (chunk.length > LONGEST_TABLE && chunk.includes('|')) return true;
  let delimiters = 0;
  let opened = 0;
  let before = 0;
  const ticks = new Set<number>();
  let tickRun = 0;
  for (let i = 0; i <= chunk.length; i++) {
    const code = chunk.charCodeAt(i);
    if ((code === 42 || code === 95 || code === 126) && before !== code) delimiters++;
    if (code === 91) opened++;
    if (code === 96) tickRun++;
    else if (tickRun > 0) {
      ticks.add(tickRun);
      tickRun = 0;
    }
    before = code;
  }
  if (delimiters > MOST_DELIMITERS || opened > MOST_BRACKETS || ticks.size > 60) return !isTable(chunk);
  let underlines = 0;
  for (const line of chunk.split(/\r\n|\r|\n/)) {
    if (/^[ \t]*[=-]+[ \t]*$/.test(line)) underlines++;
    const head = /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*/.exec(line.slice(0, 4000))![0];
    if (head.length > DEEPEST) return true;
  }
  return underlines > MOST_UNDERLINES;
}

/** Each cell is parsed for itself. */
function isTable(chunk: string): boolean {
  return (
    /^[^\n\r]*\|[^\n\r]*(?:\r\n|\r|\n)[ \t|:-]+(?:[\n\r]|$)/.test(chunk) ||
    /^[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]/.test(chunk)
  );
}
