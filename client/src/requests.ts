import type { CancellationToken } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ClientRequests, ServerNotifications, ServerRequests } from '../../server/src/lsp/protocol.ts';

/** Sends one of parkplan's own requests. */
export function ask<M extends keyof ClientRequests>(
  client: BaseLanguageClient,
  method: M,
  params: ClientRequests[M][0],
  token?: CancellationToken,
): Promise<ClientRequests[M][1]> {
  return token ? client.sendRequest(method, params, token) : client.sendRequest(method, params);
}

/** Answers one of parkplan's own requests. */
export function answer<M extends keyof ServerRequests>(
  client: BaseLanguageClient,
  method: M,
  handler: (params: ServerRequests[M][0]) => Promise<ServerRequests[M][1]>,
): void {
  client.onRequest(method, (params: ServerRequests[M][0]): Promise<unknown> => handler(params));
}

export function hear<M extends keyof ServerNotifications>(
  client: BaseLanguageClient,
  method: M,
  handler: (params: ServerNotifications[M]) => void,
): void {
  client.onNotification(method, handler);
}
