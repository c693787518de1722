import type { Framework } from '../framework/compile.ts';
import type { Plan, SectionKind } from '../plan/types.ts';
import type { KnownBlock } from './known-blocks.ts';

/** What stands around a section's blocks; the same object for what is alike, as long as the framework is the same. */
export interface Around {
  /** Of the section and those around it; the root is around everything and tells nothing of what it holds. */
  readonly kinds: readonly SectionKind[];
  /** Topics whose headings stand on the section or around it. */
  readonly topics: ReadonlySet<string>;
}

/** What is alike lies at one place of a tree: the way there is what stands around, from the outside in. */
interface Place extends Around {
  readonly isRoot: boolean;
  readonly inner: Map<string, Place>;
}

interface Places {
  readonly outside: Place;
  count: number;
}

const known = new WeakMap<Framework, Places>();
/** Of one framework; edited headings make ever new ones. */
const MOST_KNOWN = 5000;

/** By section. */
export function aroundSections(
  plan: Plan,
  framework: Framework,
  blocks: readonly (KnownBlock | undefined)[],
): readonly Around[] {
  const named = namedTopics(blocks);
  const places = placesFor(framework);
  const around: Place[] = [];
  // Parents come before their children.
  for (const { id, parent, kind } of plan.sections)
    around[id] = placeIn(places, around[parent] ?? places.outside, kind, named.get(id));
  return around;
}

/** Topics that headings name, by section. */
function namedTopics(blocks: readonly (KnownBlock | undefined)[]): ReadonlyMap<number, readonly string[]> {
  const named = new Map<number, string[]>();
  for (const known of blocks) {
    if (!known || known.reading.named.length === 0) continue;
    const { block, named: found } = known.reading;
    const topics = found.map(({ topic }) => topic);
    const before = named.get(block.section);
    if (before) before.push(...topics);
    else named.set(block.section, topics);
  }
  return named;
}

function placesFor(framework: Framework): Places {
  const before = known.get(framework);
  if (before && before.count < MOST_KNOWN) return before;
  const places: Places = { outside: { kinds: [], topics: new Set(), isRoot: true, inner: new Map() }, count: 0 };
  known.set(framework, places);
  return places;
}

function placeIn(places: Places, outer: Place, kind: SectionKind, topics: readonly string[] = []): Place {
  const key = topics.length === 0 ? kind : `${kind} ${topics.join(' ')}`;
  const before = outer.inner.get(key);
  if (before) return before;
  const isRoot = outer === places.outside;
  const place: Place = {
    kinds: outer.isRoot ? [kind] : [...new Set([kind, ...outer.kinds])],
    topics: topics.length === 0 ? outer.topics : new Set([...outer.topics, ...topics]),
    isRoot,
    inner: new Map(),
  };
  outer.inner.set(key, place);
  places.count++;
  return place;
}
