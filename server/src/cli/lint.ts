import { jsonEntry, jsonPlan, jsonReport } from '../report/json.ts';
import { Tally } from '../report/summary.ts';
import { textReport } from '../report/text.ts';
import type { CheckedFile } from '../report/types.ts';
import { applyAutomaticFixes } from '../rules/apply-fixes.ts';
import { type Finding, SEVERITIES, type Severity } from '../rules/types.ts';
import { bothWords } from '../words/catalogue.ts';
import { type Checked, checkFiles, checkStdin, runOf } from './check-files.ts';
import { type Context, EXIT, tellError, UsageError } from './context.ts';
import { deliverTo } from './deliver.ts';
import { unifiedDiff } from './diff.ts';
import { encodeText } from './encoding.ts';
import { findFiles } from './files.ts';
import { type FindingsCache, openCache } from './findings-cache.ts';
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
  readonly cache?: boolean;
  readonly cacheLocation?: string;
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
    cache: await cacheFor(options),
  };
  const shown = options.quiet ? fails(options.failOn === 'never' ? 'error' : options.failOn) : () => true;
  const delivery = deliverTo(options.output, context);
  const tally = new Tally();
  const text = textReport(context.locale, { ...delivery.style, shown, quiet: options.quiet === true });
  const entries: string[] = [];
  const fixer = fixerFor(options, context);
  let isFailing = false;
  const take = async (checked: Checked) => {
    const file = await fixer.fix(checked);
    tally.add(file);
    isFailing ||= options.failOn !== 'never' && file.findings.some(fails(options.failOn));
    if (options.format === 'json') entries.push(jsonEntry(jsonPlan(file, context.locale, shown)));
    else delivery.add(text.file(file));
  };
  const outcome = options.stdin
    ? await checkStdin(options.stdinFilename ?? 'stdin.md', request, context, take)
    : await checkFiles(await findFiles(paths.length > 0 ? paths : ['.']), request, context, take);
  fixer.end();
  const run = runOf(outcome, tally, context);
  delivery.add(options.format === 'json' ? jsonReport(run, entries) : text.end(run, tally.framework ?? run.framework));
  await delivery.end();
  await keep(request.cache, context);
  if (fixer.failed() || outcome.unread.length > 0 || outcome.problems.length > 0) return EXIT.failed;
  const { warnings } = run.summary;
  const tooMany = options.maxWarnings !== undefined && warnings > options.maxWarnings;
  return isFailing || tooMany ? EXIT.findings : EXIT.clean;
}

/** Where a cache is kept unless `--cache-location` names another place. */
const CACHE_FILE = '.parkplancache';

/** A run that fixes looks at everything anew, and one over standard input has no file to remember. */
async function cacheFor(options: LintOptions): Promise<FindingsCache | undefined> {
  const { cache, cacheLocation } = options;
  const isWanted = cache === true || (cacheLocation !== undefined && cache !== false);
  if (!isWanted || options.stdin || options.fix || options.fixDryRun) return undefined;
  return openCache(cacheLocation ?? CACHE_FILE);
}

/** A cache that cannot be written costs the next run its time, and nothing else. */
async function keep(cache: FindingsCache | undefined, context: Context): Promise<void> {
  if (!cache) return;
  if (cache.broken > 0) context.note(context.word('noteLabel') + context.word('cacheBroken', cache.broken));
  try {
    await cache.save();
  } catch (error) {
    tellError(error, context);
  }
}

/** At or above a severity. */
function fails(limit: Severity): (finding: Finding) => boolean {
  return (finding) => SEVERITIES.indexOf(finding.severity) <= SEVERITIES.indexOf(limit);
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

/** What `--fix` and `--fix-dry-run` do with each file; without them, nothing. */
interface Fixer {
  fix(checked: Checked): Promise<CheckedFile>;
  end(): void;
  failed(): boolean;
}

function fixerFor(options: LintOptions, context: Context): Fixer {
  if (options.fixDryRun) return dryFixer(options, context);
  if (options.fix) return writingFixer(context);
  return { fix: async ({ file }) => file, end: () => undefined, failed: () => false };
}

function dryFixer(options: LintOptions, context: Context): Fixer {
  const { paint } = context;
  // The report keeps standard output to itself when a program reads it.
  const tell = options.format === 'json' ? context.note : context.print;
  let changed = 0;
  return {
    async fix(checked) {
      const diff = unifiedDiff(checked.source.path, checked.file.text, fixedText(checked).text);
      if (diff === '') return checked.file;
      const coloured = diff
        .split('\n')
        .map((line) => (line.startsWith('+') ? paint.green(line) : line.startsWith('-') ? paint.red(line) : line))
        .join('\n');
      changed++;
      tell(`${coloured}\n`);
      return checked.file;
    },
    end() {
      context.note(changed > 0 ? context.word('wouldFixFiles', changed) : context.word('nothingToFix'));
    },
    failed: () => false,
  };
}

/** A file that cannot be written is told, keeps its findings, and does not stop the others. */
function writingFixer(context: Context): Fixer {
  let changed = 0;
  let failed = false;
  return {
    async fix(checked) {
      const fixed = fixedText(checked);
      if (fixed.text === checked.file.text) return checked.file;
      try {
        await writeWhole(checked.source.absolute, await encodeText(fixed.text, checked.encoding));
        changed++;
        return fixed;
      } catch (error) {
        tellError(error, context);
        failed = true;
        return checked.file;
      }
    },
    end() {
      context.note(changed > 0 || failed ? context.word('fixedFiles', changed) : context.word('nothingToFix'));
    },
    failed: () => failed,
  };
}
