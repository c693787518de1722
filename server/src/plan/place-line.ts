import { moved, type Range } from '../text.ts';
import { findDates } from './dates.ts';
import type { FactInput } from './fact-input.ts';
import { findFigures } from './figures.ts';
import { findNames } from './names.ts';
import type { ReadLine } from './read-piece.ts';
import type { Block, Cell, Figure, Plan, Section } from './types.ts';
import { findUnits } from './units.ts';

/** A line in its plan: the block that it becomes, and its facts. */
export interface PlacedLine {
  readonly block: Block;
  readonly facts: Pick<Plan, 'figures' | 'dates' | 'units' | 'names'>;
  /** Where its piece starts. */
  readonly start: number;
  /** What the facts depend on besides the line. */
  readonly section: FactInput['section'];
  /** The same object as long as nothing but place and number has changed. */
  readonly origin: object;
}

/** `before`: the same line as it was placed last, whose facts are moved where nothing but its place is different. */
export function placeLine(
  line: ReadLine,
  start: number,
  id: number,
  { id: section, kind }: Section,
  inert: Block['inert'],
  text: string,
  before: PlacedLine | undefined,
): PlacedLine {
  const isRoot = section === 0;
  if (before && before.block.inert === inert && before.section.kind === kind && before.section.isRoot === isRoot) {
    const { block } = before;
    return block.id === id && block.section === section && before.start === start
      ? before
      : movedLine(before, start, id, section);
  }
  const block = blockOf(line, start, id, section, inert);
  const titles = line.titles.map((range) => moved(range, start));
  const input: FactInput = { text, block, section: { kind, isRoot }, titles };
  const dates = findDates(input);
  const facts = { figures: findFigures(input, dates), dates, units: findUnits(input), names: findNames(input) };
  return { block, facts, start, section: input.section, origin: {} };
}

function blockOf(line: ReadLine, start: number, id: number, section: number, inert: Block['inert']): Block {
  const { kind, normal, sentences, cells, header } = line;
  return {
    id,
    kind,
    range: moved(line.range, start),
    section,
    normal: { ...normal, base: start },
    sentences,
    ...cellsAt(cells, header, start),
    ...(inert ? { inert } : {}),
  };
}

function cellsAt(cells: Block['cells'], header: Block['header'], by: number): Pick<Block, 'cells' | 'header'> {
  if (!cells) return {};
  const at = (list: readonly Cell[]) => list.map(({ text, range }) => ({ text, range: moved(range, by) }));
  const own = at(cells);
  return { cells: own, header: header === cells ? own : at(header!) };
}

function movedLine(line: PlacedLine, start: number, id: number, section: number): PlacedLine {
  const by = start - line.start;
  const { block, facts } = line;
  const move = <T extends { readonly range: Range }>(list: readonly T[]): T[] =>
    list.length === 0 ? (list as T[]) : list.map((one) => ({ ...one, range: moved(one.range, by), block: id }));
  return {
    ...line,
    start,
    block: {
      ...block,
      id,
      section,
      range: moved(block.range, by),
      normal: { value: block.normal.value, offsets: block.normal.offsets, base: start },
      ...cellsAt(block.cells, block.header, by),
    },
    facts: {
      figures: move<Figure>(facts.figures).map((one) =>
        one.ofRange && by !== 0 ? { ...one, ofRange: moved(one.ofRange, by) } : one,
      ),
      dates: move(facts.dates),
      units: move(facts.units),
      names: move(facts.names),
    },
  };
}
