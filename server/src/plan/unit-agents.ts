import type { Block } from './types.ts';
import { BODY, NO_BODY, namesIn, type UnitDraft } from './unit-names.ts';

const BY =
  /由((?:[^,。;:、()]|、(?=[^,。;:()]{0,30}(?:牵头|负责|会同))){2,60}?)(牵头|负责|统筹(?:协调|负责|推进)?|组织实施|主导|承担|会同)/g;
const DOES =
  /(?:^|[,。;:)])([^,。;:()]{2,40}?(?:局|委|办|部|厅|署|办公室|委员会|管委会|政府|中心|集团|指挥部|领导小组|工作专班|专班))(?:要|应|应当)?(?:继续)?(?:做好|发挥|履行)?(牵头|负责|会同|统筹(?:推进|协调|实施))/g;
/** 由市科技局组建…: whoever acts behind 由 is responsible, whatever the verb. */
const AGENT =
  /由(?!于)((?:[市县区省镇]|[\u4e00-\u9fff]{0,4}(?:园区|新区|开发区|高新区)|[\u4e00-\u9fff]{2,4}管理(?=局)|管委会|街道)[\u4e00-\u9fff]{0,14}?(?:局|委|办|厅|部|处|管委会|委员会|政府|指挥部|专班|公司|集团|商会|协会))(?=[\u4e00-\u9fff])(?!解释|认定|批准|确定|组成|审核|审批|核准|印发|负责解释)/g;
/** 国家发展改革委要加强综合协调: a body that is told what to do, but not 各部门要高度重视. */
const TOLD =
  /(?:^|[,。;:)、])(?!各|有关|相关|全体|广大)([^,。;:()、]{2,30}?(?:局|(?<!党)委|(?<!干)部|厅|署|办公室|管委会)|[^,。;:()、级]{0,12}?(?:[市县区镇]|[县市]\([市县区、]{1,5}\))政府)(?:\([^()]{1,30}\))?(?:要|应当?|可以?(?=通过|给予|按|根据|视|对|采取))(?=[\u4e00-\u9fff])(?!求|素|件|点|有|变|急|对|用|高度重视|提高认识|增强)/g;
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
const GENERIC = /^(?:各有关|有关|相关|各相关|各|上述|以上|下级|上级|基层)?(?:部门|单位|企业|方面|政府)$/;
/** 由区人才专项经费按比例承担: what is paid from, not who does it. */
const MONEY = /(?:经费|资金|基金|费用|收益)(?:按|统筹|$)/;

/** What each way of writing cannot do without: looked for first, since the ways themselves are slow where there is none. */
const HAS_VERB = /牵头|负责|会同|统筹|由/;
const HAS_SHORT_NAMES = /等(?:各?(?:有关|相关|职能))?(?:部门|单位)/;
const HAS_TOLD = /(?:局|委|部|厅|署|办公室|管委会|政府)(?:\([^()]{1,30}\))?(?:要|应|可)/;
const HAS_ACTS = /(?:局|委|厅|署|办公室|管委会)(?:加强|强化|做好|统筹|组织|制定|编制|出台|建立|开展|落实|定期|每|全程)/;

/** Units that a Chinese sentence has act: 由市科技局组建…, 市交通委牵头, 发改、财政等部门要…. They may overlap. */
export function unitsByAct({ normal: { value } }: Block): UnitDraft[] {
  return [
    ...(HAS_VERB.test(value) ? byWhom(value) : []),
    ...(value.includes('会同') ? withWhom(value, WITH) : []),
    ...(value.includes('牵头') ? withWhom(value, JOINS) : []),
    ...(HAS_SHORT_NAMES.test(value) ? byShortNames(value) : []),
    ...(value.includes('由') ? agents(value) : []),
    ...(HAS_TOLD.test(value) ? toldWhat(value, TOLD) : []),
    ...(HAS_ACTS.test(value) ? toldWhat(value, ACTS) : []),
  ];
}

function byWhom(value: string): UnitDraft[] {
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
      const names = namesIn(who).filter(
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

function withWhom(value: string, way: RegExp): UnitDraft[] {
  return [...value.matchAll(way)].flatMap((match) => {
    const names = namesIn(match[1]!).filter((name) => BODY.test(name) && !/有关|相关|^各/.test(name));
    if (names.length === 0) return [];
    const from = match.index + match[0].indexOf(match[1]!);
    return [{ from, to: match.index + match[0].length, role: 'support' as const, form: 'by' as const, names }];
  });
}

/** 第四条 区商务局要…: the number is no part of the name. */
const ARTICLE = /^第[一二三四五六七八九十百\d]{1,4}条 ?/;

function toldWhat(value: string, way: RegExp): UnitDraft[] {
  return [...value.matchAll(way)].flatMap((match) => {
    const name = match[1]!.replace(ARTICLE, '');
    if (/有关|相关|部门|支部|干部|全部|内部|外部|会同|牵头|联合|^(?:以|在|对|从|由|把|将)/.test(name)) return [];
    const from = match.index + match[0].indexOf(name);
    return [{ from, to: from + name.length, role: 'responsible' as const, form: 'by' as const, names: [name] }];
  });
}

function agents(value: string): UnitDraft[] {
  return [...value.matchAll(AGENT)].map((match) => ({
    from: match.index + 1,
    to: match.index + match[0].length,
    role: 'responsible',
    form: 'by',
    names: [match[1]!],
  }));
}

function byShortNames(value: string): UnitDraft[] {
  return [...value.matchAll(SHORT_NAMES)].map((match) => ({
    from: match.index,
    to: match.index + match[1]!.length,
    role: 'responsible',
    form: 'by',
    names: match[1]!.split('、').filter((name) => name !== ''),
  }));
}
