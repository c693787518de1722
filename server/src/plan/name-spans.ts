import type { NameMention } from './types.ts';

type Kind = NameMention['kind'];

interface Ending {
  readonly kind: Kind;
  /** What stands before the ending, and the ending. */
  readonly pattern: RegExp;
  readonly ends: RegExp;
  /** How much may stand before the ending. */
  readonly most: number;
}

function ending(kind: Kind, letters: string, most: number, ends: string): Ending {
  return { kind, pattern: new RegExp(`(${letters}{2,${most}})(${ends})`, 'y'), ends: new RegExp(ends, 'g'), most };
}

/**
 * The leftmost names with an ending, as a global pattern would find them. Endings are looked for first: what stands before them matches nearly everywhere,
 * and would be tried everywhere.
 */
function namesWith({ pattern, ends, most }: Ending, value: string): RegExpExecArray[] {
  const names: RegExpExecArray[] = [];
  /** No name starts before it any more. */
  let from = 0;
  ends.lastIndex = 0;
  for (let end = ends.exec(value); end; end = ends.exec(value)) {
    let name: RegExpExecArray | null = null;
    for (let start = Math.max(from, end.index - most); !name && start <= end.index - 2; start++) {
      pattern.lastIndex = start;
      name = pattern.exec(value);
    }
    if (name) names.push(name);
    from = name ? name.index + name[0].length : Math.max(from, end.index - 1);
    ends.lastIndex = name ? from : end.index + 1;
  }
  return names;
}

/** What a name ends like. The words before it must be a name's, not a description's. */
const ENDINGS: readonly Ending[] = [
  ending('university', '[\\u4e00-\\u9fff]', 8, '(?:大学|学院)(?![生园城科路街])'),
  ending(
    'institute',
    '[\\u4e00-\\u9fffa-z]',
    14,
    '研究院|研究所|研究总院|科学院|实验室|工程研究中心|技术创新中心|产业创新中心|制造业创新中心',
  ),
  ending('firm', '[\\u4e00-\\u9fffa-z]', 12, '(?:股份|控股)?有限公司|股份公司|集团(?!化)|药业|重工|能源股份'),
  ending(
    'place',
    '[\\u4e00-\\u9fff]',
    10,
    '经济技术开发区|高新技术产业开发区|开发区|高新区|经开区|新区|科学城|科学园|科技园|产业园|工业园|软件园|自贸试验区|保税区|综保区|示范区|创新港|国际机场|港区',
  ),
  ending(
    'platform',
    '[\\u4e00-\\u9fffa-z]',
    12,
    '技术转移中心|概念验证中心|中试基地|检测中心|服务平台|交易所|产业联盟|创新联合体|孵化器|加速器',
  ),
  ending('fund', '[\\u4e00-\\u9fffa-z0-9]', 12, '产业基金|引导基金|母基金|投资基金|发展基金|创投基金|天使基金'),
];
/** 上饶、赣州、宜春等地; 玄武区、秦淮区. `needs` is looked for first: an enumeration stands in most paragraphs. */
const PLACES = [
  {
    needs: /等(?:重点)?(?:地|设区市|省市|[县市区镇]|乡镇|片区|街道)/,
    pattern:
      /(?:[\u4e00-\u9fff]{2,7}、)+[\u4e00-\u9fff]{2,7}等(?:重点)?(?:地区|地(?!方)|设区市|省市|县市|市县|乡镇|片区|街道|[区县](?![域块间委])|镇)/g,
  },
  {
    needs: /[区县市镇岛]、[\u4e00-\u9fff]{1,8}[区县市镇岛]/,
    pattern:
      /(?:[\u4e00-\u9fff]{1,5}(?:新区|开发区|高新区|经开区|[区县市镇岛])、)+[\u4e00-\u9fff]{1,5}(?:新区|开发区|高新区|经开区|[区县市镇岛])(?![域块间场民政值委直级局])/g,
  },
];
/** 张家港市重点发展…，常熟市重点发展…: places that each have a task of their own; one alone may be anything. */
const PLACE_WITH_TASK =
  /(?<=^|[,;。:、 ]|[,;。]?(?:支持|鼓励|引导|推动|指导))(?:[\u4e00-\u9fff]{2,8}(?:新区|开发区|高新区|经开区|工业园区|片区|[区县市镇])|[\u4e00-\u9fff]{2,4}园区)(?=(?:重点|着力|着重|主要|主攻|集中力量)(?:发展|布局|打造|培育|建设))/g;

