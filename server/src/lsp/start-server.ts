import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type DocumentUri,
  ErrorCodes,
  type InitializeError,
  type InitializeParams,
  type InitializeResult,
  ResponseError,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { Locale } from '../text.ts';
import { type Checked, Checker } from './checker.ts';
import { type ClientView, clientView } from './client-view.ts';
import { openDocuments } from './documents.ts';
import { FEATURES } from './features.ts';
import { type Files, filesFor } from './files.ts';
import { Projects } from './projects.ts';
import type { ServerContext } from './server-context.ts';
import type { ServerHost } from './server-host.ts';
import { SettingsStore } from './settings.ts';
import { canonical } from './uris.ts';

/** Answers on a connection until it is closed. The same in every host: what a host has to lend comes in through `host`. */
export function startServer(connection: Connection, host: ServerHost = {}): void {
  let client: ClientView | undefined;
  const documents = openDocuments(() => client!.encoding);
  connection.onInitialize((params) => {
    if (client) return new ResponseError<InitializeError>(ErrorCodes.InvalidRequest, 'initialize was answered before');
    client = clientView(params);
    const server = contextFor(connection, client, documents, params, host);
    for (const feature of FEATURES) feature.register(server);
    return resultFor(client);
  });
  documents.listen(connection);
  connection.listen();
}

function resultFor(client: ClientView): InitializeResult {
  const announced = FEATURES.map((feature) => feature.capabilities(client));
  const own: ServerCapabilities = {
    positionEncoding: client.encoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
  const workspace = Object.assign({}, own.workspace, ...announced.map((one) => one.workspace));
  return { serverInfo: { name: 'parkplan' }, capabilities: Object.assign(own, ...announced, { workspace }) };
}

function contextFor(
  connection: Connection,
  client: ClientView,
  documents: ServerContext['documents'],
  params: InitializeParams,
  host: ServerHost,
): ServerContext {
  const folders = foldersIn(params);
  const files = asOpened(filesFor(connection, client, host), documents);
  const projects = new Projects(files, () => [...folders]);
  const settings = new SettingsStore(connection, () => client);
  const checkedListeners: ((checked: Checked) => void)[] = [];
  const changeListeners: (() => void)[] = [];
  const fileListeners: ((uris: readonly DocumentUri[]) => void)[] = [];
  const checker = new Checker(projects, {
    get: (uri) => documents.get(uri),
    onChecked: (checked) => {
      for (const listen of checkedListeners) listen(checked);
    },
  });
  const changed = () => {
    for (const listen of changeListeners) listen();
  };

  connection.onInitialized(() => {
    register(connection, client, params);
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const { uri } of removed) folders.delete(uri);
      for (const { uri } of added) folders.add(uri);
      projects.changed();
      changed();
    });
  });
  connection.onDidChangeConfiguration(({ settings: sent }) => {
    settings.changed(sent);
    changed();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const uris = changes.map(({ uri }) => uri);
    for (const listen of fileListeners) listen(uris);
    if (!uris.some((uri) => projects.concerns(uri))) return;
    projects.changed();
    changed();
  });
  documents.onDidClose(({ document }) => settings.forget(document.uri));

  return {
    connection,
    client,
    documents,
    files,
    projects,
    settings,
    docs: client.options.docs ?? host.docs,
    folders: () => [...folders],
    checked: (uri) => checker.of(uri),
    onChecked: (listener) => void checkedListeners.push(listener),
    onFilesChanged: (listener) => void fileListeners.push(listener),
    onChanged: (listener) => void changeListeners.push(listener),
    async localeOf(uri): Promise<Locale> {
      const { language } = await settings.of(uri);
      return language === 'auto' ? client.locale : language;
    },
  };
}

/** What is found is addressed as the client addresses it where it has it open, so that no file counts twice. */
function asOpened(files: Files, documents: ServerContext['documents']): Files {
  return {
    ...files,
    async find(what, folders) {
      const found = await files.find(what, folders);
      const open = new Map(Array.from(documents.keys(), (uri) => [canonical(uri), uri]));
      return found.map((uri) => open.get(canonical(uri)) ?? uri);
    },
  };
}

function foldersIn({ workspaceFolders, rootUri }: InitializeParams): Set<DocumentUri> {
  if (workspaceFolders) return new Set(workspaceFolders.map(({ uri }) => uri));
  return new Set(rootUri ? [rootUri] : []);
}

/** What only the client can watch. */
function register(connection: Connection, client: ClientView, { capabilities }: InitializeParams): void {
  const { workspace } = capabilities;
  if (workspace?.didChangeConfiguration?.dynamicRegistration)
    void connection.client.register(DidChangeConfigurationNotification.type, { section: 'parkplan' });
  if (client.canWatchFiles)
    void connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: ['**/.parkplan.{yaml,yml,json}', '**/*.{yaml,yml}', '**/*.{json,bib}', '**/*.{md,markdown}'].map(
        (globPattern) => ({ globPattern }),
      ),
    });
}
