/** A unified diff of two texts with three lines of context; empty when they are equal. For a handful of changes in a text of any length. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return '';
  const a = linesOf(before);
  const b = linesOf(after);
  const hunks = grouped(changes(a, b));
  const out = [`--- ${path}\n`, `+++ ${path}\n`];
  for (const hunk of hunks) {
    const first = hunk[0]!;
    const last = hunk[hunk.length - 1]!;
    const fromA = Math.max(0, first.aStart - CONTEXT);
    const toA = Math.min(a.length, last.aEnd + CONTEXT);
    const fromB = Math.max(0, first.bStart - CONTEXT);
    const toB = Math.min(b.length, last.bEnd + CONTEXT);
    out.push(`@@ -${fromA + 1},${toA - fromA} +${fromB + 1},${toB - fromB} @@\n`);
    let at = fromA;
    for (const change of hunk) {
      for (; at < change.aStart; at++) out.push(` ${shown(a[at]!)}`);
      for (; at < change.aEnd; at++) out.push(`-${shown(a[at]!)}`);
      for (let i = change.bStart; i < change.bEnd; i++) out.push(`+${shown(b[i]!)}`);
    }
    for (; at < toA; at++) out.push(` ${shown(a[at]!)}`);
  }
  return out.join('');
}

const CONTEXT = 3;
const MAX_EDITS = 1000;

interface Change {
  readonly aStart: number;
  readonly aEnd: number;
  readonly bStart: number;
  readonly bEnd: number;
}

/** Each line with its end. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function shown(line: string): string {
  return line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`;
}

/** Stretches that differ: Myers' greedy algorithm between the equal beginning and end; past a thousand edits one stretch. */
function changes(a: readonly string[], b: readonly string[]): Change[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const n = endA - start;
  const m = endB - start;
  const whole = [{ aStart: start, aEnd: endA, bStart: start, bEnd: endB }];
  if (n === 0 || m === 0) return whole;

  const trace: Map<number, number>[] = [];
  let v = new Map<number, number>([[1, 0]]);
  for (let d = 0; d <= Math.min(n + m, MAX_EDITS); d++) {
    const next = new Map(v);
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && (v.get(k - 1) ?? -1) < (v.get(k + 1) ?? -1));
      let x = down ? (v.get(k + 1) ?? 0) : (v.get(k - 1) ?? 0) + 1;
      while (x < n && x - k < m && a[start + x] === b[start + x - k]) x++;
      next.set(k, x);
      if (x >= n && x - k >= m) return walkBack(trace, v, d, n, m, start);
    }
    trace.push(v);
    v = next;
  }
  return whole;
}

function walkBack(
  trace: readonly Map<number, number>[],
  last: Map<number, number>,
  depth: number,
  n: number,
  m: number,
  start: number,
): Change[] {
  const steps: Change[] = [];
  let x = n;
  let y = m;
  for (let d = depth; d > 0; d--) {
    const v = d === depth ? last : trace[d]!;
    const k = x - y;
    const down = k === -d || (k !== d && (v.get(k - 1) ?? -1) < (v.get(k + 1) ?? -1));
    const fromK = down ? k + 1 : k - 1;
    const fromX = v.get(fromK) ?? 0;
    const fromY = fromX - fromK;
    steps.push(
      down
        ? { aStart: start + fromX, aEnd: start + fromX, bStart: start + fromY, bEnd: start + fromY + 1 }
        : { aStart: start + fromX, aEnd: start + fromX + 1, bStart: start + fromY, bEnd: start + fromY },
    );
    x = fromX;
    y = fromY;
  }
  return joined(steps.reverse());
}

/** Steps that touch become one change. */
function joined(steps: readonly Change[]): Change[] {
  const out: Change[] = [];
  for (const step of steps) {
    const previous = out[out.length - 1];
    if (previous && previous.aEnd === step.aStart && previous.bEnd === step.bStart) {
      out[out.length - 1] = { ...previous, aEnd: step.aEnd, bEnd: step.bEnd };
    } else out.push(step);
  }
  return out;
}

/** Changes whose contexts meet share a hunk. */
function grouped(list: readonly Change[]): Change[][] {
  const hunks: Change[][] = [];
  for (const change of list) {
    const hunk = hunks[hunks.length - 1];
    if (hunk && change.aStart - hunk[hunk.length - 1]!.aEnd <= 2 * CONTEXT) hunk.push(change);
    else hunks.push([change]);
  }
  return hunks;
}
