import {
  DocumentHighlightKind,
  type Location,
  LSPErrorCodes,
  type Range as LspRange,
  ResponseError,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { parsePlan } from '../plan/parse-plan.ts';
import type { Citation, Plan } from '../plan/types.ts';
import { word } from '../words/catalogue.ts';
import { workLocation } from './case-locations.ts';
import type { Checked } from './checker.ts';
import { citationAt, idIn } from './cited-works.ts';
import { Positions } from './positions.ts';
import type { Feature, ServerContext } from './server-context.ts';

/** Citations of one work: everywhere, in one document, and changed together when a case of the project's own gets another id. */
export const citationReferences: Feature = {
  capabilities: () => ({
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: { prepareProvider: true },
  }),
  register(server) {
    const { connection } = server;
    const asked = async (uri: string, position: LspRange['start']) => {
      const checked = await server.checked(uri);
      if (!checked?.result) return undefined;
      const citation = citationAt(checked.document.positions.offsetAt(position), checked.plan);
      return citation && { checked, citation, id: idIn(citation.key, checked.project) };
    };
    connection.onReferences(async ({ textDocument, position, context }): Promise<Location[]> => {
      const at = await asked(textDocument.uri, position);
      if (!at) return [];
      const declared = context.includeDeclaration ? workLocation(at.id, at.checked.project, server) : undefined;
      const places = await everywhere(at.id, at.checked, server);
      return [...(declared ? [declared] : []), ...places.map(({ uri, range }) => ({ uri, range }))];
    });
    connection.onDocumentHighlight(async ({ textDocument, position }) => {
      const at = await asked(textDocument.uri, position);
      if (!at) return [];
      const { document, plan, project } = at.checked;
      return plan.citations
        .filter(({ key }) => idIn(key, project) === at.id)
        .map(({ keyRange }) => ({ range: document.positions.rangeOf(keyRange), kind: DocumentHighlightKind.Read }));
    });
    connection.onPrepareRename(async ({ textDocument, position }) => {
      const at = await asked(textDocument.uri, position);
      if (!at) return null;
      await refuseOthers(at.id, at.checked, server);
      const { keyRange, key } = at.citation;
      const start = keyRange.start + at.checked.plan.text.slice(keyRange.start, keyRange.end).indexOf(key);
      const range = { start, end: start + at.id.length };
      return { range: at.checked.document.positions.rangeOf(range), placeholder: at.id };
    });
    connection.onRenameRequest(async ({ textDocument, position, newName }): Promise<WorkspaceEdit | null> => {
      const at = await asked(textDocument.uri, position);
      return at ? renamed(at.id, newName, at.checked, server) : null;
    });
  },
};

/** Only a case in a file of the project's own can get another id. */
async function refuseOthers(id: string, { document, project }: Checked, server: ServerContext): Promise<void> {
  if (project.engine.casePlaces.has(id)) return;
  const locale = await server.localeOf(document.uri);
  throw new ResponseError(LSPErrorCodes.RequestFailed, word(locale, 'renameShipped', id));
}

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

async function renamed(id: string, newName: string, checked: Checked, server: ServerContext): Promise<WorkspaceEdit> {
  await refuseOthers(id, checked, server);
  const { engine, uriOf } = checked.project;
  const locale = await server.localeOf(checked.document.uri);
  if (!ID.test(newName)) throw new ResponseError(LSPErrorCodes.RequestFailed, word(locale, 'renameBad', newName));
  if (engine.cases.cases.has(newName))
    throw new ResponseError(LSPErrorCodes.RequestFailed, word(locale, 'renameTaken', newName));
  const { path, line, column } = engine.casePlaces.get(id)!;
  const start = { line: line - 1, character: column - 1 };
  const edits = new Map<string, TextDocumentEdit['edits']>([
    [
      uriOf(path),
      [{ range: { start, end: { line: start.line, character: start.character + id.length } }, newText: newName }],
    ],
  ]);
  for (const { uri, range } of await everywhere(id, checked, server)) {
    const known = edits.get(uri) ?? [];
    edits.set(uri, [...known, { range, newText: newName }]);
  }
  const changes = [...edits].map(([uri, list]) => ({ textDocument: { uri, version: null }, edits: list }));
  const file = path.slice(path.lastIndexOf('/') + 1);
  // A case's file is named after it.
  if (!file.startsWith(`${id}.`)) return { documentChanges: changes };
  const newUri = uriOf(path.slice(0, path.length - file.length) + newName + file.slice(id.length));
  return { documentChanges: [...changes, { kind: 'rename', oldUri: uriOf(path), newUri }] };
}

interface Cited {
  readonly uri: string;
  /** Of the id alone, without the sign and the name of a source. */
  readonly range: LspRange;
}

/** In open documents as they are, in other Markdown files of the workspace as they are saved. */
async function everywhere(id: string, { project }: Checked, server: ServerContext): Promise<Cited[]> {
  const { documents, files, folders, client } = server;
  const open = documents.all().map(({ uri, text, positions }) => ({ uri, text: text.toString(), positions }));
  const known = new Set(open.map(({ uri }) => uri));
  const closed = (await files.find('markdown', folders())).filter((uri) => !known.has(uri));
  const read = await Promise.all(
    closed.map(async (uri) => {
      const text = await files.read(uri).catch(() => undefined);
      return text === undefined ? [] : [{ uri, text, positions: new Positions(text, client.encoding) }];
    }),
  );
  return [...open, ...read.flat()].flatMap(({ uri, text, positions }) => {
    // Most files cite nothing: looking is cheaper than reading them.
    if (!text.includes(id)) return [];
    return citesIn(parsePlan(text), (key) => idIn(key, project) === id).map(({ key, keyRange }) => {
      const start = keyRange.start + text.slice(keyRange.start, keyRange.end).indexOf(key);
      return { uri, range: positions.rangeOf({ start, end: start + id.length }) };
    });
  });
}

function citesIn({ citations }: Plan, fits: (key: string) => boolean): readonly Citation[] {
  return citations.filter(({ key }) => fits(key));
}
