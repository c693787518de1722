import { findFiles } from '../cli/files.ts';
import { nodeHost } from '../cli/host.ts';
import type { MachineFiles } from '../lsp/server-host.ts';

/** Files of the machine that the server runs on, found as the command line finds them. */
export const machineFiles: MachineFiles = {
  ...nodeHost,
  async findFiles(folder, what) {
    const { files } = await (what === 'markdown' ? findFiles([folder]) : findFiles(['**/framework.yaml'], folder));
    return files.map(({ absolute }) => absolute);
  },
};
