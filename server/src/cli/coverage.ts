import { coverageEnd, coverageTable } from '../report/coverage.ts';
import { jsonCoverage, jsonEntry, jsonPlanCoverage } from '../report/json.ts';
import { Tally } from '../report/summary.ts';
import { checkFiles, runOf } from './check-files.ts';
import { type Context, EXIT } from './context.ts';
import { deliverTo } from './deliver.ts';
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
  const delivery = deliverTo(options.output, context);
  const tally = new Tally();
  const entries: string[] = [];
  let isFirst = true;
  const outcome = await checkFiles(await findFiles(names), request, context, ({ file }) => {
    tally.add(file);
    if (options.format === 'json') entries.push(jsonEntry(jsonPlanCoverage(file)));
    else delivery.add((isFirst ? '' : '\n') + coverageTable(file, context.locale, delivery.style));
    isFirst = false;
  });
  const run = runOf(outcome, tally, context);
  delivery.add(
    options.format === 'json'
      ? jsonCoverage(run, entries)
      : coverageEnd(run, delivery.style.paint).slice(isFirst ? 1 : 0),
  );
  await delivery.end();
  return outcome.unread.length > 0 || outcome.problems.length > 0 ? EXIT.failed : EXIT.clean;
}
