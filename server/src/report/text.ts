import type { Finding, Related, Severity } from '../rules/types.ts';
import { LineIndex, type Locale, say } from '../text.ts';
import { type WordKey, word } from '../words/catalogue.ts';
import { frameOf } from './frame.ts';
import { type Paint, plain } from './paint.ts';
import type { CheckedFile, ReportFramework, ReportScores, Run } from './types.ts';
import { fitTo, padTo, shownText, widthOf } from './width.ts';

export interface TextOptions {
  readonly paint?: Paint;
  /** Cells of a line of the terminal. */
  readonly columns?: number;
  /** Which findings are listed; the summary counts all. */
  readonly shown?: (finding: Finding) => boolean;
  /** Only files with listed findings, and no summary when there is nothing to say. */
  readonly quiet?: boolean;
}

const SEVERITY_WORDS: Readonly<Record<Severity, WordKey>> = {
  error: 'severityError',
  warning: 'severityWarning',
  info: 'severityInfo',
  hint: 'severityHint',
};

/** What people read on a terminal: findings by file, each with its line and carets, and one line of summary. */
export interface TextReport {
  /** The next file; empty where nothing is to be told of it. */
  file(file: CheckedFile): string;
  /** What could not be read, mistakes in settings, and the summary. */
  end(run: Run, framework: ReportFramework): string;
}

/** Further places told under a finding. */
const MOST_RELATED = 2;

export function textReport(locale: Locale, options: TextOptions = {}): TextReport {
  const { paint = plain, columns = 100, shown = () => true, quiet = false } = options;
  const terminal: Terminal = { locale, paint, columns, told: new Set() };
  let hidden = 0;
  let isFirst = true;
  /** Groups are parted by an empty line. */
  const next = (group: string): string => {
    const text = isFirst ? group : `\n${group}`;
    isFirst = false;
    return text;
  };
  return {
    file(file) {
      if (!file.isPlan) return '';
      const findings = file.findings.filter(shown);
      hidden += file.findings.length - findings.length;
      return quiet && findings.length === 0 ? '' : next(fileGroup(file, findings, terminal));
    },
    end(run, framework) {
      const groups = [
        ...run.unread.map(
          ({ path, reason }) => `${paint.underline(shownText(path))}\n  ${paint.red('✖')} ${shownText(reason)}\n`,
        ),
        ...run.problems.map(
          ({ path, line, column, message }) =>
            `${paint.underline(shownText(path))}:${line}:${column}\n  ${paint.red('✖')} ${say(message, locale)}\n`,
        ),
      ].map(next);
      if (!quiet || !isFirst) groups.push(next(`${summaryLine(run, framework, hidden, paint)}\n`));
      return groups.join('');
    },
  };
}

interface Terminal {
  readonly locale: Locale;
  readonly paint: Paint;
  readonly columns: number;
  /** Reasons that were told in this run. */
  readonly told: Set<string>;
}

interface Page extends Terminal {
  readonly text: string;
  readonly lines: LineIndex;
}

function fileGroup(file: CheckedFile, findings: readonly Finding[], terminal: Terminal): string {
  const { locale, paint } = terminal;
  const page: Page = { ...terminal, text: file.text, lines: new LineIndex(file.text) };
  const title = file.title === undefined ? '' : `  ${paint.dim(shownText(file.title))}`;
  const parts = [`${paint.bold(paint.underline(shownText(file.path)))}${title}\n`];
  let before: Finding | undefined;
  for (const one of gathered(findings, locale)) {
    parts.push(findingText(one, isSamePlace(one.finding, before), page));
    before = one.finding;
  }
  parts.push(`  ${paint.dim(scoresText(file.scores, file.framework, locale))}\n`);
  return parts.join('');
}

/** A finding, and those that say the same elsewhere. */
interface Gathered {
  readonly finding: Finding;
  readonly again: readonly Finding[];
}

/** Each finding once; from three on those that say the same words are told with the first, by their lines. */
function gathered(findings: readonly Finding[], locale: Locale): Gathered[] {
  const same = new Map<string, Finding[]>();
  const keyOf = ({ rule, message }: Finding) => `${rule} ${say(message, locale)}`;
  for (const finding of findings) {
    const list = same.get(keyOf(finding));
    if (list) list.push(finding);
    else same.set(keyOf(finding), [finding]);
  }
  return findings.flatMap((finding) => {
    const list = same.get(keyOf(finding))!;
    if (list.length < MANY) return [{ finding, again: [] }];
    return list[0] === finding ? [{ finding, again: list.slice(1) }] : [];
  });
}

const MANY = 3;

/** Several things that are missing stand at one place: its line is shown under the first. */
function isSamePlace({ range }: Finding, before: Finding | undefined): boolean {
  return before?.range.start === range.start && before.range.end === range.end;
}

