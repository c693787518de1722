import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../lsp/start-server.ts';
import { collectAtRest } from './collect-at-rest.ts';

/** The extension's server as a process of its own (`--node-ipc`): files come from the window, wherever it has them. It ends with its parent. */
startServer(createConnection(ProposedFeatures.all));
collectAtRest();
// The library looks for the parent every three seconds; the channel tells at once.
process.on('disconnect', () => process.exit(0));
