import type { DocumentUri, WorkspaceEdit } from 'vscode-languageserver';
import { isMap, parseDocument } from 'yaml';
import { BUILT_IN_FRAMEWORK } from '../config/load-config.ts';
import { builtInFramework, readFramework } from '../config/load-engine.ts';
import { folderOf, joinPath, pathWithin } from '../config/paths.ts';
import { say } from '../text.ts';
import { word } from '../words/catalogue.ts';
import { Positions } from './positions.ts';
import type { ClientRequests, FrameworkChoice } from './protocol.ts';
import type { Feature, ServerContext } from './server-context.ts';
import { placeOf, uriOf } from './uris.ts';

/** `parkplan/frameworks` and `parkplan/selectFramework`: what a folder can be held against, and the edit that chooses. */
export const frameworks: Feature = {
  capabilities: () => ({}),
  register(server) {
    server.connection.onRequest('parkplan/frameworks', ({ uri }: ClientRequests['parkplan/frameworks'][0]) =>
      choicesFor(uri, server),
    );
    server.connection.onRequest(
      'parkplan/selectFramework',
      ({ uri, framework }: ClientRequests['parkplan/selectFramework'][0]) => editFor(uri, framework, server),
    );
  },
};

/** Where the choice is written: the configuration that holds, else a new one in the folder. */
async function configurationAt(uri: DocumentUri, { projects }: ServerContext) {
  const project = await projects.of(`${uri.replace(/\/$/, '')}/plan.md`);
  const { root, path } = placeOf(uri);
  return { project, root, path: project.settings.path ?? joinPath(path, '.parkplan.yaml') };
}

async function choicesFor(uri: DocumentUri, server: ServerContext): Promise<FrameworkChoice[]> {
  const locale = await server.localeOf(uri);
  const { project, root, path: configuration } = await configurationAt(uri, server);
  const current = project.settings.framework;
  const choices: FrameworkChoice[] = [
    {
      framework: BUILT_IN_FRAMEWORK,
      title: say(builtInFramework().title, locale),
      detail: word(locale, 'frameworkBuiltIn'),
      isCurrent: current === undefined,
    },
  ];
  for (const found of await server.files.find('framework', server.folders())) {
    const place = placeOf(found);
    if (place.root !== root) continue;
    const { framework } = await readFramework(place.path, server.files.under(root));
    if (!framework) continue;
    const named = relativeTo(folderOf(configuration), place.path);
    choices.push({
      framework: named,
      title: say(framework.title, locale),
      detail: named,
      isCurrent: current === place.path,
    });
  }
  return choices;
}

/** With forward slashes; `..` for each folder that has to be left. */
function relativeTo(folder: string, path: string): string {
  let up = '';
  for (let at = folder; ; at = folderOf(at)) {
    const within = pathWithin(at, path);
    if (within !== undefined) return (up === '' ? './' : up) + within;
    if (folderOf(at) === at) return path;
    up += '../';
  }
}

async function editFor(uri: DocumentUri, framework: string, server: ServerContext): Promise<WorkspaceEdit | null> {
  const { root, path } = await configurationAt(uri, server);
  const target = uriOf(root, path);
  const text = server.documents.get(target)?.text.toString() ?? (await server.files.read(target));
  const line = `framework: ${JSON.stringify(framework)}\n`;
  if (text === undefined)
    return {
      documentChanges: [
        { kind: 'create', uri: target, options: { ignoreIfExists: true } },
        {
          textDocument: { uri: target, version: null },
          edits: [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, newText: line }],
        },
      ],
    };
  const mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
  const edited = withFramework(path, text.slice(mark.length), framework);
  const changed = edited === undefined ? undefined : mark + edited;
  if (changed === undefined || changed === text) return null;
  const range = new Positions(text, server.client.encoding).rangeOf({ start: 0, end: text.length });
  return { documentChanges: [{ textDocument: { uri: target, version: null }, edits: [{ range, newText: changed }] }] };
}

const BYTE_ORDER_MARK = '\ufeff';

/** Comments and order stay as they are; undefined for a file that is no map of keys, which its own problem tells. */
function withFramework(path: string, text: string, framework: string): string | undefined {
  const document = parseDocument(text);
  if (document.errors.length > 0 || !(document.contents === null || isMap(document.contents))) return undefined;
  // YAML reads JSON, but writes keys without quotation marks.
  if (path.endsWith('.json')) return `${JSON.stringify({ ...document.toJS(), framework }, undefined, 2)}\n`;
  document.set('framework', framework);
  return document.toString({ lineWidth: 0 });
}
