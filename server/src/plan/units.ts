import { columnOf, namesSources } from './column-of.ts';
import type { FactInput } from './fact-input.ts';
import { rangeIn } from './normal-text.ts';
import type { Block, UnitMention } from './types.ts';
import { unitColumns } from './unit-columns.ts';
import { unitsInEnglish } from './units-en.ts';

/** A unit before it has a range. `from` and `to` index the block's normalised text. */
export type UnitDraft = Pick<UnitMention, 'role' | 'form' | 'names'> & { readonly from: number; readonly to: number };

const LABEL =
  /(牵头(?:责任)?(?:单位|部门|处室)|责任(?:单位|部门|主体|处室)|配合(?:单位|部门|处室)|协[办同](?:单位|部门)|参与(?:单位|部门)|(?:主办|主责|承办|实施|落实|负责|主管)(?:单位|部门)): ?((?:(?![,、]?(?:牵头|责任|配合|协[办同]|参与)(?:单位|部门):)[^;。:()〕】\]|]){2,240})/g;
/** With a bracket inside it: ［市交通运输局、各区政府（含新区管委会，下同），市规划和自然资源局］. */
const BRACKET = /[(〔【[]([^()〔〕【】[\]]{0,240}(?:\([^()]{0,80}\)[^()〔〕【】[\]]{0,120}){0,3})[)〕】\]]/g;
const BY =
  /由((?:[^,。;:、()]|、(?=[^,。;:()]{0,30}(?:牵头|负责|会同))){2,60}?)(牵头|负责|统筹(?:协调|负责|推进)?|组织实施|主导|承担|会同)/g;
const DOES =
  /(?:^|[,。;:)])([^,。;:()]{2,40}?(?:局|委|办|部|厅|署|办公室|委员会|管委会|政府|中心|集团|指挥部|领导小组|工作专班|专班))(?:要|应|应当)?(?:继续)?(?:做好|发挥|履行)?(牵头|负责|会同|统筹(?:推进|协调|实施))/g;
/** 由市科技局组建…: whoever acts behind 由 is responsible, whatever the verb. */
const AGENT =
  /由(?!于)((?:[市县区省镇]|[\u4e00-\u9fff]{0,4}(?:园区|新区|开发区|高新区)|管委会|街道)[\u4e00-\u9fff]{0,14}?(?:局|委|办|厅|部|处|管委会|委员会|政府|指挥部|专班|公司|集团|商会|协会))(?=[\u4e00-\u9fff])(?!解释|认定|批准|确定|组成|审核|审批|核准|印发|负责解释)/g;
/** 国家发展改革委要加强综合协调: a body that is told what to do, but not 各部门要高度重视. */
const TOLD =
  /(?:^|[,。;:)、])(?!各|有关|相关|全体|广大)([^,。;:()、]{2,30}?(?:局|(?<!党)委|(?<!干)部|厅|署|办公室|管委会))(?:要|应当?)(?=[\u4e00-\u9fff])(?!求|素|件|点|有|变|急|对|用|高度重视|提高认识|增强)/g;
/** 市工业和信息化局加强统筹: a body of the place that does something itself, at the start of a clause. */
const ACTS =
  /(?:^|[,。;:)])((?:[市县区省镇]|园区|新区|开发区|高新区)[^,。;:()、]{1,20}?(?:局|(?<!党)委|厅|署|办公室|管委会))(?=(?:加强|强化|做好)?统筹|组织|制定|编制|出台|建立|开展|落实|定期|每[年季月]|全程|加强(?:协调|指导|调度|督促))/g;
/** 由市土储中心牵头,统筹…,会同区政府、…组织: who is with the one that leads, up to the first that is named. */
const WITH =
  /会同((?!各|有关|相关|其他|当地|所在地)[^,。;:()]{2,24}?(?:局|委|办|部|厅|署|办公室|委员会|管委会|政府|部门|单位|机构|集团|协会))/g;
/** 市交通委牵头,市发展改革委、市电力公司等部门共同参与: who joins the one that leads. */
const JOINS =
  /牵头(?:负责)?,((?:[^,。;:()、]{2,20}、){0,20}[^,。;:()、]{2,20}?)(?:等(?:有关|相关)?(?:部门|单位))?(?:共同|积极)?(?:参与|参加|配合|协同|协助)/g;
