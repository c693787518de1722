import { spanning } from '../text.ts';
import type { HeadingGuess } from './headings.ts';
import { rangeIn } from './normal-text.ts';
import type { ReadLine } from './read-piece.ts';
import { isKindHeading, kindOf } from './section-kinds.ts';
import type { FrontMatter, Plan } from './types.ts';

const GENRE =
  /(?:规划|纲要|方案|计划|计画|意见|措施|政策|办法|通知|规定|条例|要点|决定|细则|行动|白皮书|蓝图)(?:\(.{1,24}\))?$/;
const PLAN_GENRE =
  /(?:规划|纲要|方案|计划|计画|意见|措施|政策|行动|蓝图|(?:政策|措施|意见)[一二三四五六七八九十\d]{1,3}条)(?:\(.{1,24}\)|》)*$/;
const ENGLISH_GENRE = /\b(?:strategy|plan|roadmap|framework|programme|program|prospectus|white paper|blueprint|deal)\b/;
/** Headings that somebody put around a document when filing it. */
const WRAPPER = /^(?:正文|全文|政策全文|文件全文|政策原文|文件正文|基本信息|文件信息|文档.{0,60}|原文|body|full text)$/;
/** 责任单位：区商务局: who does a task and by when, in a plan without chapters, is told of the task. */
const METADATA =
  /^(?![^:]{0,4}(?:责任|牵头|配合|主办|协办|参与|承办|落实|实施|完成|负责)(?:单位|部门|主体|时限|时间|人):)[^:。,;]{1,10}: ?.{0,120}$/;
