import { type CheckResult, check } from '../../server/src/check.ts';
import { LEVELS } from '../../server/src/evidence/types.ts';
import { compileFramework } from '../../server/src/framework/compile.ts';
import { CASES } from '../../server/src/generated/cases.ts';
import { FRAMEWORK_PARTS } from '../../server/src/generated/framework.ts';
import { LineIndex } from '../../server/src/text.ts';
import type { Corpus, LabelledPlan } from './corpus.ts';
import { addAnswer, addLine, type Counts, type LineCounts, noCounts, noLines } from './counts.ts';

export const framework = compileFramework(FRAMEWORK_PARTS);
const cases = { cases: new Map(CASES.map((one) => [one.id, one])) };
const GRADES = ['', 'M', 'A', 'T'];

export function checkText(text: string): CheckResult {
  return check(text, framework, cases);
}

export interface TopicMeasure {
  readonly topic: string;
  /** Document level: level ≥ mentioned. */
  readonly spoken: Counts;
  /** Document level: level ≥ addressed. */
  readonly committed: Counts;
  readonly lines: LineCounts;
  /** Lines given as evidence at any level, against labels of any grade. */
  readonly anyLines: Counts;
  readonly errors: readonly LineError[];
}

export interface LineError {
  /** A `trap` is a false line that the reader marked as one to fall into. */
  readonly kind: 'document' | 'false' | 'trap' | 'missed';
  readonly slug: string;
  readonly line: number;
  readonly have: string;
  readonly want: string;
  readonly pattern: string;
  readonly text: string;
}

/** Holds the checker against labels. `read` picks the text: the raw one has no line labels. */
export function measure(corpus: Corpus, plans: readonly LabelledPlan[] = corpus.plans, raw = false): TopicMeasure[] {
  const measures = corpus.topics.map((topic) => ({
    topic,
    spoken: noCounts(),
    committed: noCounts(),
    lines: noLines(),
    anyLines: noCounts(),
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
  into: { topic: string; spoken: Counts; committed: Counts; lines: LineCounts; anyLines: Counts; errors: LineError[] },
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
  addAnswer(into.spoken, have >= 1, want >= 1);
  addAnswer(into.committed, have >= 2, want >= 2);
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
    addLine(into.lines, level, grade);
    if (level >= 1 || grade >= 1) addAnswer(into.anyLines, level >= 1, grade >= 1);
    const isTrap = plan.traps.get(topic)?.has(line) === true;
    const falsely = level >= 1 && grade === 0 ? (isTrap ? 'trap' : 'false') : undefined;
    const wrong = falsely ?? (level < Math.min(2, grade) ? 'missed' : undefined);
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
