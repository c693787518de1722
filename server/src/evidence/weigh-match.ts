import type { Framework } from '../framework/compile.ts';
import { rangeIn } from '../plan/normal-text.ts';
import type { SectionKind } from '../plan/types.ts';
import { levelOfMeasure, supporting } from './levels.ts';
import type { PatternMatch } from './match-pattern.ts';
import type { BlockReading } from './read-block.ts';
import { actsBehind, speechOf } from './speech.ts';
import type { Evidence, MissReason, NearMiss } from './types.ts';

/** In these sections a measure is at most named: a wish, a principle, a description. */
export const NAMING: readonly SectionKind[] = ['root', 'principles', 'baseline', 'targets'];

/** What a match is worth where it stands, or why it does not count. */
export function weigh(match: PatternMatch, reading: BlockReading, framework: Framework): Evidence | NearMiss {
  const { pattern } = match;
  const { block, section, heading, kinds } = reading;
  if (section.kind === 'elsewhere') return missOf(match, reading, 'elsewhere');
  const speech = speechOf(match, reading, framework);
  if (speech === 'negate') return missOf(match, reading, 'negated');
  if (speech === 'defer') return missOf(match, reading, 'deferred');
  const inHeading =
    match.words.length > 0 && match.words.every(({ hit }) => hit.to <= heading.to && hit.from >= heading.from);
  // 1.建设节水型企业。对首次获评的给予奖励: a run-in heading that does something, and the words behind it go on.
  const isSaidBehind =
    inHeading && block.kind !== 'heading' && speech === 'commit' && actsBehind(reading, heading.to, framework);
  if ((inHeading && !isSaidBehind) || isLabel(block.normal.value) || pattern.worth === 'mention')
    return evidenceOf(match, reading, framework, 'mentioned');
  if (pattern.worth === 'measure' && (speech !== 'commit' || NAMING.includes(section.kind)))
    return evidenceOf(match, reading, framework, 'mentioned');
  return evidenceOf(match, reading, framework, levelOfMeasure(pattern, kinds));
}

/** 2030 targets: a line that only says what the next ones are. */
function isLabel(value: string): boolean {
  return value.length <= LONGEST_LABEL && value.endsWith(':');
}

const LONGEST_LABEL = 24;

function evidenceOf(
  { pattern, words, window }: PatternMatch,
  { block, kinds }: BlockReading,
  framework: Framework,
  level: Evidence['level'],
): Evidence {
  const { normal } = block;
  return {
    range: rangeIn(normal, window.from, window.to),
    block: block.id,
    section: block.section,
    level,
    matched: [...words]
      .sort((a, b) => a.hit.from - b.hit.from)
      .map(({ group, hit }) => ({ group: framework.groupNames[group]!, range: rangeIn(normal, hit.from, hit.to) })),
    pattern: pattern.id,
    facts: supporting(kinds),
  };
}

function missOf({ pattern, window }: PatternMatch, { block }: BlockReading, reason: MissReason): NearMiss {
  return {
    range: rangeIn(block.normal, window.from, window.to),
    block: block.id,
    reason,
    pattern: pattern.id,
    wanting: [],
  };
}
