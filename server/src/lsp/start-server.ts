import { type Connection, TextDocumentSyncKind, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** What differs between the places where the server runs. */
export interface ServerHost {
  readonly platform: 'node' | 'worker';
}

/** Answers on a connection until it is closed. The same in every host: what a host has to lend comes in through `host`. */
export function startServer(connection: Connection, _host: ServerHost): void {
  const documents = new TextDocuments(TextDocument);
  connection.onInitialize(() => ({
    serverInfo: { name: 'parkplan' },
    capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental },
  }));
  documents.listen(connection);
  connection.listen();
}
