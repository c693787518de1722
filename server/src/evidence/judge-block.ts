import { type CompiledPattern, FACTS_ONLY, type Framework } from '../framework/compile.ts';
import type { SectionKind } from '../plan/types.ts';
import { moved } from '../text.ts';
import { higher } from './levels.ts';
import { applies, matchesOf } from './match-pattern.ts';
import type { BlockReading } from './read-block.ts';
import type { Evidence, NearMiss } from './types.ts';
import { weigh } from './weigh-match.ts';

/** What one block says of one topic. */
export interface Judgement {
  readonly topic: string;
  readonly best: Evidence | undefined;
  readonly misses: readonly NearMiss[];
}

/** Holds one block against all patterns. `kinds`: of its section and those around it; `under`: topics whose headings stand over it. */
export function judgeBlock(
  reading: BlockReading,
  framework: Framework,
  kinds: readonly SectionKind[],
  under: ReadonlySet<string>,
): readonly Judgement[] {
  const found = new Map<string, { topic: string; best: Evidence | undefined; misses: NearMiss[] }>();
  const tried = new Set<CompiledPattern>();
  for (const group of [FACTS_ONLY, ...reading.hits.keys()]) {
    for (const { topic, pattern } of framework.triggers.get(group) ?? []) {
      if (tried.has(pattern)) continue;
      tried.add(pattern);
      if (pattern.all.length > 0 && isTitle(reading)) continue;
      if (!applies(pattern, reading, kinds, under.has(topic.id))) continue;
      for (const match of matchesOf(pattern, reading)) {
        let here = found.get(topic.id);
        if (!here) {
          here = { topic: topic.id, best: undefined, misses: [] };
          found.set(topic.id, here);
        }
        const weighed = weigh(match, reading, framework);
        if ('reason' in weighed) here.misses.push(weighed);
        else here.best = higher(here.best, weighed);
      }
    }
  }
  return [...found.values()];
}

/** The document's own title names what it is about; it is no evidence of it. */
function isTitle({ block, section }: BlockReading): boolean {
  return section.id === 0 && block.kind === 'heading';
}

/** The same of a block that an edit before it has moved or given another number. */
export function movedJudgements(
  list: readonly Judgement[],
  by: number,
  block: number,
  section: number,
): readonly Judgement[] {
  return list.map(({ topic, best, misses }) => ({
    topic,
    best: best && {
      ...best,
      range: moved(best.range, by),
      block,
      section,
      matched: best.matched.map(({ group, range }) => ({ group, range: moved(range, by) })),
    },
    misses: misses.map((miss) => ({ ...miss, range: moved(miss.range, by), block })),
  }));
}
