import type { FactInput } from './fact-input.ts';
import { rangeIn } from './normal-text.ts';
import type { Block, NameMention } from './types.ts';

type Kind = NameMention['kind'];

interface Ending {
  readonly kind: Kind;
  readonly pattern: RegExp;
  /** Looked for first: what stands before them matches nearly everywhere. */
  readonly ends: RegExp;
}

function ending(kind: Kind, before: string, ends: string): Ending {
  return { kind, pattern: new RegExp(`(${before})(${ends})`, 'g'), ends: new RegExp(ends) };
}

/** What a name ends like. The words before it must be a name's, not a description's. */
const ENDINGS: readonly Ending[] = [
  ending('university', '[\\u4e00-\\u9fff]{2,8}', '(?:大学|学院)(?![生园城科路街])'),
  ending(
    'institute',
    '[\\u4e00-\\u9fffa-z]{2,14}',
    '研究院|研究所|研究总院|科学院|实验室|工程研究中心|技术创新中心|产业创新中心|制造业创新中心',
  ),
  ending('firm', '[\\u4e00-\\u9fffa-z]{2,12}', '(?:股份|控股)?有限公司|股份公司|集团(?!化)|药业|重工|能源股份'),
  ending(
    'place',
    '[\\u4e00-\\u9fff]{2,10}',
    '经济技术开发区|高新技术产业开发区|开发区|高新区|经开区|新区|科学城|科学园|科技园|产业园|工业园|软件园|自贸试验区|保税区|综保区|示范区|创新港|国际机场|港区',
  ),
  ending(
    'platform',
    '[\\u4e00-\\u9fffa-z]{2,12}',
    '技术转移中心|概念验证中心|中试基地|检测中心|服务平台|交易所|产业联盟|创新联合体|孵化器|加速器',
  ),
  ending('fund', '[\\u4e00-\\u9fffa-z0-9]{2,12}', '产业基金|引导基金|母基金|投资基金|发展基金|创投基金|天使基金'),
];
const PROGRAMME = /[“"「]([^”"」“\n]{2,12})[”"」](?:引才|人才|培育|行动|专项|系列|重大)?(计划|工程|行动|专项|政策)/g;
/** A description, not a name: everything up to the last of these is cut off. */
const DESCRIBES =
  /.*(?:扩大|加大|促进|加速|会同|相邻|月底前|平方米|左右|所|家|地|动|园|建设|设立|建立|组建|打造|支持|引进|引入|鼓励|推动|推进|依托|发挥|联合|围绕|培育|创建|争创|争取|布局|搭建|吸引|加快|加强|深化|与|和|及|或|在|对|由|为|的|以|等|、|各类|各|一批|若干|国内外|国内|国际|知名|一流|高水平|高校|重点|国家级|省级|市级|区级|国家|省|部|新型|特色|专业化?|综合性?|高端|现代|大型|骨干|龙头|领军|企业|行业|产业|科技|技术|公共|共性|相关|有关|双创|设|建|办|入|到|向|从|将|让|把|于|用|至)/;
const GENERIC =
  /^(?:全国|全省|全市|我市|我省|我区|本市|本区|本园|园区|该|其|区内|市内|省内|县|市|区|工程|重大|基础|应用|创新|合作|自主|先进|智能|数字|绿色|生态|循环|示范|试验|经济|工业|物流|农业|文化|旅游|未来|新兴|战略性|专项|政府|投资|股权|创业|天使|社会|市场化|子|母|海外|境外|民营|国有|多|大|小|双|新|高|特|专|联盟|现有|优质|独立|共享|开放|第三方|检验|检测|验证|质量|标准)*$/;
const ENGLISH =
  /\b((?:[A-Z][A-Za-z&’'-]+ ){1,5}(?:University|Institute|College|Laborator(?:y|ies)|Centre|Center|Park|Campus|Ltd|Inc|plc|Group|Fund|Programme|Program|Partnership|Agency|Council|Consortium))\b|\b(University of [A-Z][a-z]+)/g;

/** Proper names in a block as far as a pattern can tell, in order. Linear in its text. */
export function findNames({ block, text }: FactInput): NameMention[] {
  if (block.inert !== undefined || block.kind === 'heading') return [];
  const found = [...namesIn(block), ...programmes(block, text), ...english(block, text)].sort(
    (a, b) => a.range.start - b.range.start || b.range.end - a.range.end,
  );
  let end = 0;
  return found.filter(({ range }) => {
    if (range.start < end) return false;
    end = range.end;
    return true;
  });
}

function namesIn(block: Block): NameMention[] {
  const { value } = block.normal;
  const found: NameMention[] = [];
  for (const { kind, pattern, ends } of ENDINGS) {
    if (!ends.test(value)) continue;
    for (const match of value.matchAll(pattern)) {
      const cut = DESCRIBES.exec(match[1]!)?.[0].length ?? 0;
      const head = match[1]!.slice(cut);
      if (head.length < 2 || GENERIC.test(head)) continue;
      const from = match.index + cut;
      const to = match.index + match[0].length;
      found.push({ range: rangeIn(block.normal, from, to), block: block.id, kind, text: value.slice(from, to) });
    }
  }
  return found;
}

function programmes(block: Block, text: string): NameMention[] {
  return [...text.slice(block.range.start, block.range.end).matchAll(PROGRAMME)].map((match) => {
    const start = block.range.start + match.index;
    return { range: { start, end: start + match[0].length }, block: block.id, kind: 'programme', text: match[0] };
  });
}

function english(block: Block, text: string): NameMention[] {
  return [...text.slice(block.range.start, block.range.end).matchAll(ENGLISH)].map((match) => {
    const start = block.range.start + match.index;
    const kind: Kind = /University|College/.test(match[0])
      ? 'university'
      : /Institute|Laborator/.test(match[0])
        ? 'institute'
        : /Fund/.test(match[0])
          ? 'fund'
          : /Ltd|Inc|plc|Group/.test(match[0])
            ? 'firm'
            : /Park|Campus/.test(match[0])
              ? 'place'
              : /Programme|Program/.test(match[0])
                ? 'programme'
                : 'platform';
    return { range: { start, end: start + match[0].length }, block: block.id, kind, text: match[0] };
  });
}
