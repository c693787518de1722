import type { DocumentUri } from 'vscode-languageserver';
import { caseCard } from '../cases/case-card.ts';
import type { CaseLibrary } from '../framework/case-types.ts';
import { CASES } from '../generated/cases.ts';
import type { ClientView } from './client-view.ts';
import type { Feature } from './server-context.ts';

const SCHEME = 'parkplan-case';
const SHIPPED: CaseLibrary = { cases: new Map(CASES.map((one) => [one.id, one])) };

/** Cases that are shipped are on no disk: they are shown as read-only pages, `parkplan-case:/kunshan-sirna.md`, where the client asks for such pages. */
export const casePages: Feature = {
  capabilities: ({ canShowPages }) =>
    canShowPages ? { workspace: { textDocumentContent: { schemes: [SCHEME] } } } : {},
  register(server) {
    if (!server.client.canShowPages) return;
    server.connection.workspace.textDocumentContent.on(async ({ uri }) => {
      const id = /^[^:]+:\/*([^/]+)\.md$/.exec(uri)?.[1];
      const found = id === undefined ? undefined : SHIPPED.cases.get(decodeURIComponent(id));
      return found ? { text: `${caseCard(found, await server.localeOf())}\n` } : null;
    });
  },
};

/** The page of a shipped case; undefined where the client shows none. */
export function casePage(id: string, { canShowPages }: ClientView): DocumentUri | undefined {
  return canShowPages && SHIPPED.cases.has(id) ? `${SCHEME}:/${encodeURIComponent(id)}.md` : undefined;
}
