import type { Connection, DocumentUri } from 'vscode-languageserver';
import type { ProjectHost } from '../config/types.ts';
import type { ClientView } from './client-view.ts';
import type { ServerRequests } from './protocol.ts';
import type { MachineFiles, ServerHost } from './server-host.ts';
import { machinePath, placeOf, uriOf } from './uris.ts';

/** Files as the server sees them: the client's, else those of the machine, else none. */
export interface Files {
  /** Files under one root, by path. */
  under(root: string): ProjectHost;
  /** Undefined where there is no such file. Rejects when it cannot be read. */
  read(uri: DocumentUri): Promise<string | undefined>;
  /** Addresses in the folders of the workspace. */
  find(what: 'markdown' | 'framework', folders: readonly DocumentUri[]): Promise<readonly DocumentUri[]>;
}

const GLOBS = { markdown: '**/*.{md,markdown}', framework: '**/framework.yaml' } as const;

export function filesFor(connection: Connection, { options }: ClientView, { files }: ServerHost): Files {
  if (options.readsFiles === true) return clientFiles(connection);
  return files ? machineFiles(files) : NO_FILES;
}

function clientFiles(connection: Connection): Files {
  const ask = <M extends keyof ServerRequests>(method: M, params: ServerRequests[M][0]) =>
    connection.sendRequest<ServerRequests[M][1]>(method, params);
  const read = async (uri: DocumentUri) => (await ask('parkplan/readFile', { uri }))?.text;
  return {
    read,
    under: (root) => ({
      readFile: (path) => read(uriOf(root, path)),
      readFolder: async (path) => (await ask('parkplan/readFolder', { uri: uriOf(root, path) }))?.names,
    }),
    find: async (what) => (await ask('parkplan/findFiles', { glob: GLOBS[what] })).uris,
  };
}

function machineFiles(files: MachineFiles): Files {
  const onMachine = (root: string, path: string) => machinePath({ root, path });
  return {
    async read(uri) {
      const path = machinePath(placeOf(uri));
      return path === undefined ? undefined : files.readFile(path);
    },
    under: (root) => ({
      async readFile(path) {
        const own = onMachine(root, path);
        return own === undefined ? undefined : files.readFile(own);
      },
      async readFolder(path) {
        const own = onMachine(root, path);
        return own === undefined ? undefined : files.readFolder(own);
      },
    }),
    async find(what, folders) {
      const paths = folders.flatMap((folder) => machinePath(placeOf(folder)) ?? []);
      const found = await Promise.all(paths.map((path) => files.findFiles(path, what)));
      return found.flat().map((path) => uriOf('file://', path));
    },
  };
}

const NO_FILES: Files = {
  read: async () => undefined,
  under: () => ({ readFile: async () => undefined, readFolder: async () => undefined }),
  find: async () => [],
};
