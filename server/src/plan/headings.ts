import type { Line } from './lines.ts';
import { indexIn } from './normal-text.ts';
import { type FoundNumbering, type NumberingStyle, numberingOf } from './numbering.ts';
import type { ReadLine } from './read-piece.ts';
import { isKindHeading } from './section-kinds.ts';
import type { HeadingForm } from './types.ts';

/** A heading as found in one line; indices into the line's normalised text. */
export interface HeadingGuess {
  readonly form: HeadingForm;
  readonly numbering?: FoundNumbering & { readonly inMarker: boolean };
  /** The words, without numbering, 。 and ： */
  readonly from: number;
  readonly to: number;
  /** Behind the heading sentence with its mark; the line's length when the heading is the whole line. */
  readonly end: number;
  /** Of a Markdown heading. */
  readonly depth?: number;
  /** 专栏: a box, whose own numbering starts at 一 and which ends without a sign. */
  readonly box?: true;
}

/** Which lines are headings, or start with one. `inert` lines never are. */
export function findHeadings(lines: readonly ReadLine[], inert: ReadonlySet<number>): (HeadingGuess | undefined)[] {
  const guesses = lines.map((line, i) => (inert.has(i) ? undefined : line.guess));
  dropEnumerations(lines, guesses);
  addPlainHeadings(lines, guesses, inert);
  addUnnumberedRunIns(lines, guesses, inert);
  return guesses;
}

/** Styles that number the items of a sentence as often as they number headings. */
const WEAK: readonly NumberingStyle[] = ['arabic', 'arabic-paren', 'circled', 'letter', 'roman'];

/** Labels before a colon that are no headings. */
const LABEL =
  /^(?:牵头|责任|配合|承办|主办|协办|支持|参与)?(?:单位|部门|领导)|^(?:发布|成文|实施|公布|发文|印发|更新|检索|抓取|来源|原文|文件|文种|文号|分类|名称|主题|索引|关键|标签|有效|失效|作者|联系|电话|邮箱|地址|注|说明|备注|附件|附)[^,。]{0,6}$|^(?:owner|lead|led by|responsible|source|date|author|published|note|contact|status|version|tags?)\b/;

/** 附件2:重点项目表; a list of what is attached (附件:1.…) is none. */
const ANNEX_LINE =
  /^附[件表录图](?:\d{1,2}|[一二三四五六七八九十])[:.、]?[^。;:,\d][^。;:,]{1,36}$|^(?:annex|appendix)(?: (?:\d{1,2}|[a-z]|[ivx]{1,4}))?(?:[:.—–-] ?[^.;]{1,60})?$/;

/** What a line looks like by itself. */
export function guessHeading(line: Line): HeadingGuess | undefined {
  const { leaf, normal } = line;
  const { value } = normal;
  if (value === '' || line.kind === 'row' || line.kind === 'quote' || leaf.footnote || leaf.nesting > 1)
    return undefined;
  const markdown = line.kind === 'heading';
  const numbering = numberingOfLine(line, markdown);
  const from = numbering && !numbering.inMarker ? numbering.length : 0;
  const limit = /[\u3400-\u9fff]/.test(value) ? 40 : 90;
  const base = { ...(numbering ? { numbering } : {}), from, ...(markdown ? { depth: leaf.depth! } : {}) };
  const first = firstStatement(value, from, limit);
  if (markdown) return markdownHeading(line, base, first, limit);
  if (/^专栏\d{0,2}/.test(value) && value.length <= limit && !/[。;]/.test(value))
    return {
      ...base,
      form: 'paragraph',
      box: true,
      from: /^专栏\d{0,2}[:.、]?/.exec(value)![0].length,
      to: value.length,
      end: value.length,
    };
  const bold = boldEnd(line);
  if (numbering) return numberedHeading(line, { ...base, numbering }, first, limit, bold);
  if (leaf.kind !== 'item' && (isKindHeading(value) || (value.length <= limit && ANNEX_LINE.test(value))))
    return {
      ...base,
      form: bold >= value.length ? 'bold' : 'paragraph',
      to: value.replace(/:$/, '').length,
      end: value.length,
    };
  if (bold === 0) return undefined;
  const label = value.slice(0, bold).replace(/[:。.]$/, '');
  if (label === '' || label.length > limit || /[。;!?]/.test(label) || LABEL.test(label)) return undefined;
  if (bold >= value.length)
    return leaf.kind === 'item' ? undefined : { ...base, form: 'bold', to: label.length, end: value.length };
  // **label**：text, or **label。** text
  const mark =
    value[bold] === ':' || value[bold] === '。' || value[bold] === '.' ? bold + 1 : label.length < bold ? bold : 0;
  return mark > 0 && mark < value.length ? { ...base, form: 'run-in', to: label.length, end: mark } : undefined;
}

