import type { DocumentUri } from 'vscode-languageserver';
import { URI } from 'vscode-uri';

/** An address as the engine's hosts know paths: absolute, forward slashes, `C:/` for drives. The root is what stands before the path. */
export interface Place {
  /** `scheme://authority`: files under one root see each other. */
  readonly root: string;
  readonly path: string;
}

const DRIVE = /^\/([A-Za-z]:)/;

export function placeOf(uri: DocumentUri): Place {
  const { scheme, authority, path } = URI.parse(uri);
  return { root: `${scheme}://${authority}`, path: path.replace(DRIVE, '$1') };
}

/** One spelling for each address: clients differ in what they encode and how they write a drive. */
export function canonical(uri: DocumentUri): DocumentUri {
  return URI.parse(uri).toString();
}

/** The inverse of `placeOf`. */
export function uriOf(root: string, path: string): DocumentUri {
  const at = root.indexOf('://');
  const rooted = path.startsWith('/') ? path : `/${path}`;
  return URI.from({ scheme: root.slice(0, at), authority: root.slice(at + 3), path: rooted }).toString();
}

/** The path on this machine; a share's name stands in front of it. */
export function machinePath({ root, path }: Place): string | undefined {
  if (!root.startsWith('file://')) return undefined;
  const authority = root.slice('file://'.length);
  return authority === '' ? path : `//${authority}${path}`;
}
