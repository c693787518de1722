import type { DocumentUri } from 'vscode-languageserver';
import type { ProjectHost } from '../config/types.ts';

/** What the place where the server runs has to lend. */
export interface ServerHost {
  /** Files of the machine that the server runs on; none in a browser. Used where the client does not read files itself. */
  readonly files?: MachineFiles;
  /** Folder of the rules' pages, with a slash at its end. */
  readonly docs?: DocumentUri;
}

export interface MachineFiles extends ProjectHost {
  /** Absolute paths of the Markdown files, or of those named `framework.yaml`, under a folder. What `.gitignore` names is left out. */
  findFiles(folder: string, what: 'markdown' | 'framework'): Promise<readonly string[]>;
}
