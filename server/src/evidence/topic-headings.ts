import type { Framework } from '../framework/compile.ts';
import type { Hit } from '../framework/compile-groups.ts';
import type { Plan } from '../plan/types.ts';
import { type BlockReading, isInside } from './read-block.ts';

/** Where a topic's heading terms stand in a heading. */
export interface TopicHeading {
  readonly reading: BlockReading;
  readonly group: number;
  readonly hit: Hit;
}

export interface TopicHeadings {
  /** By topic, in document order. */
  readonly headings: ReadonlyMap<string, readonly TopicHeading[]>;
  /** Sections under such a heading, by topic. */
  readonly under: ReadonlyMap<string, ReadonlySet<number>>;
}

export function topicHeadingsOf(plan: Plan, framework: Framework, readings: readonly BlockReading[]): TopicHeadings {
  const headings = new Map<string, TopicHeading[]>();
  const under = new Map<string, Set<number>>();
  for (const reading of readings) {
    const { heading, hits, titles, section } = reading;
    if (heading.to === heading.from || section.id === 0) continue;
    for (const { id, headings: group } of framework.topics.values()) {
      const hit =
        group !== undefined &&
        hits.get(group)?.find((one) => one.from >= heading.from && one.to <= heading.to && !isInside(one, titles));
      if (group === undefined || !hit) continue;
      append(headings, id, { reading, group, hit });
      const sections = under.get(id) ?? new Set();
      under.set(id, sections.add(section.id));
    }
  }
  for (const sections of under.values()) {
    // Parents come before their children.
    for (const { id, parent } of plan.sections) if (sections.has(parent)) sections.add(id);
  }
  return { headings, under };
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
