import { type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { find, findableCase, indexOf } from '../cases/find-cases.ts';
import { placeOf } from '../cases/place.ts';
import { say } from '../text.ts';
import { workLocation } from './case-locations.ts';
import type { Feature } from './server-context.ts';

const MOST = 60;

/** Cases of the library, found as behind an `@`: those with a file of their own, and the shipped ones where the client shows their pages. */
export const caseSymbols: Feature = {
  capabilities: () => ({ workspaceSymbolProvider: true }),
  register(server) {
    server.connection.onWorkspaceSymbol(async ({ query }): Promise<SymbolInformation[]> => {
      const locale = await server.localeOf();
      const folder = server.folders()[0];
      const project = await server.projects.of(folder === undefined ? 'untitled:plan.md' : `${folder}/plan.md`);
      const index = indexOf([...project.engine.cases.cases.values()].map(findableCase));
      return find(index, query, {}, MOST).flatMap(({ entry }) => {
        const location = workLocation(entry.case.id, project, server);
        if (!location) return [];
        const name = `${say(entry.case.title, locale)} @${entry.case.id}`;
        return [{ name, kind: SymbolKind.Constant, location, containerName: placeOf(entry.case.region, locale) }];
      });
    });
  },
};
