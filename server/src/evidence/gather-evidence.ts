import type { Framework } from '../framework/compile.ts';
import type { Block, Plan, SectionKind } from '../plan/types.ts';
import { aroundSections } from './around.ts';
import { isSilent, periodOf } from './block-facts.ts';
import { readKnown, saidByKnown } from './known-blocks.ts';
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
  const readings = readingsOf(plan, framework);
  const gathered = gather(plan, framework, readings);
  const result = new Map<string, TopicEvidence>();
  for (const topic of framework.topics.values()) {
    const { pieces, misses } = gathered.get(topic.id)!;
    const level = highest(pieces);
    result.set(topic.id, {
      id: topic.id,
      level,
      evidence: pieces,
      misses: isAtLeast(level, 'addressed') ? [] : nearMissesOf(topic, misses, touching(topic.id, readings), framework),
      lift: liftOf(level),
      wanting: wantingIn(pieces, level),
    });
  }
  return result;
}

/** By block; undefined for what is never evidence. */
function readingsOf(plan: Plan, framework: Framework): readonly (BlockReading | undefined)[] {
  const period = periodOf(plan);
  return plan.blocks.map((block) =>
    isSilent(block) || SILENT_KINDS.includes(plan.sections[block.section]!.kind)
      ? undefined
      : readKnown(plan, framework, block, period),
  );
}

interface Gathered {
  /** In document order. */
  readonly pieces: Evidence[];
  readonly misses: NearMiss[];
}

function gather(
  plan: Plan,
  framework: Framework,
  readings: readonly (BlockReading | undefined)[],
): ReadonlyMap<string, Gathered> {
  const gathered = new Map(
    [...framework.topics.keys()].map((id): [string, Gathered] => [id, { pieces: [], misses: [] }]),
  );
  const around = aroundSections(plan, framework, readings);
  const words = authorsWords(plan, framework);
  for (const block of plan.blocks) {
    const reading = readings[block.id];
    const own = reading ? saidByKnown(reading, framework, around[block.section]!) : NOTHING;
    const said = words.size === 0 ? own : answered(own, block, words, plan, framework);
    for (const [topic, piece] of said.pieces) gathered.get(topic)!.pieces.push(piece);
    for (const [topic, misses] of said.misses) gathered.get(topic)!.misses.push(...misses);
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

/** Blocks with words of a topic. */
function touching(topic: string, readings: readonly (BlockReading | undefined)[]): BlockReading[] {
  const found: BlockReading[] = [];
  for (const reading of readings) if (reading?.topics.includes(topic)) found.push(reading);
  return found;
}
