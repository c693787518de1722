import type { ConfigHost } from '../../server/src/config/types.ts';

/** Files in memory; a value that is an Error is a file that cannot be read. */
export function memoryHost(files: Readonly<Record<string, string | Error>>): ConfigHost & { readonly read: string[] } {
  const read: string[] = [];
  return {
    read,
    async readFile(path) {
      const content = files[path];
      if (content instanceof Error) throw content;
      if (content !== undefined) read.push(path);
      return content;
    },
  };
}