type Base = Pick<HeadingGuess, 'from' | 'depth' | 'numbering'>;

function markdownHeading(
  line: Line,
  base: Base,
  first: Statement | undefined,
  limit: number,
): HeadingGuess | undefined {
  const { value } = line.normal;
  if (value.length > limit && first && first.end < value.length && first.to - base.from <= limit && first.mark !== ';')
    return { ...base, form: 'run-in', to: first.to, end: first.end };
  const words = value.replace(/[:。.]$/, '').length;
  // A paragraph with a line of --- under it.
  if (value.length > limit && /[。;]/.test(value)) return undefined;
  return { ...base, form: 'markdown', to: Math.max(words, base.from), end: value.length };
}

function numberedHeading(
  line: Line,
  base: Base & { numbering: FoundNumbering },
  first: Statement | undefined,
  limit: number,
  bold: number,
): HeadingGuess | undefined {
  const { value } = line.normal;
  const { from, numbering } = base;
  const rest = value.length - from;
  if (rest <= 0) return undefined;
  if (!first || (first.end >= value.length && first.mark === ':')) {
    if (rest > limit || /[,;、]$/.test(value) || /[;。]/.test(value.slice(from))) return undefined;
    // 第一条 设立产业基金: an article's title; a sentence of a law that a line breaks goes on behind a comma.
    if (numbering.style === 'article' && (value.includes(',') || rest > LONGEST_ARTICLE)) return undefined;
    return {
      ...base,
      form: bold >= value.length ? 'bold' : 'paragraph',
      to: first?.to ?? value.length,
      end: value.length,
    };
  }
  const words = value.slice(from, first.to).replace(/\([^()]*\)/g, '').length;
  if (words <= 0 || first.mark === ';') return undefined;
  if (
    first.mark === ':' &&
    (words > 20 || LABEL.test(value.slice(from, first.to)) || /[,]/.test(value.slice(from, first.to)))
  )
    return undefined;
  if (first.end < value.length) {
    if (words > (limit === 40 ? 32 : 70)) return undefined;
    return { ...base, form: 'run-in', to: first.to, end: first.end };
  }
  // One short sentence and nothing behind it: a heading written with a full stop, unless it states something.
  const statement = value.slice(from, first.to);
  if (limit !== 40 || words > 22 || numbering.style === 'article' || /[,\d]/.test(statement)) return undefined;
  return { ...base, form: 'paragraph', to: first.to, end: value.length };
}

const LONGEST_ARTICLE = 24;

interface Statement {
  /** Before its mark. */
  readonly to: number;
  /** Behind its mark and a space. */
  readonly end: number;
  readonly mark: string;
}

