import { WHEN } from './english-measures.ts';
import { isChinese, type Said } from './said.ts';

/** Whether a sentence speaks of another area than the plan's, or tells what somebody else has set. */
export function isOfOthers(said: Said, title: string): boolean {
  return isChinese(said) ? isOfOthersZh(said.before, title) : isOfOthersEn(said, title);
}

/** 全省到2030年, 我市将: what a sentence speaks of, not what it compares with (占全省, 全国领先). */
const WHOLE =
  /(?<!占|居|列|比|达)(?:(?:全|我|本)(国|省|市|州|县|区|园|镇|域)|全球|世界|国内)(?=的?$|[,到至]|20\d\d|力争|将|预计|计划|共|拥有|有|实现|达)/g;
const PARK = /(?<=^|[,;:。年底末使让将到至在对])(?:园区|开发区|高新区|经开区)/g;
/** 江北高新区到2030年, 云川市，力争: an area in the place of a subject. */
const SUBJECT =
  /(?:^|[,;:。])(?:(?:到|至)?20\d\d年(?:底|末)?,?)?([\u4e00-\u9fff]{1,12}(?:省|市|州|县|区|园|镇|城|港))(?=[,到至在]|20\d\d|力争|将|计划|预计)/g;
/** 建设一流园区 is done, and no subject. */
const DOING =
  /建设|建成|打造|成为|迈[向入]|推[进动]|发展(?!区)|形成|争创|创[建成]|聚焦|支持|做[大强优]|依托|服务|立足|围绕|加快|面向|对[标接]|的/;
/** 省十五五规划提出, 专家建议. */
const REPORTED = /([^,;:。]{0,30}?)(?:提出|要求|指出|明确|建议|预测|测算)(?=[,:到至]|20\d\d|力争|将)/g;
/** Looked for first: what stands before it may be anything. */
const SAYS = /提出|要求|指出|明确|建议|预测|测算/;
const OWN_PLAN = /^(?:按照|根据)?(?:本|该|我们)?(?:规划|方案|计划|纲要)?$/;

/** The last that names an area or a speaker holds: 按照省的要求，园区到2030年. */
function isOfOthersZh(before: string, title: string): boolean {
  let at = -1;
  let isOther = false;
  const judge = (index: number, other: boolean) => {
    if (index >= at) [at, isOther] = [index, other];
  };
  for (const match of before.matchAll(WHOLE)) judge(match.index, !isOwnLevel(match, title));
  for (const match of before.matchAll(PARK)) judge(match.index, false);
  for (const match of before.matchAll(SUBJECT))
    if (!DOING.test(match[1]!)) judge(match.index + match[0].length - match[1]!.length, !isOwnArea(match[1]!, title));
  for (const match of SAYS.test(before) ? before.matchAll(REPORTED) : []) {
    const who = match[1]!;
    judge(match.index + who.length, !OWN_PLAN.test(who) && !/^(?:本|我)?(?:园区|区)/.test(who));
  }
  return isOther;
}

/** Of what a title names: 江西省国民经济… is a province's. */
const LEVEL = /国(?=家(?!级))|省|市(?!场)|州|县|区(?!域)|园|镇|港/g;
const SMALL = '区园域镇港';

/** 全市 in the plan of a city; 全区 and 全域 in that of a park. */
function isOwnLevel([, level]: RegExpExecArray, title: string): boolean {
  if (!level) return false;
  const own = title.match(LEVEL)?.at(-1) ?? '区';
  return level === own || (SMALL.includes(level) && SMALL.includes(own)) || (level === '市' && own === '州');
}

function isOwnArea(area: string, title: string): boolean {
  if (title.includes(area) || /^(?:本|我|全|各)?(?:园区|开发区|高新区|经开区|园|区)$/.test(area)) return true;
  return area.slice(0, 2) === title.slice(0, 2) && /[区园]$/.test(area) && /[区园]/.test(title);
}

const OTHER_HEADING = /(?:全|我)(国|省|市|州|县)|全球|世界|国内外?|国际(?!化)/g;

/** 全省形势, Regional context: a heading under which figures are another area's. */
export function isOfOtherArea(heading: string, title: string): boolean {
  const others = [...heading.matchAll(OTHER_HEADING)].some((match) => !isOwnLevel(match, title));
  return (
    others ||
    /\b(?:global|international|national|regional|county|world) (?:context|trends?|situation|outlook)\b/.test(heading)
  );
}

/** Areas that a park lies in. */
const WIDE =
  /\b(?:count(?:y|ies)|cit(?:y|ies)|regions?|regional(?:ly)?|provinces?|provincial|states?(?!-of)|statewide|nation(?:s|al|ally|wide)?|countr(?:y|ies)|federal|europe(?:an)?|global(?:ly)?|world(?:wide)?(?!-)|municipality|elsewhere|competitors?)\b/g;
const OWN = /\b(?:park|estate|campus|site|zone|hub|cluster|district|plan|we|it|there|they|our)\b/;
/** Who has them stands before it. */
const HAVING =
  /^(.{0,80}?)\b(?:will|would|shall|should|is to|are to|aims? to|expects? to|plans? to)? ?(?:have|has|had|host|hosts|hosted|house|houses|housed|employ|employs|employed|contain|contains|count|counts|be home to|boast|boasts)\b/;
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
