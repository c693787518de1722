import { indexIn, rangeIn } from '../plan/normal-text.ts';
import { spanAt } from '../plan/span-at.ts';
import type { Block, DateMention, Figure, Plan } from '../plan/types.ts';
import { startingIn } from '../text.ts';
import { isChinese, type Said } from './said.ts';

const SCENARIO =
  /情景|情形下|乐观|悲观|保守估计|[高中低基]方案|scenario|\b(?:low|high|base|best|worst|central|medium|upside|downside|optimistic|pessimistic|reference)[- ]case\b/i;

/** 乐观情景, in the low case: one of several futures. */
export function namesScenario(text: string): boolean {
  return SCENARIO.test(text);
}

const OLDER_ZH = /原规划|原方案|原定|原目标|上一?[版轮](?:规划|方案)|上轮|旧版|调整前|修编前/;
const OLDER_EN =
  /\b(?:previous|earlier|former|old|older|prior|superseded|last|original|preceding|outgoing) (?:[a-z-]+ ){0,2}(?:plan|strategy|masterplan|programme|target|version|edition|framework)s?\b|\b(?:19|20)\d\d (?:[a-z-]+ ){0,2}(?:plan|strategy|masterplan|programme)\b|\boriginally\b|\b(?:been|was|were) (?:raised|lowered|revised|replaced|corrected)\b/;

/** The target of 120 firms by 2030 in the previous plan has been raised. */
export function isOfOlderPlan({ before, after }: Said): boolean {
  return OLDER_ZH.test(before) || isOlderInEnglish(before) || isOlderInEnglish(after);
}

/** Four letters are looked for first: the pattern is long, and most plans have no English. */
function isOlderInEnglish(text: string): boolean {
  return /[a-z]{4}/.test(text) && OLDER_EN.test(text);
}

const WITHIN_YEAR_ZH = /年[^,。;]{0,3}(?:[上下]半年|季度|(?:\d{1,2}(?:-|—|–|~|至))(?:\d{1,2})月)/;
const WITHIN_YEAR_EN =
  /\b(?:(?:first|second) half|half[- ]year|mid-(?:19|20)\d\d|h[12]|q[1-4]|(?:first|second|third|fourth) quarter|(?:three|six|nine) months)\b/;

/** 2025年上半年, 2025年1—9月, by June 2025: it does not hold for the year, or not at its end. */
export function isWithinYear(block: Block, figure: Figure, { before, after }: Said, plan: Plan): boolean {
  if (WITHIN_YEAR_ZH.test(before) || WITHIN_YEAR_EN.test(before) || WITHIN_YEAR_EN.test(after)) return true;
  const month = dateOf(block, figure, plan)?.month;
  return month !== undefined && month !== 12;
}

/** The date that the figure's year comes from: the last before it, else the last of its sentence. */
function dateOf(block: Block, figure: Figure, plan: Plan): DateMention | undefined {
  const dates = datesAround(block, figure, plan).filter(({ toYear }) => toYear === figure.year);
  return dates.findLast(({ range }) => range.start < figure.range.start) ?? dates.at(-1);
}

function datesAround({ normal, sentences }: Block, { range }: Figure, plan: Plan): DateMention[] {
  if (sentences.length === 0) return [];
  const { from, to } = spanAt(sentences, indexIn(normal, range.start));
  return startingIn(plan.dates, rangeIn(normal, from, to));
}

const FUTURE = /\b(?:will|would|shall|should|to|targets?|aims?|by)\b/;

/**
 * Whether an English figure's year is another's of its sentence: 100 firms in 2025 and 150 by 2030; the park has 100 firms, and will have 150 by 2030.
 * Its own year is the one right behind it, else the last before it, else one behind other words if both are to come.
 */
export function isOfOtherYear(block: Block, figure: Figure, said: Said, plan: Plan): boolean {
  const { before, after } = said;
  if (isChinese(said)) return false;
  const dates = datesAround(block, figure, plan).filter(
    ({ toYear, use }) => toYear !== undefined && use !== 'document',
  );
  const next = dates.find(({ range }) => range.start >= figure.range.end);
  const last = dates.findLast(({ range }) => range.start < figure.range.start);
  const between = next
    ? after.slice(0, indexIn(block.normal, next.range.start) - indexIn(block.normal, figure.range.end))
    : '';
  if (next && !/[;,:]|\b(?:and|to|from)\b/.test(between)) return next.toYear !== figure.year;
  if (last) return last.toYear !== figure.year;
  return !FUTURE.test(before);
}
