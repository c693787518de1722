import { window } from 'vscode';
import type { Coverage, CoverageTopic } from '../../../server/src/lsp/protocol.ts';
import { t } from '../words.ts';

const ORDER: readonly CoverageTopic['level'][] = ['absent', 'mentioned', 'addressed', 'actionable'];

/** Lets a person choose an element: what the plan must have and has not comes first. */
export async function pickTopic({ groups }: Coverage, title: string): Promise<string | undefined> {
  const items = groups.flatMap((group) =>
    group.topics.map((topic) => ({
      label: topic.title,
      description: [topic.levelName, ...(topic.required ? [t('required')] : [])].join(' · '),
      detail: `${group.title} — ${topic.question}`,
      id: topic.id,
      rank: ORDER.indexOf(topic.level) * 2 + (topic.required ? 0 : 1),
    })),
  );
  items.sort((a, b) => a.rank - b.rank);
  const picked = await window.showQuickPick(items, { title, matchOnDescription: true, matchOnDetail: true });
  return picked?.id;
}
