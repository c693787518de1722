import { commands, type Disposable, EventEmitter, type TextDocumentContentProvider, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Plans } from './plans.ts';
import { ask } from './requests.ts';

const SCHEME = 'parkplan-explain';

/** Read-only pages that say why a topic has its level; each follows its plan. */
export class ExplanationPages implements TextDocumentContentProvider, Disposable {
  readonly #client: BaseLanguageClient;
  readonly #changed = new EventEmitter<Uri>();
  readonly #subscriptions: Disposable[];
  readonly #shown = new Map<string, Uri>();

  readonly onDidChange = this.#changed.event;

  constructor(client: BaseLanguageClient, plans: Plans) {
    this.#client = client;
    this.#subscriptions = [
      workspace.registerTextDocumentContentProvider(SCHEME, this),
      plans.onDidChange(() => {
        for (const page of this.#shown.values()) this.#changed.fire(page);
      }),
      workspace.onDidCloseTextDocument(({ uri }) => this.#shown.delete(uri.toString())),
      this.#changed,
    ];
  }

  /** Opens the page of a topic beside its plan, as a Markdown preview. */
  async open(plan: string, topic: string, title: string): Promise<void> {
    const name = title.replace(/[\\/?#:]/g, ' ');
    const page = Uri.from({ scheme: SCHEME, path: `/${name}.md`, query: JSON.stringify({ plan, topic }) });
    this.#shown.set(page.toString(), page);
    await commands.executeCommand('markdown.showPreviewToSide', page);
  }

  async provideTextDocumentContent({ query }: Uri): Promise<string> {
    const { plan, topic } = JSON.parse(query) as { plan: string; topic: string };
    const found = await ask(this.#client, 'parkplan/explain', { textDocument: { uri: plan }, topic });
    return found?.markdown ?? '';
  }

  dispose(): void {
    for (const one of this.#subscriptions) one.dispose();
  }
}
