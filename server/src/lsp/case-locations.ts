import type { Location } from 'vscode-languageserver';
import { casePage } from './case-pages.ts';
import type { Project } from './projects.ts';
import type { ServerContext } from './server-context.ts';

/** Where a work stands: in the project's own files, else on the page of a shipped case. `id` as in `idIn`. */
export function workLocation(id: string, { engine, uriOf }: Project, server: ServerContext): Location | undefined {
  const reference = engine.bibliography.places.get(id);
  if (reference) return locationAt(uriOf(reference.path), reference.line, reference.character);
  const own = engine.casePlaces.get(id);
  if (own) return locationAt(uriOf(own.path), own.line - 1, own.column - 1);
  const page = casePage(id, server.client);
  return page === undefined ? undefined : locationAt(page, 0, 0);
}

function locationAt(uri: string, line: number, character: number): Location {
  const at = { line, character };
  return { uri, range: { start: at, end: at } };
}
