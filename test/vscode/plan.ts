import * as vscode from 'vscode';
import type { Extension } from '../../client/src/activate.ts';
import { eventually } from './suite.ts';

export { DRAFT } from '../window/draft.ts';

export async function api(): Promise<Extension> {
  const found = vscode.extensions.getExtension<Extension>('parkplan.parkplan');
  if (found === undefined) throw new Error('The extension is not there');
  const extension = await found.activate();
  await extension.ready;
  return extension;
}

/** An untitled Markdown document in an editor. */
export async function untitled(content: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }));
}

/** parkplan's diagnostics of a document once they fit. */
export function diagnostics(
  what: string,
  uri: vscode.Uri,
  fits: (list: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  return eventually(what, vscode.languages.onDidChangeDiagnostics, () => {
    const list = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'parkplan');
    return fits(list) ? list : undefined;
  });
}

/** The rule of a diagnostic, with or without a page. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return typeof code === 'object' ? String(code.value) : String(code);
}

export const has =
  (rule: string, words = '') =>
  (list: readonly vscode.Diagnostic[]) =>
    list.some((one) => ruleOf(one) === rule && one.message.includes(words));

/** Where words stand in a document. */
export function placeOf(document: vscode.TextDocument, words: string): vscode.Position {
  const at = document.getText().indexOf(words);
  if (at < 0) throw new Error(`"${words}" is not in the document`);
  return document.positionAt(at);
}

/** Sets `parkplan.*` for the window. */
export function set(key: string, value: unknown): Thenable<void> {
  return vscode.workspace.getConfiguration('parkplan').update(key, value, vscode.ConfigurationTarget.Global);
}
