/** Right and wrong answers to one yes-or-no question. */
export interface Counts {
  tp: number;
  fp: number;
  fn: number;
  tn: number;
}

/** Lines as evidence. The two questions have denominators of their own: what is given, and what is labelled. */
export interface LineCounts {
  /** Lines given as evidence at ≥ addressed. */
  given: number;
  /** Of these, labelled for the topic at any grade. */
  right: number;
  /** Lines labelled A or T. */
  wanted: number;
  /** Of these, given at ≥ addressed. */
  found: number;
  /** Of these, given at any level. */
  seen: number;
}

export interface Rates {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface LineRates {
  readonly precision: number;
  readonly recall: number;
  /** Recall where a line counts as found at any level. */
  readonly seen: number;
}

export function noCounts(): Counts {
  return { tp: 0, fp: 0, fn: 0, tn: 0 };
}

export function noLines(): LineCounts {
  return { given: 0, right: 0, wanted: 0, found: 0, seen: 0 };
}

export function addAnswer(counts: Counts, have: boolean, want: boolean): void {
  counts[have ? (want ? 'tp' : 'fp') : want ? 'fn' : 'tn']++;
}

/** `level` and `grade` of one line: 0 none, 1 mentioned, 2 addressed, 3 actionable. */
export function addLine(counts: LineCounts, level: number, grade: number): void {
  if (level >= 2) counts.given++;
  if (level >= 2 && grade >= 1) counts.right++;
  if (grade < 2) return;
  counts.wanted++;
  if (level >= 2) counts.found++;
  if (level >= 1) counts.seen++;
}

export function total(list: readonly Counts[]): Counts {
  return list.reduce(
    (sum, { tp, fp, fn, tn }) => ({ tp: sum.tp + tp, fp: sum.fp + fp, fn: sum.fn + fn, tn: sum.tn + tn }),
    noCounts(),
  );
}

export function totalLines(list: readonly LineCounts[]): LineCounts {
  return list.reduce(
    (sum, one) => ({
      given: sum.given + one.given,
      right: sum.right + one.right,
      wanted: sum.wanted + one.wanted,
      found: sum.found + one.found,
      seen: sum.seen + one.seen,
    }),
    noLines(),
  );
}

export function rates({ tp, fp, fn }: Counts): Rates {
  const precision = share(tp, tp + fp);
  const recall = share(tp, tp + fn);
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}

export function lineRates({ given, right, wanted, found, seen }: LineCounts): LineRates {
  return { precision: share(right, given), recall: share(found, wanted), seen: share(seen, wanted) };
}

/** 1 where there was nothing to get wrong. */
function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}
