/** Paths with forward slashes, absolute as `/a/b` or `C:/a/b`: the little that configuration needs, so that it also runs where there is no `node:path`. */

const DRIVE = /^[A-Za-z]:\//;

export function isAbsolute(path: string): boolean {
  return path.startsWith('/') || DRIVE.test(path);
}

/** `/a/./b/../c` → `/a/c`; never climbs above the root. Backslashes are left alone: hosts hand over forward slashes. */
export function normalisePath(path: string): string {
  const root = path.startsWith('/') ? '/' : (DRIVE.exec(path)?.[0] ?? '');
  const parts: string[] = [];
  for (const part of path.slice(root.length).split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts[parts.length - 1] !== '..') parts.pop();
    else if (root === '') parts.push('..');
  }
  return root + parts.join('/') || '.';
}

/** The folder of a path; a root is its own folder. */
export function folderOf(path: string): string {
  const at = path.lastIndexOf('/');
  if (at < 0) return '.';
  if (at === 0) return '/';
  const folder = path.slice(0, at);
  return DRIVE.test(`${folder}/`) && folder.length === 2 ? `${folder}/` : folder;
}

/** `path` seen from `folder`; an absolute path stays as it is. */
export function joinPath(folder: string, path: string): string {
  return isAbsolute(path) ? normalisePath(path) : normalisePath(`${folder}/${path}`);
}

/** `path` relative to `folder` when it lies in it, else undefined. The folder itself is `''`. */
export function pathWithin(folder: string, path: string): string | undefined {
  if (path === folder) return '';
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  return path.startsWith(prefix) ? path.slice(prefix.length) : undefined;
}

/** `folder` and every folder above it, nearest first. */
export function* upwards(folder: string): Generator<string> {
  let at = folder;
  for (;;) {
    yield at;
    const parent = folderOf(at);
    if (parent === at) return;
    at = parent;
  }
}
