import type { Connection, DocumentUri } from 'vscode-languageserver';
import type { ClientView } from './client-view.ts';
import type { Settings } from './protocol.ts';

export const DEFAULT_SETTINGS: Settings = {
  language: 'auto',
  unfinishedText: 'pause',
  codeLens: true,
  inlayHints: false,
  workspaceDiagnostics: false,
};

const VALUES: { readonly [K in keyof Settings]: readonly Settings[K][] } = {
  language: ['auto', 'zh-CN', 'en'],
  unfinishedText: ['type', 'pause', 'save'],
  codeLens: [true, false],
  inlayHints: [true, false],
  workspaceDiagnostics: [true, false],
};

/** Settings out of whatever a client sent: what is missing or no such value stays as it is by default. */
export function settingsFrom(sent: unknown): Settings {
  if (typeof sent !== 'object' || sent === null) return DEFAULT_SETTINGS;
  const given = sent as Readonly<Record<string, unknown>>;
  const known = Object.entries(VALUES).filter(([key, values]) => (values as readonly unknown[]).includes(given[key]));
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(known.map(([key]) => [key, given[key]])) };
}

/** The client's settings, asked for once and again after each change. */
export class SettingsStore {
  readonly #connection: Connection;
  readonly #client: () => ClientView;
  readonly #byUri = new Map<DocumentUri, Promise<Settings>>();
  /** What a client that cannot be asked has sent. */
  #pushed: Settings | undefined;

  constructor(connection: Connection, client: () => ClientView) {
    this.#connection = connection;
    this.#client = client;
  }

  /** Of one document, or of the window when left out. Never rejects: a client that does not answer gets the defaults. */
  of(uri: DocumentUri | undefined): Promise<Settings> {
    const { canConfigure, options } = this.#client();
    if (!canConfigure) return Promise.resolve(this.#pushed ?? settingsFrom(options.settings));
    const key = uri ?? '';
    let asked = this.#byUri.get(key);
    if (!asked) {
      const item = uri === undefined ? { section: 'parkplan' } : { scopeUri: uri, section: 'parkplan' };
      asked = this.#connection.workspace.getConfiguration(item).then(settingsFrom, () => DEFAULT_SETTINGS);
      this.#byUri.set(key, asked);
    }
    return asked;
  }

  /** `sent`: the settings of a client that pushes them. */
  changed(sent: unknown): void {
    this.#byUri.clear();
    const section = (sent as { parkplan?: unknown } | null | undefined)?.parkplan;
    if (section !== undefined) this.#pushed = settingsFrom(section);
  }

  forget(uri: DocumentUri): void {
    this.#byUri.delete(uri);
  }
}
