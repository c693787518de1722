import type { CompiledTopic, Framework } from '../framework/compile.ts';
import { type Changed, kept } from '../plan/lineage.ts';
import { type OfBlock, replaced, splicedOwn, stretchIn } from '../plan/spliced.ts';
import type { Block, Directive, Plan, SectionKind, Span } from '../plan/types.ts';
import { type Around, aroundSections } from './around.ts';
import { isSilent, type Period, periodOf } from './block-facts.ts';
import { type KnownBlock, knownBlock, saidBy, samePeriod } from './known-blocks.ts';
import { isAtLeast, liftOf, wantingIn } from './levels.ts';
import { nearMissesOf } from './near-misses.ts';
import type { BlockReading, Named } from './read-block.ts';
import { NOTHING, type Said, withAuthorsWord } from './said.ts';
import { type Evidence, type EvidenceByTopic, LEVELS, type Level, type NearMiss, type TopicEvidence } from './types.ts';

/** Nothing in these is evidence of anything. */
const SILENT_KINDS: readonly SectionKind[] = ['contents', 'basis', 'references', 'definitions'];

/**
 * Holds a plan against a framework. Pure; linear in the plan. Topics in the framework's order.
 * Of a later state of a plan only the blocks are asked that an edit has changed.
 */
export function gatherEvidence(plan: Plan, framework: Framework): EvidenceByTopic {
  return gathered(plan, framework).byTopic;
}

const gathered = kept<Framework, Gathered>(gather, gatherAgain);

/** What all blocks say, and what the next state of the plan needs of it. */
interface Gathered {
  readonly period: Period;
  /** The author's word on some topics is among what the blocks say. */
  readonly isAnswered: boolean;
  /** By block; undefined for what is never evidence. */
  readonly blocks: readonly (KnownBlock | undefined)[];
  /** By section. */
  readonly around: readonly Around[];
  /** By the topic's number. */
  readonly topics: readonly OfTopic[];
  readonly byTopic: EvidenceByTopic;
}

/** What blocks say of a topic, each list in document order. */
interface OfTopic {
  readonly pieces: readonly Evidence[];
  readonly misses: readonly NearMiss[];
  readonly level: Level;
  /** Blocks with words of it, where it is not committed to; what the others want is not asked. */
  readonly touching: readonly Touching[] | undefined;
}

interface Touching extends OfBlock {
  readonly reading: BlockReading;
}

function gather(plan: Plan, framework: Framework): Gathered {
  const period = periodOf(plan);
  const blocks = plan.blocks.map((block) => knownIn(plan, framework, block, period));
  const around = aroundSections(plan, framework, blocks);
  const said = saidBetween(plan, framework, blocks, around, 0, blocks.length);
  const topics = said.map(({ pieces, misses }, topic) =>
    ofTopic(pieces, misses, () => touchingIn(blocks, topic, 0, blocks.length)),
  );
  const isAnswered = plan.directives.some(isAuthorsWord);
  return { period, isAnswered, blocks, around, topics, byTopic: evidenceByTopic(topics, framework, undefined) };
}

/** Undefined where more than the changed blocks hangs on them. */
function gatherAgain(before: Gathered, changed: Changed, plan: Plan, framework: Framework): Gathered | undefined {
  const { period } = before;
  const isAnswered = plan.directives.some(isAuthorsWord);
  if (isAnswered || before.isAnswered || !samePeriod(periodOf(plan), period)) return undefined;
  const { from, to, by } = changed;
  const gone = before.blocks.slice(from, to - by);
  const come = plan.blocks.slice(from, to).map((block) => knownIn(plan, framework, block, period));
  const blocks = replaced(before.blocks, { from, to: to - by }, come);
  const namesOthers = !sameTopics(namedIn(gone), namedIn(come));
  // Below another heading blocks may say something else: all of them are among the changed ones.
  if (namesOthers && !changed.hasNewHeadings) return undefined;
  // A section may be of another kind by its new heading.
  const around = changed.hasNewHeadings ? aroundSections(plan, framework, blocks) : before.around;
  // Of most edits only a few topics are in what has changed; the lists of the others need not be looked into.
  const isLocal = by === 0 && !changed.hasNewHeadings;
  const concerned = isLocal ? topicsIn([...gone, ...come]) : undefined;
  // Asked before blocks below a new heading say again what they said, under their new numbers.
  const stretches = before.topics.map((topic, number) =>
    !concerned || concerned.has(number) ? stretchesOf(topic, changed) : undefined,
  );
  const said = saidBetween(plan, framework, blocks, around, from, to);
  const topics = said.map(({ pieces, misses }, topic): OfTopic => {
    const last = before.topics[topic]!;
    const isSilent = pieces.length + misses.length === 0;
    const stretch = stretches[topic] ?? (isSilent ? undefined : stretchesOf(last, changed));
    if (!stretch) return last;
    const nowPieces = replaced(last.pieces, stretch.pieces, pieces);
    const nowMisses = replaced(last.misses, stretch.misses, misses);
    const saysSame = nowPieces === last.pieces && nowMisses === last.misses;
    if (saysSame && !last.touching) return last;
    const now = ofTopic(nowPieces, nowMisses, () =>
      last.touching
        ? splicedOwn(last.touching, changed, touchingIn(blocks, topic, from, to))
        : touchingIn(blocks, topic, 0, blocks.length),
    );
    return saysSame && now.touching === last.touching ? last : now;
  });
  // What is told of a topic has the numbers of its blocks.
  if (by !== 0)
    for (let i = to; i < blocks.length; i++) if (blocks[i]) saidBy(blocks[i]!, around[plan.blocks[i]!.section]!);
  const byTopic = evidenceByTopic(topics, framework, by === 0 ? before : undefined);
  return { period, isAnswered, blocks, around, topics, byTopic };
}

