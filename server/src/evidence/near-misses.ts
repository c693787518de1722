import type { CompiledTopic, Framework } from '../framework/compile.ts';
import { rangeIn } from '../plan/normal-text.ts';
import { partial } from './match-pattern.ts';
import { type BlockReading, isInside } from './read-block.ts';
import type { NearMiss } from './types.ts';

const MOST = 5;

/**
 * Where a topic nearly stands: matches that did not count first, then words inside other words or titles, then patterns of which a part is there.
 * `touching`: the blocks with words of the topic.
 */
export function nearMissesOf(
  topic: CompiledTopic,
  failed: readonly NearMiss[],
  touching: readonly { readonly reading: BlockReading }[],
  framework: Framework,
): NearMiss[] {
  const found = distinct(failed).slice(0, MOST);
  for (const look of [trapIn, partIn]) {
    for (const { reading } of touching) {
      if (found.length >= MOST) return found;
      if (found.some(({ block }) => block === reading.block.id)) continue;
      const miss = look(topic, reading, framework);
      if (miss) found.push(miss);
    }
  }
  return found;
}

function distinct(misses: readonly NearMiss[]): NearMiss[] {
  return misses.filter((miss, i) => misses.findIndex(({ block }) => block === miss.block) === i);
}

function trapIn(topic: CompiledTopic, { block, hits, excepted, titles }: BlockReading): NearMiss | undefined {
  for (const { id, all } of topic.patterns) {
    if (all.length > 1) continue;
    for (const group of all[0] ?? []) {
      const trap = excepted.get(group)?.[0];
      const titled = trap ?? hits.get(group)?.find((hit) => isInside(hit, titles));
      if (!titled) continue;
      const range = rangeIn(block.normal, titled.from, titled.to);
      return { range, block: block.id, reason: trap ? 'trap' : 'title', pattern: id, wanting: [] };
    }
  }
  return undefined;
}

function partIn(topic: CompiledTopic, reading: BlockReading, framework: Framework): NearMiss | undefined {
  for (const pattern of topic.patterns) {
    const part = partial(pattern, reading);
    if (!part) continue;
    return {
      range: rangeIn(reading.block.normal, part.hit.from, part.hit.to),
      block: reading.block.id,
      reason: 'partial',
      pattern: pattern.id,
      wanting: part.wanting.map((group) => framework.groupNames[group]!),
    };
  }
  return undefined;
}
