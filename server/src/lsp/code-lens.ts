import { type CodeLens, CodeLensRefreshRequest } from 'vscode-languageserver';
import { headingRange } from '../rules/place.ts';
import type { Locale } from '../text.ts';
import type { Checked } from './checker.ts';
import type { ClientView } from './client-view.ts';
import { servedLabel, servedTopics } from './served-topics.ts';
import type { Feature } from './server-context.ts';

/** The client's command that shows a topic in its tree: [uri, topic]. */
const SHOW = 'parkplan.showCoverage';
const MOST = 4;

/** Above each heading that has text of its own: the elements that this text serves, and their level there. */
export const codeLens: Feature = {
  capabilities: () => ({ codeLensProvider: { resolveProvider: false } }),
  register(server) {
    const { client, connection } = server;
    connection.onCodeLens(async ({ textDocument: { uri } }) => {
      const [checked, settings] = await Promise.all([server.checked(uri), server.settings.of(uri)]);
      if (!checked?.result || !settings.codeLens) return [];
      return lensesOf(checked, await server.localeOf(uri), client);
    });
    // A client that goes away before it answers loses nothing.
    server.onChanged(() => {
      if (client.canRefreshCodeLens) connection.sendRequest(CodeLensRefreshRequest.type).catch(() => {});
    });
  },
};

function lensesOf(checked: Checked, locale: Locale, { options }: ClientView): CodeLens[] {
  const { document, plan } = checked;
  const isKnown = options.commands?.includes(SHOW) === true;
  return plan.sections.flatMap((section): CodeLens[] => {
    if (!section.heading) return [];
    const range = document.positions.rangeOf(headingRange(section, plan));
    const own = new Set(section.blocks);
    return servedTopics(({ block }) => own.has(block), checked)
      .slice(0, MOST)
      .map((served) => ({
        range,
        command: {
          title: servedLabel(served, locale),
          // A lens whose command nobody knows only tells.
          command: isKnown ? SHOW : '',
          arguments: [document.uri, served.topic.id],
        },
      }));
  });
}
