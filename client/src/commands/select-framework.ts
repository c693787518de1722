import { window, workspace } from 'vscode';
import { ask } from '../requests.ts';
import { t } from '../words.ts';
import type { Workbench } from './commands.ts';

/** Lets a person choose the framework that a folder's plans are held against, and writes it into the configuration. */
export async function selectFramework({ client }: Workbench): Promise<void> {
  const folders = workspace.workspaceFolders ?? [];
  const folder =
    folders.length > 1 ? await window.showWorkspaceFolderPick({ placeHolder: t('Which folder') }) : folders[0];
  if (!folder) return;
  const uri = folder.uri.toString();
  const choices = await ask(client, 'parkplan/frameworks', { uri });
  const picked = await window.showQuickPick(
    choices.map(({ framework, title, detail, isCurrent }) => ({
      label: title,
      description: isCurrent ? t('current') : '',
      detail,
      framework,
    })),
    { title: t('Which framework to check against') },
  );
  if (!picked || choices.find(({ framework }) => framework === picked.framework)?.isCurrent) return;
  const edit = await ask(client, 'parkplan/selectFramework', { uri, framework: picked.framework });
  const converted = edit && (await client.protocol2CodeConverter.asWorkspaceEdit(edit));
  if (!converted || !(await workspace.applyEdit(converted))) {
    void window.showWarningMessage(
      t('The framework could not be written, because .parkplan.yaml has a mistake; correct that first.'),
    );
    return;
  }
  // The server reads configurations as they are saved.
  for (const [target] of converted.entries()) await (await workspace.openTextDocument(target)).save();
}
