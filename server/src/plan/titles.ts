import type { Range } from '../text.ts';
import type { VisibleText } from './leaves.ts';

const LONGEST = 120;
/** “…” names a document only when it ends like one; “双千计划” is a programme. */
const QUOTED_ZH =
  /[“"「]([^“”"「」\n]{6,60}?(?:规划纲要|发展规划|专项规划|总体规划|实施意见|指导意见|若干意见|实施方案|行动方案|工作方案|管理办法|实施细则|条例|若干措施|若干政策|行动纲要|白皮书|通知))[”"」]/g;
const QUOTED_EN =
  /[“"]((?:[A-Z0-9][\w’'-]*|of|for|the|and|in|on|to|a)(?: (?:[A-Z0-9(][\w’'–-]*\)?|of|for|the|and|in|on|to|a)){2,12})[”"]/g;
const ITSELF = /^《本?(?:规划纲要|规划|方案|(?:行动|实施|工作)?(?:计划|方案)|(?:实施|若干)?意见|(?:若干)?措施|办法)》$/;
const ENGLISH_GENRE = /\b(?:Strategy|Plan|Act|Paper|Framework|Report|Programme|Guidelines|Regulations)\b/;

/** Titles of documents in visible text: 《…》 (nested ones belong to the outer), and quoted ones. In order, not overlapping. */
export function findTitles(visible: VisibleText): Range[] {
  const { text, at } = visible;
  const spans: [number, number][] = [];
  for (let i = text.indexOf('《'); i >= 0; i = text.indexOf('《', i)) {
    const end = closing(text, i);
    if (end < 0) {
      i++;
      continue;
    }
    // The plan calls itself 《方案》: no other document's title.
    if (!ITSELF.test(text.slice(i, end))) spans.push([i, end]);
    i = end;
  }
  for (const pattern of [QUOTED_ZH, QUOTED_EN]) {
    for (const match of text.matchAll(pattern)) {
      if (pattern === QUOTED_EN && !ENGLISH_GENRE.test(match[0])) continue;
      spans.push([match.index, match.index + match[0].length]);
    }
  }
  spans.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const found: Range[] = [];
  let last = 0;
  for (const [from, to] of spans) {
    if (from < last) continue;
    found.push({ start: at[from]!, end: at[to - 1]! + 1 });
    last = to;
  }
  return found;
}

function closing(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length && i < open + LONGEST; i++) {
    if (text[i] === '《') depth++;
    else if (text[i] === '》' && --depth === 0) return i + 1;
  }
  return -1;
}