/** The first sentence, or label before a colon, outside brackets; undefined when none ends within `limit` and a little. */
function firstStatement(value: string, from: number, limit: number): Statement | undefined {
  let depth = 0;
  for (let i = from; i < value.length && i < from + limit + 40; i++) {
    const c = value[i]!;
    if (c === '(' || c === '《') depth++;
    else if (c === ')' || c === '》') depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    const latinStop =
      c === '.' &&
      (i + 1 >= value.length ||
        (value[i + 1] === ' ' &&
          i - from > 3 &&
          !/\b(?:no|st|dr|mr|e\.g|i\.e|etc|vs|approx|ltd|inc|co)$/.test(value.slice(from, i))));
    if ('。!?;:'.includes(c) || latinStop) {
      if (c === ':' && /\d/.test(value[i - 1] ?? '') && /\d/.test(value[i + 1] ?? '')) continue;
      return { to: i, end: value[i + 1] === ' ' ? i + 2 : i + 1, mark: c };
    }
  }
  return undefined;
}

/** `heading`: the line is a Markdown heading. */
export function numberingOfLine(line: Line, heading: boolean): (FoundNumbering & { inMarker: boolean }) | undefined {
  const inText = numberingOf(line.normal.value, heading);
  if (inText) return { ...inText, inMarker: false };
  const { marker } = line.leaf;
  if (!line.first || !marker || line.leaf.ordinal === undefined) return undefined;
  return {
    style: line.leaf.ordinal.paren ? 'arabic-paren' : 'arabic',
    value: line.leaf.ordinal.value,
    length: 0,
    inMarker: true,
  };
}

/** How much of the normalised text is bold, from its start. */
function boldEnd(line: Line): number {
  if (!line.first || line.leaf.bold === 0) return 0;
  const last = line.leaf.at[line.leaf.bold - 1]!;
  return indexIn(line.normal, last + 1);
}

/** `1. … 2. … 3. …` with nothing between them are items; a heading has something under it. */
function dropEnumerations(lines: readonly ReadLine[], guesses: (HeadingGuess | undefined)[]): void {
  const isWeak = (i: number): boolean => {
    const guess = guesses[i];
    return (
      guess !== undefined &&
      guess.form !== 'markdown' &&
      guess.numbering !== undefined &&
      WEAK.includes(guess.numbering.style) &&
      guess.end >= lines[i]!.normal.value.length
    );
  };
  const numberAt = (i: number): FoundNumbering | undefined =>
    i >= 0 && i < lines.length ? (guesses[i]?.numbering ?? lines[i]!.numbering) : undefined;
  for (let i = 0; i < lines.length; i++) {
    const numbering = guesses[i]?.numbering;
    if (!numbering) continue;
    const before = numberAt(i - 1);
    const sibling = before?.style === numbering.style && guesses[i - 1] === undefined;
    if (guesses[i]!.form !== 'markdown' && sibling && lines[i - 1]!.normal.value.endsWith(';')) guesses[i] = undefined;
    if (!isWeak(i)) continue;
    const next = lines[i + 1];
    const behind = numberAt(i + 1);
    const bodiless =
      !next ||
      next.kind === 'heading' ||
      behind?.style === numbering.style ||
      (behind !== undefined && !WEAK.includes(behind.style) && behind.value !== 1);
    if (bodiless || sibling) guesses[i] = undefined;
  }
}

