import type { DocumentUri } from 'vscode-languageserver';
import { type EngineLoader, engineLoader, type LoadedEngine } from '../config/load-engine.ts';
import { folderOf, upwards } from '../config/paths.ts';
import { type ConfigResolver, configResolver } from '../config/resolve-config.ts';
import type { ResolvedConfig } from '../config/types.ts';
import type { SourceProblem } from '../framework/types.ts';
import { RULE_IDS } from '../rules/run-rules.ts';
import type { Files } from './files.ts';
import { placeOf, uriOf } from './uris.ts';

/** What holds for one document: its configuration, and the engine that this names. */
export interface Project {
  readonly settings: ResolvedConfig;
  readonly engine: LoadedEngine;
  /** Of configuration, framework and cases. */
  readonly problems: readonly SourceProblem[];
  /** The address of a path that `settings`, `engine` or a problem names. */
  uriOf(path: string): DocumentUri;
}

interface Root {
  readonly configs: ConfigResolver;
  readonly engines: EngineLoader;
  /** Files and folders that were read or looked for. */
  readonly sources: Set<string>;
}

const CONFIG = /\/\.parkplan\.(?:ya?ml|json)$/;

/** Resolves configurations and loads engines, each once, until something changes: then all is read anew. */
export class Projects {
  readonly #files: Files;
  readonly #folders: () => readonly DocumentUri[];
  readonly #roots = new Map<string, Root>();
  #generation = 0;

  /** `folders`: of the workspace; the first one's configuration holds for documents that are nowhere yet. */
  constructor(files: Files, folders: () => readonly DocumentUri[]) {
    this.#files = files;
    this.#folders = folders;
  }

  /** Rises with every change: what was found before then may not hold any more. */
  get generation(): number {
    return this.#generation;
  }

  /** Never rejects: what cannot be read is among the problems. */
  async of(uri: DocumentUri): Promise<Project> {
    const { root, path } = placeOf(this.#standIn(uri));
    const { configs, engines, sources } = this.#root(root);
    const settings = await configs.resolve(path);
    const engine = await engines.load(settings.framework, settings.cases, settings.bibliography);
    for (const source of [...settings.sources, ...engine.sources]) sources.add(source);
    return {
      settings,
      engine,
      problems: [...settings.problems, ...engine.problems],
      uriOf: (named) => uriOf(root, named),
    };
  }

  /** Whether a change of this file can change what holds. A configuration always can: a new one may be the nearest. */
  concerns(uri: DocumentUri): boolean {
    if (CONFIG.test(uri)) return true;
    const { root, path } = placeOf(uri);
    const { sources } = this.#roots.get(root) ?? {};
    return (
      sources !== undefined && (sources.has(path) || [...upwards(folderOf(path))].some((folder) => sources.has(folder)))
    );
  }

  changed(): void {
    this.#roots.clear();
    this.#generation++;
  }

  #standIn(uri: DocumentUri): DocumentUri {
    if (!uri.startsWith('untitled:')) return uri;
    const [folder] = this.#folders();
    return folder === undefined ? 'untitled:/untitled.md' : `${folder.replace(/\/$/, '')}/untitled.md`;
  }

  #root(root: string): Root {
    let known = this.#roots.get(root);
    if (!known) {
      const host = this.#files.under(root);
      known = {
        configs: configResolver(host, { knownRules: RULE_IDS }),
        engines: engineLoader(host),
        sources: new Set(),
      };
      this.#roots.set(root, known);
    }
    return known;
  }
}
