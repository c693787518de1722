import type { Framework } from '../framework/compile.ts';
import type { Block, Plan, SectionKind } from '../plan/types.ts';
import { aroundSections } from './around.ts';
import { isSilent, periodOf } from './block-facts.ts';
import { type KnownBlock, knownBlock, saidBy } from './known-blocks.ts';
import { isAtLeast, liftOf, wantingIn } from './levels.ts';
import { nearMissesOf } from './near-misses.ts';
import type { BlockReading } from './read-block.ts';
import { NOTHING, type Said, withAuthorsWord } from './said.ts';
import { type Evidence, type EvidenceByTopic, LEVELS, type Level, type NearMiss, type TopicEvidence } from './types.ts';

/** Nothing in these is evidence of anything. */
const SILENT_KINDS: readonly SectionKind[] = ['contents', 'basis', 'references', 'definitions'];

/**
 * Holds a plan against a framework. Pure; linear in the plan. Topics in the framework's order.
 * What is known of a block that has only moved since an earlier reading of the plan is taken over.
 */
export function gatherEvidence(plan: Plan, framework: Framework): EvidenceByTopic {
  const blocks = knownBlocks(plan, framework);
  const gathered = gather(plan, framework, blocks);
  const levels = gathered.map(({ pieces }) => highest(pieces));
  const touching = touchingBlocks(blocks, levels);
  const result = new Map<string, TopicEvidence>();
  for (const topic of framework.topics.values()) {
    const { pieces, misses } = gathered[topic.number]!;
    const level = levels[topic.number]!;
    result.set(topic.id, {
      id: topic.id,
      level,
      evidence: pieces,
      misses: isAtLeast(level, 'addressed') ? [] : nearMissesOf(topic, misses, touching[topic.number]!, framework),
      lift: liftOf(level),
      wanting: wantingIn(pieces, level),
    });
  }
  return result;
}

/** By block; undefined for what is never evidence. */
function knownBlocks(plan: Plan, framework: Framework): readonly (KnownBlock | undefined)[] {
  const period = periodOf(plan);
  return plan.blocks.map((block) =>
    isSilent(block) || SILENT_KINDS.includes(plan.sections[block.section]!.kind)
      ? undefined
      : knownBlock(plan, framework, block, period),
  );
}

/** Blocks with words of a topic that is not committed to, by its number; what the others want is not asked. */
function touchingBlocks(
  blocks: readonly (KnownBlock | undefined)[],
  levels: readonly Level[],
): readonly BlockReading[][] {
  const touching = levels.map((): BlockReading[] => []);
  const isWanting = levels.map((level) => !isAtLeast(level, 'addressed'));
  if (!isWanting.includes(true)) return touching;
  for (const known of blocks) {
    if (!known) continue;
    for (const topic of known.reading.topics) if (isWanting[topic]) touching[topic]!.push(known.reading);
  }
  return touching;
}

interface Gathered {
  /** In document order. */
  readonly pieces: Evidence[];
  readonly misses: NearMiss[];
}

/** By the topic's number. */
function gather(plan: Plan, framework: Framework, blocks: readonly (KnownBlock | undefined)[]): readonly Gathered[] {
  const gathered = Array.from(framework.topics, (): Gathered => ({ pieces: [], misses: [] }));
  const around = aroundSections(plan, framework, blocks);
  const words = authorsWords(plan, framework);
  for (const block of plan.blocks) {
    const known = blocks[block.id];
    const own = known ? saidBy(known, around[block.section]!) : NOTHING;
    const said = words.size === 0 ? own : answered(own, block, words, plan, framework);
    if (said === NOTHING) continue;
    for (const { topic, piece } of said.pieces) gathered[topic]!.pieces.push(piece);
    for (const { topic, miss } of said.misses) gathered[topic]!.misses.push(miss);
  }
  return gathered;
}

/** Topics that the author says are here, by the first block of the section where it is said. */
function authorsWords(plan: Plan, framework: Framework): ReadonlyMap<number, readonly string[]> {
  const words = new Map<number, string[]>();
  for (const { kind, section, names } of plan.directives) {
    const block = plan.sections[section]!.blocks[0];
    if (kind !== 'here' || block === undefined) continue;
    const topics = names.map(({ text }) => text).filter((id) => framework.topics.has(id));
    words.set(block, [...(words.get(block) ?? []), ...topics]);
  }
  return words;
}

function answered(
  said: Said,
  block: Block,
  words: ReadonlyMap<number, readonly string[]>,
  { sections }: Plan,
  framework: Framework,
): Said {
  const topics = words.get(block.id);
  if (!topics) return said;
  const { id, heading } = sections[block.section]!;
  const word: Evidence = {
    range: heading?.range ?? block.range,
    block: block.id,
    section: id,
    level: 'addressed',
    matched: [],
    pattern: 'here',
    facts: [],
  };
  return withAuthorsWord(said, word, topics, framework);
}

function highest(pieces: readonly Evidence[]): Level {
  let level: Level = 'absent';
  for (const piece of pieces) {
    if (!isAtLeast(level, piece.level)) level = piece.level;
    if (level === LEVELS[LEVELS.length - 1]) break;
  }
  return level;
}
