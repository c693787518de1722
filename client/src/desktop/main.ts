import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientOptions, type Extension, start } from '../activate.ts';

let client: LanguageClient | undefined;

/** Entry for desktop and remote windows: the server is a process of its own. */
export function activate(context: ExtensionContext): Extension {
  // A small young generation: else a server that rests holds three times what it needs.
  const options = { execArgv: ['--max-semi-space-size=4'] };
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc, options };
  client = new LanguageClient('parkplan', 'parkplan', server, clientOptions(context));
  return start(client, context);
}

export function deactivate(): Promise<void> | undefined {
  return client?.stop();
}
