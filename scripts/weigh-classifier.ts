// Would a small classifier do better than the rules? Usage: node scripts/weigh-classifier.ts FOLDER… (labelled corpora, read as one)
// Logistic regression over a line's pairs of characters (Chinese) or words and pairs of words (English), one model a topic, a sixth of the documents left out in
// turn: alone, with the rules' level as a further input, beside what the rules say, and as a veto on it.
import { resolve } from 'node:path';
import { argv } from 'node:process';
import { LEVELS } from '../server/src/evidence/types.ts';
import type { Language } from '../server/src/plan/types.ts';
import { hashText, LineIndex } from '../server/src/text.ts';
import { type LabelledPlan, readCorpus } from './eval/corpus.ts';
import { addAnswer, type Counts, noCounts, rates } from './eval/counts.ts';
import { checkText } from './eval/measure.ts';

/** Inputs by number: hashed words or pairs, then one for each level of the rules. */
const PAIRS = 1 << 16;
const ROUNDS = 12;
const FOLDS = 6;
const THRESHOLDS = [0.3, 0.5, 0.7, 0.9];
/** A veto needs less certainty than a claim. */
const VETO = 0.4;

interface Line {
  readonly inputs: readonly number[];
  /** The rules' level of each topic. */
  readonly rules: ReadonlyMap<string, number>;
  readonly number: number;
}

interface Document {
  readonly plan: LabelledPlan;
  readonly language: Language;
  readonly lines: readonly Line[];
}

interface Model {
  readonly weights: Float64Array;
  bias: number;
}

function documentOf(plan: LabelledPlan): Document {
  const {
    evidence,
    plan: { language },
  } = checkText(plan.text);
  const index = new LineIndex(plan.text);
  const rules = new Map<number, Map<string, number>>();
  for (const [topic, found] of evidence)
    for (const { range, level } of found.evidence) {
      const line = index.positionAt(range.start).line + 1;
      const here = rules.get(line) ?? new Map<string, number>();
      here.set(topic, Math.max(here.get(topic) ?? 0, LEVELS.indexOf(level)));
      rules.set(line, here);
    }
  const lines = plan.text.split('\n').flatMap((text, i): Line[] => {
    const inputs = language === 'en' ? wordsIn(text) : pairsIn(text);
    return inputs.size === 0 ? [] : [{ inputs: [...inputs], rules: rules.get(i + 1) ?? new Map(), number: i + 1 }];
  });
  return { plan, language, lines };
}

function pairsIn(text: string): Set<number> {
  const pairs = new Set<number>();
  for (let k = 0; k + 1 < text.length; k++) pairs.add((text.charCodeAt(k) * 31 + text.charCodeAt(k + 1)) % PAIRS);
  return pairs;
}

