import {
  type Diagnostic,
  DocumentDiagnosticReportKind,
  type DocumentUri,
  type FullDocumentDiagnosticReport,
  type UnchangedDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { hashText } from '../text.ts';
import type { Checked } from './checker.ts';
import { diagnosticOf, showingFor } from './diagnostic.ts';
import type { Feature, ServerContext } from './server-context.ts';
import { UnfinishedText } from './unfinished-text.ts';

/** How long an author must not have typed for a text to be at rest. */
const PAUSE_MS = 1000;
/** Edits that follow each other as fast as this are told once. */
const PUSH_MS = 50;

/** Findings of open documents: pulled where the client can, else pushed. */
export const documentDiagnostics: Feature = {
  capabilities: ({ canPull }) =>
    canPull
      ? { diagnosticProvider: { identifier: 'parkplan', interFileDependencies: false, workspaceDiagnostics: true } }
      : {},
  register(server) {
    const { client, connection, documents } = server;
    const open = new OpenDiagnostics(server);
    documents.onDidChangeContent(({ document }) => open.changed(document.uri));
    documents.onDidSave(({ document }) => open.settle(document.uri));
    documents.onDidClose(({ document }) => open.closed(document.uri));
    server.onChanged(() => open.tellAgain());
    if (!client.canPull) return;
    connection.languages.diagnostics.on(async ({ textDocument, previousResultId }) => {
      const items = await open.of(textDocument.uri);
      return reportOf(items, previousResultId);
    });
  },
};

export type Report = FullDocumentDiagnosticReport | UnchangedDocumentDiagnosticReport;

/** The result's id is a hash of what is told: the same findings are `unchanged`, whatever was edited in between. */
export function reportOf(items: Diagnostic[], previous: string | undefined): Report {
  const resultId = `${items.length}-${hashText(JSON.stringify(items)).toString(36)}`;
  if (previous === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
}

class OpenDiagnostics {
  readonly #server: ServerContext;
  readonly #texts = new Map<DocumentUri, UnfinishedText>();
  readonly #pauses = new Map<DocumentUri, ReturnType<typeof setTimeout>>();
  readonly #pushes = new Map<DocumentUri, ReturnType<typeof setTimeout>>();

  constructor(server: ServerContext) {
    this.#server = server;
  }

  /** What is told of a document now; nothing of one that is not open. */
  async of(uri: DocumentUri): Promise<Diagnostic[]> {
    const checked = await this.#server.checked(uri);
    return checked ? this.#told(checked) : [];
  }

  async #told({ document, project, result }: Checked): Promise<Diagnostic[]> {
    const { uri, positions } = document;
    const showing = await showingFor(uri, project, this.#server);
    const findings = this.#text(uri).told(result?.findings ?? []);
    return findings.map((finding) => diagnosticOf(finding, uri, positions, showing));
  }

  /** A document was opened or edited. */
  changed(uri: DocumentUri): void {
    if (this.#texts.has(uri)) void this.#stir(uri);
    else this.#texts.set(uri, new UnfinishedText());
    this.#push(uri);
  }

  async #stir(uri: DocumentUri): Promise<void> {
    const { unfinishedText } = await this.#server.settings.of(uri);
    const text = this.#texts.get(uri);
    if (!text || unfinishedText === 'type') return;
    text.stir();
    clearTimeout(this.#pauses.get(uri));
    if (unfinishedText === 'pause')
      this.#pauses.set(
        uri,
        setTimeout(() => this.settle(uri), PAUSE_MS),
      );
  }

  /** The text is at rest: what was held back is told. */
  settle(uri: DocumentUri): void {
    clearTimeout(this.#pauses.get(uri));
    this.#pauses.delete(uri);
    if (this.#texts.get(uri)?.settle() !== true) return;
    if (this.#server.client.canPull) this.#refresh();
    else this.#push(uri);
  }

  closed(uri: DocumentUri): void {
    for (const timers of [this.#pauses, this.#pushes]) {
      clearTimeout(timers.get(uri));
      timers.delete(uri);
    }
    this.#texts.delete(uri);
    if (!this.#server.client.canPull) void this.#server.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  tellAgain(): void {
    if (this.#server.client.canPull) this.#refresh();
    else for (const { uri } of this.#server.documents.all()) this.#push(uri);
  }

  #refresh(): void {
    const { client, connection } = this.#server;
    // A client that goes away before it answers loses nothing.
    if (client.canRefreshDiagnostics) connection.languages.diagnostics.refresh().catch(() => {});
  }

  #push(uri: DocumentUri): void {
    if (this.#server.client.canPull) return;
    clearTimeout(this.#pushes.get(uri));
    this.#pushes.set(
      uri,
      setTimeout(() => void this.#send(uri), PUSH_MS),
    );
  }

  async #send(uri: DocumentUri): Promise<void> {
    const { connection, client, documents } = this.#server;
    const checked = await this.#server.checked(uri);
    if (!checked) return;
    const diagnostics = await this.#told(checked);
    // A newer version has a push of its own.
    if (documents.get(uri) !== checked.document) return;
    const { version } = checked.document;
    await connection.sendDiagnostics({ uri, diagnostics, ...(client.canVersionDiagnostics ? { version } : {}) });
  }

  #text(uri: DocumentUri): UnfinishedText {
    const known = this.#texts.get(uri) ?? new UnfinishedText();
    this.#texts.set(uri, known);
    return known;
  }
}
