import type { Directive, Plan } from '../plan/types.ts';
import { LineIndex } from '../text.ts';

/** A finding as far as suppression is concerned. */
export interface Suppressible {
  readonly rule: string;
  readonly range: { readonly start: number };
}

/** Which findings the author's comments take out; `used` tells afterwards which comments took any. */
export interface Suppressions {
  isSuppressed(finding: Suppressible): boolean;
  readonly used: ReadonlySet<Directive>;
}

export const SUPPRESSING: readonly Directive['kind'][] = [
  'disable',
  'disable-line',
  'disable-next-line',
  'disable-file',
];

export function suppressionsOf(plan: Plan): Suppressions {
  const used = new Set<Directive>();
  const directives = plan.directives.filter(({ kind }) => SUPPRESSING.includes(kind));
  if (directives.length === 0) return { used, isSuppressed: () => false };
  const lines = new LineIndex(plan.text);
  const regions = directives.map((directive) => ({ directive, ...regionOf(directive, plan, lines) }));
  return {
    used,
    isSuppressed({ rule, range }) {
      const region = regions.find(
        ({ directive, start, end }) =>
          range.start >= start &&
          range.start < end &&
          (directive.names.length === 0 || directive.names.some(({ text }) => text === rule)),
      );
      if (region) used.add(region.directive);
      return region !== undefined;
    },
  };
}

function regionOf({ kind, range, names }: Directive, plan: Plan, lines: LineIndex): { start: number; end: number } {
  const { text } = plan;
  if (kind === 'disable-file') return { start: 0, end: text.length + 1 };
  if (kind === 'disable-line') {
    const { line } = lines.positionAt(range.start);
    return { start: lines.lineStart(line), end: lines.lineStart(line + 1) };
  }
  if (kind === 'disable-next-line') {
    let line = lines.positionAt(range.end).line + 1;
    while (line < lines.lineCount - 1 && text.slice(lines.lineStart(line), lines.lineStart(line + 1)).trim() === '')
      line++;
    return { start: lines.lineStart(line), end: Math.max(lines.lineStart(line + 1), lines.lineStart(line) + 1) };
  }
  const closing = plan.directives.find(
    (other) =>
      other.kind === 'enable' &&
      other.range.start > range.start &&
      (other.names.length === 0 || names.some(({ text: name }) => other.names.some((one) => one.text === name))),
  );
  return { start: range.start, end: closing?.range.start ?? text.length + 1 };
}
