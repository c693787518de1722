import type { Directive, Plan } from '../plan/types.ts';
import { lineIndexOf } from '../rope.ts';
import { firstAt, type LineStarts, type Range, type Text } from '../text.ts';

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

/** A stretch of the text that a comment holds for. */
interface Region extends Range {
  readonly directive: Directive;
  /** How far this one and those before it reach. */
  reach: number;
}

/** Stands for every rule in the lists of regions. */
const ALL = '*';

export function suppressionsOf(plan: Plan): Suppressions {
  const used = new Set<Directive>();
  const byRule = regionsByRule(plan);
  if (byRule.size === 0) return { used, isSuppressed: () => false };
  return {
    used,
    isSuppressed({ rule, range: { start } }) {
      const region = [rule, ALL].flatMap((name) => lastAround(byRule.get(name) ?? [], start) ?? [])[0];
      if (region) used.add(region.directive);
      return region !== undefined;
    },
  };
}

/** Regions by rule, in order of their starts. */
function regionsByRule(plan: Plan): Map<string, Region[]> {
  const { text, directives } = plan;
  const byRule = new Map<string, Region[]>();
  if (directives.length === 0) return byRule;
  const lines = lineIndexOf(text);
  /** Regions of `disable` that no `enable` has closed yet. */
  const open = new Map<string, { start: number; directive: Directive }>();
  const add = (name: string, region: Range & { directive: Directive }) => {
    const list = byRule.get(name);
    const whole = { ...region, reach: region.end };
    if (list) list.push(whole);
    else byRule.set(name, [whole]);
  };
  const close = (name: string, end: number) => {
    const begun = open.get(name);
    if (begun) add(name, { ...begun, end });
    open.delete(name);
  };
  for (const directive of directives) {
    const { kind, range } = directive;
    const names = directive.names.length === 0 ? [ALL] : directive.names.map(({ text }) => text);
    if (kind === 'enable') {
      for (const name of directive.names.length === 0 ? [...open.keys()] : names) close(name, range.start);
    } else if (kind === 'disable') {
      for (const name of names) if (!open.has(name)) open.set(name, { start: range.start, directive });
    } else if (SUPPRESSING.includes(kind)) {
      const region = kind === 'disable-file' ? { start: 0, end: text.length + 1 } : lineRegion(directive, text, lines);
      for (const name of names) add(name, { ...region, directive });
    }
  }
  for (const name of [...open.keys()]) close(name, text.length + 1);
  for (const list of byRule.values()) {
    list.sort((a, b) => a.start - b.start || b.end - a.end);
    for (let i = 1; i < list.length; i++) list[i]!.reach = Math.max(list[i]!.end, list[i - 1]!.reach);
  }
  return byRule;
}

function lineRegion({ kind, range }: Directive, text: Text, lines: LineStarts): Range {
  let line = lines.positionAt(kind === 'disable-line' ? range.start : range.end).line;
  if (kind === 'disable-next-line') {
    line++;
    while (line < lines.lineCount - 1 && text.slice(lines.lineStart(line), lines.lineStart(line + 1)).trim() === '')
      line++;
  }
  const start = lines.lineStart(line);
  return { start, end: Math.max(lines.lineStart(line + 1), start + 1) };
}

/** Of regions that start in order the last that has begun and not ended. */
function lastAround(regions: readonly Region[], at: number): Region | undefined {
  const next = firstAt(regions, at + 1, ({ start }) => start);
  for (let i = next - 1; i >= 0 && regions[i]!.reach > at; i--) if (regions[i]!.end > at) return regions[i];
  return undefined;
}
