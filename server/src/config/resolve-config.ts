import { CONFIG_NAMES } from './extends.ts';
import { matchesAny } from './glob.ts';
import { BUILT_IN_FRAMEWORK, emptyConfig, loadConfig } from './load-config.ts';
import { folderOf, joinPath, pathWithin, upwards } from './paths.ts';
import type { ConfigHost, LoadedConfig, ResolvedConfig } from './types.ts';

export interface ResolveOptions {
  /** Absolute path of the configuration to use instead of the nearest one. */
  readonly configPath?: string;
  /** Ids that `rules` may name; any when left out. */
  readonly knownRules?: ReadonlySet<string>;
}

export interface ConfigResolver {
  /** What holds for a file, which need not exist. */
  resolve(file: string): Promise<ResolvedConfig>;
  /** The configuration that applies to a file, before its overrides. */
  load(file: string): Promise<LoadedConfig>;
}

/** Resolves many files against one host, reading each configuration once. For changed files make a new one. */
export function configResolver(host: ConfigHost, options: ResolveOptions = {}): ConfigResolver {
  const byFolder = new Map<string, Promise<LoadedConfig>>();
  const byPath = new Map<string, Promise<LoadedConfig>>();

  const loadOnce = (path: string): Promise<LoadedConfig> => {
    let loading = byPath.get(path);
    if (!loading) {
      loading = loadConfig(path, host, options.knownRules);
      byPath.set(path, loading);
    }
    return loading;
  };
  const nearest = (folder: string): Promise<LoadedConfig> => {
    let found = byFolder.get(folder);
    if (!found) {
      found = findNearest(folder);
      byFolder.set(folder, found);
    }
    return found;
  };
  const findNearest = async (folder: string): Promise<LoadedConfig> => {
    for (const name of CONFIG_NAMES) {
      const path = joinPath(folder, name);
      // One that is there but cannot be read still is the nearest: loading it tells the reason.
      const there = await host.readFile(path).then(
        (text) => text !== undefined,
        () => true,
      );
      if (there) return loadOnce(path);
    }
    const [, parent] = upwards(folder);
    return parent === undefined ? emptyConfig(folder) : nearest(parent);
  };

  const load = (file: string) => (options.configPath ? loadOnce(options.configPath) : nearest(folderOf(file)));
  return { load, resolve: async (file) => settingsFor(file, await load(file)) };
}

/** Finds and reads the configuration of one file. */
export function resolveConfig(file: string, host: ConfigHost, options: ResolveOptions = {}): Promise<ResolvedConfig> {
  return configResolver(host, options).resolve(file);
}

/** Applies the overrides of `config` that hold for `file`. */
export function settingsFor(file: string, config: LoadedConfig): ResolvedConfig {
  // A file outside the configuration's folder (`--config elsewhere/x.yaml`) matches globs by its whole path.
  const path = pathWithin(config.folder, file) ?? file.replace(/^\//, '');
  let { framework, stage, rules: severities } = config;
  let isPlanByGlob = matchesAny(config.plans, path);
  for (const override of config.overrides) {
    const files = typeof override.files === 'string' ? [override.files] : override.files;
    if (
      !matchesAny(
        files.filter((one) => typeof one === 'string'),
        path,
      )
    )
      continue;
    if (override.stage !== undefined) stage = override.stage;
    if (override.rules !== undefined) severities = { ...severities, ...override.rules };
    if (override.plan !== undefined) isPlanByGlob = override.plan;
    if (override.framework !== undefined) {
      framework = override.framework === BUILT_IN_FRAMEWORK ? undefined : override.framework;
    }
  }
  const { cases, bibliography, sources, problems } = config;
  return {
    path: config.path,
    framework,
    cases,
    bibliography,
    stage,
    severities,
    isPlanByGlob,
    isIgnored: matchesAny(config.ignore, path, true),
    sources,
    problems,
  };
}
