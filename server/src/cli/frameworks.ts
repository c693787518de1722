import { readdir, readFile } from 'node:fs/promises';
import type { CaseLibrary } from '../framework/case-types.ts';
import { loadCases } from '../framework/cases.ts';
import { compileFramework, type Framework } from '../framework/compile.ts';
import { filesOf, loadFramework } from '../framework/load-framework.ts';
import type { SourceFile, SourceProblem } from '../framework/types.ts';
import { CASES } from '../generated/cases.ts';
import { FRAMEWORK_PARTS } from '../generated/framework.ts';
import { bothWords } from '../words/catalogue.ts';
import { decodeText } from './encoding.ts';
import { absolutePath, reasonOf } from './host.ts';

export interface LoadedCases {
  readonly library: CaseLibrary;
  readonly problems: readonly SourceProblem[];
}

let builtIn: Framework | undefined;

/** The nine pathways, compiled when first asked for. */
export function builtInFramework(): Framework {
  builtIn ??= compileFramework(FRAMEWORK_PARTS);
  return builtIn;
}

/** A framework from an absolute path of its main file; every mistake, unreadable files too, is a located problem. */
export async function readFramework(
  main: string,
): Promise<{ framework?: Framework; problems: readonly SourceProblem[] }> {
  const source = await readSource(main);
  if ('problem' in source) return { problems: [source.problem] };
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const names = filesOf(source.file, (relative) => absolutePath(folder + relative)) ?? [];
  const others = await Promise.all(names.map(readSource));
  const problems = others.flatMap((other) => ('problem' in other ? [other.problem] : []));
  const files = [source.file, ...others.flatMap((other) => ('file' in other ? [other.file] : []))];
  const loaded = loadFramework(files, main);
  if (!loaded.parts)
    return { problems: [...problems.filter((one) => isUnreadable(one, loaded.problems)), ...loaded.problems] };
  return { framework: compileFramework(loaded.parts), problems: [] };
}

/** The loader tells of a file that is not there where it is named. */
function isUnreadable({ path }: SourceProblem, told: readonly SourceProblem[]): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return !told.some(({ message }) => message.en.includes(name));
}

/** The library that is shipped and the YAML files of folders (absolute paths). Ids of the project's own cases come on top. */
export async function readCases(folders: readonly string[], framework: Framework): Promise<LoadedCases> {
  const cases = new Map(CASES.map((one) => [one.id, one]));
  const problems: SourceProblem[] = [];
  for (const folder of folders) {
    const sources = await sourcesIn(folder, problems);
    const loaded = loadCases(sources, new Set(framework.pathways.map(({ id }) => id)));
    problems.push(...loaded.problems);
    for (const [id, one] of loaded.library.cases) cases.set(id, one);
  }
  return { library: { cases }, problems };
}

async function sourcesIn(folder: string, problems: SourceProblem[]): Promise<SourceFile[]> {
  try {
    const names = (await readdir(folder)).filter((name) => /\.ya?ml$/.test(name)).sort();
    const read = await Promise.all(names.map((name) => readSource(`${folder}/${name}`)));
    problems.push(...read.flatMap((one) => ('problem' in one ? [one.problem] : [])));
    return read.flatMap((one) => ('file' in one ? [one.file] : []));
  } catch (error) {
    problems.push({ path: folder, line: 1, column: 1, message: reasonOf(error) });
    return [];
  }
}

async function readSource(path: string): Promise<{ file: SourceFile } | { problem: SourceProblem }> {
  try {
    const decoded = await decodeText(await readFile(path));
    if ('text' in decoded) return { file: { path, text: decoded.text } };
    return { problem: { path, line: 1, column: 1, message: decoded.reason } };
  } catch (error) {
    return { problem: { path, line: 1, column: 1, message: reasonOf(error) ?? bothWords('fileMissing') } };
  }
}
