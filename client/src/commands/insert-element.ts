import { Position, Range, SnippetString, TextEditorRevealType, Uri, window } from 'vscode';
import { ask } from '../requests.ts';
import { t } from '../words.ts';
import { planAtHand, type Workbench } from './commands.ts';
import { pickTopic } from './pick-topic.ts';

/** Inserts an element's skeleton where it belongs in the plan at hand, with tab stops. */
export async function insertElement(workbench: Workbench, given: string | undefined): Promise<void> {
  const { client } = workbench;
  const plan = planAtHand(workbench);
  if (!plan) return;
  const textDocument = { uri: plan.uri };
  const topic = given ?? (await chosenIn(textDocument.uri, workbench));
  if (topic === undefined) return;
  const editor = await window.showTextDocument(Uri.parse(plan.uri));
  const insertion = await ask(client, 'parkplan/insertion', { textDocument, topic });
  if (!insertion) return;
  const { line, character } = insertion.range.start;
  const at = new Position(line, character);
  await editor.insertSnippet(new SnippetString(insertion.snippet), at);
  editor.revealRange(new Range(at, editor.selection.end), TextEditorRevealType.InCenterIfOutsideViewport);
}

async function chosenIn(uri: string, { client }: Workbench): Promise<string | undefined> {
  const coverage = await ask(client, 'parkplan/coverage', { textDocument: { uri } });
  return coverage ? pickTopic(coverage, t('Which element to insert')) : undefined;
}