const ISSUE =
  /印发给你们|现印发|特此通知|现予(?:以)?(?:公布|印发)|请(?:认真|遵照|结合).{0,16}(?:执行|落实|实施|贯彻)|^\(?此件.{0,10}公开/;
/** …印发你们。省经信委要做好督促检查，实施情况应定期报告: who issues a plan orders something too. */
const ORDERS = /报送|上报|(?:定期|及时|汇总)[^,;。]{0,6}报告|[局委办厅部府](?:要|应)(?!认真|结合)/;
const DATE_OR_NUMBER =
  /^\(?(?:二[〇○零一二三四五六七八九]{3}|\d{4})年.{1,8}日?\)?$|〔\d{4}〕|^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/;

/** What stands before the first chapter. */
export interface Front {
  /** Index of the first line that is a chapter's heading; the number of lines when there is none. */
  readonly first: number;
  readonly title: Plan['title'];
  /** The line that the title was taken from, where it was not from the front matter. */
  readonly titleLine: number | undefined;
  readonly inert: ReadonlySet<number>;
}

export function readFront(
  lines: readonly ReadLine[],
  guesses: readonly (HeadingGuess | undefined)[],
  contents: ReadonlySet<number>,
  frontMatter: FrontMatter | undefined,
): Front {
  const first = firstChapter(lines, guesses);
  const titleLine = findTitle(lines, guesses, first, contents);
  const inert = new Set<number>();
  for (let i = 0; i < first; i++) {
    const { value } = lines[i]!.normal;
    if (contents.has(i)) continue;
    const beforeTitle = titleLine !== undefined && i < titleLine;
    if (beforeTitle || (i !== titleLine && (isFrontLine(value) || isRepeated(value, lines[titleLine ?? -1]))))
      inert.add(i);
  }
  const tail = tailOfPage(lines, first);
  for (let i = tail; i < lines.length; i++) inert.add(i);
  return { first, ...titleOf(lines, guesses, titleLine ?? headingUpTo(first, guesses), frontMatter), inert };
}

/** A heading that opens a chapter: numbered, of a known kind, or any Markdown heading that is not the title. */
function firstChapter(lines: readonly ReadLine[], guesses: readonly (HeadingGuess | undefined)[]): number {
  const tops = guesses.reduce((n, g) => n + (g?.depth === 1 && !g.numbering ? 1 : 0), 0);
  let seenTop = false;
  for (let i = 0; i < lines.length; i++) {
    const guess = guesses[i];
    if (!guess) continue;
    const words = lines[i]!.normal.value.slice(guess.from, guess.to);
    if (guess.numbering) {
      // 2. 云川省人民政府关于印发《…》的通知: one text of a collection.
      if (ISSUES.test(words)) continue;
      if (guess.numbering.style !== 'circled') return i;
      continue;
    }
    if (/^附[件表录图]\d{0,2}$/.test(words)) continue;
    if (kindOf(words, 'root') !== 'tasks' || isKindHeading(words)) {
      if (guess.depth === 1 && isTitleWords(words) && !seenTop) {
        seenTop = true;
        continue;
      }
      return i;
    }
    if (guess.form === 'markdown') {
      if (WRAPPER.test(words) || (isTitleWords(words) && guess.depth === 1)) {
        seenTop = true;
        continue;
      }
      if (guess.depth === 1 && !seenTop && (tops === 1 || i === 0)) {
        seenTop = true;
        continue;
      }
      if (guess.depth! > 1 && !seenTop && i === 0 && isTitleWords(words)) continue;
      return i;
    }
    if (guess.form === 'paragraph' && !guess.box && !isTitleWords(words)) return i;
    const next = lines[i + 1]?.normal.value ?? '';
    if (guess.form === 'bold' && seenTop && !isTitleWords(words) && /[。.]$/.test(next) && !ISSUE.test(next)) return i;
    // An unnumbered run-in opens a chapter only where no heading with a number or a mark ever comes.
    if (
      guess.form === 'run-in' &&
      !guesses.some((g) => g && g.form !== 'run-in' && (g.numbering || (g.depth ?? 0) > 1)) &&
      !LABELLED.test(words)
    )
      return i;
  }
  return lines.length;
}

const ISSUES = /关于(?:印发|发布|公布|下达)/;

const LABELLED = /(?:日期|机构|链接|时间|来源|关键词|类型|编号|名称|文号|文种)$/;

/** 主题: 园区规划; Reference: Appendix 8.1 Work Plan. */
const LABELLED_LINE = /^(?:[^:]{1,8}|references?|see also|attachment|appendix [\da-z.]{1,4}):/;

export function isTitleWords(words: string): boolean {
  if (/[。;]/.test(words)) return false;
  if (/[\u3400-\u9fff]/.test(words)) return words.length >= 6 && (GENRE.test(words) || PLAN_GENRE.test(words));
  return words.length >= 10 && ENGLISH_GENRE.test(words);
}

function findTitle(
  lines: readonly ReadLine[],
  guesses: readonly (HeadingGuess | undefined)[],
  first: number,
  contents: ReadonlySet<number>,
): number | undefined {
  let best: number | undefined;
  let bestScore = 0;
  const end = Math.min(first, 400);
  const prose = lines.slice(0, end).findIndex(isSentence);
  for (let i = 0; i < end; i++) {
    if (contents.has(i)) continue;
    const { value } = lines[i]!.normal;
    const guess = guesses[i];
    const words = guess ? value.slice(guess.from, guess.to) : value;
    let score = 0;
    if (guess?.form === 'markdown' && guess.depth === 1 && !WRAPPER.test(words)) score = 8;
    else if (words.length > 90 || WRAPPER.test(words)) continue;
    // GENERAL PLAN, at the head of a later page.
    else if (prose >= 0 && prose < i && !/[\u3400-\u9fff]/.test(words)) continue;
    else if (isTitleWords(words) && !LABELLED_LINE.test(words))
      score = PLAN_GENRE.test(words) && !/印发/.test(words) ? 4 : 2;
    if (score > bestScore) {
      best = i;
      bestScore = score;
    }
  }
  // A heading is written before the page's own words; of plain lines the one nearest to the text counts.
  if (bestScore === 4)
    for (let i = end - 1; i > best!; i--)
      if (
        lines[i]!.normal.value.length <= 90 &&
        PLAN_GENRE.test(lines[i]!.normal.value) &&
        isTitleWords(lines[i]!.normal.value) &&
        !LABELLED_LINE.test(lines[i]!.normal.value) &&
        !lines[i]!.normal.value.includes('印发')
      )
        return i;
  return best;
}

function isSentence({ normal: { value } }: ReadLine): boolean {
  return value.length >= 80 && value.endsWith('.');
}

/** A text without a title is called after the heading that it begins with. */
function headingUpTo(first: number, guesses: readonly (HeadingGuess | undefined)[]): number | undefined {
  const index = guesses.findIndex((guess) => guess?.form === 'markdown');
  return index >= 0 && index <= first ? index : undefined;
}

function titleOf(
  lines: readonly ReadLine[],
  guesses: readonly (HeadingGuess | undefined)[],
  titleLine: number | undefined,
  frontMatter: FrontMatter | undefined,
): Pick<Front, 'title' | 'titleLine'> {
  const data = frontMatter?.data;
  if (
    typeof data === 'object' &&
    data !== null &&
    'title' in data &&
    typeof data.title === 'string' &&
    data.title.trim() !== ''
  ) {
    const range = frontMatter!.rangeOf(['title']);
    if (range) return { title: { text: data.title.trim(), range }, titleLine: undefined };
  }
  if (titleLine === undefined) return { title: undefined, titleLine };
  const { text, range } = titleIn(lines[titleLine]!, guesses[titleLine]);
  const first = lines[titleLine - 1];
  const isHalf =
    first !== undefined &&
    !guesses[titleLine - 1] &&
    (isFirstHalf(first.normal.value, text) ||
      isNamed(first.normal.value + lines[titleLine]!.normal.value, lines, titleLine));
  if (!isHalf) return { title: { text, range }, titleLine };
  const half = titleIn(first, undefined);
  return { title: { text: half.text + text, range: spanning(half.range, range) }, titleLine };
}

function titleIn(line: ReadLine, guess: HeadingGuess | undefined): NonNullable<Plan['title']> {
  const range = rangeIn(line.normal, guess?.from ?? 0, guess?.to ?? line.normal.value.length);
  const { start } = line.normal.anchor;
  const text = line.text
    .slice(line.at.indexOf(range.start - start), line.at.lastIndexOf(range.end - 1 - start) + 1)
    .replace(/\s+/g, ' ')
    .replace(/\*\*/g, '')
    .trim();
  return { text, range };
}

/** 国务院关于促进综合保税区 / 高水平开放的若干意见; 云川市国民经济和社会发展 / 第十五个五年规划纲要: a title in two lines. */
function isFirstHalf(value: string, second: string): boolean {
  if (value.length > LONGEST_HALF || /[。:;,〔《》]/.test(value) || isTitleWords(value) || second.includes('关于'))
    return false;
  return /关于[^关]{4,}$/.test(value) || (/国民经济和社会发展$/.test(value) && /^第.{1,3}个五年/.test(second));
}

const LONGEST_HALF = 40;

/** The notice before the title calls the plan so: 《中国（云川）跨境电子商务综合试验区建设实施方案》已经同意. */
function isNamed(name: string, lines: readonly ReadLine[], titleLine: number): boolean {
  return lines.slice(0, titleLine).some(({ normal }) => normal.value.includes(`《${name}》`));
}

function isFrontLine(value: string): boolean {
  if (
    /^(?:各|相关|有关|省|市|区)?[^。]{2,160}(?:人民政府|部门|单位|机构|委员会|管委会|有关方面|企业)[^。]{0,60}:$/.test(
      value,
    )
  )
    return true;
  if (value.length <= 60 && DATE_OR_NUMBER.test(value)) return true;
  if (value.length <= 200 && ISSUE.test(value) && !ORDERS.test(value)) return true;
  if (METADATA.test(value) && value.length <= 80 && !/[。]/.test(value)) return true;
  return value.length <= 24 && !/[。,;:!?]/.test(value);
}

/** The title again, as it stands over the text in a notice that issues it. */
function isRepeated(value: string, title: ReadLine | undefined): boolean {
  if (!title || value.length > 90 || value.includes('。')) return false;
  const [one, other] = [lettersOf(value), lettersOf(title.normal.value)];
  return one.length >= 8 && (one.includes(other) || other.includes(one));
}

function lettersOf(value: string): string {
  return value.replace(/[^\u3400-\u9fffa-z\d]/g, '');
}

/** A pasted page ends with its own links: at least four short lines without a sentence. */
function tailOfPage(lines: readonly ReadLine[], first: number): number {
  let tail = lines.length;
  for (let i = lines.length - 1; i > first && isPageLink(lines[i]!); i--) tail = i;
  const chrome = lines.length - tail;
  return chrome >= 6 ? tail : lines.length;
}

export function isPageLink({ kind, normal: { value } }: ReadLine): boolean {
  return kind === 'paragraph' && value.length <= 24 && !/[。;]/.test(value);
}
