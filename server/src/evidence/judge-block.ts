import { type CompiledPattern, FACTS_ONLY, type Framework } from '../framework/compile.ts';
import type { Around } from './around.ts';
import { higher } from './levels.ts';
import { applies, matchesOf } from './match-pattern.ts';
import type { BlockReading } from './read-block.ts';
import type { Evidence, NearMiss } from './types.ts';
import { weigh } from './weigh-match.ts';

/** What the patterns find in one block, by topic. */
export interface Judged {
  readonly pieces: Map<string, Evidence>;
  readonly misses: Map<string, NearMiss[]>;
}

/** Holds one block against all patterns. */
export function judgeBlock(reading: BlockReading, framework: Framework, { kinds, topics }: Around): Judged {
  const pieces = new Map<string, Evidence>();
  const misses = new Map<string, NearMiss[]>();
  const tried = new Set<CompiledPattern>();
  for (const group of [FACTS_ONLY, ...reading.hits.keys()]) {
    for (const { topic, pattern } of framework.triggers.get(group) ?? []) {
      if (tried.has(pattern)) continue;
      tried.add(pattern);
      if (pattern.all.length > 0 && isTitle(reading)) continue;
      if (!applies(pattern, reading, kinds, topics.has(topic.id))) continue;
      for (const match of matchesOf(pattern, reading)) {
        const weighed = weigh(match, reading, framework);
        if ('reason' in weighed) {
          const list = misses.get(topic.id);
          if (list) list.push(weighed);
          else misses.set(topic.id, [weighed]);
        } else pieces.set(topic.id, higher(pieces.get(topic.id), weighed));
      }
    }
  }
  return { pieces, misses };
}

/** The document's own title names what it is about; it is no evidence of it. */
function isTitle({ block }: BlockReading): boolean {
  return block.section === 0 && block.kind === 'heading';
}
