import type { InlayHint } from 'vscode-languageserver';
import type { Evidence } from '../evidence/types.ts';
import { LEVEL_MARKS, LEVEL_WORDS } from '../report/topic-words.ts';
import { type Locale, type Range, say } from '../text.ts';
import { word } from '../words/catalogue.ts';
import type { Checked } from './checker.ts';
import { servedTopics } from './served-topics.ts';
import type { Feature } from './server-context.ts';

/** Behind each clause that counts for an element: its level. */
export const inlayHints: Feature = {
  capabilities: () => ({ inlayHintProvider: { resolveProvider: false } }),
  register(server) {
    const { client, connection } = server;
    connection.languages.inlayHint.on(async ({ textDocument: { uri }, range }) => {
      const [checked, settings] = await Promise.all([server.checked(uri), server.settings.of(uri)]);
      if (!checked?.result || !settings.inlayHints) return [];
      return hintsIn(checked.document.positions.offsetsOf(range), checked, await server.localeOf(uri));
    });
    server.onChanged(() => {
      if (client.canRefreshInlayHints) connection.languages.inlayHint.refresh().catch(() => {});
    });
  },
};

function hintsIn(asked: Range, checked: Checked, locale: Locale): InlayHint[] {
  const isAsked = ({ range }: Evidence) => range.end >= asked.start && range.end <= asked.end;
  const byEnd = new Map<number, { mark: string; names: string[] }>();
  for (const { topic, evidence } of servedTopics(isAsked, checked)) {
    for (const { range, level } of evidence) {
      const here = byEnd.get(range.end) ?? { mark: LEVEL_MARKS[level], names: [] };
      // Topics come with the best level first.
      here.names.push(`${say(topic.title, locale)}: ${word(locale, LEVEL_WORDS[level])}`);
      byEnd.set(range.end, here);
    }
  }
  return [...byEnd].map(([end, { mark, names }]) => ({
    position: checked.document.positions.positionAt(end),
    label: mark,
    paddingLeft: true,
    tooltip: names.join('\n'),
  }));
}
