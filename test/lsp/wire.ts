import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import {
  type CancellationToken,
  type ClientCapabilities,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type MessageConnection,
  ProposedFeatures,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type StarNotificationHandler,
  type StarRequestHandler,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { machineFiles } from '../../server/src/entry/machine-files.ts';
import type { InitializationOptions } from '../../server/src/lsp/protocol.ts';
import { startServer } from '../../server/src/lsp/start-server.ts';

/** What VS Code announces, as far as this server asks for it. */
export const FULL: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  window: { workDoneProgress: true },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    didChangeConfiguration: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, snippetEditSupport: true, resourceOperations: ['create', 'rename'] },
    textDocumentContent: { dynamicRegistration: true },
  },
  textDocument: {
    synchronization: { didSave: true },
    publishDiagnostics: {
      relatedInformation: true,
      codeDescriptionSupport: true,
      versionSupport: true,
      tagSupport: { valueSet: [1, 2] },
    },
    diagnostic: { dynamicRegistration: true, relatedDocumentSupport: false },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source', 'source.fixAll'] } },
      resolveSupport: { properties: ['edit'] },
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeLens: {},
    inlayHint: {},
    foldingRange: {},
    definition: {},
    documentLink: {},
  },
};

/** What the plainest of clients announces: it can only be pushed to. */
export const PLAIN: ClientCapabilities = { textDocument: { publishDiagnostics: {} } };

export interface WireOptions {
  readonly capabilities?: ClientCapabilities;
  readonly options?: InitializationOptions;
  readonly locale?: string;
  /** Files of the workspace's folder, by relative path. */
  readonly files?: Readonly<Record<string, string>>;
  /** Answer to `workspace/configuration` for the section `parkplan`. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Handlers of requests that the server sends. */
  readonly answers?: Readonly<Record<string, (params: never) => unknown>>;
}

/** A client that speaks to a server over real streams, and the folder that both see. */
export class Wire {
  readonly connection: ProtocolConnection;
  readonly folder: string;
  readonly published: PublishDiagnosticsParams[] = [];
  readonly notifications: { readonly method: string; readonly params: unknown }[] = [];
  readonly requests: { readonly method: string; readonly params: unknown }[] = [];
  initialized!: InitializeResult;
  settings: Readonly<Record<string, unknown>>;
  readonly #versions = new Map<string, number>();
  readonly #waiting = new Set<() => void>();

  private constructor(options: WireOptions) {
    this.folder = realpathSync(mkdtempSync(join(tmpdir(), 'parkplan-lsp-')));
    for (const [name, text] of Object.entries(options.files ?? {})) this.write(name, text);
    this.settings = options.settings ?? {};
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    const server = createConnection(
      ProposedFeatures.all,
      new StreamMessageReader(toServer),
      new StreamMessageWriter(toClient),
    );
    startServer(server, { files: machineFiles, docs: 'file:///docs/rules/' });
    this.connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    const heard: StarNotificationHandler = (method, params) => {
      this.notifications.push({ method, params });
      if (method === 'textDocument/publishDiagnostics') this.published.push(params as PublishDiagnosticsParams);
      for (const look of [...this.#waiting]) look();
    };
    const asked: StarRequestHandler = (method, params) => {
      this.requests.push({ method, params });
      for (const look of [...this.#waiting]) look();
      if (method === 'workspace/configuration') return (params as { items: unknown[] }).items.map(() => this.settings);
      const answer = options.answers?.[method];
      return answer ? answer(params as never) : null;
    };
    // The protocol's own connection types leave the handlers of everything out; they are there.
    const all = this.connection as unknown as MessageConnection;
    all.onNotification(heard);
    all.onRequest(asked);
    all.onUnhandledProgress((params) => heard('$/progress', params));
    this.connection.listen();
  }

  static async start(options: WireOptions = {}): Promise<Wire> {
    const wire = new Wire(options);
    wire.initialized = await wire.request<InitializeResult>('initialize', {
      processId: null,
      rootUri: null,
      locale: options.locale ?? 'en',
      capabilities: options.capabilities ?? FULL,
      workspaceFolders: [{ uri: pathToFileURL(wire.folder).href, name: 'plans' }],
      initializationOptions: options.options,
    });
    await wire.notify('initialized', {});
    return wire;
  }

  request<R>(method: string, params: unknown, token?: CancellationToken): Promise<R> {
    return token ? this.connection.sendRequest(method, params, token) : this.connection.sendRequest(method, params);
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params as object);
  }

  write(name: string, text: string): string {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  }

  uri(name: string): string {
    return pathToFileURL(join(this.folder, name)).href;
  }

  /** Opens a document; its address. */
  async open(name: string, text: string, uri = this.uri(name)): Promise<string> {
    this.#versions.set(uri, 1);
    await this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
    return uri;
  }

  /** Replaces the whole text, or a range of it. */
  async change(uri: string, text: string, range?: object): Promise<void> {
    const version = this.#versions.get(uri)! + 1;
    this.#versions.set(uri, version);
    await this.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [range === undefined ? { text } : { range, text }],
    });
  }

  /** Pulled diagnostics of an open document. */
  async pull(uri: string): Promise<Diagnostic[]> {
    const report = await this.request<{ items?: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri } });
    return report.items ?? [];
  }

  /** Waits until something that the client has heard fits; fails with what it was waiting for. */
  async until<T>(what: string, look: () => T | undefined): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const timer = setTimeout(() => reject(new Error(`No ${what} within 20 s`)), 20_000);
    const check = () => {
      const found = look();
      if (found !== undefined) resolve(found);
    };
    this.#waiting.add(check);
    check();
    return promise.finally(() => {
      clearTimeout(timer);
      this.#waiting.delete(check);
    });
  }

  async stop(): Promise<void> {
    await this.request('shutdown', undefined);
    this.connection.dispose();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
