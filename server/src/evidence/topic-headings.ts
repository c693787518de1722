import type { Plan } from '../plan/types.ts';
import type { BlockReading, Named } from './read-block.ts';

/** Where a topic's heading terms stand in a heading. */
export interface TopicHeading extends Named {
  readonly reading: BlockReading;
}

export interface TopicHeadings {
  /** In document order. */
  readonly headings: readonly TopicHeading[];
  /** Topics with such a heading on a section or around it, by section. */
  readonly under: readonly ReadonlySet<string>[];
}

export function topicHeadingsOf(plan: Plan, readings: readonly BlockReading[]): TopicHeadings {
  const headings = readings.flatMap((reading) => reading.named.map((named) => ({ ...named, reading })));
  const own = new Map<number, Set<string>>();
  for (const { topic, reading } of headings) {
    const { id } = reading.section;
    own.set(id, (own.get(id) ?? new Set()).add(topic));
  }
  const under: ReadonlySet<string>[] = [];
  // Parents come before their children.
  for (const { id, parent } of plan.sections) {
    const around = under[parent] ?? NONE;
    const here = own.get(id);
    under[id] = here ? new Set([...around, ...here]) : around;
  }
  return { headings, under };
}

const NONE: ReadonlySet<string> = new Set();