function findingText({ finding, again }: Gathered, isShown: boolean, page: Page): string {
  const { text, lines, locale, paint, columns, told } = page;
  const { line, character } = lines.positionAt(finding.range.start);
  const number = String(line + 1);
  const colour = colourOf(finding.severity, paint);
  const severity = colour(word(locale, SEVERITY_WORDS[finding.severity]));
  const gutter = ' '.repeat(Math.max(5, number.length + 2));
  const rows = [
    `  ${number}:${character + 1}  ${severity}  ${shownText(say(finding.message, locale))}  ${paint.dim(finding.rule)}`,
  ];
  const frame = isShown ? undefined : frameOf(text, lines, finding.range, Math.max(20, columns - gutter.length - 3));
  if (frame && frame.source.trim() !== '') {
    rows.push(`${paint.dim(`${number.padStart(gutter.length)} │`)} ${frame.source}`);
    rows.push(`${paint.dim(`${gutter} │`)} ${colour(frame.carets)}`);
  }
  if (again.length > 0) {
    const others = new Set(again.map(({ range }) => lines.positionAt(range.start).line + 1));
    const list = [...others].join(word(locale, 'listPause'));
    rows.push(`${gutter}   ${paint.dim(word(locale, 'sameInLines', again.length, list))}`);
  }
  const related = finding.related.filter(({ isAside }) => !isAside).slice(0, MOST_RELATED);
  for (const one of related) rows.push(`${gutter}   ${paint.dim(relatedText(one, columns - gutter.length - 3, page))}`);
  // The same reason is told once a run, not under each of twenty findings.
  const why = say(finding.why, locale);
  if (why !== '' && !told.has(why)) {
    told.add(why);
    rows.push(`${gutter}   ${paint.dim(word(locale, 'whyLabel') + shownText(why))}`);
  }
  const advice = say(finding.advice, locale);
  if (advice !== '') rows.push(`${gutter}   ${paint.dim(word(locale, 'adviceLabel'))}${shownText(advice)}`);
  if ([finding, ...again].some(({ fixes }) => fixes.some((fix) => fix.automatic)))
    rows.push(`${gutter}   ${paint.green(word(locale, 'fixableMark'))}`);
  return `${rows.join('\n')}\n\n`;
}

/** Where else to look, and the first words there. */
function relatedText({ range, message }: Related, width: number, { text, lines, locale }: Page): string {
  const { line, character } = lines.positionAt(range.start);
  const says = `${line + 1}:${character + 1}  ${shownText(say(message, locale))}  `;
  const room = Math.max(20, width - widthOf(says));
  const [first = ''] = text.slice(range.start, Math.min(range.end, range.start + room + 1)).split(/[\r\n]/, 1);
  return `${says}${fitTo(first, room)}`;
}

function colourOf(severity: Severity, paint: Paint): (text: string) => string {
  if (severity === 'error') return paint.red;
  if (severity === 'warning') return paint.yellow;
  return severity === 'info' ? paint.blue : paint.cyan;
}

/** 广度 84%，深度 61%，… of one plan. */
export function scoresText(scores: ReportScores, framework: ReportFramework, locale: Locale): string {
  return word(
    locale,
    'scoresLine',
    percent(scores.breadth),
    percent(scores.depth),
    scores.consistency === undefined ? word(locale, 'noThreads') : percent(scores.consistency),
    pathwayTitle(scores.weakest, framework, locale),
  );
}

function summaryLine(run: Run, framework: ReportFramework, hidden: number, paint: Paint): string {
  const { locale, summary } = run;
  const parts: string[] = [];
  if (summary.plans === 0) parts.push(word(locale, 'nothingToCheck'));
  else {
    parts.push(word(locale, 'summaryPlans', summary.plans));
    const { findings, errors, warnings, infos, hints } = summary;
    parts.push(
      findings === 0
        ? word(locale, 'summaryClean')
        : word(locale, 'summaryFindings', findings, errors, warnings, infos, hints),
    );
    if (hidden > 0) parts.push(word(locale, 'summaryHidden', hidden));
    parts.push(
      word(
        locale,
        'summaryScores',
        percent(summary.breadth ?? 0),
        percent(summary.depth ?? 0),
        pathwayTitle(summary.weakest ?? undefined, framework, locale),
      ),
    );
  }
  if (summary.files > summary.plans) parts.push(word(locale, 'summaryOthers', summary.files - summary.plans));
  if (summary.unread > 0) parts.push(word(locale, 'summaryUnread', summary.unread));
  const line = parts.join(word(locale, 'summarySeparator'));
  const bad = summary.errors > 0 || summary.unread > 0 || run.problems.length > 0;
  const mark = bad ? paint.red('✖') : summary.warnings > 0 ? paint.yellow('▲') : paint.green('✔');
  return `${mark} ${paint.bold(line)}`;
}

export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

function pathwayTitle(id: string | undefined, framework: ReportFramework, locale: Locale): string {
  if (id === undefined) return word(locale, 'noneWeakest');
  const pathway = framework.pathways.find((one) => one.id === id);
  return pathway ? say(pathway.title, locale) : id;
}

/** Rows as columns of equal width, wide characters counted as two. The last column is not padded. */
export function table(rows: readonly (readonly string[])[], indent = ''): string {
  const widths: number[] = [];
  for (const row of rows) for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, widthOf(cell));
  return rows
    .map((row) => indent + row.map((cell, i) => (i === row.length - 1 ? cell : padTo(cell, widths[i]!))).join('  '))
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}