/** Topics, by number, that blocks said something of or have words of. */
function topicsIn(blocks: Gathered['blocks']): ReadonlySet<number> {
  const topics = new Set<number>();
  for (const block of blocks) {
    for (const { topic } of block?.said?.said.pieces ?? []) topics.add(topic);
    for (const { topic } of block?.said?.said.misses ?? []) topics.add(topic);
    for (const topic of block?.reading.topics ?? []) topics.add(topic);
  }
  return topics;
}

/** Where in a topic's lists stands what the changed blocks said. */
function stretchesOf({ pieces, misses }: OfTopic, changed: Changed): { readonly pieces: Span; readonly misses: Span } {
  return { pieces: stretchIn(pieces, changed), misses: stretchIn(misses, changed) };
}

function knownIn(plan: Plan, framework: Framework, block: Block, period: Period): KnownBlock | undefined {
  return isSilent(block) || SILENT_KINDS.includes(plan.sections[block.section]!.kind)
    ? undefined
    : knownBlock(plan, framework, block, period);
}

/** What headings among the blocks name, each by itself. */
function namedIn(blocks: Gathered['blocks']): readonly (readonly Named[])[] {
  return blocks.flatMap((block) => (block && block.reading.named.length > 0 ? [block.reading.named] : []));
}

/** Whether headings name the same topics: what stands around the blocks below them is the same then. */
function sameTopics(a: ReturnType<typeof namedIn>, b: ReturnType<typeof namedIn>): boolean {
  return (
    a.length === b.length &&
    a.every((names, n) => names.length === b[n]!.length && names.every(({ topic }, i) => topic === b[n]![i]!.topic))
  );
}

function ofTopic(
  pieces: readonly Evidence[],
  misses: readonly NearMiss[],
  touching: () => readonly Touching[],
): OfTopic {
  const level = highest(pieces);
  return { pieces, misses, level, touching: isAtLeast(level, 'addressed') ? undefined : touching() };
}

function touchingIn(blocks: Gathered['blocks'], topic: number, from: number, to: number): Touching[] {
  const touching: Touching[] = [];
  for (let block = from; block < to; block++) {
    const reading = blocks[block]?.reading;
    if (reading?.topics.includes(topic)) touching.push({ block, reading });
  }
  return touching;
}

/** What the blocks `[from, to)` say, by the topic's number. */
function saidBetween(
  plan: Plan,
  framework: Framework,
  blocks: Gathered['blocks'],
  around: Gathered['around'],
  from: number,
  to: number,
): readonly { readonly pieces: readonly Evidence[]; readonly misses: readonly NearMiss[] }[] {
  const all = Array.from(framework.topics, () => ({ pieces: [] as Evidence[], misses: [] as NearMiss[] }));
  const words = authorsWords(plan, framework);
  for (let i = from; i < to; i++) {
    const block = plan.blocks[i]!;
    const known = blocks[i];
    const own = known ? saidBy(known, around[block.section]!) : NOTHING;
    const said = words.size === 0 ? own : answered(own, block, words, plan, framework);
    if (said === NOTHING) continue;
    for (const { topic, piece } of said.pieces) all[topic]!.pieces.push(piece);
    for (const { topic, miss } of said.misses) all[topic]!.misses.push(miss);
  }
  return all;
}

/** What is known of a topic is told again where it is the same as before. */
function evidenceByTopic(
  topics: readonly OfTopic[],
  framework: Framework,
  before: Gathered | undefined,
): EvidenceByTopic {
  const result = new Map<string, TopicEvidence>();
  for (const topic of framework.topics.values()) {
    const { number, id } = topic;
    const now = topics[number]!;
    const isSame = before?.topics[number] === now;
    result.set(id, isSame ? before.byTopic.get(id)! : evidenceOf(topic, now, framework));
  }
  return result;
}

function evidenceOf(
  topic: CompiledTopic,
  { pieces, misses, level, touching }: OfTopic,
  framework: Framework,
): TopicEvidence {
  let near: readonly NearMiss[] | undefined;
  return {
    id: topic.id,
    level,
    evidence: pieces,
    // All blocks with words of the topic are looked into, and most edits leave no finding that tells of it.
    get misses() {
      near ??= touching ? nearMissesOf(topic, misses, touching, framework) : [];
      return near;
    },
    lift: liftOf(level),
    wanting: wantingIn(pieces, level),
  };
}

function isAuthorsWord({ kind }: Directive): boolean {
  return kind === 'here';
}

/** Topics that the author says are here, by the first block of the section where it is said. */
function authorsWords(plan: Plan, framework: Framework): ReadonlyMap<number, readonly string[]> {
  const words = new Map<number, string[]>();
  for (const { section, names } of plan.directives.filter(isAuthorsWord)) {
    const block = plan.sections[section]!.blocks[0];
    if (block === undefined) continue;
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
