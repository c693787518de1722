import type { Range } from '../text.ts';
import type { VisibleText } from './leaves.ts';

/**
 * XX, ××, XXX万元, 待补充, （待定）, （略）, TBD, TODO, {{…}}, ____. Not XX in a Latin word or a model name, not 待定 in 待定向.
 * Bounded and linear.
 */
const PLACEHOLDER =
  /\{\{[^{}\n]{0,80}\}\}|[×✕╳]{2,8}|(?<![A-Za-z0-9＿_./-])[XxＸｘ]{2,8}(?![A-Za-z0-9_])|_{3,}|＿{2,}|待(?:补充|完善|填写?|明确|确认|核实|定)(?![向点位期性时])|(?:此处|以下|内容|本[章节])?[从省]?略|(?<![A-Za-z0-9_])(?:TBD|TBC|TODO|FIXME|T\.B\.D\.)(?![A-Za-z0-9_])|[（(【[](?:此处|这里)?(?:请)?(?:填写|补充|插入)[^）)】\]\n]{0,30}[）)】\]]|\[(?:insert|to be (?:added|confirmed|completed|determined))[^\]\n]{0,60}\]|\bto be (?:confirmed|determined|completed)\b(?=\s*(?:$|[.,;:)\]|]))|\blorem ipsum\b/gi;
/** 待明确 or a hall that is to be completed is a finding about the world: it must stand alone or behind a bracket or colon. */
const LOOSE = /^(?:待(?:完善|明确|确认|核实|填|定)|.{0,2}[从省]?略|to be completed)$/i;

/** In English a space stands before every word. */
const BEFORE_WORDS = /(?:^|[（([:：|])\s?$/;

export function findPlaceholders(visible: VisibleText): Range[] {
  const { text, at } = visible;
  const found: Range[] = [];
  for (const match of text.matchAll(PLACEHOLDER)) {
    const from = match.index;
    const to = from + match[0].length;
    if (LOOSE.test(match[0]) && !standsAlone(text, from, to)) continue;
    if (/^(?:todo|tbd|tbc|fixme)$/i.test(match[0]) && match[0] !== match[0].toUpperCase()) continue;
    if (insideTitle(text, from)) continue;
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

function insideTitle(text: string, from: number): boolean {
  const before = text.slice(Math.max(0, from - 60), from);
  return before.lastIndexOf('《') > before.lastIndexOf('》');
}
