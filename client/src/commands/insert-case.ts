import { window } from 'vscode';
import type { CaseItem } from '../../../server/src/lsp/protocol.ts';
import { ask } from '../requests.ts';
import { t } from '../words.ts';
import { planAtHand, type Workbench } from './commands.ts';

/** Lets a person choose a case, and inserts its citation, or a sentence with its key figure, at the cursor. */
export async function insertCase(workbench: Workbench): Promise<void> {
  const plan = planAtHand(workbench);
  const editor = [window.activeTextEditor, ...window.visibleTextEditors].find(
    (one) => one !== undefined && one.document.uri.toString() === plan?.uri,
  );
  if (!plan || !editor) return;
  const { line, character } = editor.selection.active;
  const cases = await ask(workbench.client, 'parkplan/cases', {
    textDocument: { uri: plan.uri },
    position: { line, character },
  });
  const found = await pickCase(cases);
  if (!found) return;
  const forms = [
    { label: t('The citation alone'), detail: found.citation, text: found.citation },
    { label: t('A sentence with its key figure'), detail: found.sentence, text: found.sentence },
  ];
  const form = await window.showQuickPick(forms, { title: found.title });
  if (!form) return;
  await editor.edit((edit) => edit.replace(editor.selection, form.text));
  await window.showTextDocument(editor.document, editor.viewColumn);
}

async function pickCase(cases: readonly CaseItem[]): Promise<CaseItem | undefined> {
  const items = cases.map((one) => ({
    label: one.title,
    description: `${one.pathways.join(' · ')} — ${one.place} · ${one.industry}`,
    detail: one.why,
    case: one,
  }));
  const picked = await window.showQuickPick(items, {
    title: t('Which case to cite'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.case;
}
