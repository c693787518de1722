import type { Framework } from '../framework/compile.ts';
import type { Fact } from '../framework/types.ts';
import { rangeIn } from '../plan/normal-text.ts';
import type { SectionKind, Span } from '../plan/types.ts';
import { sortShort } from '../sort-short.ts';
import { labelsAnswer } from './answer-column.ts';
import { levelOfMeasure, supporting } from './levels.ts';
import type { PatternMatch } from './match-pattern.ts';
import type { BlockReading } from './read-block.ts';
import { actsBehind, commits, denialOf } from './speech.ts';
import type { Evidence, MissReason, NearMiss } from './types.ts';

/** In these sections a measure is at most named: a wish, a principle, a description. */
export const NAMING: readonly SectionKind[] = ['root', 'principles', 'baseline', 'targets'];

/** What a match is worth where it stands, or why it does not count. */
export function weigh(
  match: PatternMatch,
  reading: BlockReading,
  framework: Framework,
): Evidence['level'] | MissReason {
  const { pattern } = match;
  const { block, section, heading, kinds } = reading;
  if (section.kind === 'elsewhere') return 'elsewhere';
  const denial = denialOf(match, reading, framework);
  if (denial) return denial;
  if (pattern.worth === 'mention' || isLabel(reading)) return 'mentioned';
  const inHeading =
    match.words.length > 0 && match.words.every(({ hit }) => hit.to <= heading.to && hit.from >= heading.from);
  if (inHeading && block.kind === 'heading') return 'mentioned';
  if (pattern.worth === 'measure' && NAMING.includes(section.kind)) return 'mentioned';
  if (inHeading && pattern.under && labelsAnswer(block.normal, heading)) return levelOfMeasure(pattern, kinds);
  if ((inHeading || pattern.worth === 'measure') && !commits(match, reading, framework)) return 'mentioned';
  // 1.建设节水型企业。对首次获评的给予奖励: a run-in heading that does something, and the words behind it go on.
  if (inHeading && !actsBehind(reading, heading.to, framework)) return 'mentioned';
  return levelOfMeasure(pattern, kinds);
}

/** 2030 targets: a line that only says what the next ones are. */
function isLabel({ block, kinds }: BlockReading): boolean {
  const { value } = block.normal;
  return value.length <= LONGEST_LABEL && value.endsWith(':') && !kinds.has('figure') && !kinds.has('money');
}

/** Characters. */
const LONGEST_LABEL = 24;

/** A match that counts, as what its block says of a topic. */
export function evidenceOf(
  { pattern, words, window }: PatternMatch,
  reading: BlockReading,
  framework: Framework,
  level: Evidence['level'],
): Evidence {
  const { block, kinds } = reading;
  const { normal } = block;
  const shown = words.length === 0 ? (sentenceWith(pattern.has, reading) ?? window) : window;
  return {
    range: rangeIn(normal, shown.from, shown.to),
    block: block.id,
    section: block.section,
    level,
    matched: inOrder(words).map(({ group, hit }) => ({
      group: framework.groupNames[group]!,
      range: rangeIn(normal, hit.from, hit.to),
    })),
    pattern: pattern.id,
    facts: supporting(kinds),
  };
}

/** Where facts alone are what counts, the first sentence that has them says more than its paragraph. */
function sentenceWith(has: readonly Fact[], reading: BlockReading): Span | undefined {
  const { sentences } = reading.block;
  if (sentences.length < 2) return undefined;
  return sentences.find((sentence) => {
    const kinds = reading.kindsIn(sentence);
    return has.every((fact) => kinds.has(fact));
  });
}

function inOrder(words: PatternMatch['words']): PatternMatch['words'] {
  return words.length > 1 ? sortShort([...words], (a, b) => a.hit.from - b.hit.from) : words;
}

/** A match that does not count, and why. */
export function missOf({ pattern, window }: PatternMatch, { block }: BlockReading, reason: MissReason): NearMiss {
  return {
    range: rangeIn(block.normal, window.from, window.to),
    block: block.id,
    reason,
    pattern: pattern.id,
    wanting: [],
  };
}