/** Words with which a sentence of a plain paragraph starts, no heading. */
const NO_HEADING =
  /^(?:到|至|截至|本|该|其|凡|对|从|在|为|由|按|以|如|若|但|而|同时|此外|另外|其中|目前|近年|当前|我|今|这|那|一是|二是|三是|首先|其次|具体|特此|现将|请)|[,\d;:(]|(?:的|是|了)$/;

/** A pasted text loses the numbers that a word processor made: short lines over paragraphs, more of them than of other headings, are its headings. */
function addPlainHeadings(
  lines: readonly ReadLine[],
  guesses: (HeadingGuess | undefined)[],
  inert: ReadonlySet<number>,
): void {
  const found: number[] = [];
  let others = 0;
  for (let i = 0; i < lines.length; i++) {
    const guess = guesses[i];
    if (guess) {
      if (guess.form !== 'run-in' && (guess.numbering || (guess.depth ?? 0) > 1 || guess.form === 'bold')) others++;
    } else if (!inert.has(i) && lines[i]!.isShort && isOverText(lines, guesses, i)) found.push(i);
  }
  if (found.length < LEAST_PLAIN || found.length <= others) return;
  for (const i of found) {
    const { length } = lines[i]!.normal.value;
    guesses[i] = { form: 'paragraph', from: 0, to: length, end: length };
  }
}

const LEAST_PLAIN = 4;
/** Of a paragraph under a heading. */
const SHORTEST_TEXT = 30;

/** A paragraph, or a further heading over one, follows; before it a sentence ends. */
function isOverText(lines: readonly ReadLine[], guesses: readonly (HeadingGuess | undefined)[], i: number): boolean {
  const before = lines[i - 1];
  if (!before || !(/[。.!?;)]$/.test(before.normal.value) || before.isShort || guesses[i - 1])) return false;
  for (let next = i + 1; next < lines.length && next <= i + 2; next++) {
    const line = lines[next]!;
    if (line.kind !== 'paragraph' && line.kind !== 'item') return false;
    if (line.normal.value.length >= SHORTEST_TEXT) return true;
    if (!line.isShort && !guesses[next]) return false;
  }
  return false;
}

/** A line that could be a heading if there were a sign of it. */
export function isShortLine({ kind, leaf, normal: { value } }: Line): boolean {
  if (kind !== 'paragraph' || leaf.kind === 'item' || value.length < 4) return false;
  return (
    value.length <= (/[\u3400-\u9fff]/.test(value) ? 24 : 60) &&
    !/[。;,:!?|]|[.]$/.test(value) &&
    !NO_HEADING.test(value)
  );
}

/** `建设公共平台。由园区……`: without a number a heading only where a section does so again and again. */
function addUnnumberedRunIns(
  lines: readonly ReadLine[],
  guesses: (HeadingGuess | undefined)[],
  inert: ReadonlySet<number>,
): void {
  let from = 0;
  for (let i = 0; i <= lines.length; i++) {
    const boundary =
      i === lines.length ||
      (guesses[i] !== undefined && (guesses[i]!.form !== 'run-in' || guesses[i]!.numbering !== undefined));
    if (!boundary) continue;
    runInsBetween(lines, guesses, inert, from, i);
    from = i + 1;
  }
}

/** Of a run-in heading without a number. */
const MOST_WORDS = 24;

/** How a paragraph without a number begins. */
export interface Opening {
  /** Its first sentence, where that could be a heading. */
  readonly guess: HeadingGuess | undefined;
}

/** Undefined for what is short or numbered. */
export function openingOf({ kind, normal: { value } }: Line): Opening | undefined {
  if (kind === 'row' || kind === 'quote' || value.length < 30) return undefined;
  const dash = value.startsWith('——') ? 2 : 0;
  if (numberingOf(value.slice(dash, dash + 12))) return undefined;
  const statement = firstStatement(value, dash, MOST_WORDS);
  const words = statement ? value.slice(dash, statement.to) : '';
  const isHeading =
    statement?.mark === '。' && words.length <= MOST_WORDS && words.length >= 4 && !NO_HEADING.test(words);
  return { guess: isHeading ? { form: 'run-in', from: dash, to: statement.to, end: statement.end } : undefined };
}

function runInsBetween(
  lines: readonly ReadLine[],
  guesses: (HeadingGuess | undefined)[],
  inert: ReadonlySet<number>,
  from: number,
  to: number,
): void {
  const found: { index: number; guess: HeadingGuess }[] = [];
  let plain = 0;
  for (let i = from; i < to; i++) {
    const line = lines[i]!;
    if (inert.has(i) || guesses[i] || !line.opening) continue;
    plain++;
    const { guess } = line.opening;
    if (guess) found.push({ index: i, guess });
  }
  if (found.length < 3 || found.length * 2 < plain) return;
  for (const { index, guess } of found) guesses[index] = guess;
}
