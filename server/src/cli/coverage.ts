import { coverageTable } from '../report/coverage.ts';
import { jsonCoverage } from '../report/json.ts';
import { checkFiles, runOf } from './check-files.ts';
import { type Context, EXIT } from './context.ts';
import { deliver } from './deliver.ts';
import { findFiles } from './files.ts';

export interface CoverageOptions {
  readonly format: 'text' | 'json';
  readonly output?: string;
  readonly config?: string;
  readonly framework?: string;
}

/** `coverage FILE…`: the matrix of each file, which somebody named and which is therefore taken for a plan. */
export async function coverage(names: readonly string[], options: CoverageOptions, context: Context): Promise<number> {
  const request = { config: options.config, framework: options.framework, assumePlan: true };
  const outcome = await checkFiles(await findFiles(names), request, context);
  const run = runOf(
    outcome,
    outcome.checked.map((one) => one.file),
    context,
  );
  await deliver(
    options,
    context,
    () => `${JSON.stringify(jsonCoverage(run), undefined, 2)}\n`,
    (style) => coverageTable(run, style),
  );
  return outcome.unread.length > 0 || outcome.problems.length > 0 ? EXIT.failed : EXIT.clean;
}
