import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { startServer } from '../lsp/start-server.ts';

/** The worker's own port; no DOM types, which the engine must not see either. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

/** The server in a web worker, spoken to by messages. */
const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(self),
  new BrowserMessageWriter(self),
);
startServer(connection);
