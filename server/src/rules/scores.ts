import { type EvidenceByTopic, LEVELS } from '../evidence/types.ts';
import type { CompiledTopic, Framework } from '../framework/compile.ts';
import type { Fact } from '../framework/types.ts';
import type { Demand } from './types.ts';

/** Never one number alone: printed together, with the framework's version and hash. After plan-quality research (design §4). */
export interface Scores {
  /** Share of the elements and essentials that apply which are at least mentioned: 0 to 1. */
  readonly breadth: number;
  /** Mean level of those that apply, over 3: 0 to 1. */
  readonly depth: number;
  /** Share of the committed topics whose thread is whole: a measure with a target or date, and an owner or money. Undefined where nothing is committed to. */
  readonly consistency: number | undefined;
  /** Id of the pathway with the lowest mean level among those that the plan takes, else among all that apply. */
  readonly weakest: string | undefined;
}

export function scoresOf(framework: Framework, evidence: EvidenceByTopic, demand: Demand): Scores {
  const levels = [...framework.topics.values()]
    .filter((topic) => topic.kind !== 'pathway' && appliesTo(topic, evidence, demand))
    .map(({ id }) => levelOf(evidence, id));
  return {
    breadth: share(levels, (level) => level >= 1),
    depth: levels.length === 0 ? 0 : levels.reduce((sum, level) => sum + level, 0) / levels.length / 3,
    consistency: consistencyOf(framework, evidence),
    weakest: weakestOf(framework, evidence, demand),
  };
}

/** Elements of a pathway that nobody asked for and that the plan never touches are no gap of it. */
function appliesTo({ id, kind, pathway }: CompiledTopic, evidence: EvidenceByTopic, demand: Demand): boolean {
  if (demand.excused.has(id)) return false;
  if (kind === 'essential' || demand.required.has(id)) return true;
  const role = demand.roles.get(pathway ?? '')?.role;
  if (role === 'not-applicable') return false;
  return role === 'primary' || role === 'supporting' || evidence.get(pathway ?? '')?.level !== 'absent';
}

function consistencyOf(framework: Framework, evidence: EvidenceByTopic): number | undefined {
  const committed = framework.pathways.flatMap(({ id }) => {
    const found = evidence.get(id);
    return found && LEVELS.indexOf(found.level) >= 2 ? [found] : [];
  });
  if (committed.length === 0) return undefined;
  const whole = committed.filter(({ evidence: pieces }) => {
    const has = (...facts: readonly Fact[]) =>
      pieces.some((piece) => LEVELS.indexOf(piece.level) >= 2 && facts.some((fact) => piece.facts.includes(fact)));
    return has('figure', 'date') && has('unit', 'money');
  });
  return whole.length / committed.length;
}

function weakestOf(framework: Framework, evidence: EvidenceByTopic, demand: Demand): string | undefined {
  const applying = framework.pathways.filter(({ id }) => demand.roles.get(id)?.role !== 'not-applicable');
  const taken = applying.filter(({ id }) => ['primary', 'supporting'].includes(demand.roles.get(id)?.role ?? ''));
  // Where the front matter names none, one that the plan never touches may not be its pathway at all.
  const touched = applying.filter(({ id }) => levelOf(evidence, id) > 0);
  let weakest: string | undefined;
  let lowest = Number.POSITIVE_INFINITY;
  for (const { id, elements } of taken.length > 0 ? taken : touched) {
    const mean =
      levelOf(evidence, id) +
      elements.reduce((sum, one) => sum + levelOf(evidence, one.id), 0) / Math.max(1, elements.length);
    if (mean >= lowest) continue;
    lowest = mean;
    weakest = id;
  }
  return weakest;
}

function levelOf(evidence: EvidenceByTopic, id: string): number {
  return LEVELS.indexOf(evidence.get(id)?.level ?? 'absent');
}

function share(levels: readonly number[], counts: (level: number) => boolean): number {
  return levels.length === 0 ? 0 : levels.filter(counts).length / levels.length;
}
