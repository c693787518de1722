import type { Level } from '../evidence/types.ts';
import type { Edit, Finding, Fix } from '../rules/types.ts';
import { LineIndex, type Locale, type Range, say } from '../text.ts';
import { round } from './summary.ts';
import type { CheckedFile, ReportEvidence, ReportFramework, ReportTopic, Run } from './types.ts';

/** One entry of the report's `plans`. `shown` leaves findings out of the list. */
export function jsonPlan(file: CheckedFile, locale: Locale, shown: (finding: Finding) => boolean = () => true) {
  const place = placer(file.text);
  const findings = file.isPlan ? file.findings.filter(shown) : [];
  return { ...coverageOf(file, place), findings: findings.map((one) => findingOf(one, locale, place)) };
}

/** One entry of `plans` in what `coverage --format json` writes. */
export function jsonPlanCoverage(file: CheckedFile) {
  return coverageOf(file, placer(file.text));
}

/** The report as `schemas/report.schema.json` describes it, around entries that were written before. */
export function jsonReport(run: Run, plans: readonly string[]): string {
  return written({ ...headOf(run), plans: [], ...tailOf(run), summary: run.summary }, plans);
}

/** What `coverage --format json` writes: `$defs/coverage` of the same schema. */
export function jsonCoverage(run: Run, plans: readonly string[]): string {
  return written({ ...headOf(run), plans: [], ...tailOf(run) }, plans);
}

/** An entry as it stands in the report. Each is written as soon as its file is checked: the text is far smaller than what it was made of. */
export function jsonEntry(plan: object): string {
  return JSON.stringify(plan, undefined, 2).replaceAll('\n', '\n    ');
}

function headOf(run: Run) {
  return { version: 1, tool: toolOf(run), locale: run.locale };
}

function tailOf(run: Run) {
  return { unread: run.unread.map(({ path, reason }) => ({ path, reason })), problems: problemsOf(run) };
}

function written(report: object, plans: readonly string[]): string {
  const text = JSON.stringify(report, undefined, 2);
  if (plans.length === 0) return `${text}\n`;
  const at = text.indexOf('\n  "plans": []') + '\n  "plans": ['.length;
  return `${text.slice(0, at)}\n    ${plans.join(',\n    ')}\n  ${text.slice(at)}\n`;
}

interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** One-based lines and columns; the end is the place after the last character. */
function placer(text: string): (range: Range) => Place {
  const lines = new LineIndex(text);
  return ({ start, end }) => {
    const from = lines.positionAt(start);
    const to = lines.positionAt(end);
    return { line: from.line + 1, column: from.character + 1, endLine: to.line + 1, endColumn: to.character + 1 };
  };
}

function toolOf(run: Run) {
  return { name: 'parkplan', version: run.version, framework: frameworkOf(run.framework) };
}

function frameworkOf({ id, version, hash }: ReportFramework) {
  return { id, version, hash };
}

function problemsOf({ problems, locale }: Run) {
  return problems.map(({ path, line, column, message }) => ({ path, line, column, message: say(message, locale) }));
}

function coverageOf(file: CheckedFile, place: (range: Range) => Place) {
  const topic = ({ id }: ReportTopic) => topicOf(id, file.evidence.get(id), file.text, place);
  const { breadth, depth, consistency, weakest } = file.scores;
  return {
    path: file.path,
    isPlan: file.isPlan,
    title: file.title ?? null,
    stage: file.isPlan ? file.stage : null,
    encoding: file.encoding,
    framework: frameworkOf(file.framework),
    scores: file.isPlan
      ? {
          breadth: round(breadth),
          depth: round(depth),
          consistency: consistency === undefined ? null : round(consistency),
          weakest: weakest ?? null,
        }
      : null,
    pathways: file.isPlan
      ? file.framework.pathways.map((pathway) => {
          const { id, level, evidence } = topic(pathway);
          const role = file.roles.get(id)?.role ?? 'unstated';
          return { id, role, level, elements: pathway.elements.map(topic), evidence };
        })
      : [],
    essentials: file.isPlan ? file.framework.essentials.map(topic) : [],
  };
}

function topicOf(id: string, found: ReportEvidence | undefined, text: string, place: (range: Range) => Place) {
  const level: Level = found?.level ?? 'absent';
  return {
    id,
    level,
    evidence: (found?.evidence ?? []).map((one) => ({
      ...place(one.range),
      level: one.level,
      text: text.slice(one.range.start, one.range.end),
    })),
  };
}

function findingOf(finding: Finding, locale: Locale, place: (range: Range) => Place) {
  const [fix, ...others] = finding.fixes.map((one) => fixOf(one, locale, place));
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: say(finding.message, locale),
    ...place(finding.range),
    ...(finding.pathway === undefined ? {} : { pathway: finding.pathway }),
    ...(finding.element === undefined ? {} : { element: finding.element }),
    why: say(finding.why, locale),
    advice: say(finding.advice, locale),
    related: finding.related.map((one) => ({ ...place(one.range), message: say(one.message, locale) })),
    ...(fix === undefined ? {} : { fix }),
    ...(others.length === 0 ? {} : { otherFixes: others }),
  };
}

function fixOf(fix: Fix, locale: Locale, place: (range: Range) => Place) {
  return {
    title: say(fix.title, locale),
    automatic: fix.automatic,
    edits: fix.edits.map(({ range, newText }: Edit) => ({ ...place(range), newText })),
  };
}