/** 市科委、杨浦区牵头…: with an organ among them, places lead too. */
const LEADS = /(?:^|[,。;:)])((?:[^,。;:()、]{2,16}、)+[^,。;:()、]{2,16}?)(?:共同|联合)?(牵头|会同)/g;
/** 发改、财政、工信等部门要…: departments by their short names. */
const SHORT_NAMES =
  /((?:(?:发展?改革?|发改|财政|工信|经信|科技|商务|人社|人力资源|自然资源|国土|规划|住建|建设|环保|生态环境|市场监管|税务|金融|农业农村|农牧|农业|林业|水利|水务|交通|教育|卫健|卫生|文旅|文化|旅游|公安|应急|统计|审计|国资|组织|宣传|招商|投促|编制|民政|司法|外事|海关|气象|电力|供电|审批)(?:局|委|办)?、?){2,})等(?:各?(?:有关|相关|职能))?(?:部门|单位)(?:要|应|应当|须|负责|分别|会同|共同|按|根据|协同|配合|加强|做好|建立)/g;
/** What the name of a public body, a park company or an association ends like. */
const BODY =
  /(?:局|委|办|部|厅|院|处|室|科|署|行|团|站|所|社|党组|管委会|委员会|办公室|政府|中心|集团|公司|园区|开发区|高新区|新区|大学|学院|银行|分行|街道|镇|乡|村|区|县|市|州|盟|旗|省|国企|央企|街镇|总队|支队|大队|协会|商会|联合会|联盟|专班|小组|指挥部|法院|检察院|海关|企业|单位|部门|基地|平台|医院|学校|高校|院所)等?(?:单位|部门)?$/;
/** What acts, as against a place. */
const ORGAN =
  /(?:局|委|办|部|厅|处|室|科|署|行|团|站|社|党组|会|政府|中心|集团|公司|专班|小组|指挥部|法院|检察院|海关|单位|部门|院|所|校|大学|企业|国企|央企)等?(?:单位|部门)?$/;
/** In a bracket, what explains and does not name. */
const EXPLAINS =
  /^(?:以下|下称|简称|即|含|不含|包括|如|例如|见|详见|注|指|其中|试行|暂行|修订|征求意见|送审|草案|第|附|或|万|单位|占|约|截至|原|根据|按|参照|不包括|同|此件|可|由于|\d)/;
/** （市统计局；2026年6月底）: by when, behind the units. */
const WHEN =
  /(?<=[局委办部厅会司府院心团等位门区县][^,;。]{0,8})[,;。](?:完成|工作)?(?:时限|时间|进度|期限)?:?(?:(?:20\d\d年|\d{1,2}月|[到至]20\d\d|年[底内]|第?[一二三四]季度|[上下]半年|每[年月季])[^,;。]{0,12}|(?:长期|持续|常态化?|全年|按时序)[^,;。]{0,6})$/;
/** （…等负责。列第一位者为牵头单位，下同）: how to read the brackets of the document. */
const READING =
  /[,。;](?:(?:排|列)(?:在|名)?第一位?(?:的|者)?(?:单位|部门)?为|排名第一的?为)牵头(?:单位|部门)?(?:[,。;]?(?:以)?下同)?[。]?$|[,。;](?:下同|以下(?:均|各项|同)[^。;]{0,24}不再(?:一一)?(?:列出|列明|重复))[。]?$/;
/** What the units before it do. */
const DOING =
  /(?:等)?(?:牵头(?:负责)?|(?:按照?)?(?:各自)?职责(?:分工)?(?:分别)?负责|分别负责|负责|(?:组织|抓好)?落实|配合|协助|参与)$/;
const GENERIC = /^(?:各有关|有关|相关|各相关|各|上述|以上|下级|上级|基层)?(?:部门|单位|企业|方面|政府)$/;
/** 由区人才专项经费按比例承担: what is paid from, not who does it. */
const MONEY = /(?:经费|资金|基金|费用|收益)(?:按|统筹|$)/;
const NO_BODY = /首席专家|有限责任|责任制|负责人|负责任|第三方|龙头企业|领军企业|骨干企业|企业为主|市场化/;