function wordsIn(text: string): Set<number> {
  const words = text.toLowerCase().match(/[a-z\d%£€$'’-]+/g) ?? [];
  return new Set(words.flatMap((word, k) => [word, `${words[k - 1]} ${word}`]).map((one) => hashText(one) % PAIRS));
}

function inputsOf({ inputs, rules }: Line, topic: string, withRules: boolean): readonly number[] {
  return withRules ? [...inputs, PAIRS + (rules.get(topic) ?? 0)] : inputs;
}

function scoreOf({ weights, bias }: Model, inputs: readonly number[]): number {
  const scale = 1 / Math.sqrt(inputs.length);
  return 1 / (1 + Math.exp(-inputs.reduce((sum, one) => sum + weights[one]! * (one < PAIRS ? scale : 1), bias)));
}

/** The two questions that are asked of a plan, each with the least level and the grades that answer it. */
const QUESTIONS = [
  { name: 'committed to', level: 2, grades: 'AT' },
  { name: 'spoken of', level: 1, grades: 'MAT' },
] as const;
type Question = (typeof QUESTIONS)[number];

function isLabelled({ plan }: Document, topic: string, { grades }: Question, line?: number): boolean {
  const labels = plan.labels.get(topic);
  if (!labels) return false;
  return line === undefined
    ? [...labels.values()].some((one) => grades.includes(one))
    : grades.includes(labels.get(line) ?? '-');
}

function train(documents: readonly Document[], topic: string, question: Question, withRules: boolean): Model {
  const examples = documents.flatMap((one) =>
    one.lines.map((line) => ({
      inputs: inputsOf(line, topic, withRules),
      is: isLabelled(one, topic, question, line.number) ? 1 : 0,
    })),
  );
  const positive = examples.filter(({ is }) => is === 1).length;
  const weight = Math.min(8, examples.length / Math.max(1, positive) / 2);
  const model: Model = { weights: new Float64Array(PAIRS + LEVELS.length), bias: -2 };
  let at = 1;
  for (let round = 0; round < ROUNDS; round++)
    for (let k = 0; k < examples.length; k++) {
      // The same order in every run.
      at = (Math.imul(at, 1103515245) + 12345) & 0x7fffffff;
      const { inputs, is } = examples[at % examples.length]!;
      const step = (0.5 / (1 + round * 0.3)) * (scoreOf(model, inputs) - is) * (is ? weight : 1);
      const scale = 1 / Math.sqrt(inputs.length);
      for (const one of inputs) model.weights[one]! -= step * (one < PAIRS ? scale : 1);
      model.bias -= step * 0.1;
    }
  return model;
}

interface Tally {
  readonly alone: readonly Counts[];
  readonly beside: readonly Counts[];
  readonly veto: readonly Counts[];
  /** Topics that a document is labelled for, and how many of them would still be said without the labelled lines. */
  readonly left: { all: number; byRules: number; readonly beside: number[] };
}

function tally(): Tally {
  return {
    alone: THRESHOLDS.map(noCounts),
    beside: THRESHOLDS.map(noCounts),
    veto: THRESHOLDS.map(noCounts),
    left: { all: 0, byRules: 0, beside: THRESHOLDS.map(() => 0) },
  };
}

function judge(
  model: Model,
  documents: readonly Document[],
  topic: string,
  question: Question,
  withRules: boolean,
  into: Tally,
): void {
  for (const one of documents) {
    const scores = one.lines.map((line) => scoreOf(model, inputsOf(line, topic, withRules)));
    const want = isLabelled(one, topic, question);
    const byRules = isSaidByRules(one, topic, question);
    const rest = { ...one, lines: one.lines.filter(({ number }) => !one.plan.labels.get(topic)?.has(number)) };
    const isLeft = isSaidByRules(rest, topic, question);
    if (want) into.left.all++;
    if (want && isLeft) into.left.byRules++;
    THRESHOLDS.forEach((threshold, i) => {
      const claimed = scores.some((score) => score >= threshold);
      addAnswer(into.alone[i]!, claimed, want);
      addAnswer(into.beside[i]!, claimed || byRules, want);
      const stays = one.lines.some((line, k) => scores[k]! >= threshold && rest.lines.includes(line));
      if (want && (isLeft || stays)) into.left.beside[i]!++;
      const kept = one.lines.some(
        ({ rules }, k) => (rules.get(topic) ?? 0) >= question.level && scores[k]! >= threshold * VETO,
      );
      addAnswer(into.veto[i]!, kept, want);
    });
  }
}

function isSaidByRules({ lines }: Document, topic: string, { level }: Question): boolean {
  return lines.some(({ rules }) => (rules.get(topic) ?? 0) >= level);
}

function byRules(documents: readonly Document[], topics: readonly string[], question: Question): Counts {
  const counts = noCounts();
  for (const one of documents)
    for (const topic of topics)
      addAnswer(counts, isSaidByRules(one, topic, question), isLabelled(one, topic, question));
  return counts;
}

function show(name: string, { alone, beside, veto, left }: Tally): void {
  const f1 = (list: readonly Counts[]) => list.map((counts) => rates(counts).f1.toFixed(3)).join(' ');
  console.log(
    `  ${name}, thresholds ${THRESHOLDS.join(' ')}: alone ${f1(alone)}, beside the rules ${f1(beside)}, as a veto ${f1(veto)}`,
  );
  const share = (count: number) => (count / left.all).toFixed(2);
  console.log(
    `    still said without the labelled lines: by the rules ${share(left.byRules)}, beside them ${left.beside.map(share).join(' ')}`,
  );
}

const corpora = argv.slice(2).map((folder) => {
  const corpus = readCorpus(resolve(folder));
  if (!corpus) throw new Error(`There is no labelled corpus at ${folder}`);
  return corpus;
});
const topics = [...new Set(corpora.flatMap((corpus) => corpus.topics))];
const all = corpora.flatMap(({ plans }) => plans.map(documentOf));
for (const language of ['zh', 'en'] as const) {
  const documents = all.filter((one) => one.language === language);
  if (documents.length < FOLDS) continue;
  for (const question of QUESTIONS) {
    const { f1 } = rates(byRules(documents, topics, question));
    console.log(`${language}, ${documents.length} documents, "${question.name}": rules F1 ${f1.toFixed(3)}`);
    for (const withRules of [false, true]) {
      const found = tally();
      for (const topic of topics)
        for (let fold = 0; fold < FOLDS; fold++) {
          const isLeftOut = (_: Document, i: number) => i % FOLDS === fold;
          const model = train(
            documents.filter((one, i) => !isLeftOut(one, i)),
            topic,
            question,
            withRules,
          );
          judge(model, documents.filter(isLeftOut), topic, question, withRules, found);
        }
      show(withRules ? 'words and the rules’ level' : 'words', found);
    }
  }
}
