import type { Hit } from '../framework/group-scanner.ts';
import type { Block, Plan } from '../plan/types.ts';
import { type Range, stretchOf } from '../text.ts';

const WORD = "[A-Z][A-Za-z’'-]*";
const LIST = `${WORD}(?: (?:(?:and|&|of|for|the) ){0,2}${WORD}| & ${WORD}){0,6}`;
/** The Ministry of Economy, Trade and Industry; the Department for Energy Security and Net Zero. */
const OF = `(?:Ministry|Minister|Department|Dept\\.?|Directorate|Secretariat|Secretary|MINISTRY|DEPARTMENT) (?:of|for|OF|FOR) (?:the )?(?:${WORD}, (?:${WORD}(?: ${WORD})?, )?(?=${WORD}(?: ${WORD})?,? (?:and|&) [A-Z]))?${LIST}`;
/** The Labour and Employment Department. */
const INVERTED = `(?:${WORD} (?:(?:and|&) )?){1,4}(?:Ministry|Department|Directorate)(?! (?:of|for))`;
/** … between the Linford Foundation and the Export and Investment Fund: a party to what is agreed, no money of the plan. */
const PARTY = `(?<=\\b(?:between|among) )(?:(?:the|and|of|for|&) |${WORD},? ){1,20}Fund`;
/** The Tax Cuts and Jobs Act of 2017, the Inflation Reduction Act: what a law is called is no goal of the plan. */
const ACT = `(?:${WORD} (?:(?:and|of|for|&) )?){1,7}Act(?: of (?:19|20)\\d\\d|,? (?:19|20)\\d\\d)?`;
const OFFICE = new RegExp(`\\b(?:${OF}|${INVERTED}|${PARTY}|${ACT})\\b`, 'g');

/** Ministries, departments, funds among partners and acts of law by their names, wherever they stand: the Ministry of Digitalization says nothing of digitalization. Their capitals tell them. */
export function officesIn({ text }: Plan, block: Block): Range[] {
  if (block.kind === 'heading' || !/[a-z]{3}/.test(block.normal.value)) return [];
  const source = text.slice(block.range.start, block.range.end);
  if (!/ministr|ministe|department|dept|director|secretar/i.test(source) && !/ (?:Fund|Act)\b/.test(source)) return [];
  return Array.from(source.matchAll(OFFICE), ({ 0: name, index }) =>
    stretchOf(block.range, index, index + name.length),
  );
}

/** Of stretches that may overlap, those that they cover together, in order. */
export function united(stretches: readonly Hit[]): Hit[] {
  const all: Hit[] = [];
  for (const one of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last && one.from <= last.to) all[all.length - 1] = { from: last.from, to: Math.max(last.to, one.to) };
    else all.push(one);
  }
  return all;
}
