import type { MarkdownIt } from 'markdown-it';
import { type Disposable, type ExtensionContext, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/lsp/protocol.ts';
import { CitationPreview } from './citation-preview.ts';
import { registerCommands } from './commands/commands.ts';
import { CoverageTree } from './coverage-tree.ts';
import { ExplanationPages } from './explanation-pages.ts';
import { lendFiles } from './files.ts';
import { Plans } from './plans.ts';
import { statusItem } from './status-item.ts';
import { chooseLanguage, t } from './words.ts';

/** What `activate` hands out, to the extension's tests among others. */
export interface Extension {
  readonly client: BaseLanguageClient;
  /** Settles when the server has answered, or could not be started. */
  readonly ready: Promise<void>;
  readonly plans: Plans;
  readonly tree: CoverageTree;
  /** What VS Code's Markdown preview calls. */
  readonly extendMarkdownIt: (md: MarkdownIt) => MarkdownIt;
}

/** Every Markdown document, on disk, remote, virtual or untitled: the server tells which ones are plans. */
export function clientOptions({ extensionUri }: ExtensionContext): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    readsFiles: true,
    hasMarkdownSymbols: true,
    commands: ['parkplan.showCoverage'],
    docs: `${Uri.joinPath(extensionUri, 'docs', 'rules')}/`,
  };
  return {
    documentSelector: [{ language: 'markdown' }],
    diagnosticCollectionName: 'parkplan',
    diagnosticPullOptions: { onChange: true, onSave: true, onTabs: false },
    markdown: { isTrusted: false, supportHtml: false },
    initializationOptions,
  };
}

/** Starts the client without waiting for it, so that activation costs the window nothing. */
export function start(client: BaseLanguageClient, { subscriptions }: ExtensionContext): Extension {
  chooseLanguage();
  lendFiles(client);
  const plans = new Plans(client);
  const tree = new CoverageTree(client, plans);
  const pages = new ExplanationPages(client, plans);
  const preview = new CitationPreview(client, plans);
  const ready = client.start();
  ready.catch((error) =>
    window.showErrorMessage(t('The language server of parkplan did not start: {0}', String(error))),
  );
  const language: Disposable = workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration('parkplan.language')) chooseLanguage();
  });
  subscriptions.push(
    plans,
    tree,
    pages,
    preview,
    language,
    statusItem(plans),
    ...registerCommands({ client, ready, plans, tree, pages }),
  );
  return { client, ready, plans, tree, extendMarkdownIt: (md) => preview.extend(md) };
}
