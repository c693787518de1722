import * as vscode from 'vscode';
import { activationChecks } from './activation.ts';
import { coverageChecks } from './coverage.ts';
import { diagnosticsChecks } from './diagnostics.ts';
import { languageFeatureChecks } from './language-features.ts';
import { set } from './plan.ts';
import { runChecks } from './suite.ts';

/** What VS Code calls, in either extension host. */
export async function run(): Promise<void> {
  console.log(`workspace trusted: ${vscode.workspace.isTrusted}`);
  // The words that the checks look for; one of them changes the language and puts it back.
  await set('language', 'zh-CN');
  return runChecks([...activationChecks, ...diagnosticsChecks, ...languageFeatureChecks, ...coverageChecks]);
}
