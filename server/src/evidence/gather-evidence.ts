import { type CompiledPattern, type CompiledTopic, FACTS_ONLY, type Framework } from '../framework/compile.ts';
import { rangeIn } from '../plan/normal-text.ts';
import type { Plan, SectionKind } from '../plan/types.ts';
import { isSilent, periodOf } from './block-facts.ts';
import { higher, isAtLeast, liftOf, supporting, wantingIn } from './levels.ts';
import { applies, matchesOf } from './match-pattern.ts';
import { nearMissesOf } from './near-misses.ts';
import { type BlockReading, readBlock } from './read-block.ts';
import { type TopicHeadings, topicHeadingsOf } from './topic-headings.ts';
import type { Evidence, EvidenceByTopic, Level, NearMiss, TopicEvidence } from './types.ts';
import { weigh } from './weigh-match.ts';

/** Nothing in these is evidence of anything. */
const SILENT_KINDS: readonly SectionKind[] = ['contents', 'basis', 'references', 'definitions'];

/** Holds a plan against a framework. Pure; linear in the plan. Topics in the framework's order. */
export function gatherEvidence(plan: Plan, framework: Framework): EvidenceByTopic {
  const period = periodOf(plan);
  const readings = plan.blocks
    .filter((block) => !isSilent(block) && !SILENT_KINDS.includes(plan.sections[block.section]!.kind))
    .map((block) => readBlock(plan, framework, block, period));
  const headings = topicHeadingsOf(plan, framework, readings);
  const gathered = gather(plan, framework, readings, headings);
  addHeadings(gathered, headings, framework);
  addAuthorsWord(gathered, plan, framework);
  const result = new Map<string, TopicEvidence>();
  for (const topic of framework.topics.values()) {
    const evidence = evidenceFor(topic, gathered, framework);
    const level = evidence.reduce<Level>((best, one) => (isAtLeast(best, one.level) ? best : one.level), 'absent');
    result.set(topic.id, {
      id: topic.id,
      level,
      evidence,
      misses: isAtLeast(level, 'addressed')
        ? []
        : nearMissesOf(topic, gathered.get(topic.id)?.misses ?? [], readings, framework),
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
}

function gather(
  plan: Plan,
  framework: Framework,
  readings: readonly BlockReading[],
  headings: TopicHeadings,
): Map<string, Gathered> {
  const gathered = new Map(
    [...framework.topics.keys()].map((id): [string, Gathered] => [id, { best: new Map(), misses: [] }]),
  );
  const kinds = kindsAround(plan);
  for (const reading of readings) {
    const tried = new Set<CompiledPattern>();
    for (const group of [FACTS_ONLY, ...reading.hits.keys()]) {
      for (const { topic, pattern } of framework.triggers.get(group) ?? []) {
        if (tried.has(pattern)) continue;
        tried.add(pattern);
        if (pattern.all.length > 0 && isTitle(reading)) continue;
        const under = headings.under.get(topic.id)?.has(reading.section.id) ?? false;
        if (!applies(pattern, reading, kinds[reading.section.id]!, under)) continue;
        const { best, misses } = gathered.get(topic.id)!;
        for (const match of matchesOf(pattern, reading)) {
          const found = weigh(match, reading, framework);
          if ('reason' in found) misses.push(found);
          else best.set(found.block, higher(best.get(found.block), found));
        }
      }
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

/** The document's own title names what it is about; it is no evidence of it. */
function isTitle({ block, section }: BlockReading): boolean {
  return section.id === 0 && block.kind === 'heading';
}

/** A heading with a topic's terms mentions it. */
function addHeadings(gathered: Map<string, Gathered>, { headings }: TopicHeadings, framework: Framework): void {
  for (const [id, list] of headings) {
    const { best } = gathered.get(id)!;
    for (const { reading, group, hit } of list) {
      const { block, section, kinds, heading } = reading;
      if (section.kind === 'elsewhere' || best.has(block.id)) continue;
      best.set(block.id, {
        range: rangeIn(block.normal, heading.from, heading.to),
        block: block.id,
        section: block.section,
        level: 'mentioned',
        matched: [{ group: framework.groupNames[group]!, range: rangeIn(block.normal, hit.from, hit.to) }],
        pattern: `${id}#heading`,
        facts: supporting(kinds),
      });
    }
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
