import type { Framework } from '../framework/compile.ts';
import { rangeIn } from '../plan/normal-text.ts';
import type { Around } from './around.ts';
import { judgeBlock } from './judge-block.ts';
import { higher, isAtLeast, supporting } from './levels.ts';
import type { BlockReading } from './read-block.ts';
import { actsBehind } from './speech.ts';
import type { Evidence, NearMiss } from './types.ts';
import { NAMING } from './weigh-match.ts';

/** What one block says. Topics by their number in the framework. */
export interface Said {
  /** The best piece of each topic; a pathway's is its own or one of its elements'. */
  readonly pieces: readonly { readonly topic: number; readonly piece: Evidence }[];
  readonly misses: readonly { readonly topic: number; readonly miss: NearMiss }[];
}

export const NOTHING: Said = { pieces: [], misses: [] };

export function saidIn(reading: BlockReading, framework: Framework, around: Around): Said {
  const { pieces, misses } = judgeBlock(reading, framework, around);
  addHeadings(pieces, reading, framework);
  if (pieces.size === 0 && misses.size === 0) return NOTHING;
  return {
    pieces: withPathways(pieces, framework),
    misses: [...misses].flatMap(([topic, list]) => list.map((miss) => ({ topic: numberOf(topic, framework), miss }))),
  };
}

/** In place, for a block that has another number now: who had it under the old one is done with it. */
export function renumber({ pieces, misses }: Said, block: number, section: number): void {
  for (const { piece } of pieces) Object.assign(piece, { block, section });
  for (const { miss } of misses) Object.assign(miss, { block });
}

/** `<!-- parkplan: talent here -->` on the block's section: the author answers back. */
export function withAuthorsWord(
  { pieces, misses }: Said,
  word: Evidence,
  topics: readonly string[],
  framework: Framework,
): Said {
  const all = new Map(pieces.map(({ topic, piece }) => [topic, piece]));
  const add = (id: string) => all.set(numberOf(id, framework), higher(all.get(numberOf(id, framework)), word));
  for (const topic of topics) {
    add(topic);
    const { pathway } = framework.topics.get(topic)!;
    if (pathway !== undefined) add(pathway);
  }
  return { pieces: [...all].map(([topic, piece]) => ({ topic, piece })), misses };
}

/** A heading with a topic's terms mentions it. */
function addHeadings(pieces: Map<string, Evidence>, reading: BlockReading, framework: Framework): void {
  const { block, section, kinds, heading, named } = reading;
  if (section.kind === 'elsewhere') return;
  for (const { topic, group, hit } of named) {
    const level = leads(topic, pieces, framework) ? runInLevel(reading, framework) : 'mentioned';
    if (isAtLeast(pieces.get(topic)?.level ?? 'absent', level)) continue;
    pieces.set(topic, {
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

/**
 * Whether a heading can make what stands behind it evidence: who does what by when is told by units and dates, not by a heading,
 * and an element's heading (品牌建设) may belong to no pathway at all.
 */
function leads(topic: string, pieces: ReadonlyMap<string, Evidence>, { topics }: Framework): boolean {
  const { patterns, pathway } = topics.get(topic)!;
  if (patterns.some(({ all }) => all.length === 0)) return false;
  if (pathway === undefined) return true;
  for (const id of pieces.keys())
    if (id !== topic && (id === pathway || topics.get(id)!.pathway === pathway)) return true;
  return false;
}

/** 强化统计督导。…: what the paragraph behind a run-in heading does, it does for the heading's topic. */
function runInLevel(reading: BlockReading, framework: Framework): 'mentioned' | 'addressed' | 'actionable' {
  const { block, heading, kinds, section } = reading;
  if (block.kind === 'heading' || NAMING.includes(section.kind) || !actsBehind(reading, heading.to, framework))
    return 'mentioned';
  return supporting(kinds).length >= 2 ? 'actionable' : 'addressed';
}

/** A pathway's evidence is its own and that of its elements. */
function withPathways(own: ReadonlyMap<string, Evidence>, framework: Framework): Said['pieces'] {
  const all = new Map(own);
  for (const { id, pathway } of framework.topics.values()) {
    const piece = pathway === undefined ? undefined : own.get(id);
    if (piece) all.set(pathway!, higher(all.get(pathway!), piece));
  }
  return [...all].map(([topic, piece]) => ({ topic: numberOf(topic, framework), piece }));
}

function numberOf(topic: string, { topics }: Framework): number {
  return topics.get(topic)!.number;
}
