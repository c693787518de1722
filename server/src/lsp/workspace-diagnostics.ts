import {
  type CancellationToken,
  type Diagnostic,
  type DocumentUri,
  LSPErrorCodes,
  ResponseError,
  type WorkDoneProgressParams,
  type WorkDoneProgressReporter,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { unreadable } from '../config/unreadable.ts';
import type { Severity } from '../rules/types.ts';
import { say } from '../text.ts';
import { word } from '../words/catalogue.ts';
import { readText } from './checker.ts';
import { diagnosticOf, showingFor } from './diagnostic.ts';
import { reportOf } from './document-diagnostics.ts';
import { Positions } from './positions.ts';
import type { WorkspaceSummary } from './protocol.ts';
import type { Feature, ServerContext } from './server-context.ts';
import { counted } from './status.ts';
import { canonical } from './uris.ts';

/** How long a client may take to forget that a document was open. */
const CLOSING_MS = 10_000;

/** Findings of plans that are not open: pulled where a setting or `parkplan/checkWorkspace` asks for them, pushed to who cannot pull. */
export const workspaceDiagnostics: Feature = {
  // Announced beside the pull of open documents.
  capabilities: () => ({}),
  register(server) {
    const { client, connection, documents } = server;
    const plans = new WorkspacePlans(server);
    server.onFilesChanged((uris) => {
      for (const uri of uris) plans.forget(uri);
    });
    // Settings say in which language it was told.
    server.onChanged(() => plans.forgetAll());
    documents.onDidClose(({ document }) => plans.closed(document.uri));
    connection.onRequest('parkplan/checkWorkspace', async (params: WorkDoneProgressParams, token) => {
      const summary = await plans.check(token, connection.window.attachWorkDoneProgress(params.workDoneToken));
      if (client.canRefreshDiagnostics) connection.languages.diagnostics.refresh().catch(() => {});
      else plans.push();
      return summary;
    });
    if (!client.canPull) return;
    connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token, progress) => ({
      items: await plans.report(new Map(previousResultIds.map(({ uri, value }) => [uri, value])), token, progress),
    }));
  },
};

/** What is known of a file that is not open. Its reading is not kept: a workspace may hold thousands. */
interface Known {
  readonly generation: number;
  readonly isPlan: boolean;
  readonly diagnostics: Diagnostic[];
  readonly severities: readonly Severity[];
  readonly unread?: string;
}

class WorkspacePlans {
  readonly #server: ServerContext;
  /** By their addresses as they are found, which are canonical. */
  readonly #known = new Map<DocumentUri, Known>();
  /** When documents were closed: a client keeps what it pulled of them until the workspace's report says otherwise, and may not hear the first. */
  readonly #closed = new Map<DocumentUri, number>();
  /** Somebody asked for the whole workspace once. */
  #isAsked = false;

  constructor(server: ServerContext) {
    this.#server = server;
  }

  closed(uri: DocumentUri): void {
    this.forget(uri);
    this.#closed.set(uri, Date.now());
  }

  forget(uri: DocumentUri): void {
    this.#known.delete(canonical(uri));
  }

  forgetAll(): void {
    this.#known.clear();
  }

  /** Reads every Markdown file of the workspace, what is open as it is open. Rejects when cancelled. */
  async check(token: CancellationToken, progress: WorkDoneProgressReporter): Promise<WorkspaceSummary> {
    this.#isAsked = true;
    const known = await this.#readAll(token, progress);
    const severities = [...known.values()].flatMap((one) => one.severities);
    const open = this.#server.documents.all();
    let plans = [...known.values()].filter(({ isPlan }) => isPlan).length;
    for (const { uri } of open) {
      const checked = await this.#server.checked(uri);
      if (!checked?.result) continue;
      plans++;
      severities.push(...checked.result.findings.map(({ severity }) => severity));
    }
    return {
      files: known.size + open.length,
      plans,
      findings: counted(severities),
      unread: [...known].flatMap(([uri, { unread }]) => (unread === undefined ? [] : [{ uri, reason: unread }])),
    };
  }

