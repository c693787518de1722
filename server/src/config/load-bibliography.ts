import type { SourceProblem } from '../framework/types.ts';
import { readBibliography } from '../references/read-bibliography.ts';
import type { Reference } from '../references/types.ts';
import { LineIndex } from '../text.ts';
import { bothWords } from '../words/catalogue.ts';
import type { ConfigHost } from './types.ts';
import { unreadable } from './unreadable.ts';

/** Works of a project's own, with the file and the place from which each comes (zero-based line and character). */
export interface LoadedBibliography {
  readonly references: ReadonlyMap<string, Reference>;
  readonly places: ReadonlyMap<string, { readonly path: string; readonly line: number; readonly character: number }>;
  readonly problems: readonly SourceProblem[];
}

/** Reads bibliographies (absolute paths) in turn; of two works with one key the first counts, and the second is told. Never rejects. */
export async function loadBibliography(paths: readonly string[], host: ConfigHost): Promise<LoadedBibliography> {
  const references = new Map<string, Reference>();
  const places = new Map<string, { path: string; line: number; character: number }>();
  const problems: SourceProblem[] = [];
  for (const path of paths) {
    const text = await textOf(path, host, problems);
    if (text === undefined) continue;
    const read = await readBibliography(path, text);
    problems.push(...read.problems);
    const lines = new LineIndex(text);
    for (const reference of read.references) {
      const place = lines.positionAt(read.offsets.get(reference.id) ?? 0);
      const home = places.get(reference.id);
      if (home) {
        const message = bothWords('referenceTwice', reference.id, home.path);
        problems.push({ path, line: place.line + 1, column: place.character + 1, message });
        continue;
      }
      references.set(reference.id, reference);
      places.set(reference.id, { path, ...place });
    }
  }
  return { references, places, problems };
}

async function textOf(path: string, host: ConfigHost, problems: SourceProblem[]): Promise<string | undefined> {
  try {
    const text = await host.readFile(path);
    if (text !== undefined) return text;
    problems.push({ path, line: 1, column: 1, message: bothWords('fileMissing') });
  } catch (error) {
    problems.push({ path, line: 1, column: 1, message: unreadable(error) });
  }
  return undefined;
}
