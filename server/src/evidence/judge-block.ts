import { type CompiledPattern, FACTS_ONLY, type Framework } from '../framework/compile.ts';
import type { Around } from './around.ts';
import { isAtLeast } from './levels.ts';
import { applies, matchesOf } from './match-pattern.ts';
import type { BlockReading } from './read-block.ts';
import { type Evidence, LEVELS, type MissReason, type NearMiss } from './types.ts';
import { evidenceOf, missOf, weigh } from './weigh-match.ts';

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
      if (isSettled(pieces.get(topic.id), pattern)) continue;
      if (!applies(pattern, reading, kinds, topics.has(topic.id))) continue;
      for (const match of matchesOf(pattern, reading)) {
        const worth = weigh(match, reading, framework);
        if (isLevel(worth)) {
          const best = pieces.get(topic.id);
          if (!best || !isAtLeast(best.level, worth))
            pieces.set(topic.id, evidenceOf(match, reading, framework, worth));
          continue;
        }
        const miss = missOf(match, reading, worth);
        const list = misses.get(topic.id);
        if (list) list.push(miss);
        else misses.set(topic.id, [miss]);
      }
    }
  }
  return { pieces, misses };
}

/** Nothing that the pattern finds would be told: the block says more already, and near misses are told of what is not committed to. */
function isSettled(best: Evidence | undefined, { worth }: CompiledPattern): boolean {
  return best?.level === 'actionable' || (best?.level === 'addressed' && worth === 'mention');
}

function isLevel(worth: Evidence['level'] | MissReason): worth is Evidence['level'] {
  return (LEVELS as readonly string[]).includes(worth);
}

/** The document's own title names what it is about; it is no evidence of it. */
function isTitle({ block }: BlockReading): boolean {
  return block.section === 0 && block.kind === 'heading';
}
