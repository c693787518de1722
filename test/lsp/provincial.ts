import { readdirSync, readFileSync } from 'node:fs';

const SHIPPED = new URL('../../server/frameworks/nine-pathways/', import.meta.url);

/** The shipped framework as a province's own, in files of the workspace. */
export function provincial(folder: string): Record<string, string> {
  const files = readdirSync(SHIPPED).map((name) => [`${folder}/${name}`, readFileSync(new URL(name, SHIPPED), 'utf8')]);
  const own = Object.fromEntries(files) as Record<string, string>;
  own[`${folder}/framework.yaml`] = own[`${folder}/framework.yaml`]!.replace(/^id: .*$/m, 'id: our-province');
  return own;
}
