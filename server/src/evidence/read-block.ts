import type { Framework } from '../framework/compile.ts';
import type { Hit } from '../framework/group-scanner.ts';
import type { Fact } from '../framework/types.ts';
import { indexIn, rangeIn } from '../plan/normal-text.ts';
import { lastSpan } from '../plan/span-at.ts';
import type { Block, NormalText, Plan, Section, Span, UnitMention } from '../plan/types.ts';
import { type Range, startingIn } from '../text.ts';
import { type FactsHere, factsIn, kindsOf, type Period } from './block-facts.ts';
import { officesIn, united } from './offices.ts';

/** A block held against the scanner: everything that patterns and speech look at. Spans index `block.normal.value`. */
export interface BlockReading {
  readonly block: Block;
  /** What of its section stays as it is wherever the block moves. */
  readonly section: Pick<Section, 'kind'>;
  readonly hits: ReadonlyMap<number, readonly Hit[]>;
  /** Words that would have counted but for a longer word around them. */
  readonly excepted: ReadonlyMap<number, readonly Hit[]>;
  /** Titles of documents: words inside are no evidence. */
  readonly titles: readonly Hit[];
  /** Responsible units, and offices that are named: 市生态环境局 says nothing of the environment. */
  readonly units: readonly Hit[];
  readonly facts: FactsHere;
  readonly kinds: ReadonlySet<Fact>;
  /** Kinds of fact in a sentence or a clause of the block. */
  kindsIn(part: Span): ReadonlySet<Fact>;
  readonly period: Period;
  /** The part of the block that is a heading; empty where there is none. */
  readonly heading: Hit;
  /** Numbers of topics that the block has words of. */
  readonly topics: readonly number[];
  /** Topics that the heading names; none in the document's own title. */
  readonly named: readonly Named[];
}

/** A heading term of a topic, and where it stands. */
export interface Named {
  readonly topic: string;
  readonly group: number;
  readonly hit: Hit;
}

export function readBlock(plan: Plan, framework: Framework, block: Block, period: Period): BlockReading {
  const { hits, excepted } = framework.scanner.scan(block.normal.value);
  const facts = factsIn(plan, block.range);
  let kindsByPart: Map<Span, ReadonlySet<Fact>> | undefined;
  const section = plan.sections[block.section]!;
  const heading = headingIn(block, section);
  const titles = startingIn(plan.titles, block.range).map(({ range }) => spanOf(block.normal, range));
  return {
    block,
    section: { kind: section.kind },
    hits,
    excepted,
    titles,
    units: unitsIn(plan, block, facts),
    facts,
    kinds: kindsOf(facts, period),
    kindsIn(part) {
      const before = kindsByPart?.get(part);
      if (before) return before;
      const kinds = kindsOf(factsIn(facts, rangeIn(block.normal, part.from, part.to)), period);
      kindsByPart ??= new Map();
      kindsByPart.set(part, kinds);
      return kinds;
    },
    period,
    heading,
    topics: topicsOf(hits, excepted, framework),
    named: section.id === 0 ? [] : namedIn(hits, heading, titles, framework),
  };
}

/** Topics with a pattern whose first words are there, if only inside other words. */
function topicsOf(hits: BlockReading['hits'], excepted: BlockReading['excepted'], { triggers }: Framework): number[] {
  const topics = new Set<number>();
  for (const group of [...hits.keys(), ...excepted.keys()])
    for (const { topic } of triggers.get(group) ?? []) topics.add(topic.number);
  return [...topics];
}

/** Topics whose heading terms stand in the heading. */
function namedIn(hits: BlockReading['hits'], heading: Hit, titles: readonly Hit[], { topics }: Framework): Named[] {
  const named: Named[] = [];
  if (heading.to === heading.from) return named;
  for (const { id, headings: group } of topics.values()) {
    if (group === undefined) continue;
    const hit = hits
      .get(group)
      ?.find((one) => one.from >= heading.from && one.to <= heading.to && !isInside(one, titles));
    if (hit) named.push({ topic: id, group, hit });
  }
  return named;
}

function unitsIn(plan: Plan, block: Block, { units }: FactsHere): readonly Hit[] {
  const labels = units.filter(isLabel).map(({ range }) => spanOf(block.normal, range));
  const offices = officesIn(plan, block).map((range) => spanOf(block.normal, range));
  return offices.length > 0 ? united([...labels, ...offices]) : labels;
}

/** "The research institute will …" names a unit and speaks of it too. */
function isLabel({ form, role }: UnitMention): boolean {
  return form !== 'english' || role !== 'responsible';
}

/** The stretch of the normalised text that came from a range of the plan. */
export function spanOf(normal: NormalText, range: Range): Hit {
  return { from: indexIn(normal, range.start), to: indexIn(normal, range.end) };
}

/** The stretch of the plan's text that a sentence, a clause or a hit covers. */
export function rangeOf({ block }: Pick<BlockReading, 'block'>, { from, to }: Hit): Range {
  return rangeIn(block.normal, from, to);
}

/** The part of a block's normalised text that is its section's heading. */
export function headingIn(block: Block, section: Section): Hit {
  if (block.kind === 'heading') return { from: 0, to: block.normal.value.length };
  const { heading } = section;
  if (!heading || heading.range.start < block.range.start || heading.range.start >= block.range.end)
    return { from: 0, to: 0 };
  return spanOf(block.normal, heading.range);
}

/** Whether a hit touches one of `spans`, which are in order and do not overlap. */
export function isInside(hit: Hit, spans: readonly Hit[]): boolean {
  if (spans.length === 0) return false;
  const before = spans[lastSpan(spans, hit.to - 1)];
  return before !== undefined && before.from < hit.to && hit.from < before.to;
}

const NONE: readonly Hit[] = [];

/** The hits of a group that start in `[from, to)`, in order; found by bisection. */
export function hitsBetween(hits: readonly Hit[] | undefined, from: number, to: number): readonly Hit[] {
  if (!hits) return NONE;
  const end = lastSpan(hits, to - 1) + 1;
  const start = lastSpan(hits, from - 1) + 1;
  return start === 0 && end === hits.length ? hits : hits.slice(start, end);
}
