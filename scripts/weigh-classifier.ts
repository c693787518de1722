// Would a small classifier do better than the rules? Usage: node scripts/weigh-classifier.ts [FOLDER of a labelled corpus to train on] [FOLDER of another to test on]
// Logistic regression over pairs of characters of a line, one model a topic, regions left out in turn; alone, with the rules' level as a further input, and as a veto on what the rules say.
import { resolve } from 'node:path';
import { argv, env } from 'node:process';
import { LEVELS } from '../server/src/evidence/types.ts';
import { LineIndex } from '../server/src/text.ts';
import { type Corpus, type LabelledPlan, readCorpus } from './eval/corpus.ts';
import { addAnswer, type Counts, noCounts, rates } from './eval/counts.ts';
import { checkText } from './eval/measure.ts';

/** Inputs by number: hashed pairs of characters, then one for each level of the rules. */
const PAIRS = 1 << 16;
const ROUNDS = 12;
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
  readonly lines: readonly Line[];
}

interface Model {
  readonly weights: Float64Array;
  bias: number;
}

function documentOf(plan: LabelledPlan): Document {
  const { evidence } = checkText(plan.text);
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
    const pairs = new Set<number>();
    for (let k = 0; k + 1 < text.length; k++) pairs.add((text.charCodeAt(k) * 31 + text.charCodeAt(k + 1)) % PAIRS);
    return pairs.size === 0 ? [] : [{ inputs: [...pairs], rules: rules.get(i + 1) ?? new Map(), number: i + 1 }];
  });
  return { plan, lines };
}

function inputsOf({ inputs, rules }: Line, topic: string, withRules: boolean): readonly number[] {
  return withRules ? [...inputs, PAIRS + (rules.get(topic) ?? 0)] : inputs;
}

function scoreOf({ weights, bias }: Model, inputs: readonly number[]): number {
  const scale = 1 / Math.sqrt(inputs.length);
  return 1 / (1 + Math.exp(-inputs.reduce((sum, one) => sum + weights[one]! * (one < PAIRS ? scale : 1), bias)));
}

function isCommitted({ plan }: Document, topic: string, line?: number): boolean {
  const labels = plan.labels.get(topic);
  if (!labels) return false;
  return line === undefined ? [...labels.values()].some((one) => one !== 'M') : 'AT'.includes(labels.get(line) ?? '-');
}

function train(documents: readonly Document[], topic: string, withRules: boolean): Model {
  const examples = documents.flatMap((one) =>
    one.lines.map((line) => ({
      inputs: inputsOf(line, topic, withRules),
      is: isCommitted(one, topic, line.number) ? 1 : 0,
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
  readonly veto: readonly Counts[];
}

function tally(): Tally {
  return { alone: THRESHOLDS.map(noCounts), veto: THRESHOLDS.map(noCounts) };
}

function judge(model: Model, documents: readonly Document[], topic: string, withRules: boolean, into: Tally): void {
  for (const one of documents) {
    const scores = one.lines.map((line) => scoreOf(model, inputsOf(line, topic, withRules)));
    const want = isCommitted(one, topic);
    THRESHOLDS.forEach((threshold, i) => {
      addAnswer(
        into.alone[i]!,
        scores.some((score) => score >= threshold),
        want,
      );
      const kept = one.lines.some(({ rules }, k) => (rules.get(topic) ?? 0) >= 2 && scores[k]! >= threshold * VETO);
      addAnswer(into.veto[i]!, kept, want);
    });
  }
}

function byRules(documents: readonly Document[], topics: readonly string[]): Counts {
  const counts = noCounts();
  for (const one of documents)
    for (const topic of topics)
      addAnswer(
        counts,
        one.lines.some(({ rules }) => (rules.get(topic) ?? 0) >= 2),
        isCommitted(one, topic),
      );
  return counts;
}

function show(name: string, { alone, veto }: Tally): void {
  const f1 = (list: readonly Counts[]) => list.map((counts) => rates(counts).f1.toFixed(2)).join(' ');
  console.log(
    `${name}: F1 of "committed to" at thresholds ${THRESHOLDS.join(' ')}: alone ${f1(alone)}, as a veto ${f1(veto)}`,
  );
}

function read(folder: string): Corpus {
  const corpus = readCorpus(folder);
  if (!corpus) throw new Error(`There is no labelled corpus at ${folder}`);
  return corpus;
}

const corpus = read(resolve(argv[2] ?? env['PARKPLAN_CORPUS'] ?? '../shared/corpus'));
const { topics } = corpus;
const documents = corpus.plans.map(documentOf);
const others = argv[3] === undefined ? [] : read(resolve(argv[3])).plans.map(documentOf);
console.log(
  `rules: F1 ${rates(byRules(documents, topics)).f1.toFixed(2)}${others.length > 0 ? `, on the other corpus ${rates(byRules(others, topics)).f1.toFixed(2)}` : ''}`,
);
for (const withRules of [false, true]) {
  const name = withRules ? 'characters and the rules’ level' : 'characters';
  const [left, other] = [tally(), tally()];
  for (const topic of topics) {
    for (const group of new Set(documents.map(({ plan }) => plan.group))) {
      const model = train(
        documents.filter(({ plan }) => plan.group !== group),
        topic,
        withRules,
      );
      judge(
        model,
        documents.filter(({ plan }) => plan.group === group),
        topic,
        withRules,
        left,
      );
    }
    if (others.length > 0) judge(train(documents, topic, withRules), others, topic, withRules, other);
  }
  show(`${name}, regions left out in turn`, left);
  if (others.length > 0) show(`${name}, on the other corpus`, other);
}
