import { normalOf, remembered } from './normal.ts';

/** Words that two statements on one thing share: pairs of Han characters, and English words. */
export type TopicWords = ReadonlySet<string>;

const ENGLISH_FILLERS =
  /^(?:the|and|for|its|with|from|that|this|was|were|has|had|have|are|which|than|over|about|more|some|all|one|two|year|years|into|by|of|to|in|on|at|as|an|is|be|it|per|also|only|their|his|her|them|there|around|nearly|almost|least|up|number)$/;

/** Numerals, their signs and units, and words that only join. */
const HAN_FILLERS =
  /\d{2,4}年(?:底|末|初)?|\d{1,2}月(?:\d{1,2}日)?|\d+(?:[.,]\d+)*|[一二两三四五六七八九十百千]+(?=[万亿])|(?:余|多)?(?:家|个|项|名|位|户|件)(?![体性])|截至|截止|达到|实现|拥有|超过|突破|大约|左右|以上|其中|共计|累计|近年|已经|同比|[为的了约近超达共已由在于从到至被把将与和及等有是该其]/g;

/** Words for one thing. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/增速|增幅|增长率/g, '增长'],
  [/交易额|交易总额|总成交额/g, '成交额'],
  [/公司/g, '企业'],
  [/工业总产值|总产值/g, '产值'],
  [/gdp/g, '地区生产总值'],
  [/\b(?:compan(?:y|ies)|business(?:es)?|enterprises?)\b/g, 'firms'],
  [/\b(?:employees|staff|workforce)\b/g, 'workers'],
];

/** Topic words of a text; it is folded first unless it is `NormalText` already. */
export function topicWords(text: string, isNormal = false): TopicWords {
  return isNormal ? wordsIn(text) : knownWords(text);
}

const knownWords = remembered((text) => wordsIn(normalOf(text)));

function wordsIn(text: string): TopicWords {
  const normal = SAME.reduce((one, [pattern, word]) => one.replace(pattern, word), text);
  const words = new Set<string>();
  for (const [run] of normal.replace(HAN_FILLERS, ' ').matchAll(/[\u3400-\u9fff]+|[a-z][a-z-]+/g)) {
    if (/[a-z]/.test(run)) {
      if (run.length > 2 && !ENGLISH_FILLERS.test(run)) words.add(stem(run));
    } else if (run.length === 1) words.add(run);
    else for (let i = 0; i + 1 < run.length; i++) words.add(run.slice(i, i + 2));
  }
  return words;
}

/** Enough of one: firms and firm, attracted and attracts. */
function stem(word: string): string {
  return word.replace(/(?:ies|ing|ed|es|s|e|y)$/, (ending) => (word.length - ending.length >= 3 ? '' : ending));
}

/** How telling each word is among several statements: one that stands in all of them tells nothing apart. */
export function weightsOf(statements: readonly TopicWords[]): (word: string) => number {
  const counts = new Map<string, number>();
  for (const words of statements) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const all = Math.max(statements.length, 2);
  return (word) => Math.log((all + 1) / ((counts.get(word) ?? 0) + 0.5)) + 0.2;
}

/** The share of `words`, by weight, that `near` or, at a discount, `wide` says; 0 when there are none. */
export function share(
  words: TopicWords,
  near: TopicWords,
  weight: (word: string) => number = () => 1,
  wide: TopicWords = near,
  discount = 0.7,
): number {
  let whole = 0;
  let said = 0;
  for (const word of words) {
    const worth = weight(word);
    whole += worth;
    if (near.has(word)) said += worth;
    else if (wide.has(word)) said += worth * discount;
  }
  return whole === 0 ? 0 : said / whole;
}
