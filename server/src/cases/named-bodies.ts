import type { CaseLibrary } from '../framework/case-types.ts';
import { WordMatcher } from '../framework/word-matcher.ts';
import { nameSpans } from '../plan/name-spans.ts';
import { bareName } from './case-names.ts';
import { normalOf } from './normal.ts';
import { WELL_KNOWN_FIRMS } from './well-known-firms.ts';

export type NamedKind = 'university' | 'firm' | 'person';

/** Somebody who is named in a normalised text; `from` and `to` are indices into it. */
export interface Named {
  readonly kind: NamedKind;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤施褚南甘';
/** A person is told by what stands around the name: 由李某某发起, 某某某教授, 某某某1993年在…创办. */
const PERSON = new RegExp(
  `(?<=^|[由、与和,;。年]|引进|大学|学院|邀请|聘请)(?:[${SURNAMES}][\\u4e00-\\u9fff]{1,2}?|[\\u4e00-\\u9fff]{1,5}·[\\u4e00-\\u9fff]{1,6}?)(?=、|与|和|等(?:人|教授|专家)?(?:共同)?(?:发起|创办|创立|创建|倡议|领衔|牵头)|教授|院士|博士|先生|女士|团队|在|于|\\d{4}年|(?:共同|联合)?(?:发起|创办|创立|创建|倡议|领衔|牵头))`,
  'g',
);
const PLACE_LIKE = /[市区县镇州省院厂]$/;
const UNIVERSITY = /[\u4e00-\u9fff]{2,6}?(?:大学|学院|科学院)/g;
const UNIVERSITY_EN =
  /\b(?:(?!(?:and|the|of|with|by|at|from|to|for|a|an|in|its|where|who|when|whose|professor)\b)[a-z]+ ){0,3}university(?: of [a-z]+(?: (?:kong|and technology))?)?\b/g;
/** Actors that are no firm, or many. */
const NO_FIRM =
  /政府|市委|管委会|企业|机构|协会|商会|商界|团队|基金会|网络|中心|平台|运营|大学|学院|科学院|研究|学校|园$|区$|县$|镇$|市$|局$|所$|院$|城$|工作站|工作组|办公厅|设计|业主|户$|商$|方$/;

/** Universities, firms and persons in a normalised text, in order; none overlaps another. */
export function namedIn(text: string, library: CaseLibrary): Named[] {
  const found: Named[] = [];
  const add = (kind: NamedKind, from: number, to: number) => {
    if (!found.some((one) => one.from < to && from < one.to))
      found.push({ kind, from, to, text: text.slice(from, to) });
  };
  for (const { kind, from, to } of nameSpans(text))
    if (kind === 'university' || kind === 'firm' || text.slice(from, to).endsWith('科学院'))
      add(kind === 'firm' ? 'firm' : 'university', from, to);
  for (const match of [...text.matchAll(UNIVERSITY), ...text.matchAll(UNIVERSITY_EN)])
    add('university', match.index, match.index + match[0].length);
  const { matcher, kinds } = rosterOf(library);
  matcher.scan(text, (word, from, to) => {
    if (!isInsideWord(text, from, to)) add(kinds[word]!, from, to);
  });
  for (const match of text.matchAll(PERSON))
    if (match[0].length > 1 && !PLACE_LIKE.test(match[0])) add('person', match.index, match.index + match[0].length);
  return found.sort((a, b) => a.from - b.from);
}

interface Roster {
  readonly matcher: WordMatcher;
  readonly kinds: readonly NamedKind[];
}

const rosters = new WeakMap<CaseLibrary, Roster>();

/** Firms and persons by name: the actors of all cases, and firms that everybody knows. */
function rosterOf(library: CaseLibrary): Roster {
  const before = rosters.get(library);
  if (before) return before;
  const kinds = new Map<string, NamedKind>(WELL_KNOWN_FIRMS.map((name) => [normalOf(name), 'firm']));
  for (const { actors } of library.cases.values())
    for (const { name, kind } of actors)
      for (const one of namesOf(name.zh, name.en, kind === 'person'))
        if (one.length > 1) kinds.set(normalOf(one), kind ?? 'firm');
  const roster = { matcher: new WordMatcher([...kinds.keys()]), kinds: [...kinds.values()] };
  rosters.set(library, roster);
  return roster;
}

function namesOf(zh: string, en: string, isPerson: boolean): string[] {
  const names = zh.split(/[、与（）()]/).map((one) => bareName(one.replace(/等.*$/, '')));
  if (isPerson) return [...names, en.replace(/ and others$/, '')];
  return [...names.filter((one) => !NO_FIRM.test(one)), ...(/^[A-Z][\w&-]+$/.test(en) ? [en] : [])];
}

/** Letters before or behind; the s of a genitive is none (its apostrophe is folded away). */
function isInsideWord(text: string, from: number, to: number): boolean {
  const isLetter = (i: number) => /[a-z0-9]/.test(text[i] ?? ' ');
  const end = text[to] === 's' ? to + 1 : to;
  return (isLetter(from) && isLetter(from - 1)) || (isLetter(to - 1) && isLetter(end));
}
