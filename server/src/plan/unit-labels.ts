import type { Block } from './types.ts';
import { BODY, DOING, NO_BODY, namesIn, ORGAN, type UnitDraft } from './unit-names.ts';

/** 责任单位：省财政厅，各市、县（区）人民政府: the bracket of such a word ends no list. */
const LABEL =
  /(牵头(?:责任)?(?:单位|部门|处室)|责任(?:单位|部门|主体|处室)|配合(?:单位|部门|处室)|协[办同](?:单位|部门)|参与(?:单位|部门)|(?:主办|主责|承办|实施|落实|负责|主管)(?:单位|部门)): ?((?:(?![,、]?(?:牵头|责任|配合|协[办同]|参与)(?:单位|部门):)(?:[^;。:()〕】\]|]|\([市县区旗州、]{1,4}\))){2,240})/g;
/** With a bracket inside it: ［市交通运输局、各区政府（含新区管委会，下同），市规划和自然资源局］. */
const BRACKET = /[(〔【[]([^()〔〕【】[\]]{0,240}(?:\([^()]{0,80}\)[^()〔〕【】[\]]{0,120}){0,3})[)〕】\]]/g;
/** In a bracket, what explains and does not name. */
const EXPLAINS =
  /^(?:以下|下称|简称|即|含|不含|包括|如|例如|见|详见|注|指|其中|试行|暂行|修订|征求意见|送审|草案|第|附|或|万|单位|占|约|截至|原|根据|按|参照|不包括|同|此件|可|由于|\d)/;
/** （市统计局；2026年6月底）: by when, behind the units. */
const WHEN =
  /(?<=[局委办部厅会司府院心团等位门区县][^,;。]{0,8})[,;。](?:完成|工作)?(?:时限|时间|进度|期限)?:?(?:(?:20\d\d年|\d{1,2}月|[到至]20\d\d|年[底内]|第?[一二三四]季度|[上下]半年|每[年月季])[^,;。]{0,12}|(?:长期|持续|常态化?|全年|按时序)[^,;。]{0,6})$/;
/** （…等负责。列第一位者为牵头单位，下同）: how to read the brackets of the document. */
const READING =
  /[,。;](?:(?:排|列)(?:在|名)?第一位?(?:的|者)?(?:单位|部门)?为|排名第一的?为)牵头(?:单位|部门)?(?:[,。;]?(?:以)?下同)?[。]?$|[,。;](?:下同|以下(?:均|各项|同)[^。;]{0,24}不再(?:一一)?(?:列出|列明|重复))[。]?$/;
/** What each way cannot do without: looked for first, since the ways themselves are slow where there is none. */
const HAS_LABEL = /(?:单位|部门|主体|处室):/;
const HAS_BRACKET = /[(〔【[]/;

/** Units named beside a measure in Chinese: behind a label (责任单位：市科委) or in a bracket at its end (（市科委、市经信委）). */
export function unitsByLabel({ normal: { value } }: Block): UnitDraft[] {
  return [...(HAS_LABEL.test(value) ? labels(value) : []), ...(HAS_BRACKET.test(value) ? brackets(value) : [])];
}

function labels(value: string): UnitDraft[] {
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
    const names = namesIn(list.replace(/,?(?:牵头|责任|配合|协办|参与|主办|完成|时限|时间)[^、,]{0,8}$/, ''));
    if (names.length === 0) return [];
    return [{ from, to, role: roleOf(match[1]!), form: 'label' as const, names }];
  });
}

function roleOf(label: string): UnitDraft['role'] {
  if (/^(?:牵头|主办|主责)/.test(label)) return 'lead';
  return /^(?:配合|协|参与)/.test(label) ? 'support' : 'responsible';
}

/** （市科委、市经信委） at the end of a sentence, a paragraph or a heading. */
function brackets(value: string): UnitDraft[] {
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
    return [{ role: 'responsible', names: namesIn(inner), from: at - 1, to: at + inner.length + 1 }];
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
    const names = namesIn(part.slice(0, part.length - doing.length));
    return names.length > 0 ? [{ role, names, from: start, to: start + part.length }] : [];
  });
}
