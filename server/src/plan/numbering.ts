import type { Numbering } from './types.ts';

export type NumberingStyle = Numbering['style'];

/** Styles that number items as often as headings. */
export const ITEM_STYLES = ['arabic', 'arabic-paren', 'circled', 'letter'] as const satisfies readonly NumberingStyle[];

export interface FoundNumbering {
  readonly style: NumberingStyle;
  readonly value: number;
  readonly path?: readonly number[];
  /** Units of the normalised text that it takes, marks and spaces behind it included. */
  readonly length: number;
}

const CHAPTER =
  /^第([一二三四五六七八九十百零〇两\d]{1,5})(篇|编|部分|章|节(?![点课能约奏假])|条(?![件例线款]))[、.:]? ?/;
const CHAPTER_STYLE: Readonly<Record<string, NumberingStyle>> = {
  篇: 'part',
  编: 'part',
  部分: 'part',
  章: 'chapter',
  节: 'section',
  条: 'article',
};
const HAN = /^([一二三四五六七八九十百]{1,5})[、.] ?/;
/** 壹、贰、叁、 stand above 一、; 參 is 参 when simplified. */
const FORMAL = /^([壹贰叁参肆伍陆柒捌玖拾])、/;
const FORMAL_NUMERALS = '壹贰叁肆伍陆柒捌玖拾';
/** 一　总则: in a heading a blank will do. */
const HAN_AND_BLANK = /^\s*([一二三四五六七八九十]{1,3})\s{1,4}(?=[\u3400-\u9fff]{2})/;
const HAN_PAREN = /^\(([一二三四五六七八九十百]{1,5})\)[、.]? ?/;
const ARABIC_PAREN = /^(?:\((\d{1,3})\)|(\d{1,3})\))[、.]? ?/;
const CIRCLED = /^([①-⑳㉑-㉟㊱-㊿])[、.]? ?/;
/** 1.1 with a space, or with a Han character behind it that is no unit (1.5亿元); 5.2.3 with any. Not 3.08.A02, which is one of several A. */
const DECIMAL =
  /^(\d{1,2}(?:\.\d{1,2}){1,4})(?:[.、](?![a-z]?\d) ?| |(?=[\u3400-\u9fff])(?:(?<=\.\d{1,2}\.\d{1,2})|(?![亿万元倍个米吨公平千百亩家年月日小分秒克升人名度至到以多余左条项件台套])))/;
const ARABIC = /^(\d{1,3})(?:、|\.(?!\d)) ?/;
/** Not I.1 or B.2, which count what stands in I. and B. */
const ROMAN = /^\(?([ivx]{1,5}|[ⅰ-ⅻ])(?:[、)]|\.(?!\d{1,2}(?!\d))) ?/;
const LETTER = /^(?:\(([a-h])\)|([a-h])(?:\)|\.(?!\d{1,2}(?!\d)))) ?/;
const ENGLISH =
  /^(part|chapter|section|article) (\d{1,3}|[ivx]{1,5}|one|two|three|four|five|six|seven|eight|nine|ten)(?:[:.)]|\b)(?: ?[—–-])? ?/;