const HAS_TASK = /[区县市镇园](?:重点|着力|着重|主要|主攻|集中力量)/;

/** Kinds of places, not places. */
const KIND_OF_PLACE =
  /(?:(?<!^.)山区|景区|商业区|商务区|海岛|社区|园区|库区|林区|牧区|市区|城区|城镇|集镇|乡镇|郊区|校区|厂区|片区|小区|生活区|功能区|集聚区|示范区|先行区|试验区|地区|服务区|保护区|街区|院区|校园|城市|超市|都市|门市|学校|医院|高校|企业|机构)$|^(?:国家级|省级|市级)?(?:开发区|高新区|经开区|新区|自贸区|综保区|保税区|各区|各县|各市)$|^(?:平安|法治|美丽|健康|数字|智慧|幸福|文明)/;
/** A description, not a name: everything up to the last of these is cut off. */
const DESCRIBES =
  /.*(?:扩大|加大|促进|加速|会同|相邻|月底前|平方米|左右|所|家|地|动|园|建设|设立|建立|组建|打造|支持|引进|引入|鼓励|推动|推进|依托|发挥|联合|围绕|培育|创建|争创|争取|布局|搭建|吸引|加快|加强|深化|与|和|及|或|在|对|由|为|的|以|等|、|各类|各|一批|若干|国内外|国内|国际|知名|一流|高水平|高校|重点|国家级|省级|市级|区级|国家|省|部|新型|特色|专业化?|综合性?|高端|现代|大型|骨干|龙头|领军|企业|行业|产业|科技|技术|公共|共性|相关|有关|双创|设|建|办|入|到|向|从|将|让|把|于|用|至)/;
const GENERIC =
  /^(?:全国|全省|全市|我市|我省|我区|本市|本区|本园|园区|该|其|区内|市内|省内|县|市|区|工程|重大|基础|应用|创新|合作|自主|先进|智能|数字|绿色|生态|循环|示范|试验|经济|工业|物流|农业|文化|旅游|未来|新兴|战略性|专项|政府|投资|股权|创业|天使|社会|市场化|子|母|海外|境外|民营|国有|多|大|小|双|新|高|特|专|联盟|现有|优质|独立|共享|开放|第三方|检验|检测|验证|质量|标准)*$/;

/** Chinese names in a normalised text by their endings, kind by kind; names of different kinds may overlap. */
export function nameSpans(value: string): { readonly kind: Kind; readonly from: number; readonly to: number }[] {
  const found: { kind: Kind; from: number; to: number }[] = [];
  for (const one of ENDINGS) {
    const { kind } = one;
    for (const match of namesWith(one, value)) {
      const cut = DESCRIBES.exec(match[1]!)?.[0].length ?? 0;
      const head = match[1]!.slice(cut);
      if (head.length < 2 || GENERIC.test(head)) continue;
      found.push({ kind, from: match.index + cut, to: match.index + match[0].length });
    }
  }
  for (const { from, to } of placesWithTasks(value)) found.push({ kind: 'places', from, to });
  if (!value.includes('、')) return found;
  for (const { needs, pattern } of PLACES) {
    if (!needs.test(value)) continue;
    for (const match of value.matchAll(pattern)) {
      const items = match[0].split('、');
      const from = match.index + (DESCRIBES.exec(items[0]!.slice(0, -1))?.[0].length ?? 0);
      const to = match.index + match[0].length;
      if (isInBrackets(value, match.index) || items.every((item) => KIND_OF_PLACE.test(item.replace(/等.*$/, ''))))
        continue;
      if (!found.some((one) => one.kind === 'places' && one.from < to && from < one.to))
        found.push({ kind: 'places', from, to });
    }
  }
  return found;
}

function placesWithTasks(value: string): { from: number; to: number }[] {
  if (!HAS_TASK.test(value)) return [];
  const told: { from: number; to: number }[] = [];
  for (const { 0: match, index } of value.matchAll(PLACE_WITH_TASK)) {
    const cut = DESCRIBES.exec(match.slice(0, -1))?.[0].length ?? 0;
    const name = match.slice(cut);
    if (name.length >= 3 && !KIND_OF_PLACE.test(name)) told.push({ from: index + cut, to: index + match.length });
  }
  return told.length > 1 ? told : [];
}

function isInBrackets(value: string, at: number): boolean {
  return value.lastIndexOf('(', at) > value.lastIndexOf(')', at);
}
