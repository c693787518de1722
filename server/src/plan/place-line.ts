import { findDates } from './dates.ts';
import type { FactInput } from './fact-input.ts';
import { findFigures } from './figures.ts';
import { findNames } from './names.ts';
import type { ReadLine } from './read-piece.ts';
import type { Block, Plan, Section } from './types.ts';
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

/** A line that stands as it stood, wherever that is now, keeps its block and its facts. */
export function placeLine(
  line: ReadLine,
  id: number,
  { id: section, kind }: Section,
  inert: Block['inert'],
  text: string,
): PlacedLine {
  const isRoot = section === 0;
  const before = known.get(line);
  if (before && before.block.inert === inert && before.section.kind === kind && before.section.isRoot === isRoot) {
    const { block } = before;
    if (block.id === id && block.section === section) return before;
    const renumbered = renumberedLine(before, id, section);
    known.set(line, renumbered);
    return renumbered;
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
  { kind, range, normal, sentences, cells, header }: ReadLine,
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
    ...(inert ? { inert } : {}),
  };
}

function renumberedLine({ block, facts, section: around }: PlacedLine, id: number, section: number): PlacedLine {
  const renumber = <T>(list: readonly T[]): readonly T[] =>
    list.length === 0 || block.id === id ? list : list.map((one) => ({ ...one, block: id }));
  const { figures, dates, units, names } = facts;
  return {
    block: { ...block, id, section },
    facts: { figures: renumber(figures), dates: renumber(dates), units: renumber(units), names: renumber(names) },
    section: around,
  };
}
