import * as vscode from 'vscode';
import type { Extension } from '../../client/src/activate.ts';

/** Another entry for VS Code: measures how long the extension takes to activate, and until a plan that is opened then shows its findings. */
export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension<Extension>('parkplan.parkplan');
  if (!extension || extension.isActive) throw new Error('The extension is not there, or active already');
  const started = Date.now();
  const { ready } = await extension.activate();
  console.log(`measured: activation ${Date.now() - started} ms`);
  await ready;
  console.log(`measured: server ready ${Date.now() - started} ms`);
  const folder = vscode.workspace.workspaceFolders![0]!.uri;
  for (const name of ['wanxi-new-materials.md', 'qingwu-life-science.md']) {
    const uri = vscode.Uri.joinPath(folder, name);
    const opened = Date.now();
    const { promise, resolve } = Promise.withResolvers<void>();
    const listening = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((one) => one.toString() === uri.toString())) resolve();
    });
    await vscode.window.showTextDocument(uri);
    await promise;
    listening.dispose();
    console.log(`measured: from opening ${name} to its findings ${Date.now() - opened} ms`);
  }
}
