import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../lsp/start-server.ts';
import { machineFiles } from './machine-files.ts';

/** The server as a process of its own; its arguments say how it is spoken to (`--node-ipc`, `--stdio`). It ends with its parent or its input. */
startServer(createConnection(ProposedFeatures.all), { files: machineFiles });
// The library looks for the parent every three seconds; the channel tells at once.
process.on('disconnect', () => process.exit(0));
