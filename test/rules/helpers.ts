import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type CheckOptions, type CheckResult, check } from '../../server/src/check.ts';
import type { CaseLibrary } from '../../server/src/framework/case-types.ts';
import { compileFramework, type Framework } from '../../server/src/framework/compile.ts';
import { loadFramework } from '../../server/src/framework/load-framework.ts';
import type { FrameworkParts } from '../../server/src/framework/types.ts';
import { CASES } from '../../server/src/generated/cases.ts';
import type { Finding } from '../../server/src/rules/types.ts';

const folder = fileURLToPath(new URL('../../server/frameworks/nine-pathways/', import.meta.url));
const files = readdirSync(folder).map((name) => ({ path: name, text: readFileSync(folder + name, 'utf8') }));
const loaded = loadFramework(files, 'framework.yaml');
if (!loaded.parts) throw new Error(JSON.stringify(loaded.problems, undefined, 1));

/** The framework that is shipped, read from its files. */
export const nineParts: FrameworkParts = loaded.parts;
export const nine: Framework = compileFramework(nineParts);

/** The library that is shipped. */
export const fifty: CaseLibrary = { cases: new Map(CASES.map((one) => [one.id, one])) };

export function checkNine(text: string, options: CheckOptions = {}): CheckResult {
  return check(text, nine, fifty, options);
}

/** `rule: text of the range` of each finding. */
export function told(text: string, findings: readonly Finding[], rule?: string): string[] {
  return findings
    .filter((finding) => rule === undefined || finding.rule === rule)
    .map(({ range }) => text.slice(range.start, range.end));
}