/** What each way of writing cannot do without: looked for first, since the ways themselves are slow where there is none. */
const HAS_LABEL = /(?:单位|部门|主体|处室):/;
const HAS_BRACKET = /[(〔【[]/;
const HAS_VERB = /牵头|负责|会同|统筹|由/;
const HAS_SHORT_NAMES = /等(?:各?(?:有关|相关|职能))?(?:部门|单位)/;
const HAS_TOLD = /(?:局|委|部|厅|署|办公室|管委会)(?:要|应)/;
const HAS_ACTS = /(?:局|委|厅|署|办公室|管委会)(?:加强|强化|做好|统筹|组织|制定|编制|出台|建立|开展|落实|定期|每|全程)/;

/** Responsible units of a block in all their forms, in order, not overlapping. Linear in its text. */
export function findUnits(input: FactInput): UnitMention[] {
  const { block } = input;
  if (block.inert !== undefined || block.kind === 'heading') return [];
  const { value } = block.normal;
  const drafts = [
    ...(HAS_LABEL.test(value) ? labels(block) : []),
    ...(HAS_BRACKET.test(value) ? brackets(block) : []),
    ...(HAS_VERB.test(value) ? byWhom(block) : []),
    ...(value.includes('会同') ? withWhom(block, WITH) : []),
    ...(value.includes('牵头') ? withWhom(block, JOINS) : []),
    ...(HAS_SHORT_NAMES.test(value) ? byShortNames(block) : []),
    ...(value.includes('由') ? agents(block) : []),
    ...(HAS_TOLD.test(value) ? toldWhat(block, TOLD) : []),
    ...(HAS_ACTS.test(value) ? toldWhat(block, ACTS) : []),
    ...unitsInEnglish(input),
  ].sort((a, b) => a.from - b.from || b.to - a.to);
  const found: UnitMention[] = unitColumns(block);
  let last = 0;
  for (const { from, to, role, form, names } of drafts) {
    if (from < last || isSource(block, rangeIn(block.normal, from, to).start)) continue;
    last = to;
    found.push({ range: rangeIn(block.normal, from, to), block: block.id, role, form, names });
  }
  found.sort((a, b) => a.range.start - b.range.start);
  let end = 0;
  return found.filter(({ range }) => {
    if (range.start < end) return false;
    end = range.end;
    return true;
  });
}

/** In a table's column of where figures come from. */
function isSource(block: Block, offset: number): boolean {
  return namesSources(block.header?.[columnOf(block, offset)]);
}

function labels({ normal: { value } }: Block): UnitDraft[] {
  return [...value.matchAll(LABEL)].flatMap((match) => {
    const from = match.index;
    const to = from + match[0].length;
    const list = match[2]!;
    if (DOING.test(list))
      return byRole(list, to - list.length).map((part, i) => ({
        ...part,
        from: i === 0 ? from : part.from,
        form: 'label' as const,
      }));
    const names = split(list.replace(/,?(?:牵头|责任|配合|协办|参与|主办|完成|时限|时间)[^、,]{0,8}$/, ''));
    if (names.length === 0) return [];
    return [{ from, to, role: roleOf(match[1]!), form: 'label' as const, names }];
  });
}

function roleOf(label: string): UnitMention['role'] {
  if (/^(?:牵头|主办|主责)/.test(label)) return 'lead';
  return /^(?:配合|协|参与)/.test(label) ? 'support' : 'responsible';
}

/** （市科委、市经信委） at the end of a sentence, a paragraph or a heading. */
function brackets({ normal: { value } }: Block): UnitDraft[] {
  return [...value.matchAll(BRACKET)].flatMap((match) => {
    const from = match.index;
    const to = from + match[0].length;
    const inner = match[1]!
      .replace(/\([^()]*\)/g, blank)
      .replace(READING, '')
      .replace(WHEN, '');
    const ends =
      to >= value.length ||
      /^[。;\d一二三四五六七八九十(]/.test(value.slice(to, to + 1)) ||
      /[。;]$/.test(value.slice(0, from));
    // 国家新闻出版署（国家版权局）: another name of the same.
    if (inner.length < 2 || /[署局厅委部]$/.test(value.slice(0, from))) return [];
    if (!ends || inner.includes(':') || EXPLAINS.test(inner) || NO_BODY.test(inner)) return [];
    const parts = inBrackets(inner, from + 1);
    const names = parts.flatMap((part) => part.names);
    const bodies = names.filter((name) => BODY.test(name) && name.length >= 3);
    if (bodies.length === 0 || bodies.length * 2 < names.length || /[。;]/.test(inner)) return [];
    // （对接长三角、粤港澳大湾区）, （保税区、综试区）: places alone are nobody, but for 各区 and the like.
    if (!names.some((name) => ORGAN.test(name) || /^(?:各|相关|有关)/.test(name))) return [];
    // One short word in a bracket is a place or a note: （园区）.
    const isShort = names.length === 1 && !DOING.test(inner);
    if (
      isShort &&
      !/(?:局|委|办|部|厅|署|管委会|委员会|办公室|政府|公司|集团|中心|[区市县]属(?:国企|企业)|各街镇)$/.test(names[0]!)
    )
      return [];
    return parts.map((part) => ({
      ...part,
      form: 'bracket' as const,
      names: part.names.filter((name) => BODY.test(name)),
    }));
  });
}

/** As long as it was: what stands behind it keeps its place. */
function blank(text: string): string {
  return ' '.repeat(text.length);
}

/** Without words for roles the whole bracket is one. */
function inBrackets(inner: string, at: number): Part[] {
  if (!DOING.test(inner))
    return [{ role: 'responsible', names: split(inner), from: at - 1, to: at + inner.length + 1 }];
  return byRole(inner, at);
}

type Part = Pick<UnitDraft, 'role' | 'names' | 'from' | 'to'>;

/** 省科技厅牵头，省发展改革委、省工业和信息化厅配合: each part has its role. `at`: where the text starts. */
function byRole(inner: string, at: number): Part[] {
  let from = at;
  return inner.split(',').flatMap((part) => {
    const start = from;
    from += part.length + 1;
    const doing = DOING.exec(part)?.[0] ?? '';
    const role = /牵头/.test(doing) ? 'lead' : /配合|协助|参与/.test(doing) ? 'support' : 'responsible';
    const names = split(part.slice(0, part.length - doing.length));
    return names.length > 0 ? [{ role, names, from: start, to: start + part.length }] : [];
  });
}

function byWhom({ normal: { value } }: Block): UnitDraft[] {
  const drafts: UnitDraft[] = [];
  for (const pattern of [BY, DOES, LEADS]) {
    for (const match of value.matchAll(pattern)) {
      const who = match[1]!.replace(/^.*(?:[,。;:)]|由)/, '');
      const verb = match[2]!;
      const after = value.slice(match.index + match[0].length, match.index + match[0].length + 4);
      if (
        NO_BODY.test(match[0] + after) ||
        (verb === '负责' && /^(?:人|任|制)/.test(after)) ||
        /(?:企业|单位|主体)等?$|^(?:支持|鼓励|引导)/.test(who)
      )
        continue;
      if (verb === '牵头' && /^(?:单位|部门|企业|人|组建的)/.test(after)) continue;
      const names = split(who).filter(
        (name) =>
          !GENERIC.test(name) &&
          !MONEY.test(name) &&
          (BODY.test(name) || /^(?:区|市|省|县|园区|组织部|财政)/.test(name)),
      );
      if (names.length === 0) continue;
      const from = match.index + match[0].indexOf(who);
      const role = verb === '负责' || verb === '承担' ? 'responsible' : 'lead';
      drafts.push({ from, to: match.index + match[0].length, role, form: 'by', names });
    }
  }
  return drafts;
}

function withWhom({ normal: { value } }: Block, way: RegExp): UnitDraft[] {
  return [...value.matchAll(way)].flatMap((match) => {
    const names = split(match[1]!).filter((name) => BODY.test(name) && !/有关|相关|^各/.test(name));
    if (names.length === 0) return [];
    const from = match.index + match[0].indexOf(match[1]!);
    return [{ from, to: match.index + match[0].length, role: 'support' as const, form: 'by' as const, names }];
  });
}

function toldWhat({ normal: { value } }: Block, way: RegExp): UnitDraft[] {
  return [...value.matchAll(way)].flatMap((match) => {
    const name = match[1]!;
    if (/有关|相关|部门|支部|干部|全部|内部|外部|会同|牵头|联合|^(?:以|在|对|从|由|把|将)/.test(name)) return [];
    const from = match.index + match[0].indexOf(name);
    return [{ from, to: from + name.length, role: 'responsible' as const, form: 'by' as const, names: [name] }];
  });
}

function agents({ normal: { value } }: Block): UnitDraft[] {
  return [...value.matchAll(AGENT)].map((match) => ({
    from: match.index + 1,
    to: match.index + match[0].length,
    role: 'responsible',
    form: 'by',
    names: [match[1]!],
  }));
}

function byShortNames({ normal: { value } }: Block): UnitDraft[] {
  return [...value.matchAll(SHORT_NAMES)].map((match) => ({
    from: match.index,
    to: match.index + match[1]!.length,
    role: 'responsible',
    form: 'by',
    names: match[1]!.split('、').filter((name) => name !== ''),
  }));
}

function split(text: string): string[] {
  return text
    .split(/[、,/]|和(?=[市省区县各])|及(?=[市省区县各])/)
    .map((name) => name.trim().replace(/^(?:等|及|和|以及)/, ''))
    .filter((name) => name.length >= 2 && name.length <= 30);
}
