import type { Location } from 'vscode-languageserver';
import { isScalar, parseDocument, visit } from 'yaml';
import type { Framework } from '../framework/compile.ts';
import { Positions } from './positions.ts';
import type { Project } from './projects.ts';
import type { ServerContext } from './server-context.ts';
import { placeOf } from './uris.ts';

export type TopicLocations = ReadonlyMap<string, Location>;

const NONE: TopicLocations = new Map();
const known = new WeakMap<Framework, Promise<TopicLocations>>();

/** Where the files of a project's own framework say `id: …`, by id. The framework that is shipped is on no disk: none. */
export function topicLocations({ engine, settings, uriOf }: Project, server: ServerContext): Promise<TopicLocations> {
  const { framework, sources } = engine;
  if (!framework || settings.framework === undefined) return Promise.resolve(NONE);
  let locations = known.get(framework);
  if (!locations) {
    const files = sources.filter((path) => /\.ya?ml$/.test(path)).map(uriOf);
    locations = Promise.all(files.map((uri) => idsIn(uri, server))).then((maps) => new Map(maps.flat()));
    known.set(framework, locations);
  }
  return locations;
}

async function idsIn(uri: string, { files, client }: ServerContext): Promise<[string, Location][]> {
  const text = await files
    .under(placeOf(uri).root)
    .readFile(placeOf(uri).path)
    .catch(() => undefined);
  if (text === undefined) return [];
  const positions = new Positions(text, client.encoding);
  const found: [string, Location][] = [];
  visit(parseDocument(text, { logLevel: 'silent' }), {
    Pair(_, { key, value }) {
      if (!isScalar(key) || key.value !== 'id' || !isScalar(value) || !value.range) return;
      const range = positions.rangeOf({ start: value.range[0], end: value.range[1] });
      found.push([String(value.value), { uri, range }]);
    },
  });
  return found;
}
