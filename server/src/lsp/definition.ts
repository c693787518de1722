import type { Location } from 'vscode-languageserver';
import { workLocation } from './case-locations.ts';
import type { Checked } from './checker.ts';
import { citationAt, idIn } from './cited-works.ts';
import { namedPlaces } from './references-in-text.ts';
import type { Feature, ServerContext } from './server-context.ts';
import { topicLocations } from './topic-locations.ts';

/** Ids of topics lead to the framework's own files, keys to the works that they cite. */
export const definition: Feature = {
  capabilities: () => ({ definitionProvider: true }),
  register(server) {
    server.connection.onDefinition(async ({ textDocument, position }) => {
      const checked = await server.checked(textDocument.uri);
      if (!checked?.result) return null;
      return (await definitionAt(checked.document.positions.offsetAt(position), checked, server)) ?? null;
    });
  },
};

async function definitionAt(offset: number, checked: Checked, server: ServerContext): Promise<Location | undefined> {
  const citation = citationAt(offset, checked.plan);
  if (citation) return workLocation(idIn(citation.key, checked.project), checked.project, server);
  const named = namedPlaces(checked.plan).find(
    ({ kind, range }) => kind === 'topic' && range.start <= offset && offset <= range.end,
  );
  return named && (await topicLocations(checked.project, server)).get(named.id);
}
