import type { Case, CaseFact } from '../framework/case-types.ts';
import { type Range, startingIn, stretchOf } from '../text.ts';
import { nameWords } from './case-names.ts';
import { clauseAt, indexAt, isDenied, isEnglish, isSure, placeIn, rangeOf } from './in-passage.ts';
import type { Judging, Observation } from './observation.ts';
import { isPlanOf } from './passages.ts';
import { share, topicWords } from './topic-words.ts';

interface YearFact {
  readonly fact: CaseFact;
  readonly years: readonly number[];
}

interface YearSaid {
  readonly year: number;
  /** Of the four digits or numerals. */
  readonly range: Range;
  readonly index: number;
}

/** Holds each year of a passage that speaks of a case against what the case's facts date. */
export function yearsAgainst(judging: Judging): Observation[] {
  const { speaker, plan, passage } = judging;
  return yearsIn(judging).flatMap((said): Observation[] => {
    const who = speaker(said.index);
    if (typeof who === 'string' || isDenied(judging, said.index)) return [];
    const words = wordsOf(said, judging);
    const english = isEnglish(passage.block.normal.value.slice(passage.from, passage.to));
    const facts = who.flatMap((found) => yearFactsOf(found).map((one) => ({ ...one, case: found })));
    const judged = facts
      .map((one) => {
        const statement = topicWords(english ? one.fact.statement.en : one.fact.statement.zh);
        const name = topicWords(
          english ? one.fact.indicator.en : one.fact.indicator.zh.replace(/(?:年份|日期|时间|年代)$/, ''),
        );
        const names = nameWords(one.case);
        const own = new Set([...words].filter((word) => !names.has(word) || statement.has(word)));
        return { ...one, known: share(own, statement), named: share(name, words) };
      })
      .sort((a, b) => b.known + b.named - a.known - a.named);
    const same = judged.find(
      ({ years, known, case: found }) =>
        years.includes(said.year) && known >= (passage.cited.includes(found) ? 0.35 : 0.5),
    );
    if (same) return [{ ...placeIn(judging, same.case), kind: 'agrees', range: said.range, fact: same.fact }];
    const [best, next] = judged;
    if (!best || !isSure(judging, best.case) || isPlanOf(plan, best.case)) return [];
    const isSureName = best.known >= 0.65 || (best.known >= 0.5 && best.named >= 0.5);
    if (best.years.includes(said.year) || !isSureName) return [];
    if (next && best.known + best.named - next.known - next.named < 0.15) return [];
    // The case may know this year of something else.
    const knows = ({ statement }: CaseFact) => (english ? statement.en : statement.zh).includes(String(said.year));
    if (
      best.case.facts.some(
        (fact) => knows(fact) && share(words, topicWords(english ? fact.statement.en : fact.statement.zh)) > 0.45,
      )
    )
      return [];
    const [right] = best.years;
    const disputed = best.fact.status === 'disputed' ? best.fact.preferred : undefined;
    return [
      {
        ...placeIn(judging, best.case),
        kind: 'year',
        range: said.range,
        fact: best.fact,
        right: disputed ?? { zh: `${right}年`, en: String(right) },
        ...(disputed || best.years.length > 1 ? {} : { replacement: { range: said.range, newText: String(right) } }),
      },
    ];
  });
}

const made = new WeakMap<Case, readonly YearFact[]>();

function yearFactsOf(found: Case): readonly YearFact[] {
  const before = made.get(found);
  if (before) return before;
  const facts = found.facts.flatMap((fact): YearFact[] => {
    if (fact.kind !== 'year') return [];
    const years = [fact.value, ...(fact.related ?? []).map(({ value }) => value)].flatMap((value) => {
      const year = /^(?:1[89]|20)\d\d(?!\d)/.exec(String(value))?.[0];
      return year === undefined ? [] : [Number(year)];
    });
    if (years.length === 0 || /年代/.test(String(fact.value))) return [];
    // What the file would have a plan write is right as well.
    const preferred = [...(fact.preferred?.zh ?? '').matchAll(/(?:1[89]|20)\d\d(?!\d)/g)].map(([year]) => Number(year));
    return [{ fact, years: [...years, ...preferred] }];
  });
  made.set(found, facts);
  return facts;
}

const NUMERALS = '〇一二三四五六七八九';

/** Years of a passage in digits or in numerals (一九八五年); spans, deadlines and the dates of documents are none. */
function yearsIn({ passage, plan }: Judging): YearSaid[] {
  const { block, from, to } = passage;
  const { value } = block.normal;
  const found: YearSaid[] = [];
  const figures = startingIn(plan.figures, block.range);
  for (const date of startingIn(plan.dates, block.range)) {
    if (date.fromYear === undefined || date.fromYear !== date.toYear) continue;
    if (date.use === 'document' || date.use === 'validity' || date.use === 'phase') continue;
    const index = indexAt(block, date.range.start);
    const digits = plan.text.slice(date.range.start, date.range.end).search(/\d{4}/);
    if (figures.some(({ range }) => range.start < date.range.end && date.range.start < range.end)) continue;
    if (index < from || index >= to || digits < 0 || /(?:19|20)\d\d年?[-—–~至到]/.test(value.slice(index, index + 8)))
      continue;
    found.push({ year: date.fromYear, range: stretchOf(date.range, digits, digits + 4), index });
  }
  for (const match of value.slice(from, to).matchAll(/[一二][〇零一二三四五六七八九]{3}(?=年)/g)) {
    const index = from + match.index;
    const year = Number([...match[0].replaceAll('零', '〇')].map((one) => NUMERALS.indexOf(one)).join(''));
    found.push({ year, range: rangeOf(block, { from: index, to: index + 4 }), index });
  }
  return found;
}

/** The words that a year dates: its clause, and the next one where it stands alone (1988年5月，国务院批准…). */
function wordsOf({ index }: YearSaid, judging: Judging): ReadonlySet<string> {
  const { value } = judging.passage.block.normal;
  const clause = clauseAt(judging, index);
  const own = topicWords(value.slice(clause.from, clause.to).replace(/年(?:\d+月)?(?:\d+日)?/g, ' '), true);
  if (own.size > 3 || clause.to + 1 >= judging.passage.to) return own;
  const next = clauseAt(judging, clause.to + 1);
  return topicWords(value.slice(clause.from, next.to).replace(/年(?:\d+月)?(?:\d+日)?/g, ' '), true);
}
