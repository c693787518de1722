import type { Range } from '../text.ts';
import type { HeadingGuess } from './headings.ts';
import { levelsOf } from './levels.ts';
import type { Line } from './lines.ts';
import { rangeIn } from './normal-text.ts';
import { kindOf } from './section-kinds.ts';
import type { Heading, Section, SectionKind } from './types.ts';

export interface SectionTree {
  readonly sections: readonly Section[];
  /** Section of each line. */
  readonly sectionOf: readonly number[];
}

interface Draft {
  id: number;
  parent: number;
  kind: SectionKind;
  heading?: Heading;
  start: number;
  bodyStart: number;
  end: number;
  children: number[];
  blocks: number[];
}

/** The section tree. A line's index is its block's id. `start` is where the body of the text begins (behind front matter). */
export function sectionsOf(
  lines: readonly Line[],
  guesses: readonly (HeadingGuess | undefined)[],
  text: string,
  start: number,
  base: number,
): SectionTree {
  const indices: number[] = [];
  guesses.forEach((guess, i) => {
    if (guess) indices.push(i);
  });
  const levels = levelsOf(
    indices.map((i) => guesses[i]!),
    base,
  );
  const drafts: Draft[] = [
    { id: 0, parent: -1, kind: 'root', start: 0, bodyStart: start, end: text.length, children: [], blocks: [] },
  ];
  const sectionOf: number[] = [];
  const open: Draft[] = [drafts[0]!];
  let next = 0;
  lines.forEach((line, i) => {
    const guess = guesses[i];
    if (guess) {
      const heading = headingOf(line, guess, levels[next++]!);
      const isAnnex = ANNEX.test(heading.text) && !mostStillComes(lines, i, text);
      while (open.length > 1 && closes(open[open.length - 1]!, heading, isAnnex))
        open.pop()!.end = headingStart(line, guess);
      const parent = open[open.length - 1]!;
      const kind = ANNEX.test(heading.text) && !isAnnex ? 'tasks' : kindOf(heading.text, parent.kind);
      const draft: Draft = {
        id: drafts.length,
        parent: parent.id,
        kind,
        heading,
        start: headingStart(line, guess),
        bodyStart: heading.range.end,
        end: text.length,
        children: [],
        blocks: [],
      };
      parent.children.push(draft.id);
      drafts.push(draft);
      open.push(draft);
    }
    const section = open[open.length - 1]!;
    section.blocks.push(i);
    sectionOf.push(section.id);
  });
  const sections = drafts.map((draft): Section => {
    const first = draft.children.length > 0 ? drafts[draft.children[0]!]!.start : draft.end;
    const range: Range = { start: draft.start, end: draft.end };
    const bodyRange: Range = { start: Math.min(draft.bodyStart, first), end: first };
    return {
      id: draft.id,
      parent: draft.parent,
      kind: draft.kind,
      ...(draft.heading ? { heading: draft.heading } : {}),
      range,
      bodyRange,
      children: draft.children,
      blocks: draft.blocks,
    };
  });
  return { sections, sectionOf };
}

const ANNEX = /^(?:附件|附表|附录|附图)|^(?:annex|appendix|appendices)\b/;

/** 附件 above the plan itself, as in a notice that carries it. */
function mostStillComes(lines: readonly Line[], i: number, text: string): boolean {
  return lines[i]!.range.start < text.length * 0.4;
}

/** An annex stays open to the end: its own numbering starts again at 一. */
function closes(top: Draft, heading: Heading, isAnnex: boolean): boolean {
  if (isAnnex) return true;
  if (top.kind === 'annex' && top.heading && ANNEX.test(top.heading.text))
    return heading.form === 'markdown' && heading.level <= top.heading.level && heading.numbering === undefined;
  return top.heading !== undefined && top.heading.level >= heading.level;
}

function headingStart(line: Line, guess: HeadingGuess): number {
  return guess.numbering?.inMarker || guess.form === 'markdown'
    ? (line.leaf.marker?.start ?? line.range.start)
    : line.range.start;
}

function headingOf(line: Line, guess: HeadingGuess, level: number): Heading {
  const { normal } = line;
  const textRange = rangeIn(normal, guess.from, guess.to);
  const whole = guess.end >= normal.value.length;
  const start = headingStart(line, guess);
  const end = whole ? Math.max(line.range.end, start) : rangeIn(normal, guess.from, guess.end).end;
  const found = guess.numbering;
  const numberRange = found?.inMarker ? line.leaf.marker! : rangeIn(normal, 0, found?.length ?? 0);
  return {
    form: guess.form,
    level,
    text: normal.value.slice(guess.from, guess.to).trim(),
    range: { start, end },
    textRange,
    ...(found
      ? {
          numbering: {
            style: found.style,
            value: found.value,
            ...(found.path ? { path: found.path } : {}),
            range: numberRange,
          },
        }
      : {}),
  };
}
