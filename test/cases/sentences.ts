import { readFileSync } from 'node:fs';
import { checkFacts } from '../../server/src/cases/check-facts.ts';
import type { Observation } from '../../server/src/cases/observation.ts';
import { parsePlan } from '../../server/src/plan/parse-plan.ts';
import type { Plan } from '../../server/src/plan/types.ts';
import { fifty } from '../rules/helpers.ts';

/** A plan of another place that holds one sentence. */
export function planWith(sentence: string): Plan {
  return parsePlan(`# 云川园区产业发展规划\n\n## 一、经验借鉴\n\n${sentence}\n`);
}

export function observationsOn(sentence: string): readonly Observation[] {
  return checkFacts(planWith(sentence), fifty);
}

/** `kind: words → what is right` of everything that does not agree. */
export function complaints(sentence: string): string[] {
  const plan = planWith(sentence);
  return checkFacts(plan, fifty).flatMap((one) => {
    if (one.kind === 'agrees') return [];
    const words = plan.text.slice(one.range.start, one.range.end);
    return [one.kind === 'disputed' ? `disputed: ${one.case.id}` : `${one.kind}: ${words} → ${one.right.zh}`];
  });
}

/** The sentence with the first replacement made. */
export function corrected(sentence: string): string | undefined {
  const { text } = planWith(sentence);
  for (const one of observationsOn(sentence)) {
    if (!('replacement' in one) || !one.replacement) continue;
    const { range, newText } = one.replacement;
    return (text.slice(0, range.start) + newText + text.slice(range.end)).split('\n')[4];
  }
  return undefined;
}

export interface JudgedSentence {
  readonly sentence: string;
  readonly caseId: string;
  readonly verdict: string;
}

function readSentences(file: string): JudgedSentence[] {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [sentence = '', caseId = '', verdict = ''] = line.split('\t');
      return { sentence, caseId, verdict };
    });
}

/** Sentences with verdicts, by hand: `correct`, `disputed`, or what is wrong. */
export const judgedSentences: readonly JudgedSentence[] = readSentences('case-sentences.tsv');
/** Statements of the library in other words, as plans would put them; written before the check had seen any of them. */
export const paraphrasedSentences: readonly JudgedSentence[] = readSentences('paraphrased-sentences.tsv');
/** Sentences with the name of a university, a firm or a person in them, right or put in for another. */
export const namedSentences: readonly JudgedSentence[] = readSentences('named-sentences.tsv');
