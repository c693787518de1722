/** Dates that look like deadlines, but only mark a thing, compare with a year, or tell of what is done or given up. */

/** What stands before and behind a date in its clause. */
interface Beside {
  readonly ahead: string;
  readonly behind: string;
}

/** 2000年前建成的老旧厂房, 2025年前已入驻的企业, 到2023年水平: which thing is meant, or what it is compared with. */
export function marksAThing(lead: string | undefined, beside: Beside): boolean {
  const behind = beside.behind.replace(INCLUDED, '');
  if (AWARDED.test(behind) || COMPARES.test(behind)) return true;
  return lead === undefined || lead === '于' || lead === '在' ? WHICH.test(behind) : WHICH_ALREADY.test(behind);
}

/** 已于2025年底前完成; 到2020年建成厂房的目标已提前完成; 上一轮规划提出到2020年建成. */
export function isSpent({ ahead, behind }: Beside): boolean {
  return WAS_BEFORE.test(ahead) || (IS_OVER.test(behind) && !/确保|力争|争取|推动|保障/.test(ahead));
}

/** A verb that has no object before 的: 2024年前建成国际一流的园区 has one. */
const WHICH =
  /^(?:(?:已经?|尚?未|仍未?|就|即|所|曾)[\u4e00-\u9fff]{1,8}?|(?:正式|依法|全部|首次|新|改|扩)?(?:建[成设造]?|兴建|修建|投[产用运]|竣工|[完开动]工|入[驻园]|进驻|落户|迁入|注册|登记|设立|成立|备案|签[约订]|取得|获[得批]|认定|核准|审批|批准|出让|供应|购[买置入]|引进|生产|制造|安装|投入(?:使用|运营)|完成|实施|出台|印发|发布|交付|形成|存在|遗留|关停|淘汰)(?:并(?:建成|投产|投用|运营|入驻|纳统|备案))?)的(?=[\u4e00-\u9fff,;。]|$)/;
const WHICH_ALREADY = /^(?:已经?|尚?未)[\u4e00-\u9fff]{1,8}的(?=[\u4e00-\u9fff,;。]|$)/;

/** 2027年4月30日前（含4月30日）获得授权的. */
const INCLUDED = /^\(含[^()]{0,12}\)/;

/** Who applies for a reward. */
const AWARDED =
  /^(?:首次|新)?(?:获得?|取得|通过|列入)[\u4e00-\u9fff]{1,16}(?:授权|认定|立项|证书|资质|称号|专利|认证|评审|验收)的(?=[,;。]|$)/;

const COMPARES = /^的?(?:同期|(?:平均)?水平|基数|基准)/;

/** Of what was due by it. */
const IS_OVER = /的[\u4e00-\u9fff]{0,4}(?:目标|任务|指标|计划|要求|承诺)(?:已经?|均已?|提前|未能?|没有|没能|落空)/;

const WAS_BEFORE =
  /(?:已经?|(?:未能?|没有|没能)(?:如期|按期|全面|完全)?(?:实现|完成|达到|兑现)(?:原定|既定)?|(?<![草高平])原(?:定|计划|拟|规划|方案|要求|目标|先|本)[^,;]{0,12}|[上前]一?[轮版期](?:规划|方案|计划|行动)[^,;]{0,16}|(?:此前|曾经?)(?:提出|计划|承诺|要求|规定)[^,;]{0,8})$/;

/** Units built before 2000 will be refurbished; firms that were registered by 2024: which ones are meant. */
export function marksAThingInEnglish({ ahead, behind }: Beside): boolean {
  if (/\b(?:that|which|who) (?:(?:was|were|had|already|been|have|has|not) ){1,3}[a-z]+ $/.test(ahead)) return true;
  const [, word] = /([a-z]+) (?:[a-z]{2,}ed|built|made|let|sold|bought|begun|given|held|set up) $/.exec(ahead) ?? [];
  return word !== undefined && !AUXILIARY.test(word) && MAIN_VERB.test(behind);
}

const AUXILIARY = /^(?:be|been|being|is|are|was|were|am|get|gets|got|has|have|had|and|or|not|also|fully|to|will|then)$/;
const MAIN_VERB =
  /^ (?:will|shall|must|may|can|cannot|should|are|is|have|has|do|does|keep|remain|qualify|continue|retain|stay|need|get|receive|pay)\b/;

/** The works were completed by 2024; by 2025 the park had 64 firms; the old plan promised the road by 2023. */
export function isSpentInEnglish({ ahead, behind }: Beside): boolean {
  if (/\b(?:originally|initially) (?:planned|scheduled|due|promised|set|meant|intended)\b/.test(ahead)) return true;
  if (OLD_PLAN.test(ahead)) return true;
  if (SHOCK.test(ahead) && CAUSED.test(behind) && !AIMED.test(ahead)) return true;
  const [beside] = /^,? (?:[a-z'-]+ ){0,4}?(?:had|was|were)\b/.exec(behind) ?? [];
  if (beside !== undefined && !OTHER_CLAUSE.test(beside)) return true;
  if (/\b(?:will|shall|must|should|if|would)\b/.test(ahead)) return false;
  if (/\b(?:has|have) (?:already |now )?been [a-z]+ $/.test(ahead)) return true;
  return /\b(?:was|were|had)\b/.test(ahead) && !OTHER_CLAUSE.test(ahead.replace(/^[^a-z]*(?:which|who) /, ''));
}

/** A drastic drop by 2018 of exports after an import ban: what befell somebody, and why. */
const SHOCK =
  /\b(?:drastic|sharp|steep|dramatic|severe|rapid|sudden|massive|serious|significant) (?:drop|fall|decline|decrease|slump|collapse|reduction|contraction|loss) $/;
const CAUSED = /\b(?:after|following|due to|owing to|caused by|because|when|amid|in the wake of)\b/;
const AIMED = /\b(?:targets?|aims?|seeks?|will|shall|must|should|would|to|for|achieve|deliver|plans?)\b/;

const OTHER_CLAUSE = /\b(?:that|which|who|whose|what|where|when|as|than|if|once|will)\b/;
const OLD_PLAN =
  /\b(?:old|previous|earlier|former|last|original|prior) (?:plan|strategy|programme|program|blueprint|roadmap|policy) (?:[a-z]+ )?(?:promised|said|set|aimed|asked|foresaw|called|planned|envisaged|required|intended|expected|proposed|committed|had)\b/;
