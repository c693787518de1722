import { jsonReport } from '../report/json.ts';
import { textReport } from '../report/text.ts';
import type { CheckedFile } from '../report/types.ts';
import { applyAutomaticFixes } from '../rules/apply-fixes.ts';
import { type Finding, SEVERITIES, type Severity } from '../rules/types.ts';
import { bothWords } from '../words/catalogue.ts';
import { type Checked, checkFiles, checkStdin, runOf } from './check-files.ts';
import { type Context, EXIT, tellError, UsageError } from './context.ts';
import { deliver } from './deliver.ts';
import { unifiedDiff } from './diff.ts';
import { encodeText } from './encoding.ts';
import { findFiles } from './files.ts';
import { writeWhole } from './write.ts';

export interface LintOptions {
  readonly format: 'text' | 'json';
  readonly output?: string;
  readonly config?: string;
  readonly framework?: string;
  readonly failOn: Severity | 'never';
  readonly maxWarnings?: number;
  readonly assumePlan?: boolean;
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  readonly quiet?: boolean;
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
}

/** `lint [paths…]`. Gives the exit code. */
export async function lint(paths: readonly string[], options: LintOptions, context: Context): Promise<number> {
  if (options.stdin && paths.length > 0) throw new UsageError(bothWords('stdinWithPaths'));
  if (options.stdin && options.fix) throw new UsageError(bothWords('stdinWithFix'));
  if (!options.stdin && options.stdinFilename !== undefined) throw new UsageError(bothWords('stdinFilenameAlone'));

  const request = {
    config: options.config,
    framework: options.framework,
    assumePlan: options.assumePlan === true,
  };
  const outcome = options.stdin
    ? await checkStdin(options.stdinFilename ?? 'stdin.md', request, context)
    : await checkFiles(await findFiles(paths.length > 0 ? paths : ['.']), request, context);

  let files = outcome.checked.map((one) => one.file);
  let writesFailed = false;
  if (options.fixDryRun) showFixes(outcome.checked, options, context);
  else if (options.fix) ({ files, failed: writesFailed } = await writeFixes(outcome.checked, context));

  const run = runOf(outcome, files, context);
  const shown = options.quiet ? fails(options.failOn === 'never' ? 'error' : options.failOn) : () => true;
  await deliver(
    options,
    context,
    () => `${JSON.stringify(jsonReport(run, shown), undefined, 2)}\n`,
    (style) => textReport(run, { ...style, shown, quiet: options.quiet === true }),
  );
  if (writesFailed || outcome.unread.length > 0 || outcome.problems.length > 0) return EXIT.failed;
  return passes(files, options) ? EXIT.clean : EXIT.findings;
}

/** At or above a severity. */
function fails(limit: Severity): (finding: Finding) => boolean {
  return (finding) => SEVERITIES.indexOf(finding.severity) <= SEVERITIES.indexOf(limit);
}

function passes(files: readonly CheckedFile[], { failOn, maxWarnings }: LintOptions): boolean {
  const findings = files.flatMap((file) => (file.isPlan ? file.findings : []));
  if (failOn !== 'never' && findings.some(fails(failOn))) return false;
  return maxWarnings === undefined || findings.filter((one) => one.severity === 'warning').length <= maxWarnings;
}

/** One fix may uncover another; fixes that undo each other must not run for ever. */
const MAX_ROUNDS = 10;

function fixedText(checked: Checked): CheckedFile {
  let { file } = checked;
  for (let round = 0; round < MAX_ROUNDS && file.isPlan; round++) {
    const text = applyAutomaticFixes(file.text, file.findings);
    if (text === undefined) break;
    file = checked.recheck(text);
  }
  return file;
}

function showFixes(all: readonly Checked[], options: LintOptions, context: Context): void {
  const { paint } = context;
  // The report keeps standard output to itself when a program reads it.
  const tell = options.format === 'json' ? context.note : context.print;
  let changed = 0;
  for (const checked of all) {
    const diff = unifiedDiff(checked.source.path, checked.file.text, fixedText(checked).text);
    if (diff === '') continue;
    changed++;
    const coloured = diff
      .split('\n')
      .map((line) => (line.startsWith('+') ? paint.green(line) : line.startsWith('-') ? paint.red(line) : line))
      .join('\n');
    tell(`${coloured}\n`);
  }
  context.note(changed > 0 ? context.word('wouldFixFiles', changed) : context.word('nothingToFix'));
}

/** A file that cannot be written is told, keeps its findings, and does not stop the others. */
async function writeFixes(
  all: readonly Checked[],
  context: Context,
): Promise<{ files: CheckedFile[]; failed: boolean }> {
  const files: CheckedFile[] = [];
  let changed = 0;
  let failed = false;
  for (const checked of all) {
    const fixed = fixedText(checked);
    if (fixed.text === checked.file.text) {
      files.push(checked.file);
      continue;
    }
    try {
      await writeWhole(checked.source.absolute, await encodeText(fixed.text, checked.encoding));
      files.push(fixed);
      changed++;
    } catch (error) {
      tellError(error, context);
      files.push(checked.file);
      failed = true;
    }
  }
  context.note(changed > 0 || failed ? context.word('fixedFiles', changed) : context.word('nothingToFix'));
  return { files, failed };
}