  async report(
    previous: ReadonlyMap<DocumentUri, string>,
    token: CancellationToken,
    progress: WorkDoneProgressReporter,
  ): Promise<WorkspaceDocumentDiagnosticReport[]> {
    const { workspaceDiagnostics } = await this.#server.settings.of(undefined);
    const known =
      workspaceDiagnostics || this.#isAsked ? await this.#readAll(token, progress) : new Map<DocumentUri, Known>();
    const reports: WorkspaceDocumentDiagnosticReport[] = [];
    const closed = this.#justClosed();
    for (const uri of new Set([...known.keys(), ...previous.keys(), ...closed])) {
      // What is open is told by its own pull; what has gone from the workspace takes its findings with it.
      if (this.#server.documents.get(uri)) continue;
      const { isPlan = false, diagnostics = [] } = known.get(uri) ?? {};
      const before = closed.has(uri) ? undefined : previous.get(uri);
      if (isPlan || previous.has(uri) || closed.has(uri))
        reports.push({ uri, version: null, ...reportOf(diagnostics, before) });
    }
    return reports;
  }

  #justClosed(): ReadonlySet<DocumentUri> {
    const now = Date.now();
    for (const [uri, since] of this.#closed) if (now - since > CLOSING_MS) this.#closed.delete(uri);
    return new Set(this.#closed.keys());
  }

  /** To a client that cannot pull. */
  push(): void {
    for (const [uri, { diagnostics }] of this.#known)
      if (!this.#server.documents.get(uri)) void this.#server.connection.sendDiagnostics({ uri, diagnostics });
  }

  async #readAll(token: CancellationToken, progress: WorkDoneProgressReporter): Promise<Map<DocumentUri, Known>> {
    const { documents, files, folders, localeOf, projects } = this.#server;
    const found = (await files.find('markdown', folders())).filter((uri) => !documents.get(uri));
    const stale = found.filter((uri) => this.#known.get(uri)?.generation !== projects.generation);
    const there = new Set(found);
    for (const uri of [...this.#known.keys()]) if (!there.has(uri)) this.#known.delete(uri);
    const shows = stale.length > 1;
    if (shows) progress.begin(word(await localeOf(), 'workspaceChecking'), 0, '', true);
    try {
      for (const [i, uri] of stale.entries()) {
        if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
        if (shows) progress.report(Math.floor((100 * i) / stale.length), uri.slice(uri.lastIndexOf('/') + 1));
        this.#known.set(uri, await this.#read(uri));
        // What came in meanwhile, a cancellation among it, is heard between two files.
        await new Promise((resolve) => setTimeout(resolve));
      }
    } finally {
      if (shows) progress.done();
    }
    return new Map(found.flatMap((uri) => (this.#known.has(uri) ? [[uri, this.#known.get(uri)!]] : [])));
  }

  async #read(uri: DocumentUri): Promise<Known> {
    const { client, files, localeOf, projects } = this.#server;
    const { generation } = projects;
    try {
      const text = await files.read(uri);
      if (text === undefined) return { generation, isPlan: false, diagnostics: [], severities: [] };
      const project = await projects.of(uri);
      const { result } = readText(text, project);
      const showing = await showingFor(uri, project, this.#server);
      const findings = result?.findings ?? [];
      const positions = new Positions(text, client.encoding);
      return {
        generation,
        isPlan: result !== undefined,
        diagnostics: findings.map((finding) => diagnosticOf(finding, uri, positions, showing)),
        severities: findings.map(({ severity }) => severity),
      };
    } catch (error) {
      const unread = say(unreadable(error), await localeOf(uri));
      return { generation, isPlan: false, diagnostics: [], severities: [], unread };
    }
  }
}
