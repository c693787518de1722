import { SnippetString, window, workspace } from 'vscode';
import { ask } from '../requests.ts';
import { t } from '../words.ts';
import type { Workbench } from './commands.ts';

/** Asks for title, pathways, stage and period, and opens a plan to fill in. Leaving any step leaves all. */
export async function newPlan({ client }: Workbench): Promise<void> {
  const uri = workspace.workspaceFolders?.[0]?.uri.toString();
  const at = uri === undefined ? {} : { uri };
  const choices = await ask(client, 'parkplan/choices', at);
  const title = await window.showInputBox({
    title: t('Title of the plan'),
    placeHolder: t('such as: Harrow Reach industrial development plan'),
    validateInput: (value) => (value.trim() === '' ? t('A title is needed') : undefined),
  });
  if (title === undefined) return;
  const pathways = await window.showQuickPick(
    choices.pathways.map(({ id, title: label, summary }) => ({ id, label, detail: summary })),
    { title: t('Choose the primary pathways (any number, or none)'), canPickMany: true, matchOnDetail: true },
  );
  if (!pathways) return;
  const stage = await window.showQuickPick(
    choices.stages.map(({ id, title: label }) => ({ id, label, description: id })),
    { title: t('How far is the plan') },
  );
  if (!stage) return;
  const year = new Date().getFullYear();
  const period = await window.showInputBox({
    title: t('Period of the plan, such as 2026-2030'),
    value: `${year + 1}-${year + 5}`,
    validateInput: (value) => (/^\d{4}(?:-\d{4})?$/.test(value.trim()) ? undefined : t('Write 2026-2030 or 2026')),
  });
  if (period === undefined) return;
  const { snippet } = await ask(client, 'parkplan/newPlan', {
    title: title.trim(),
    stage: stage.id,
    period: period.trim(),
    pathways: pathways.map(({ id }) => ({ id, role: 'primary' })),
    ...at,
  });
  const document = await workspace.openTextDocument({ language: 'markdown', content: '' });
  const editor = await window.showTextDocument(document);
  await editor.insertSnippet(new SnippetString(snippet));
}
