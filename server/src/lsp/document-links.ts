import { RULE_IDS } from '../rules/run-rules.ts';
import { namedPlaces } from './references-in-text.ts';
import type { Feature } from './server-context.ts';

/** Names of rules in directives lead to the rules' pages. */
export const documentLinks: Feature = {
  capabilities: () => ({ documentLinkProvider: { resolveProvider: false } }),
  register(server) {
    server.connection.onDocumentLinks(async ({ textDocument }) => {
      const checked = await server.checked(textDocument.uri);
      if (!checked?.result || server.docs === undefined) return [];
      return namedPlaces(checked.plan)
        .filter(({ kind, id }) => kind === 'rule' && RULE_IDS.has(id))
        .map(({ id, range }) => ({
          range: checked.document.positions.rangeOf(range),
          target: `${server.docs}${id}.md`,
        }));
    });
  },
};
