import { type Diagnostic, DiagnosticSeverity, type DocumentUri } from 'vscode-languageserver';
import type { SourceProblem } from '../framework/types.ts';
import { say } from '../text.ts';
import { SOURCE } from './diagnostic.ts';
import type { Project } from './projects.ts';
import type { Feature, ServerContext } from './server-context.ts';

/** Mistakes in configurations, frameworks and cases that hold for an open document, in those files. Pushed: nobody need have them open. */
export const projectDiagnostics: Feature = {
  capabilities: () => ({}),
  register(server) {
    const told = new ToldProblems(server);
    server.onChecked(({ document, project }) => told.set(document.uri, project));
    server.documents.onDidClose(({ document }) => told.set(document.uri, undefined));
    // Who is open is read again; a client that pulls may not ask for a while.
    server.onChanged(() => {
      for (const { uri } of server.documents.all()) void server.checked(uri);
    });
  },
};

class ToldProblems {
  readonly #server: ServerContext;
  readonly #byDocument = new Map<DocumentUri, Project>();
  /** What was told last, by the file that it is about. */
  readonly #told = new Map<DocumentUri, string>();

  constructor(server: ServerContext) {
    this.#server = server;
  }

  set(document: DocumentUri, project: Project | undefined): void {
    if (project && project.problems.length > 0) this.#byDocument.set(document, project);
    else this.#byDocument.delete(document);
    void this.#tell();
  }

  async #tell(): Promise<void> {
    const { connection } = this.#server;
    const locale = await this.#server.localeOf();
    const byFile = new Map<DocumentUri, Map<string, Diagnostic>>();
    for (const { problems, uriOf } of this.#byDocument.values()) {
      for (const problem of problems) {
        const diagnostic = diagnosticOf(problem, say(problem.message, locale));
        const uri = uriOf(problem.path);
        const list = byFile.get(uri) ?? new Map();
        byFile.set(uri, list.set(JSON.stringify(diagnostic), diagnostic));
      }
    }
    for (const uri of new Set([...this.#told.keys(), ...byFile.keys()])) {
      const diagnostics = [...(byFile.get(uri)?.values() ?? [])];
      const key = JSON.stringify(diagnostics);
      if ((this.#told.get(uri) ?? '[]') === key) continue;
      if (diagnostics.length > 0) this.#told.set(uri, key);
      else this.#told.delete(uri);
      await connection.sendDiagnostics({ uri, diagnostics });
    }
  }
}

function diagnosticOf({ line, column }: SourceProblem, message: string): Diagnostic {
  const start = { line: line - 1, character: column - 1 };
  return {
    range: { start, end: { line: start.line, character: start.character + 1 } },
    severity: DiagnosticSeverity.Error,
    source: SOURCE,
    message,
  };
}
