import type { Line } from './lines.ts';
import { indexIn } from './normal-text.ts';
import {
  type FoundNumbering,
  ITEM_STYLES,
  type NumberingStyle,
  numberingBeforeBlank,
  numberingOf,
} from './numbering.ts';
import type { ReadLine } from './read-piece.ts';
import { isKindHeading } from './section-kinds.ts';
import { firstStatement, type Statement } from './statement.ts';
import type { HeadingForm } from './types.ts';
import { addPlainHeadings, addUnnumberedRunIns } from './unnumbered-headings.ts';

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
  /** 凡获国家支持的项目，我区确保资金到位: the words read like a sentence. */
  readonly isSentence?: true;
}

/** Which lines are headings, or start with one. `inert` lines never are. */
export function findHeadings(lines: readonly ReadLine[], inert: ReadonlySet<number>): (HeadingGuess | undefined)[] {
  const guesses = lines.map((line, i) => (inert.has(i) ? undefined : line.guess));
  dropSentences(lines, guesses);
  dropEnumerations(lines, guesses);
  dropOddArticles(lines, guesses);
  addClosedHeadings(lines, guesses, inert);
  addPlainHeadings(lines, guesses, inert);
  addUnnumberedRunIns(lines, guesses, inert);
  return guesses;
}

/** Styles that number the items of a sentence as often as they number headings. */
const WEAK: readonly NumberingStyle[] = [...ITEM_STYLES, 'roman'];

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
  if (/^专栏\d{0,2}./.test(value) && value.length <= limit && !/[。;]/.test(value))
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

const LONGEST_TITLE = 160;

type Base = Pick<HeadingGuess, 'from' | 'depth' | 'numbering'>;

function markdownHeading(
  line: Line,
  base: Base,
  first: Statement | undefined,
  limit: number,
): HeadingGuess | undefined {
  const { value } = line.normal;
  // Vision 2030 – Goal 4: A Diversified Economy. The title of a text may be long, and have a colon in it.
  const isTitle = line.leaf.depth === 1 && !base.numbering && first?.mark === ':';
  const longest = isTitle ? LONGEST_TITLE : limit;
  if (
    value.length > longest &&
    first &&
    first.end < value.length &&
    first.to - base.from <= limit &&
    first.mark !== ';'
  )
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
  // 23.86 25.7 预期性: a row of figures.
  if (rest <= 0 || (numbering.style === 'decimal' && /^[\d<>≤≥]/.test(value.slice(from)))) return undefined;
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
    (words > (limit === 40 ? 20 : LONGEST_LABEL) ||
      LABEL.test(value.slice(from, first.to)) ||
      /[,]/.test(value.slice(from, first.to)))
  )
    return undefined;
  if (first.end < value.length) {
    if (words > (limit === 40 ? 32 : 70)) return undefined;
    const isSentence = value
      .slice(from, first.to)
      .replace(/\([^()]*\)/g, '')
      .includes(',');
    return { ...base, form: 'run-in', to: first.to, end: first.end, ...(isSentence ? { isSentence } : {}) };
  }
  // One short sentence and nothing behind it: a heading written with a full stop, unless it states something.
  const statement = value.slice(from, first.to);
  if (limit !== 40 || words > 22 || numbering.style === 'article' || /[,\d]/.test(statement)) return undefined;
  return { ...base, form: 'paragraph', to: first.to, end: value.length };
}

const LONGEST_ARTICLE = 24;
/** Of an English label before a colon, with the name of an agency. */
const LONGEST_LABEL = 70;

/** `heading`: the line is a Markdown heading. */
export function numberingOfLine(line: Line, heading: boolean): (FoundNumbering & { inMarker: boolean }) | undefined {
  const inText = numberingOf(line.normal.value, heading) ?? (heading ? numberingBeforeBlank(line.text) : undefined);
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

/** （四）延伸产业链条，打造检测维修中心。: one short sentence with a number of its own, which is a heading where 14. stands below it. */
export function closedGuess(line: Line): HeadingGuess | undefined {
  const { value } = line.normal;
  if (line.kind !== 'paragraph' || value.length > LONGEST_CLOSED || !value.endsWith('。')) return undefined;
  const numbering = numberingOfLine(line, false);
  if (!numbering || !OVER_ITEMS.includes(numbering.style)) return undefined;
  const to = value.length - 1;
  if (/[。;:]/.test(value.slice(numbering.length, to))) return undefined;
  return { form: 'paragraph', numbering, from: numbering.length, to, end: value.length };
}

const LONGEST_CLOSED = 40;
const OVER_ITEMS: readonly NumberingStyle[] = ['han', 'han-paren'];

function addClosedHeadings(
  lines: readonly ReadLine[],
  guesses: (HeadingGuess | undefined)[],
  inert: ReadonlySet<number>,
): void {
  for (let i = 0; i + 1 < lines.length; i++) {
    if (guesses[i] || inert.has(i) || !lines[i]!.closed) continue;
    const below = guesses[i + 1];
    if (below?.form === 'run-in' && below.numbering?.style === 'arabic') guesses[i] = lines[i]!.closed;
  }
}

/** How much of the normalised text is bold, from its start. */
function boldEnd(line: Line): number {
  if (!line.first || line.leaf.bold === 0) return 0;
  const last = line.leaf.at[line.leaf.bold - 1]!;
  return indexIn(line.normal, last + 1);
}

/**
 * 第十条 鼓励创新。对…给予补助, where 第一条 to 第九条 begin with long sentences and stand under no heading: the few that begin with a short one have no title
 * either, else all before them would be a preamble.
 */
function dropOddArticles(lines: readonly ReadLine[], guesses: (HeadingGuess | undefined)[]): void {
  const isTitled = (guess: HeadingGuess | undefined) =>
    guess?.form === 'run-in' && guess.numbering?.style === 'article';
  const isUntitled = (i: number) => guesses[i] === undefined && lines[i]!.numbering?.style === 'article';
  const first = guesses.findIndex((guess) => guess !== undefined && guess.depth !== 1);
  if (first < 0 || !isTitled(guesses[first]) || !lines.some((_, i) => i < first && isUntitled(i))) return;
  const titled = guesses.filter(isTitled).length;
  const untitled = lines.filter((_, i) => isUntitled(i)).length;
  if (titled >= untitled) return;
  guesses.forEach((guess, i) => {
    if (isTitled(guess)) guesses[i] = undefined;
  });
}

/** 1. 凡获…的项目，我区确保…。对… beside a 2. that begins with a long sentence: items that happen to begin with a short one. */
function dropSentences(lines: readonly ReadLine[], guesses: (HeadingGuess | undefined)[]): void {
  const isItem = (i: number, { style, value }: FoundNumbering) => {
    const line = lines[i];
    return line !== undefined && !line.guess && line.numbering?.style === style && line.numbering.value === value;
  };
  guesses.forEach((guess, i) => {
    const { numbering, isSentence } = guess ?? {};
    if (!isSentence || !numbering || !WEAK.includes(numbering.style)) return;
    if (
      isItem(i - 1, { ...numbering, value: numbering.value - 1 }) ||
      isItem(i + 1, { ...numbering, value: numbering.value + 1 })
    )
      guesses[i] = undefined;
  });
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
