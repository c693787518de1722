import { commands, type Disposable, EventEmitter, type TextDocument, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Status } from '../../server/src/lsp/protocol.ts';
import { hear } from './requests.ts';

/** What the server has told of the open documents, and which plan is at hand. */
export class Plans implements Disposable {
  readonly #statuses = new Map<string, Status>();
  readonly #changed = new EventEmitter<void>();
  readonly #subscriptions: Disposable[];
  #active: string | undefined;

  /** Fires when the plan at hand is another one, or was read again. */
  readonly onDidChange = this.#changed.event;

  constructor(client: BaseLanguageClient) {
    hear(client, 'parkplan/checked', (status) => {
      this.#statuses.set(status.uri, status);
      this.#follow();
    });
    this.#subscriptions = [
      window.onDidChangeActiveTextEditor(() => this.#follow()),
      workspace.onDidCloseTextDocument((document) => this.#forget(document)),
      this.#changed,
    ];
  }

  /** Of a document that the server has read. */
  statusOf(document: TextDocument | undefined): Status | undefined {
    return document && this.#statuses.get(document.uri.toString());
  }

  /** Addresses of the open plans. */
  get uris(): readonly string[] {
    return [...this.#statuses.values()].filter(({ isPlan }) => isPlan).map(({ uri }) => uri);
  }

  /** The plan in the active editor, else the last that was in it and is still open. */
  get active(): Status | undefined {
    return this.#active === undefined ? undefined : this.#statuses.get(this.#active);
  }

  dispose(): void {
    for (const one of this.#subscriptions) one.dispose();
  }

  #follow(): void {
    const status = this.statusOf(window.activeTextEditor?.document);
    if (status?.isPlan) this.#active = status.uri;
    else if (status && this.#active === status.uri) this.#active = undefined;
    void commands.executeCommand('setContext', 'parkplan.isPlan', status?.isPlan === true);
    void commands.executeCommand('setContext', 'parkplan.hasPlan', this.active !== undefined);
    this.#changed.fire();
  }

  #forget({ uri }: TextDocument): void {
    this.#statuses.delete(uri.toString());
    if (this.#active === uri.toString()) this.#active = undefined;
    this.#follow();
  }
}
