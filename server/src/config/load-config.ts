import type { SourceProblem } from '../framework/types.ts';
import { bothWords } from '../words/catalogue.ts';
import { findExtended } from './extends.ts';
import { folderOf, joinPath } from './paths.ts';
import { type ReadConfig, readConfig } from './read-config.ts';
import type { ConfigHost, ConfigSource, LoadedConfig } from './types.ts';
import { unreadable } from './unreadable.ts';

export const BUILT_IN_FRAMEWORK = 'nine-pathways';
const MAX_DEPTH = 20;

/** The configuration that holds where there is no file. */
export function emptyConfig(folder: string): LoadedConfig {
  return {
    path: undefined,
    folder,
    framework: undefined,
    cases: [],
    bibliography: [],
    plans: [],
    ignore: [],
    stage: undefined,
    rules: {},
    overrides: [],
    sources: [],
    problems: [],
  };
}

/** Reads the configuration at `path` with everything that it extends. Mistakes come as problems; what is right is used. */
export async function loadConfig(
  path: string,
  host: ConfigHost,
  knownRules?: ReadonlySet<string>,
): Promise<LoadedConfig> {
  const problems: SourceProblem[] = [];
  const merged: { -readonly [K in keyof LoadedConfig]: LoadedConfig[K] } = { ...emptyConfig(folderOf(path)), path };
  const done = new Set<string>();

  const include = async (file: string, text: string, chain: readonly string[]): Promise<void> => {
    const read = readConfig(file, text, knownRules);
    problems.push(...read.problems);
    await includeExtended(file, read, [...chain, file]);
    add(merged, read.source, file);
    done.add(file);
  };

  const includeExtended = async (file: string, read: ReadConfig, chain: readonly string[]): Promise<void> => {
    const { extends: named = [] } = read.source;
    const isList = typeof named !== 'string';
    for (const [index, name] of (isList ? named : [named]).entries()) {
      if (typeof name !== 'string') continue;
      const complain = (message: SourceProblem['message']) =>
        problems.push(read.problemAt(isList ? ['extends', index] : ['extends'], message));
      if (chain.length > MAX_DEPTH) {
        complain(bothWords('extendsTooDeep', MAX_DEPTH));
        continue;
      }
      try {
        const target = await findExtended(name, file, host);
        if ('problem' in target) complain(target.problem);
        else if (chain.includes(target.path)) {
          complain(bothWords('extendsCycle', [...chain.slice(chain.indexOf(target.path)), target.path].join(' → ')));
        } else if (!done.has(target.path)) await include(target.path, target.text, chain);
      } catch (error) {
        complain(bothWords('configUnreadable', unreadable(error)));
      }
    }
  };

  try {
    const text = await host.readFile(path);
    if (text === undefined) problems.push({ path, line: 1, column: 1, message: bothWords('configNotFound') });
    else await include(path, text, []);
  } catch (error) {
    problems.push({ path, line: 1, column: 1, message: bothWords('configUnreadable', unreadable(error)) });
  }
  return { ...merged, problems };
}

function add(
  merged: { -readonly [K in keyof LoadedConfig]: LoadedConfig[K] },
  source: ConfigSource,
  file: string,
): void {
  const folder = folderOf(file);
  if (source.framework !== undefined) merged.framework = frameworkPath(source.framework, folder);
  if (source.stage !== undefined) merged.stage = source.stage;
  merged.cases = unique([...merged.cases, ...texts(source.cases).map((one) => joinPath(folder, one))]);
  const { bibliography = [] } = source;
  merged.bibliography = unique([
    ...merged.bibliography,
    ...texts(typeof bibliography === 'string' ? [bibliography] : bibliography).map((one) => joinPath(folder, one)),
  ]);
  merged.plans = [...merged.plans, ...texts(source.plans)];
  merged.ignore = [...merged.ignore, ...texts(source.ignore)];
  merged.rules = { ...merged.rules, ...source.rules };
  merged.overrides = [
    ...merged.overrides,
    ...(source.overrides ?? [])
      .filter((one) => one?.files !== undefined)
      .map((one) =>
        one.framework === undefined
          ? one
          : { ...one, framework: frameworkPath(one.framework, folder) ?? BUILT_IN_FRAMEWORK },
      ),
  ];
  merged.sources = [...merged.sources, file];
}

/** Undefined for the built-in framework. */
function frameworkPath(named: string, folder: string): string | undefined {
  return named === BUILT_IN_FRAMEWORK ? undefined : joinPath(folder, named.replaceAll('\\', '/'));
}

/** A mistaken entry was taken out of its list and left a gap. */
function texts(list: readonly (string | undefined)[] | undefined): string[] {
  return (list ?? []).filter((one) => typeof one === 'string');
}

function unique(list: readonly string[]): string[] {
  return [...new Set(list)];
}
