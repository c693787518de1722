import { ask } from '../requests.ts';
import { t } from '../words.ts';
import { planAtHand, type Workbench } from './commands.ts';
import { pickTopic } from './pick-topic.ts';

/** Shows why a topic has its level: what was looked for, what was found, the nearest misses. */
export async function explainTopic(workbench: Workbench, given: string | undefined): Promise<void> {
  const { client, pages } = workbench;
  const plan = planAtHand(workbench);
  if (!plan || given === 'essentials') return;
  const textDocument = { uri: plan.uri };
  const coverage = await ask(client, 'parkplan/coverage', { textDocument });
  const topic = given ?? (coverage ? await pickTopic(coverage, t('Which element to explain')) : undefined);
  if (topic === undefined) return;
  const found = await ask(client, 'parkplan/explain', { textDocument, topic });
  if (found) await pages.open(plan.uri, topic, found.title);
}
