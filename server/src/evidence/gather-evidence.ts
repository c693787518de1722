import type { CompiledTopic, Framework } from '../framework/compile.ts';
import { rangeIn } from '../plan/normal-text.ts';
import type { Plan, SectionKind } from '../plan/types.ts';
import { isSilent, periodOf } from './block-facts.ts';
import { type Around, judgeKnown, readKnown } from './known-blocks.ts';
import { higher, isAtLeast, liftOf, supporting, wantingIn } from './levels.ts';
import { nearMissesOf } from './near-misses.ts';
import type { BlockReading } from './read-block.ts';
import { actsBehind } from './speech.ts';
import { type TopicHeadings, topicHeadingsOf } from './topic-headings.ts';
import type { Evidence, EvidenceByTopic, Level, NearMiss, TopicEvidence } from './types.ts';
import { NAMING } from './weigh-match.ts';

/** Nothing in these is evidence of anything. */
const SILENT_KINDS: readonly SectionKind[] = ['contents', 'basis', 'references', 'definitions'];

/**
 * Holds a plan against a framework. Pure; linear in the plan. Topics in the framework's order.
 * `origins`: by block, the same object as long as the block has only moved since it was last asked for; what is known of it is taken over.
 */
export function gatherEvidence(plan: Plan, framework: Framework, origins: readonly object[] = []): EvidenceByTopic {
  const period = periodOf(plan);
  const readings = plan.blocks
    .filter((block) => !isSilent(block) && !SILENT_KINDS.includes(plan.sections[block.section]!.kind))
    .map((block) => readKnown(plan, framework, block, period, origins[block.id]));
  const headings = topicHeadingsOf(plan, readings);
  const gathered = gather(plan, framework, readings, headings, origins);
  addHeadings(gathered, headings, framework);
  addAuthorsWord(gathered, plan, framework);
  const result = new Map<string, TopicEvidence>();
  for (const topic of framework.topics.values()) {
    const evidence = evidenceFor(topic, gathered, framework);
    const level = evidence.reduce<Level>((best, one) => (isAtLeast(best, one.level) ? best : one.level), 'absent');
    const { misses, readings: touching } = gathered.get(topic.id)!;
    result.set(topic.id, {
      id: topic.id,
      level,
      evidence,
      misses: isAtLeast(level, 'addressed') ? [] : nearMissesOf(topic, misses, touching, framework),
      lift: liftOf(level),
      wanting: wantingIn(evidence, level),
    });
  }
  return result;
}

interface Gathered {
  /** The best piece of each block. */
  readonly best: Map<number, Evidence>;
  readonly misses: NearMiss[];
  /** Blocks with words of the topic. */
  readonly readings: BlockReading[];
}

function gather(
  plan: Plan,
  framework: Framework,
  readings: readonly BlockReading[],
  { under }: TopicHeadings,
  origins: readonly object[],
): Map<string, Gathered> {
  const gathered = new Map(
    [...framework.topics.keys()].map((id): [string, Gathered] => [id, { best: new Map(), misses: [], readings: [] }]),
  );
  const kinds = kindsAround(plan);
  const around = kinds.map((list, id): Around => {
    const topics = under[id]!;
    return { kinds: list, topics, key: `${id === 0} ${list} ${[...topics]}` };
  });
  for (const reading of readings) {
    const { block, section } = reading;
    for (const topic of reading.topics) gathered.get(topic)!.readings.push(reading);
    const judgements = judgeKnown(plan, framework, reading, around[section.id]!, origins[block.id]);
    for (const { topic, best, misses } of judgements) {
      const of = gathered.get(topic)!;
      if (best) of.best.set(block.id, best);
      for (const miss of misses) of.misses.push(miss);
    }
  }
  return gathered;
}

/** Kinds of each section and the sections around it; the root is around everything and tells nothing of what it holds. */
function kindsAround(plan: Plan): SectionKind[][] {
  const kinds: SectionKind[][] = [];
  for (const { id, parent, kind } of plan.sections)
    kinds[id] = parent <= 0 ? [kind] : [...new Set([kind, ...kinds[parent]!])];
  return kinds;
}

/**
 * Whether a heading can make what stands behind it evidence: who does what by when is told by units and dates, not by a heading,
 * and an element's heading (品牌建设) may belong to no pathway at all.
 */
function leads(topic: string, block: number, gathered: Map<string, Gathered>, { topics }: Framework): boolean {
  const { patterns, pathway } = topics.get(topic)!;
  if (patterns.some(({ all }) => all.length === 0)) return false;
  if (pathway === undefined) return true;
  for (const [id, { best }] of gathered)
    if (id !== topic && best.has(block) && (id === pathway || topics.get(id)!.pathway === pathway)) return true;
  return false;
}

/** 强化统计督导。…: what the paragraph behind a run-in heading does, it does for the heading's topic. */
function runInLevel(reading: BlockReading, framework: Framework): 'mentioned' | 'addressed' | 'actionable' {
  const { block, heading, kinds, section } = reading;
  if (block.kind === 'heading' || NAMING.includes(section.kind) || !actsBehind(reading, heading.to, framework))
    return 'mentioned';
  return supporting(kinds).length >= 2 ? 'actionable' : 'addressed';
}

/** A heading with a topic's terms mentions it. */
function addHeadings(gathered: Map<string, Gathered>, { headings }: TopicHeadings, framework: Framework): void {
  for (const { topic, reading, group, hit } of headings) {
    const { best } = gathered.get(topic)!;
    const { block, section, kinds, heading } = reading;
    const level = leads(topic, block.id, gathered, framework) ? runInLevel(reading, framework) : 'mentioned';
    if (section.kind === 'elsewhere' || isAtLeast(best.get(block.id)?.level ?? 'absent', level)) continue;
    best.set(block.id, {
      range: level === 'mentioned' ? rangeIn(block.normal, heading.from, heading.to) : block.range,
      block: block.id,
      section: block.section,
      level,
      matched: [{ group: framework.groupNames[group]!, range: rangeIn(block.normal, hit.from, hit.to) }],
      pattern: `${topic}#heading`,
      facts: supporting(kinds),
    });
  }
}

/** `<!-- parkplan: talent here -->` on a section: the author answers back. */
function addAuthorsWord(gathered: Map<string, Gathered>, plan: Plan, framework: Framework): void {
  for (const directive of plan.directives) {
    if (directive.kind !== 'here') continue;
    const section = plan.sections[directive.section]!;
    const block = plan.blocks[section.blocks[0] ?? -1];
    if (!block) continue;
    for (const { text } of directive.names) {
      const found = framework.topics.has(text) && gathered.get(text);
      if (!found) continue;
      const word: Evidence = {
        range: section.heading?.range ?? block.range,
        block: block.id,
        section: section.id,
        level: 'addressed',
        matched: [],
        pattern: 'here',
        facts: [],
      };
      found.best.set(block.id, higher(found.best.get(block.id), word));
    }
  }
}

/** A pathway's evidence is its own and that of its elements, the best of each block. */
function evidenceFor(topic: CompiledTopic, gathered: ReadonlyMap<string, Gathered>, framework: Framework): Evidence[] {
  const best = new Map(gathered.get(topic.id)!.best);
  if (topic.kind === 'pathway') {
    for (const { id, pathway } of framework.topics.values()) {
      if (pathway !== topic.id) continue;
      for (const [block, one] of gathered.get(id)!.best) best.set(block, higher(best.get(block), one));
    }
  }
  return [...best.values()].sort((a, b) => a.block - b.block);
}
