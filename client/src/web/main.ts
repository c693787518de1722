import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { clientOptions, type Extension, start } from '../activate.ts';

type Port = ConstructorParameters<typeof LanguageClient>[2];
/** A worker's constructor; no DOM types for this alone. */
declare const Worker: new (url: string) => Port & { terminate(): void };

let client: LanguageClient | undefined;
let worker: InstanceType<typeof Worker> | undefined;

/** Entry for VS Code in the browser: the server is a web worker. */
export function activate(context: ExtensionContext): Extension {
  worker = new Worker(Uri.joinPath(context.extensionUri, 'dist/server.js').toString(true));
  client = new LanguageClient('parkplan', 'parkplan', worker, clientOptions(context));
  return start(client, context);
}

export async function deactivate(): Promise<void> {
  await client?.stop();
  worker?.terminate();
}
