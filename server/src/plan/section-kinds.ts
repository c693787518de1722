import type { SectionKind } from './types.ts';

/** Heading words (normalised) that tell a section's kind. Of several, the one that stands first in the heading decides. */
const WORDS: readonly (readonly [SectionKind, RegExp])[] = [
  ['contents', /^(?:目录|目次|contents|table of contents)$/],
  [
    'references',
    /参考文献|参考资料|^references?$|^bibliography$|^key resources$|^further reading$|^related (?:links|resources|documents)$/,
  ],
  ['basis', /(?:编制|规划|政策|制定|法律|法规)依据|^依据$|^(?:legal|policy) basis/],
  [
    'definitions',
    /名词解释|名词术语|术语|名词说明|名词注释|^注释|^glossary|^definitions\b|^definition of terms|^terms and definitions/,
  ],
  [
    'elsewhere',
    /(?:国内外?|国际|国外|外地|先进地区|先进园区|兄弟|标杆|典型)[^、,]{0,8}(?:经验|案例|借鉴|做法)|(?:经验|案例)(?:借鉴|启示|参考)|lessons from|experience (?:from )?elsewhere|^case stud|^(?:global|international|worldwide|overseas|foreign)(?: (?!market|trade|demand|supply|price|partner|invest)[a-z-]+){0,3} (?:analysis|benchmarks?|benchmarking|comparisons?|precedents|peers)$|international experience|comparators?/,
  ],
  ['annex', /^(?:附件|附表|附录|附图)|^(?:annex|appendix|appendices)\b/],
  [
    'principles',
    /总体要求|总体思路|总体构想|指导思想|基本原则|总体原则|主要原则|发展原则|工作原则|指导原则|基本思路|发展思路|发展理念|战略定位|发展定位|功能定位|总体定位|^vision(?! \d)|guiding|principles|overall (?:requirements?|approach)|^(?:our )?ambition/,
  ],
  [
    'baseline',
    /发展基础(?!设施|研究)|发展现状|基本情况|概况|家底|起步条件|现况|基础条件|基础(?:与|和|及)|现状|形势|发展背景|规划背景|编制背景|(?:存在|主要|突出|面临)[^、,]{0,6}问题|问题(?:与|和|及)|机遇|面临[^、,]{0,6}挑战|发展成效|(?:发展|重大|历史性|显著)成就|发展历程|回顾|(?:顺利|胜利|圆满)(?:完成|实现)[^,;]{0,6}十[一二三四五]五|(?:(?:产业|经济|园区|行业|企业|集群)发展|生产|(?:经济|行业|产业|市场|企业)运行|基础设施(?:项目)?建设|指标完成)情况$|\bswot\b|baseline|current (?:situation|position|state)|^context(?! for)|background|where we (?:are|stand)|state of play|strengths and weaknesses|^introduction$|situation analysis|\b(?:sector|industry|district|market|economic|regional) (?:overview|profile|snapshot)\b|challenges/,
  ],
  [
    'targets',
    /(?:发展|主要|总体|工作|规划|奋斗|量化|定量|定性|行动|阶段|阶段性|预期|近期|中期|远期|远景|建设|战略|产业|具体|分项|年度|年)目标|^目标|指标体系|主要指标|核心指标|^(?:(?:expected|intended|anticipated) (?:outcomes?|results?|impacts?)$|outcomes? of (?:the|this) .{0,48}\b(?:strategy|plan|programme|program|policy|roadmap)$|(?:(?:proposed|indicative|suggested|main|programme|program|strategic) )?(?:(?:key )?performance indicators|kpis\b)|(?:headline|target|outcome) indicators\b|(?:metrics|measures|indicators) (?:of|for) success\b)|\bsuccess (?:metrics|indicators)\b|^(?:key |core |our |headline |quantified |strategic |main |primary |(?:key |primary |main )?performance |overall |development |economic |physical |annual |specific |20\d\d )?(?:targets|objectives?|goals?|target(?! [a-z])|target(?= (?:and|for|of|to|by|until|in|values?|levels?|indicators?|setting|year)\b))\b(?! \d)(?!(?: and|,) (?:[a-z]+(?:,| and) ){0,3}?(?:and )?(?:actions?|policies|strategies|initiatives|measures|projects)\b)|targets and|and targets/,
  ],
  [
    'layout',
    /空间布局|总体布局|产业布局|功能布局|功能分区|空间结构|空间格局|发展布局|区域布局|科技创新布局|spatial|^(?:land use|layout|zoning)/,
  ],
  [
    'safeguards',
    /保障措施|组织实施|实施保障|保障机制|组织保障|规划实施|方案实施|组织领导|实施机制|工作保障|要求与保障|^保障(?:体系)?$|^附则|^safeguards?\b|^implementation|^delivery\b(?! against)|^governance|^monitoring and/,
  ],
  [
    'tasks',
    /任务|重点工程|重点工作|重点行动|政策措施|支持措施|主要措施|重点项目|^(?:key |our |priority |main )?(?:actions?|measures|priorities|tasks|projects)\b|\b(?:actions|measures|steps|interventions|initiatives|activities) (?:to|that) (?:achieve|reach|meet|realise|realize|attain|deliver)\b|\b(?:proposed|recommended|suggested|planned) (?:actions|measures|interventions|initiatives|activities)\b/,
  ],
];

/** 夯实产业基础, 着力破解突出问题: what a task does, not how things stand. */
const DOING =
  /^(?:着力|切实|大力|全力|全面|积极|有效|持续|不断|深入|努力|进一步)?(?:加强|加快|推进|推动|优化|营造|改善|打造|提升|针对|夯实|强化|构建|完善|建立|健全|聚焦|培育|抢抓|把握|深化|补齐|破解|解决)/;

/** 贯彻新发展理念,推动…开新局, 符合首都功能定位的展会: a principle is what a task follows, or what marks a thing. */
const FOLLOWED =
  /(?:贯彻|落实|践行|坚持|树立|遵循|围绕|紧扣|按照|立足|对标)[^,;:]{0,12}(?:理念|思想|思路|原则|要求|定位)[,;:]|定位的/;

/** Nothing inside one of these is anything else. */
const CLOSED: readonly SectionKind[] = ['annex', 'contents', 'references', 'definitions', 'elsewhere', 'basis'];

/** `heading`: normalised words without numbering. `parent`: the kind of the section around it; the root gives `tasks`. */
export function kindOf(heading: string, parent: SectionKind): SectionKind {
  if (CLOSED.includes(parent)) return parent;
  let best: SectionKind | undefined;
  let at = Number.POSITIVE_INFINITY;
  for (const [kind, words] of WORDS) {
    const index = heading.search(words);
    if (index < 0 || index >= at) continue;
    if ((kind === 'baseline' || kind === 'elsewhere') && DOING.test(heading)) continue;
    if (kind === 'principles' && FOLLOWED.test(heading)) continue;
    best = kind;
    at = index;
  }
  return best ?? (parent === 'root' ? 'tasks' : parent);
}

/** A line that is nothing but such words is a heading, even without a number. */
export function isKindHeading(value: string): boolean {
  return ALONE.test(value);
}

const ALONE =
  /^(?:总体要求|总体思路|指导思想|基本原则|发展基础|发展现状|发展背景|面临形势|发展形势|发展目标|主要目标|总体目标|工作目标|主要指标|空间布局|总体布局|产业布局|主要任务|重点任务|重点工程|政策措施|保障措施|组织实施|实施保障|组织保障|附则|附[件表录图](?:\d{1,2}|[一二三四五六七八九十])?|名词解释|参考文献|编制依据):?$/;
