import type { Range } from '../text.ts';
import type { VisibleText } from './leaves.ts';

/**
 * Ways to leave something open: XX, ××, XXX万元, 待补充, （待定）, （略）, TBD, TODO, {{…}}, ____. Not XX in a Latin word or a model name, not 待定 in 待定向, not
 * 待补充的 in what is said of somebody else's papers. Each is bounded and linear.
 */
const WAYS: readonly RegExp[] = [
  /\{\{[^{}\n]{0,80}\}\}/,
  /[×✕╳]{2,8}/,
  /(?<![A-Za-z0-9＿_./-])[XxＸｘ]{2,8}(?![A-Za-z0-9_]|-\d)/,
  // 20XX年, by 202X
  /(?<![A-Za-z0-9])20(?:[XxＸｘ]{2}|\d[XxＸｘ])(?![A-Za-z0-9])/,
  // X亿元, X月X日; not 1+N+X个, 3×5亿元 or Model X 年产
  /(?<![A-Za-z0-9_.+＋/\-)）×] ?)[XＸ×](?= ?(?:[十百千万亿]{0,2}(?:元|美元|家|个(?!性|人)|项|名|亩|平方|公里|吨|人次|%|％|月|日(?!本)|年)|亿))/,
  // Reach X%, create X number of jobs
  /(?<![A-Za-z0-9_.+＋/-])[XＸ](?= ?[%％]| number of\b)/,
  // Attract $... of investments; complete % of the plan; __%
  /(?<=[£€$¥₹])(?:\.{3,6}|…{1,2})/,
  /(?<=\b(?:complete|reach|achieve|by|to|of) )%(?= (?:of|in)\b)/,
  /_{2,}(?= ?[%％])/,
  // £X million
  /(?<=[£€$¥₹] ?)[XxＸ]{1,3}(?= (?:million|billion|bn|thousand|lakh|crore)\b|(?:m|bn|k)\b)/,
  // +91-XXXXX-XXXXX
  /(?:\+\d{1,3}|(?<!\d)0\d{2,3})[- ][Xx×]{4,8}(?:[- ][Xx×]{2,8}){0,3}(?![A-Za-z0-9])/,
  /_{3,}|＿{2,}/,
  /(?<![零〇○◯一二三四五六七八九十百千\d])[〇○◯]{2,8}(?![零〇○◯一二三四五六七八九十百千\d])/,
  /【[ \u3000]{0,20}】|（[ \u3000]{1,20}）/,
  /待(?:补充|完善|填写?|明确|确认|核实|定)(?![向点位期性时的])/,
  /(?:此处|以下|内容|本[章节])?[从省]?略/,
  /(?<![A-Za-z0-9_])(?:TBD|TBC|TBA|TODO|FIXME|T\.B\.D\.)(?![A-Za-z0-9_])/,
  /[（(【[](?:此处|这里)?(?:请)?(?:填写|补充|插入)[^）)】\]\n]{0,30}[）)】\]]/,
  /(?:此处|这里)(?:请|应|需)?(?:插入|填写|添加|补充)[^，。；、,;\n]{1,20}/,
  // [Insert name], [To be estimated]; what is [to be continued] or [to be repealed] is a remark
  /\[(?:insert\b|to be (?!(?:continued|repealed|deleted|used|omitted|printed)\b)(?:[a-z]{2,14}(?:ed|en)|set|drawn up)\b)[^\]\n]{0,60}\]/,
  // [Name of agency]; a link has no brackets any more
  /\[(?:name|amount|date|number|title|agency|organi[sz]ation|percentage|figure|address|contact|company)(?: [a-z]{1,16}){0,5}\]/,
  /\[(?:target|value|budget|cost|baseline|deadline|location|period)\]/,
  /\bto be (?:confirmed|determined|completed)\b(?=\s*(?:$|[.,;:)\]|]))/,
  /\blorem ipsum\b/,
];
const PLACEHOLDER = new RegExp(WAYS.map(({ source }) => source).join('|'), 'gi');
/** How each of them looks at its most telling place: looked for first, since a text holds few of these and trying all ways everywhere is slow. */
const HINT =
  /[{×✕╳ＸｘX_＿〇○◯【[]|(?<![A-Za-z])x|待[补完填明确核定]|(?<![战策])略|[（(][ \u3000请此这填补插]|(?:此处|这里)[请应需插填添补]|\b(?:[Tt][Bb][ACDacd]|T\.B\.|[Tt][Oo][Dd][Oo]|[Tt][Oo] [Bb][Ee] [CDcd]|FIXME|[Ll][Oo][Rr][Ee][Mm] )|[£€$¥₹](?:\.{3}|…)|[a-zA-Z] %/;
/** 待明确 or a hall that is to be completed is a finding about the world: it must stand alone or behind a bracket or colon. */
const LOOSE = /^(?:待(?:完善|明确|确认|核实|填|定)|.{0,2}[从省]?略|to be completed)$/i;
/** 附件：任务分解表（略）: left out where it was published, not unwritten. */
const ANNEX = /^\s*附[件表图录].*[（(]\s*[从省]?略\s*[）)]\s*$/;
/** What is written small or may be the short form of a name: an amount tbc. */
const SHORT = /^(?:tb[cd]|TBA)$/;
/** 1+N+X: 1个…, N个…, X个… */
const VARIABLE = /[+＋] ?[NXＮＸ]|[NＮ][个家类+＋]/;
/** Article XX of the GATT is the twentieth. */
const BEFORE_ROMAN = /\b(?:Article|Chapter|Section|Part|Title|Annex|Schedule|Appendix) $/;
const BEHIND_ROMAN = /^ of (?:the |its )?(?!(?:Plan|Strategy|Policy|Programme)\b)[A-Z]/;

/** In English a space stands before every word. */
const BEFORE_WORDS = /(?:^|[（([:：|])\s?$/;

export function findPlaceholders(visible: VisibleText): Range[] {
  const { text, at } = visible;
  const found: Range[] = [];
  if (!HINT.test(text)) return found;
  for (const match of text.matchAll(PLACEHOLDER)) {
    const from = match.index;
    const to = from + match[0].length;
    if (LOOSE.test(match[0]) && (!standsAlone(text, from, to) || ANNEX.test(text))) continue;
    if (SHORT.test(match[0])) {
      if (!endsSomething(text, to)) continue;
    } else if (/^(?:todo|tb[acd]|fixme)$/i.test(match[0]) && match[0] !== match[0].toUpperCase()) continue;
    if (/^[XＸ]$/i.test(match[0]) && VARIABLE.test(text)) continue;
    if (isRoman(text, from, to) || insideTitle(text, from) || isBroken(text, from) || isLegend(text, from, to))
      continue;
    found.push({ start: at[from]!, end: at[to - 1]! + 1 });
  }
  return found;
}

/** The block says nothing else. */
export function isOnlyPlaceholder(visible: VisibleText): boolean {
  const rest = visible.text.replace(PLACEHOLDER, '');
  return rest !== visible.text && !/[\p{L}\p{N}]/u.test(rest);
}

function standsAlone(text: string, from: number, to: number): boolean {
  return (
    (/[a-z]$/i.test(text.slice(from, to)) ? BEFORE_WORDS : /(?:^|[\s（(【[:：,，、。；;|])$/).test(
      text.slice(Math.max(0, from - 2), from),
    ) && /^(?:$|[\s）)】\],，、。；;|])/.test(text.slice(to, to + 1))
  );
}

/** Nothing but a mark or the end stands behind it; (TBA) behind a name is its short form. */
function endsSomething(text: string, to: number): boolean {
  return /^ ?(?:$|[.,;|\]\n])/.test(text.slice(to, to + 2));
}

function isRoman(text: string, from: number, to: number): boolean {
  return (
    text.slice(from, to) === 'XX' &&
    BEFORE_ROMAN.test(text.slice(Math.max(0, from - 9), from)) &&
    BEHIND_ROMAN.test(text.slice(to, to + 20))
  );
}

/** 国家战 / 略: the second half of a word that a page's width has cut in two. */
function isBroken(text: string, from: number): boolean {
  return text[from] === '略' && text[from - 1] === '\n' && /[\u3400-\u9fff]/.test(text[from - 2] ?? '');
}

/** 注：【 】内为5年累计数: what a sign in a table means. */
function isLegend(text: string, from: number, to: number): boolean {
  return text[from] === '【' && /^ ?(?:内|中|里|为|是|表示)/.test(text.slice(to, to + 3));
}

function insideTitle(text: string, from: number): boolean {
  const before = text.slice(Math.max(0, from - 60), from);
  return before.lastIndexOf('《') > before.lastIndexOf('》');
}
