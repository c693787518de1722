import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

/** What `activate` hands out, to the extension's tests among others. */
export interface Extension {
  readonly client: BaseLanguageClient;
  /** Settles when the server has answered, or could not be started. */
  readonly ready: Promise<void>;
}

/** Every Markdown document, on disk, remote, virtual or untitled: the server tells which ones are plans. */
export const CLIENT_OPTIONS: LanguageClientOptions = {
  documentSelector: [{ language: 'markdown' }],
  diagnosticCollectionName: 'parkplan',
};

/** Starts the client without waiting for it, so that activation costs the window nothing. */
export function start(client: BaseLanguageClient): Extension {
  const ready = client.start();
  // The client itself tells a person about a failure; here it only must not count as unhandled.
  ready.catch(() => {});
  return { client, ready };
}
