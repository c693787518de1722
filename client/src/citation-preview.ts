import type { MarkdownIt } from 'markdown-it';
import { commands, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { CitedSources } from '../../server/src/lsp/protocol.ts';
import { citationsPlugin, type PreviewSources } from '../../server/src/preview/citations-plugin.ts';
import type { Plans } from './plans.ts';
import { ask } from './requests.ts';

/** Shows citations in VS Code's own Markdown preview. Rendering cannot wait, so what the server tells of a document is kept, and the preview refreshed when it comes. */
export class CitationPreview implements Disposable {
  readonly #client: BaseLanguageClient;
  readonly #told = new Map<string, { readonly json: string; readonly sources: PreviewSources | undefined }>();
  readonly #listening: Disposable;

  constructor(client: BaseLanguageClient, plans: Plans) {
    this.#client = client;
    this.#listening = plans.onDidChange(() => {
      for (const uri of this.#told.keys()) if (plans.statusAt(uri)) void this.#fetch(uri);
    });
  }

  /** What VS Code calls with the preview's parser. */
  extend(md: MarkdownIt): MarkdownIt {
    citationsPlugin(md, (env) => this.#sourcesFor(env));
    return md;
  }

  dispose(): void {
    this.#listening.dispose();
  }

  #sourcesFor(env: unknown): PreviewSources | undefined {
    const document = (env as { currentDocument?: unknown } | undefined)?.currentDocument;
    if (document === undefined) return undefined;
    const uri = String(document);
    const told = this.#told.get(uri);
    if (told) return told.sources;
    this.#told.set(uri, { json: '', sources: undefined });
    void this.#fetch(uri);
    return undefined;
  }

  async #fetch(uri: string): Promise<void> {
    // A preview without its server shows the text as it stands.
    const found = await ask(this.#client, 'parkplan/citedSources', { textDocument: { uri } }).catch(() => null);
    const json = JSON.stringify(found);
    if (this.#told.get(uri)?.json === json) return;
    this.#told.set(uri, { json, sources: found ? sourcesOf(found) : undefined });
    if (found && found.cases.length + found.references.length > 0)
      await commands.executeCommand('markdown.preview.refresh');
  }
}

function sourcesOf({ cases, references, locale, options }: CitedSources): PreviewSources {
  return {
    cases: { cases: new Map(cases.map((one) => [one.id, one])) },
    references: new Map(references.map((one) => [one.id, one])),
    locale,
    options,
  };
}
