import type { Text } from '../text.ts';
import { findDates } from './dates.ts';
import type { FactInput } from './fact-input.ts';
import { findFigures } from './figures.ts';
import { findNames } from './names.ts';
import type { ReadLine } from './read-piece.ts';
import type { Mutable, OfBlock } from './spliced.ts';
import type { Structure } from './structure.ts';
import type { Block, DateMention, Figure, NameMention, Plan, Section, UnitMention } from './types.ts';
import { findUnits } from './units.ts';

/** A line in its plan: the block that it becomes, and its facts. */
export interface PlacedLine {
  readonly block: Block;
  readonly facts: Pick<Plan, 'figures' | 'dates' | 'units' | 'names'>;
  /** What the facts depend on besides the line. */
  readonly section: FactInput['section'];
}

/** Lines as they were placed last; a line is the same object as long as no edit has reached its piece. */
const known = new WeakMap<ReadLine, PlacedLine>();

/** Blocks of the lines `[from, to)`, and their facts. */
export function placeLines(
  lines: readonly ReadLine[],
  from: number,
  to: number,
  structure: Structure,
  text: Text,
): { blocks: Block[] } & PlacedLine['facts'] {
  const { sections, sectionOf } = structure.tree;
  const blocks: Block[] = [];
  const figures: Figure[] = [];
  const dates: DateMention[] = [];
  const units: UnitMention[] = [];
  const names: NameMention[] = [];
  for (let i = from; i < to; i++) {
    const section = sections[sectionOf[i]!]!;
    const { block, facts } = placeLine(lines[i]!, i, section, inertIn(structure, lines[i]!, i, section), text);
    blocks.push(block);
    append(figures, facts.figures);
    append(dates, facts.dates);
    append(units, facts.units);
    append(names, facts.names);
  }
  return { blocks, figures, dates, units, names };
}

function inertIn({ inert }: Structure, line: ReadLine, i: number, { kind }: Section): Block['inert'] {
  if (kind === 'contents') return 'contents';
  const own = inert.get(i);
  if (own !== undefined) return own;
  if (line.isAttachment || line.isOfPage) return 'front';
  return line.isOnlyPlaceholder ? 'placeholder' : undefined;
}

function append<T>(all: T[], some: readonly T[]): void {
  for (let i = 0; i < some.length; i++) all.push(some[i]!);
}

/** A line that stands as it stood, wherever that is now, keeps its block and its facts. */
function placeLine(
  line: ReadLine,
  id: number,
  { id: section, kind }: Section,
  inert: Block['inert'],
  text: Text,
): PlacedLine {
  const isRoot = section === 0;
  const before = known.get(line);
  if (before && before.block.inert === inert && before.section.kind === kind && before.section.isRoot === isRoot) {
    renumber(before, id, section);
    return before;
  }
  const block = blockOf(line, id, section, inert);
  const input: FactInput = { text, block, section: { kind, isRoot }, titles: line.titles };
  const dates = findDates(input);
  const facts = { figures: findFigures(input, dates), dates, units: findUnits(input), names: findNames(input) };
  const placed: PlacedLine = { block, facts, section: input.section };
  known.set(line, placed);
  return placed;
}

function blockOf(
  { kind, range, normal, sentences, cells, header, numbering }: ReadLine,
  id: number,
  section: number,
  inert: Block['inert'],
): Block {
  return {
    id,
    kind,
    range,
    section,
    normal: { ...normal },
    sentences,
    ...(cells && header ? { cells, header } : {}),
    ...(numbering ? { numbering: numberOf(numbering) } : {}),
    ...(inert ? { inert } : {}),
  };
}

/** Lines from `from` on, of which nothing has changed but their numbers. */
export function renumberLines(lines: readonly ReadLine[], from: number): void {
  for (let i = from; i < lines.length; i++) {
    const placed = known.get(lines[i]!)!;
    renumber(placed, i, placed.block.section);
  }
}

/** In place: an edit that adds a line gives all behind it another number, and who had them under the old one is done with them. */
function renumber({ block, facts }: PlacedLine, id: number, section: number): void {
  (block as Mutable<Block>).section = section;
  if (block.id === id) return;
  (block as Mutable<Block>).id = id;
  for (const list of [facts.figures, facts.dates, facts.units, facts.names])
    for (const fact of list) (fact as Mutable<OfBlock>).block = id;
}

function numberOf({ style, value, path }: NonNullable<Block['numbering']>): NonNullable<Block['numbering']> {
  return path ? { style, value, path } : { style, value };
}
