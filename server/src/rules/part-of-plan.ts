import type { Numbering, Plan } from '../plan/types.ts';

/**
 * 第五章 …, 三、… or 3.2 … without a title before it, a title that says so (规划纲要（第二、三部分）, Chapter 5: Economic Development),
 * or one below which all begins with 第七篇: one file of several, or a chapter that was copied, as long as its front matter does not say parkplan.
 */
export function isPart(plan: Plan): boolean {
  const { title, sections, blocks } = plan;
  if (isDeclared(plan)) return false;
  if (title && NAMES_PART.test(title.text)) return true;
  if (opensWithin(plan)) return true;
  const { heading, kind } = sections[1] ?? {};
  const { numbering } = heading ?? {};
  if (!numbering || kind === 'contents') return false;
  const isTitled = title !== undefined && title.range.start < heading!.range.start;
  const { style, path, value } = numbering;
  if (!IN_ORDER.includes(style) || (path?.[0] ?? value) < (isTitled ? LEAST_BELOW_TITLE : 2)) return false;
  // 一、 and 二、 may stand on paragraphs that are too long for headings.
  return !sections[0]!.blocks.some((i) => blocks[i]!.numbering?.style === style);
}

/** A first line that is no title: Pillar One: …, CHAPTER III, or 6 Employment over 6.1. */
function opensWithin({ title, blocks }: Plan): boolean {
  const first = blocks.findIndex(({ inert }) => inert === undefined || inert === 'front');
  const { numbering, normal, range } = blocks[first] ?? {};
  if (!normal || (title && title.range.start <= range!.start)) return false;
  if (numbering?.path && numbering.path[0]! >= 2) return true;
  if (normal.value.length > LONGEST_OPENING) return false;
  if (NAMES_PART.test(normal.value)) return true;
  if (numbering && CHAPTERS.includes(numbering.style)) return numbering.value > 1;
  // 5. 云川市人民政府关于印发…的通知 is a whole text of a collection.
  if (ISSUES.test(normal.value)) return false;
  const opening = blocks.slice(first, first + OPENING).findIndex((block) => block.numbering !== undefined);
  if (opening >= 0 && goesOn(blocks[first + opening]!.numbering!, opening === 0)) return true;
  const number = /^(\d{1,2}) [a-z]/.exec(normal.value)?.[1];
  return Number(number) > 1 && blocks[first + 1]?.numbering?.path?.[0] === Number(number);
}

/** 6.1.5 Existing Programs, B. National Strategy; 10.01 or 71. below a line that has no number. */
function goesOn({ style, path, value }: Pick<Numbering, 'style' | 'path' | 'value'>, isFirst: boolean): boolean {
  if (style === 'circled' || style.endsWith('-paren')) return false;
  return (path?.[0] ?? value) >= (path || isFirst ? 2 : FAR_ON);
}

const ISSUES = /印发|发布|通知/;
/** Blocks in which the first number stands. */
const OPENING = 3;
/** A list that somebody has begun anew does not begin here. */
const FAR_ON = 5;

/** Characters of a line over a chapter. */
const LONGEST_OPENING = 120;
const CHAPTERS: readonly Numbering['style'][] = ['part', 'chapter', 'section'];

/** Front matter that cannot be read may say it too. */
function isDeclared({ frontMatter }: Plan): boolean {
  if (!frontMatter) return false;
  const { data, problems } = frontMatter;
  if (data === undefined) return problems.length > 0;
  return typeof data === 'object' && data !== null && 'parkplan' in data;
}

/** Below the title of the whole 二、 may be the first heading that was kept. */
const LEAST_BELOW_TITLE = 3;

const NAMES_PART =
  /[(（][^()（）]{0,12}第[一二三四五六七八九十\d、至到—–-]{1,12}[章节篇编部卷条][^()（）]{0,24}[)）]$|[(（](?:节选|摘录|摘编|excerpts?)[)）]$|^(?:chapter|part|section|element|pillar|outcome|component|ch\.) ?(?:\d{1,2}|[ivx]{1,4}|one|two|three|four|five|six)\b(?!\d)|[,:–—-] (?:chapter|ch\.|part|section) ?\d{1,2}\b/i;

const IN_ORDER: readonly Numbering['style'][] = ['part', 'chapter', 'section', 'han', 'han-paren', 'decimal', 'arabic'];
