import { type CheckResult, check } from '../../server/src/check.ts';
import { LEVELS } from '../../server/src/evidence/types.ts';
import { compileFramework } from '../../server/src/framework/compile.ts';
import { CASES } from '../../server/src/generated/cases.ts';
import { FRAMEWORK_PARTS } from '../../server/src/generated/framework.ts';
import { LineIndex } from '../../server/src/text.ts';
import type { Corpus, LabelledPlan } from './corpus.ts';

const framework = compileFramework(FRAMEWORK_PARTS);
const cases = { cases: new Map(CASES.map((one) => [one.id, one])) };
const GRADES = ['', 'M', 'A', 'T'];

export function checkText(text: string): CheckResult {
  return check(text, framework, cases);
}

/** Right and wrong answers to one question, as counts. */
export interface Counts {
  tp: number;
  fp: number;
  fn: number;
  tn: number;
}

export interface TopicMeasure {
  readonly topic: string;
  /** Document level: level ≥ mentioned. */
  readonly spoken: Counts;
  /** Document level: level ≥ addressed. */
  readonly committed: Counts;
  /** Lines given as evidence at ≥ addressed that are labelled (tp) or not (fp); labelled A or T lines that are not among them (fn). */
  readonly lines: Counts;
  /** The same for evidence at any level and labels of any grade. */
  readonly anyLines: Counts;
  readonly errors: readonly LineError[];
}

export interface LineError {
  readonly kind: 'document' | 'false' | 'missed';
  readonly slug: string;
  readonly line: number;
  readonly have: string;
  readonly want: string;
  readonly pattern: string;
  readonly text: string;
}

const nothing = (): Counts => ({ tp: 0, fp: 0, fn: 0, tn: 0 });

/** Holds the checker against labels. `read` picks the text: the raw one has no line labels. */
export function measure(corpus: Corpus, plans: readonly LabelledPlan[] = corpus.plans, raw = false): TopicMeasure[] {
  const measures = corpus.topics.map((topic) => ({
    topic,
    spoken: nothing(),
    committed: nothing(),
    lines: nothing(),
    anyLines: nothing(),
    errors: [] as LineError[],
  }));
  for (const plan of plans) {
    const text = raw ? plan.raw : plan.text;
    if (text === undefined) continue;
    const result = checkText(text);
    for (const one of measures) addPlan(one, plan, text, result, raw);
  }
  return measures;
}

function addPlan(
  into: { topic: string; spoken: Counts; committed: Counts; lines: Counts; anyLines: Counts; errors: LineError[] },
  plan: LabelledPlan,
  text: string,
  result: CheckResult,
  raw: boolean,
): void {
  const { topic, errors } = into;
  const labels = plan.labels.get(topic) ?? new Map<number, 'M' | 'A' | 'T'>();
  const found = result.evidence.get(topic);
  const have = LEVELS.indexOf(found?.level ?? 'absent');
  const want = Math.max(0, ...[...labels.values()].map((grade) => GRADES.indexOf(grade)));
  add(into.spoken, have >= 1, want >= 1);
  add(into.committed, have >= 2, want >= 2);
  if (have >= 2 !== want >= 2 || have >= 1 !== want >= 1)
    errors.push({
      kind: 'document',
      slug: plan.slug,
      line: 0,
      have: LEVELS[have]!,
      want: LEVELS[want]!,
      pattern: '',
      text: '',
    });
  if (raw) return;
  const lines = linesOf(text, found?.evidence ?? []);
  const source = text.split('\n');
  for (let line = 1; line <= source.length; line++) {
    const level = lines.get(line)?.level ?? 0;
    const grade = GRADES.indexOf(labels.get(line) ?? '');
    if (level >= 2 || grade >= 2) add(into.lines, level >= 2, level >= 2 ? grade >= 1 : true);
    if (level >= 1 || grade >= 1) add(into.anyLines, level >= 1, grade >= 1);
    const wrong = level >= 1 && grade === 0 ? 'false' : level < Math.min(2, grade) ? 'missed' : undefined;
    if (wrong)
      errors.push({
        kind: wrong,
        slug: plan.slug,
        line,
        have: LEVELS[level]!,
        want: LEVELS[grade]!,
        pattern: lines.get(line)?.pattern ?? '',
        text: source[line - 1]!,
      });
  }
}

/** The best evidence of each one-based line. A piece counts for every line that it covers. */
function linesOf(text: string, evidence: NonNullable<ReturnType<CheckResult['evidence']['get']>>['evidence']) {
  const index = new LineIndex(text);
  const lines = new Map<number, { level: number; pattern: string }>();
  for (const { range, level, pattern } of evidence) {
    const rank = LEVELS.indexOf(level);
    const last = index.positionAt(Math.max(range.start, range.end - 1)).line;
    for (let line = index.positionAt(range.start).line; line <= last; line++)
      if ((lines.get(line + 1)?.level ?? 0) < rank) lines.set(line + 1, { level: rank, pattern });
  }
  return lines;
}

function add(counts: Counts, have: boolean, want: boolean): void {
  counts[have ? (want ? 'tp' : 'fp') : want ? 'fn' : 'tn']++;
}

export function total(list: readonly Counts[]): Counts {
  const sum = nothing();
  for (const one of list) for (const key of ['tp', 'fp', 'fn', 'tn'] as const) sum[key] += one[key];
  return sum;
}

export interface Rates {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** 1 where there was nothing to get wrong. */
export function rates({ tp, fp, fn }: Counts): Rates {
  const precision = tp + fp === 0 ? 1 : tp / (tp + fp);
  const recall = tp + fn === 0 ? 1 : tp / (tp + fn);
  return {
    precision,
    recall,
    f1: tp === 0 ? (fp + fn === 0 ? 1 : 0) : (2 * precision * recall) / (precision + recall),
  };
}
