import type { Connection, DocumentUri, ServerCapabilities, TextDocuments } from 'vscode-languageserver';
import type { Locale } from '../text.ts';
import type { Checked } from './checker.ts';
import type { ClientView } from './client-view.ts';
import type { OpenDocument } from './documents.ts';
import type { Files } from './files.ts';
import type { Projects } from './projects.ts';
import type { SettingsStore } from './settings.ts';

/** What every feature is given. */
export interface ServerContext {
  readonly connection: Connection;
  readonly client: ClientView;
  readonly documents: TextDocuments<OpenDocument>;
  readonly files: Files;
  readonly projects: Projects;
  readonly settings: SettingsStore;
  /** Folder of the rules' pages, with a slash at its end. */
  readonly docs: DocumentUri | undefined;
  /** Folders of the workspace. */
  folders(): readonly DocumentUri[];
  /** The reading of an open document as it is now; undefined when it is not open. */
  checked(uri: DocumentUri): Promise<Checked | undefined>;
  /** Calls back after each reading of an open document. */
  onChecked(listener: (checked: Checked) => void): void;
  /** Calls back with files that were made, changed or deleted on disk. */
  onFilesChanged(listener: (uris: readonly DocumentUri[]) => void): void;
  /** Calls back when configuration, framework, cases or settings have changed: whatever was told may not hold any more. */
  onChanged(listener: () => void): void;
  /** The language to speak about a document, or in general. */
  localeOf(uri?: DocumentUri): Promise<Locale>;
}

/** One ability of the server: it is announced and handled in the same place. */
export interface Feature {
  /** What is announced to this client; empty where it gets none of it. */
  capabilities(client: ClientView): Partial<ServerCapabilities>;
  /** Installs the handlers of all that is announced. */
  register(server: ServerContext): void;
}
