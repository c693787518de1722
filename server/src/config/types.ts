import type { SourceProblem } from '../framework/types.ts';
import type { Severity, Stage } from '../rules/types.ts';

/** How the resolver reaches files. Paths are absolute with forward slashes. */
export interface ConfigHost {
  /** The text of a file; undefined when there is none. Rejects when there is one that cannot be read. */
  readFile(path: string): Promise<string | undefined>;
}

/** How frameworks and cases are reached, too. */
export interface ProjectHost extends ConfigHost {
  /** Names of the files in a folder, without those in its folders; undefined when there is no such folder. Rejects when it cannot be read. */
  readFolder(path: string): Promise<readonly string[] | undefined>;
}

export type RuleSetting = Severity | 'off';

/** `.parkplan.yaml` as it is written. */
export interface ConfigSource {
  readonly extends?: string | readonly string[];
  readonly framework?: string;
  readonly cases?: readonly string[];
  readonly bibliography?: string | readonly string[];
  readonly plans?: readonly string[];
  readonly ignore?: readonly string[];
  readonly stage?: Stage;
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  readonly overrides?: readonly OverrideSource[];
}

export interface OverrideSource {
  readonly files: string | readonly string[];
  readonly stage?: Stage;
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  readonly framework?: string;
  readonly plan?: boolean;
}

/** A configuration with everything that it extends, paths made absolute. Globs are relative to `folder`. */
export interface LoadedConfig {
  /** Undefined for the empty configuration that holds where there is no file. */
  readonly path: string | undefined;
  readonly folder: string;
  readonly framework: string | undefined;
  readonly cases: readonly string[];
  readonly bibliography: readonly string[];
  readonly plans: readonly string[];
  readonly ignore: readonly string[];
  readonly stage: Stage | undefined;
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly overrides: readonly OverrideSource[];
  /** All files that were read, the one that applies last. */
  readonly sources: readonly string[];
  readonly problems: readonly SourceProblem[];
}

/** What holds for one file. */
export interface ResolvedConfig {
  readonly path: string | undefined;
  /** Absolute path of a framework.yaml; undefined for the built-in framework. */
  readonly framework: string | undefined;
  /** Absolute paths of folders. */
  readonly cases: readonly string[];
  /** Absolute paths of `.bib` and CSL-JSON files. */
  readonly bibliography: readonly string[];
  readonly stage: Stage | undefined;
  readonly severities: Readonly<Record<string, RuleSetting>>;
  /** A glob says that the file is a plan. */
  readonly isPlanByGlob: boolean;
  readonly isIgnored: boolean;
  readonly sources: readonly string[];
  readonly problems: readonly SourceProblem[];
}
