import type { MarkdownIt } from 'markdown-it';
import { commands, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { CitedSources } from '../../server/src/lsp/protocol.ts';
import { citationsPlugin, type PreviewSources } from '../../server/src/preview/citations-plugin.ts';
import type { Plans } from './plans.ts';
import { ask } from './requests.ts';

const MOST_TRIES = 5;
/**
 * A preview that is loaded anew while it still loads may show what it had before: the end of one loading is taken for that of the other
 * (VS Code's `webview/browser/pre/index.html`). Its scripts take about a second. Doubled after each try: a busy machine takes half a minute to open a preview.
 */
const FIRST_WAIT_MS = 2000;

/**
 * Shows citations in VS Code's own Markdown preview. Rendering cannot wait, so what the server tells of a plan is asked for when it opens and kept;
 * a preview that was there before is refreshed when it comes.
 * VS Code does not tell the parser which document it parses; a key means the same work in all plans of a window, so what all of them cite is taken together.
 */
export class CitationPreview implements Disposable {
  readonly #client: BaseLanguageClient;
  readonly #plans: Plans;
  readonly #listening: Disposable;
  readonly #told = new Map<string, CitedSources>();
  #sources: PreviewSources | undefined;
  #json = '';
  #isAsked = false;
  /** The sources at hand have been rendered. */
  #isRendered = false;
  #isRefreshing = false;

  constructor(client: BaseLanguageClient, plans: Plans) {
    this.#client = client;
    this.#plans = plans;
    this.#listening = plans.onDidChange(() => void this.#fetch());
  }

  /** What VS Code calls with the preview's parser. */
  extend(md: MarkdownIt): MarkdownIt {
    citationsPlugin(md, () => {
      if (!this.#isAsked) {
        this.#isAsked = true;
        void this.#fetch();
      }
      this.#isRendered = true;
      return this.#sources;
    });
    return md;
  }

  dispose(): void {
    this.#listening.dispose();
  }

  /** Until somebody looks at a preview, a plan costs one request. */
  async #fetch(): Promise<void> {
    const uris = this.#plans.uris;
    let isToldAnew = false;
    for (const uri of this.#told.keys()) if (!uris.includes(uri)) isToldAnew = this.#told.delete(uri);
    for (const uri of uris) {
      if (!this.#isAsked && this.#told.has(uri)) continue;
      // A preview without its server shows the text as it stands.
      const found = await ask(this.#client, 'parkplan/citedSources', { textDocument: { uri } }).catch(() => null);
      if (!found) continue;
      this.#told.set(uri, found);
      isToldAnew = true;
    }
    // It is asked at every keystroke.
    if (!isToldAnew) return;
    const all = [...this.#told.values()];
    const json = JSON.stringify(all);
    if (json === this.#json) return;
    this.#json = json;
    this.#sources = merged(all);
    this.#isRendered = false;
    if (this.#isAsked) await this.#refresh();
  }

  /** A preview that is just being opened does not hear of a refresh: it is told again until it has rendered. */
  async #refresh(): Promise<void> {
    if (this.#isRefreshing) return;
    this.#isRefreshing = true;
    try {
      for (let i = 0; i < MOST_TRIES; i++) {
        await new Promise((resolve) => setTimeout(resolve, FIRST_WAIT_MS * 2 ** i));
        if (i > 0 && this.#isRendered) break;
        await commands.executeCommand('markdown.preview.refresh');
      }
    } finally {
      this.#isRefreshing = false;
    }
  }
}

function merged(all: readonly CitedSources[]): PreviewSources | undefined {
  const [first] = all;
  return (
    first && {
      cases: { cases: new Map(all.flatMap(({ cases }) => cases.map((one) => [one.id, one]))) },
      references: new Map(all.flatMap(({ references }) => references.map((one) => [one.id, one]))),
      locale: first.locale,
      options: first.options,
    }
  );
}
