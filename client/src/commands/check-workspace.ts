import { commands, ProgressLocation, Uri, window, workspace } from 'vscode';
import { WorkDoneProgress } from 'vscode-languageclient';
import type { WorkspaceSummary } from '../../../server/src/lsp/protocol.ts';
import { notificationText } from '../notification-text.ts';
import { ask } from '../requests.ts';
import { t } from '../words.ts';
import type { Workbench } from './commands.ts';

/** Checks every plan of the workspace, with progress that can be cancelled, and says what was found. */
export async function checkWorkspace({ client }: Workbench): Promise<WorkspaceSummary | undefined> {
  const title = t('Checking the plans of the workspace');
  const options = { location: ProgressLocation.Notification, title, cancellable: true };
  const summary = await window.withProgress(options, async (progress, token) => {
    const workDoneToken = `parkplan-${Date.now()}`;
    let told = 0;
    const listening = client.onProgress(WorkDoneProgress.type, workDoneToken, (report) => {
      if (report.kind !== 'report') return;
      const { percentage = told, message = '' } = report;
      progress.report({ increment: percentage - told, message });
      told = percentage;
    });
    try {
      return await ask(client, 'parkplan/checkWorkspace', { workDoneToken }, token);
    } catch (error) {
      if (token.isCancellationRequested) return undefined;
      throw error;
    } finally {
      listening.dispose();
    }
  });
  if (summary) void tell(summary);
  return summary;
}

async function tell({ files, plans, findings, unread }: WorkspaceSummary): Promise<void> {
  const { error, warning, info, hint } = findings;
  const parts = [
    t(
      '{1} plans in {0} Markdown files: {2} errors, {3} warnings, {4} notes.',
      files,
      plans,
      error,
      warning,
      info + hint,
    ),
  ];
  if (unread.length > 0) {
    const names = unread.slice(0, 3).map(({ uri }) => notificationText(workspace.asRelativePath(Uri.parse(uri))));
    parts.push(t('{0} files could not be read: {1}', unread.length, names.join(', ')));
  }
  const open = t('Open Problems');
  const picked = await window.showInformationMessage(parts.join(' '), open);
  if (picked === open) await commands.executeCommand('workbench.actions.view.problems');
}
