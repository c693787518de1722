import { type Evidence, LEVELS } from '../evidence/types.ts';
import type { CompiledTopic } from '../framework/compile.ts';
import { LEVEL_MARKS } from '../report/topic-words.ts';
import { type Locale, say } from '../text.ts';
import type { Checked } from './checker.ts';

/** A topic with the evidence that some part of a plan holds for it. */
export interface ServedTopic {
  readonly topic: CompiledTopic;
  /** In document order, one at least. */
  readonly evidence: readonly Evidence[];
  readonly level: Evidence['level'];
}

/** Elements and essentials that a part of a plan serves, the best level first; pathways, which they are part of, only where there are no others. */
export function servedTopics(isIn: (evidence: Evidence) => boolean, { result, project }: Checked): ServedTopic[] {
  const served = [...project.engine.framework!.topics.values()].flatMap((topic): ServedTopic[] => {
    const evidence = result!.evidence.get(topic.id)!.evidence.filter(isIn);
    const [first] = evidence;
    if (!first) return [];
    const rank = Math.max(...evidence.map(({ level }) => LEVELS.indexOf(level)));
    return [{ topic, evidence, level: LEVELS[rank] as Evidence['level'] }];
  });
  served.sort((a, b) => LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level) || b.evidence.length - a.evidence.length);
  const parts = served.filter(({ topic }) => topic.kind !== 'pathway');
  return parts.length > 0 ? parts : served;
}

/** `人才引进 ●●○` */
export function servedLabel({ topic, level }: ServedTopic, locale: Locale): string {
  return `${say(topic.title, locale)} ${LEVEL_MARKS[level]}`;
}
