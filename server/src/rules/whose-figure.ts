import { indexIn, rangeIn } from '../plan/normal-text.ts';
import type { Block, DateMention, Figure, Plan, Sentence } from '../plan/types.ts';
import { startingIn } from '../text.ts';

/** What stands around a figure in its sentence, for telling whose it is and for which time it holds. */
export interface Said {
  /** Normalised, from the start of the sentence to what the figure measures. */
  readonly before: string;
  readonly after: string;
  /** The same as it is written: capitals tell names. */
  readonly written: string;
}

/** `from`: where what it measures or the figure itself starts, whichever is first, in the plan. */
export function saidAround(block: Block, figure: Figure, from: number, plan: Plan): Said | undefined {
  const { normal, sentences } = block;
  const at = indexIn(normal, from);
  const sentence = sentences.findLast((one) => one.from <= at);
  if (!sentence) return undefined;
  const start = rangeIn(normal, sentence.from, sentence.to).start;
  return {
    before: normal.value.slice(sentence.from, at),
    after: normal.value.slice(indexIn(normal, figure.range.end), sentence.to),
    written: plan.text.slice(Math.min(start, from), from),
  };
}

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
  return OLDER_ZH.test(before) || OLDER_EN.test(before) || OLDER_EN.test(after);
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
function dateOf(block: Block, { range, year }: Figure, plan: Plan): DateMention | undefined {
  const sentence = sentenceAt(block, indexIn(block.normal, range.start));
  if (!sentence) return undefined;
  const dates = startingIn(plan.dates, rangeIn(block.normal, sentence.from, sentence.to)).filter(
    ({ toYear }) => toYear === year,
  );
  return dates.findLast((date) => date.range.start < range.start) ?? dates.at(-1);
}

function sentenceAt({ sentences }: Block, at: number): Sentence | undefined {
  return sentences.findLast((one) => one.from <= at);
}

/** Whether a sentence speaks of another area than the plan's, or tells what somebody else has set. */
export function isOfOthers(said: Said, title: string): boolean {
  return /[\u4e00-\u9fff]/.test(said.before + said.after)
    ? isOfOthersZh(said.before, title)
    : isOfOthersEn(said, title);
}

/** 全省, 我市, 园区: where the sentence looks. */
const WHOLE =
  /(?<!占|居|列|比|达)(?:全|我|本)(国|省|市|州|县|区|园|镇|域)|()(?:全球|世界|国内)|()(?<=^|[,;:。年底末使让将到至在对])(?:园区|开发区|高新区|经开区)/g;
/** 江北高新区到2030年, 云川市，力争: an area in the place of a subject. */
const SUBJECT =
  /(?:^|[,;:。])(?:(?:到|至)?20\d\d年(?:底|末)?,?)?([\u4e00-\u9fff]{1,12}(?:省|市|州|县|区|园|镇|城|港))(?=[,到至在]|20\d\d|力争|将|计划|预计)/g;
/** 省十五五规划提出, 专家建议. */
const REPORTED = /([^,;:。]{0,30}?)(?:提出|要求|指出|明确|建议|预测|测算)(?=[,:到至]|20\d\d|力争|将)/g;
const OWN_PLAN = /^(?:按照|根据)?(?:本|该|我们)?(?:规划|方案|计划|纲要)?$/;

/** The last that names an area or a speaker holds: 按照省的要求，园区到2030年. */
function isOfOthersZh(before: string, title: string): boolean {
  let at = -1;
  let isOther = false;
  const judge = (index: number, other: boolean) => {
    if (index >= at) [at, isOther] = [index, other];
  };
  for (const match of before.matchAll(WHOLE)) judge(match.index, !isOwnLevel(match, title));
  for (const match of before.matchAll(SUBJECT)) judge(match.index + 1, !isOwnArea(match[1]!, title));
  for (const match of before.matchAll(REPORTED)) {
    const who = match[1]!;
    judge(match.index + who.length, !OWN_PLAN.test(who) && !/^(?:本|我)?(?:园区|区)/.test(who));
  }
  return isOther;
}

const SMALL = '区园域镇港';

/** 全市 in the plan of a city; 全区 and 全域 in that of a park. */
function isOwnLevel([whole, level]: RegExpExecArray, title: string): boolean {
  if (!level) return !/球|世界|国内/.test(whole!);
  const own = title.match(/[国省市州县区园镇港]/g)?.at(-1) ?? '区';
  return level === own || (SMALL.includes(level) && SMALL.includes(own));
}

function isOwnArea(area: string, title: string): boolean {
  if (title.includes(area) || /^(?:本|我|全|各)?(?:园区|开发区|高新区|经开区|园|区)$/.test(area)) return true;
  return area.slice(0, 2) === title.slice(0, 2) && /[区园]$/.test(area) && /[区园]/.test(title);
}

/** Areas that a park lies in. */
const WIDE =
  /\b(?:count(?:y|ies)|cit(?:y|ies)|regions?|regional(?:ly)?|provinces?|provincial|states?(?!-of)|statewide|nation(?:s|al|ally|wide)?|countr(?:y|ies)|federal|europe(?:an)?|global(?:ly)?|world(?:wide)?(?!-)|municipality|elsewhere|competitors?)\b/g;
const OWN = /\b(?:park|estate|campus|site|zone|hub|cluster|district|plan|we|it|there|they|our)\b/;
/** Who has them stands before it. */
const HAVING =
  /^(.{0,80}?)\b(?:will|would|shall|should|is to|are to|aims? to|expects? to|plans? to)? ?(?:have|has|had|host|hosts|hosted|house|houses|housed|employ|employs|employed|contain|contains|count|counts|be home to|boast|boasts)\b/;
const WHEN = /^(?:by|in|from|until|since|at|before)\b[^,]{0,24}?\b(?:19|20)\d\d,? ?/;
/** A capital within a sentence, or an owner. */
const NAME = /(?<=[a-z0-9,] )[A-Z][a-z]{2,}(?:['’]s)?|^[A-Z][a-z]{2,}['’]s/g;
const NO_NAME =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Park|Plan|Zone|Estate|Campus|The|This|Phase)$/;

function isOfOthersEn({ before, after, written }: Said, title: string): boolean {
  const ours = title.toLowerCase();
  for (const [word] of `${before} ${after}`.matchAll(WIDE)) if (!ours.includes(word)) return true;
  for (const [name] of written.replace(/\s+/g, ' ').matchAll(NAME)) {
    const bare = name.replace(/['’]s$/, '');
    if (!NO_NAME.test(bare) && !ours.includes(bare.toLowerCase())) return true;
  }
  const owner = HAVING.exec(before)?.[1]?.trim().replace(WHEN, '');
  if (owner === undefined || owner === '' || OWN.test(owner)) return false;
  return !owner.split(' ').some((word) => word.length > 3 && ours.includes(word));
}
