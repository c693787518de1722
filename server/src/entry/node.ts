import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../lsp/start-server.ts';

/** The server as a process of its own; its arguments say how it is spoken to (`--node-ipc`, `--stdio`). It ends with its parent. */
startServer(createConnection(ProposedFeatures.all), { platform: 'node' });
