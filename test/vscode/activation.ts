import * as vscode from 'vscode';
import { State } from 'vscode-languageclient';
import type { Extension } from '../../client/src/activate.ts';
import { type Check, equal, open } from './suite.ts';

function extension(): vscode.Extension<Extension> {
  const found = vscode.extensions.getExtension<Extension>('parkplan.parkplan');
  if (found === undefined) throw new Error('The extension is not there');
  return found;
}

export const activationChecks: readonly Check[] = [
  [
    'opening a plan activates the extension',
    async () => {
      equal(extension().isActive, false, 'active before a Markdown file was opened');
      await open('wanxi-new-materials.md');
      await extension().activate();
      equal(extension().isActive, true, 'active');
    },
  ],
  [
    'the language server answers',
    async () => {
      const { client, ready } = extension().exports;
      await ready;
      equal(client.state, State.Running, 'state of the client');
      equal(client.initializeResult?.serverInfo?.name, 'parkplan', 'name of the server');
      const answer = await client.sendRequest('parkplan/noSuchRequest').then(
        () => 'an answer',
        (error: { code?: number }) => error.code,
      );
      // MethodNotFound comes from the server itself.
      equal(answer, -32601, 'answer to an unknown request');
    },
  ],
];
