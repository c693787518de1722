import type { CaseLibrary } from '../framework/case-types.ts';
import type { CasePlace } from '../framework/cases.ts';
import { compileFramework, type Framework } from '../framework/compile.ts';
import type { SourceFile, SourceProblem } from '../framework/types.ts';
import { CASES } from '../generated/cases.ts';
import { FRAMEWORK_PARTS } from '../generated/framework.ts';
import { bothWords } from '../words/catalogue.ts';
import { type LoadedBibliography, loadBibliography } from './load-bibliography.ts';
import { folderOf, joinPath } from './paths.ts';
import type { ProjectHost } from './types.ts';
import { unreadable } from './unreadable.ts';

/** What a plan is held against, and what was wrong with it. Without a framework nothing can be checked. */
export interface LoadedEngine {
  readonly framework?: Framework;
  readonly cases: CaseLibrary;
  /** Where the project's own cases stand; those that are shipped have no place. */
  readonly casePlaces: ReadonlyMap<string, CasePlace>;
  /** The project's own works. */
  readonly bibliography: LoadedBibliography;
  readonly problems: readonly SourceProblem[];
  /** Files that were read, and folders that were looked into: a change of these asks for a new engine. */
  readonly sources: readonly string[];
}

export interface EngineLoader {
  /**
   * The engine for a framework (absolute path; the built-in one when left out), folders of cases and bibliographies. One for each combination. Never rejects.
   */
  load(
    framework: string | undefined,
    cases: readonly string[],
    bibliography?: readonly string[],
  ): Promise<LoadedEngine>;
}

/** Loads each framework and library once. For changed files make a new one. */
export function engineLoader(host: ProjectHost): EngineLoader {
  const loaded = new Map<string, Promise<LoadedEngine>>();
  return {
    load(framework, cases, bibliography = []) {
      const key = JSON.stringify([framework, cases, bibliography]);
      let loading = loaded.get(key);
      if (!loading) {
        loading = loadEngine(framework, cases, bibliography, host);
        loaded.set(key, loading);
      }
      return loading;
    },
  };
}

let builtIn: Framework | undefined;

/** The nine pathways, compiled when first asked for. */
export function builtInFramework(): Framework {
  builtIn ??= compileFramework(FRAMEWORK_PARTS);
  return builtIn;
}

async function loadEngine(
  main: string | undefined,
  folders: readonly string[],
  works: readonly string[],
  host: ProjectHost,
): Promise<LoadedEngine> {
  const read = main === undefined ? { framework: builtInFramework() } : await readFramework(main, host);
  const { framework, problems = [], sources = [] } = read;
  const bibliography = await loadBibliography(works, host);
  if (!framework) return { cases: { cases: new Map() }, casePlaces: new Map(), bibliography, problems, sources };
  const library = await readCases(folders, framework, host);
  return {
    framework,
    cases: library.cases,
    casePlaces: library.places,
    bibliography,
    problems: [...problems, ...library.problems, ...bibliography.problems],
    sources: [...sources, ...library.sources, ...works],
  };
}

interface ReadFramework {
  readonly framework?: Framework;
  readonly problems?: readonly SourceProblem[];
  readonly sources?: readonly string[];
}

/** A framework from an absolute path of its main file; every mistake, unreadable files too, is a located problem. */
export async function readFramework(main: string, host: ProjectHost): Promise<ReadFramework> {
  const source = await readSource(main, host);
  if ('problem' in source) return { problems: [source.problem], sources: [main] };
  // Schemas that most runs do not need.
  const { filesOf, loadFramework } = await import('../framework/load-framework.ts');
  const names = filesOf(source.file, (relative) => joinPath(folderOf(main), relative)) ?? [];
  const sources = [main, ...names];
  const others = await Promise.all(names.map((name) => readSource(name, host)));
  const files = [source.file, ...others.flatMap((other) => ('file' in other ? [other.file] : []))];
  const loaded = loadFramework(files, main);
  if (loaded.parts) return { framework: compileFramework(loaded.parts), sources };
  const unread = others.flatMap((other) => ('problem' in other ? [other.problem] : []));
  return { problems: [...unread.filter((one) => !isTold(one, loaded.problems)), ...loaded.problems], sources };
}

/** The loader tells of a file that is not there where it is named. */
function isTold({ path }: SourceProblem, told: readonly SourceProblem[]): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return told.some(({ message }) => message.en.includes(name));
}

/** The library that is shipped and the YAML files of folders (absolute paths). Ids of the project's own cases come on top. */
async function readCases(folders: readonly string[], framework: Framework, host: ProjectHost) {
  const cases = new Map(CASES.map((one) => [one.id, one]));
  const problems: SourceProblem[] = [];
  if (folders.length === 0)
    return { cases: { cases }, places: new Map<string, CasePlace>(), problems, sources: folders };
  const { loadCases } = await import('../framework/cases.ts');
  const pathways = new Set(framework.pathways.map(({ id }) => id));
  const files: SourceFile[] = [];
  for (const folder of folders)
    for (const one of await readFolder(folder, host)) {
      if ('file' in one) files.push(one.file);
      else problems.push(one.problem);
    }
  // All folders at once: two cases with one id are told, whichever folders they lie in.
  const loaded = loadCases(files, pathways);
  problems.push(...loaded.problems);
  for (const [id, one] of loaded.library.cases) cases.set(id, one);
  return { cases: { cases }, places: loaded.places, problems, sources: folders };
}

type Source = { readonly file: SourceFile } | { readonly problem: SourceProblem };

async function readFolder(folder: string, host: ProjectHost): Promise<Source[]> {
  try {
    const names = (await host.readFolder(folder))?.filter((name) => /\.ya?ml$/.test(name));
    if (!names) return [problemOf(folder, bothWords('fileMissing'))];
    return await Promise.all([...names].sort().map((name) => readSource(joinPath(folder, name), host)));
  } catch (error) {
    return [problemOf(folder, unreadable(error))];
  }
}

async function readSource(path: string, host: ProjectHost): Promise<Source> {
  try {
    const text = await host.readFile(path);
    return text === undefined ? problemOf(path, bothWords('fileMissing')) : { file: { path, text } };
  } catch (error) {
    return problemOf(path, unreadable(error));
  }
}

function problemOf(path: string, message: SourceProblem['message']): Source {
  return { problem: { path, line: 1, column: 1, message } };
}
