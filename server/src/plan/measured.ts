/** What a figure measures: the noun before it (总产值达到500亿元) or behind it (10家龙头企业). Spans index a normalised text. */
export interface Noun {
  readonly from: number;
  readonly to: number;
}

/** Words between a noun and its figure. */
const LINK =
  /(?:分别|力争|预计|累计|总计|合计|新增|增长|增加|提高|提升|降低|下降|减少|增至|升至|达|达到|到|至|为|是|超过|突破|超|近|约|不低于|不少于|不超过|至少|控制|在|以上|实现|完成|率先|稳定|保持|年均|每年|同比|比|上年|的|共|共有|有|规模|数量)+$/;
/** What is done with the noun: it begins behind these. */
const VERBS =
  /.*(?:引进|招引|引育|培育|培养|新增|新建|建成|建设|建立|形成|打造|集聚|汇聚|实现|完成|设立|组建|认定|创建|拥有(?!量)|推动|支持|安排|投入(?!强度|占|总额|经费|比)|确保|力争|使|新签约|签约|开展|举办|推进|获批|突破|争取|布局|落地|发展|壮大|开通|带动|吸引|孵化|转化(?!率|额|金额)|其中|全市|全省|全区|园区|累计|年均|现有|共有|争创)/;
const MARK = /[,;:。!?|()[\]]/;
const LONGEST = 16;

export function nounBefore(value: string, start: number, from: number): Noun | undefined {
  let begin = from;
  while (begin > start && from - begin < 40 && !MARK.test(value[begin - 1]!)) begin--;
  const text = value.slice(begin, from);
  const linked = LINK.exec(text);
  const end = linked ? linked.index : text.length;
  const head = text.slice(0, end);
  const skipped = VERBS.exec(head)?.[0].length ?? 0;
  let noun = head.slice(skipped < head.length ? skipped : 0);
  const listed = noun.lastIndexOf('、');
  if (listed >= 0 && noun.length - listed > 2) noun = noun.slice(listed + 1);
  noun = noun.replace(/^(?:到|至)?(?:20)?\d\d年(?:底|末)?/, '').replace(/^(?:的|各类|各|一批|等)/, '');
  if (noun.length < 2 || noun.length > LONGEST || /^\d/.test(noun)) return undefined;
  const at = begin + end - noun.length;
  return { from: at, to: at + noun.length };
}

export function nounAfter(value: string, to: number, end: number): Noun | undefined {
  let from = to;
  const skipped = /^(?:以上|左右|以内|以下|及以上)?(?:的)?/.exec(value.slice(to, to + 6))?.[0].length ?? 0;
  from += skipped;
  let stop = from;
  while (stop < end && stop - from < LONGEST && isNounCharacter(value[stop]!)) stop++;
  const noun = value.slice(from, stop);
  const cut = /(?:[,、和及与]|达到|实现|落户|入驻|上市|建成|投产|开工|以上)/.exec(noun);
  const length = cut ? cut.index : noun.length;
  return length >= 2 ? { from, to: from + length } : undefined;
}

function isNounCharacter(character: string): boolean {
  return (character >= '\u4e00' && character <= '\u9fff') || /[a-z0-9+&/-]/.test(character);
}
