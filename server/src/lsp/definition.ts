import type { Location } from 'vscode-languageserver';
import type { Checked } from './checker.ts';
import { namedPlaces } from './references-in-text.ts';
import type { Feature, ServerContext } from './server-context.ts';
import { topicLocations } from './topic-locations.ts';

/** Ids of topics lead to the framework's own files. */
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
  const named = namedPlaces(checked.plan).find(
    ({ kind, range }) => kind === 'topic' && range.start <= offset && offset <= range.end,
  );
  return named && (await topicLocations(checked.project, server)).get(named.id);
}
