import * as vscode from 'vscode';
import type { Extension } from '../../client/src/activate.ts';

/** One behaviour, told as a sentence. Runs inside the extension host, Node's and the worker's: no `node:*` here. */
export type Check = readonly [sentence: string, body: () => Promise<void>];

/** Runs the checks one after another and tells each; rejects when one failed, with all that failed. */
export async function runChecks(checks: readonly Check[]): Promise<void> {
  const failed: string[] = [];
  for (const [sentence, body] of checks) {
    const started = Date.now();
    try {
      await body();
      console.log(`ok - ${sentence} (${Date.now() - started} ms)`);
    } catch (error) {
      const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
      console.log(`not ok - ${sentence}\n${why}`);
      failed.push(sentence);
    }
  }
  console.log(`${checks.length - failed.length} passed, ${failed.length} failed`);
  if (failed.length > 0) throw new Error(`Failed: ${failed.join('; ')}`);
}

/** Fails with both values where they differ as JSON. */
export function equal(actual: unknown, expected: unknown, what: string): void {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is !== should) throw new Error(`${what}: is ${is}, should be ${should}`);
}

const LIMIT_MS = 15_000;

/** The first value of `look` that is not undefined, asked again after each `event`; rejects when none came in time. */
export async function eventually<T>(what: string, event: vscode.Event<unknown>, look: () => T | undefined): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const ask = () => {
    const value = look();
    if (value !== undefined) resolve(value);
  };
  const listening = event(ask);
  const timer = setTimeout(() => reject(new Error(`${what} did not come within ${LIMIT_MS / 1000} s`)), LIMIT_MS);
  ask();
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    listening.dispose();
  }
}

/** Opens a file of the workspace in an editor. */
export async function open(name: string): Promise<vscode.TextEditor> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('No folder is open');
  return vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, name));
}

/** Resolves when the server has read a document as it is now. */
export async function seen(what: string, document: vscode.TextDocument): Promise<void> {
  const { plans } = vscode.extensions.getExtension('parkplan.parkplan')!.exports as Extension;
  await eventually(what, plans.onDidChange, () => {
    const status = plans.statusOf(document);
    return status && status.version >= document.version ? status : undefined;
  });
}