/** # 3 Talent, # 3人才, and not # 5G, 3D, 2nd or 3号地块. */
const BARE = /^(\d{1,2})(?: (?=[a-z])|(?=[\u3400-\u9fff])(?![亿万元倍个米吨公平千百亩家年月日大条项号期栋幢座]))/;
/** # 5.0 Targets: the chapter before 5.1, and not # 3.0 million jobs. */
const WHOLE = /^(\d{1,2})\.0 (?=[a-z])(?!million|billion|percent|times)/;
/** # Ⅱ 任务, and not # Ⅱ类用地. */
const BARE_ROMAN = /^([ⅰ-ⅻ])(?: |(?=[\u3400-\u9fff])(?![类级期型区号度]))/;
/** No numbering starts otherwise. */
const STARTS = /^[第壹贰叁参肆伍陆柒捌玖拾一二三四五六七八九十百(\d①-⑳㉑-㉟㊱-㊿ⅰ-ⅻa-hivxpcs]/;
const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

type Reader = readonly [pattern: RegExp, read: (match: RegExpExecArray) => Omit<FoundNumbering, 'length'>];

const READERS: readonly Reader[] = [
  [CHAPTER, (m) => ({ style: CHAPTER_STYLE[m[2]!]!, value: numeral(m[1]!) })],
  [HAN, (m) => ({ style: 'han', value: numeral(m[1]!) })],
  [FORMAL, (m) => ({ style: 'chapter', value: FORMAL_NUMERALS.indexOf(m[1]!.replace('参', '叁')) + 1 })],
  [HAN_PAREN, (m) => ({ style: 'han-paren', value: numeral(m[1]!) })],
  [ARABIC_PAREN, (m) => ({ style: 'arabic-paren', value: Number(m[1] ?? m[2]) })],
  [CIRCLED, (m) => ({ style: 'circled', value: circledValue(m[1]!.charCodeAt(0)) })],
  [
    DECIMAL,
    (m) => {
      const path = m[1]!.split('.').map(Number);
      return { style: 'decimal', value: path[path.length - 1]!, path };
    },
  ],
  [ARABIC, (m) => ({ style: 'arabic', value: Number(m[1]) })],
  [ROMAN, (m) => ({ style: 'roman', value: romanValue(m[1]!) })],
  [LETTER, (m) => ({ style: 'letter', value: (m[1] ?? m[2])!.charCodeAt(0) - 96 })],
  [ENGLISH, (m) => ({ style: m[1] as NumberingStyle, value: englishValue(m[2]!) })],
];

/** The numbering at the start of a normalised text (`NormalText.value`). In a Markdown heading a bare number counts: `# 3 Talent`. */
export function numberingOf(value: string, heading = false): FoundNumbering | undefined {
  if (!STARTS.test(value)) return undefined;
  for (const [pattern, read] of READERS) {
    const match = pattern.exec(value);
    if (!match) continue;
    const found = read(match);
    if (found.value > 0) return { ...found, length: match[0].length };
  }
  if (!heading) return undefined;
  const bare = WHOLE.exec(value) ?? BARE.exec(value);
  if (bare) return { style: 'arabic', value: Number(bare[1]), length: bare[0].length };
  const roman = BARE_ROMAN.exec(value);
  return roman ? { style: 'roman', value: romanValue(roman[1]!), length: roman[0].length } : undefined;
}

/** Of a heading as it was written: in normalised text nothing stands between 一 and 总则. `length` is that in the normalised text. */
export function numberingBeforeBlank(text: string): FoundNumbering | undefined {
  const match = HAN_AND_BLANK.exec(text);
  return match ? { style: 'han', value: numeral(match[1]!), length: match[1]!.length } : undefined;
}

/** 十二 → 12, 一百零三 → 103, 12 → 12. */
export function numeral(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  let total = 0;
  let digit = 0;
  for (const c of text) {
    const value = '零一二三四五六七八九'.indexOf(c === '〇' ? '零' : c === '两' ? '二' : c);
    if (c === '十') {
      total += (digit || 1) * 10;
      digit = 0;
    } else if (c === '百') {
      total += (digit || 1) * 100;
      digit = 0;
    } else if (value >= 0) digit = value;
    else digit = digit * 10 + (Number(c) || 0);
  }
  return total + digit;
}

function circledValue(code: number): number {
  if (code <= 0x2473) return code - 0x245f;
  if (code <= 0x325f) return code - 0x3251 + 21;
  return code - 0x32b1 + 36;
}

function englishValue(text: string): number {
  if (/\d/.test(text)) return Number(text);
  const word = WORDS.indexOf(text);
  return word > 0 ? word : romanValue(text);
}

function romanValue(text: string): number {
  const code = text.charCodeAt(0);
  if (code >= 0x2170 && code <= 0x217b) return code - 0x216f;
  return (
    ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv'].indexOf(text) + 1
  );
}
