import type { CompiledPattern } from '../framework/compile.ts';
import type { Hit } from '../framework/group-scanner.ts';
import type { Fact } from '../framework/types.ts';
import { spanAt } from '../plan/span-at.ts';
import type { SectionKind } from '../plan/types.ts';
import { sortShort } from '../sort-short.ts';
import { type BlockReading, hitsBetween, isInside } from './read-block.ts';

/** One occurrence of a pattern. Spans index the block's normalised text. */
export interface PatternMatch {
  readonly pattern: CompiledPattern;
  /** One hit for each entry of `all`, with the group that it belongs to. */
  readonly words: readonly { readonly group: number; readonly hit: Hit }[];
  /** The window in which they stand together. */
  readonly window: Hit;
}

/** Hits of the first entry that are tried in one window; bounds the work in a clause of a million characters. */
const MOST_TRIES = 4;

/** Whether a pattern may match in a block at all, apart from its words. `kinds`: of the section and those around it. */
export function applies(
  pattern: CompiledPattern,
  reading: BlockReading,
  kinds: readonly SectionKind[],
  underTopic: boolean,
): boolean {
  if (pattern.under && !underTopic) return false;
  if (pattern.in && !pattern.in.some((kind) => kinds.includes(kind))) return false;
  if (pattern.notIn.some((kind) => kinds.includes(kind))) return false;
  return pattern.has.every((fact) => reading.kinds.has(fact));
}

/** All occurrences, of one window no more than the first few. Words in titles do not count, nor words inside a responsible unit unless the pattern asks for one. */
export function matchesOf(pattern: CompiledPattern, reading: BlockReading): PatternMatch[] {
  const [first, ...others] = pattern.all;
  if (!first) {
    const window = { from: 0, to: reading.block.normal.value.length };
    return excluded(pattern, reading, window) ? [] : [{ pattern, words: [], window }];
  }
  const matches: PatternMatch[] = [];
  // Two patterns of three have nothing of a further entry in the block: nothing is made for these.
  if (!others.every((entry) => entry.some((group) => reading.hits.has(group)))) return matches;
  let at = -1;
  let tries = 0;
  for (const word of hitsOf(first, pattern, reading)) {
    const { hit } = word;
    const window = windowOf(pattern, reading, hit);
    tries = window.from === at ? tries + 1 : 0;
    at = window.from;
    if (tries > MOST_TRIES) continue;
    const words = complete(others, pattern, reading, window, [word]);
    if (!words || excluded(pattern, reading, window) || !hasFacts(pattern, reading, hit)) continue;
    matches.push({ pattern, words, window });
  }
  return matches;
}

/** What is placed somewhere is placed by the clause that names the places or the area. */
const CLOSE: readonly Fact[] = ['places', 'area'];

/** A pattern within a clause or sentence wants its facts in that sentence; any other has been asked by `applies`. */
function hasFacts({ has, within }: CompiledPattern, reading: BlockReading, hit: Hit): boolean {
  if (has.length === 0 || within === 'block') return true;
  const sentence = spanAt(reading.block.sentences, hit.from);
  const kinds = reading.kindsIn(sentence);
  const near = () => reading.kindsIn(spanAt(sentence.clauses, hit.from));
  return has.every((fact) => (CLOSE.includes(fact) ? near() : kinds).has(fact));
}

/** Entries that the window of a pattern's first entry lacks: why a pattern nearly matched. The first entry is the one that tells what it is about. */
export function partial(pattern: CompiledPattern, reading: BlockReading): { hit: Hit; wanting: number[] } | undefined {
  const [first, ...others] = pattern.all;
  const found = first && others.length > 0 ? hitsOf(first, pattern, reading)[0] : undefined;
  if (!found) return undefined;
  const window = windowOf(pattern, reading, found.hit);
  const wanting = others
    .filter((entry) => !entry.some((group) => counting(group, pattern, reading, window).length > 0))
    .flatMap((entry) => entry.slice(0, 1));
  return wanting.length > 0 ? { hit: found.hit, wanting } : undefined;
}

function hitsOf(groups: readonly number[], pattern: CompiledPattern, reading: BlockReading) {
  const whole = { from: 0, to: reading.block.normal.value.length };
  const ofGroup = (group: number) => counting(group, pattern, reading, whole).map((hit) => ({ group, hit }));
  if (groups.length === 1) return ofGroup(groups[0]!);
  return sortShort(groups.flatMap(ofGroup), (a, b) => a.hit.from - b.hit.from);
}

function counting(group: number, pattern: CompiledPattern, reading: BlockReading, window: Hit): readonly Hit[] {
  const hits = hitsBetween(reading.hits.get(group), window.from, window.to);
  if (hits.length === 0 || (reading.titles.length === 0 && reading.units.length === 0)) return hits;
  const seesUnits = pattern.has.some((fact) => fact.endsWith('unit'));
  return hits.filter((hit) => !isInside(hit, reading.titles) && (seesUnits || !isInside(hit, reading.units)));
}

function windowOf({ within }: CompiledPattern, { block }: BlockReading, hit: Hit): Hit {
  if (within === 'block') return { from: 0, to: block.normal.value.length };
  const sentence = spanAt(block.sentences, hit.from);
  return within === 'sentence' ? sentence : spanAt(sentence.clauses, hit.from);
}

/** Finds a hit for each further entry that overlaps none taken before. */
function complete(
  others: CompiledPattern['all'],
  pattern: CompiledPattern,
  reading: BlockReading,
  window: Hit,
  words: { group: number; hit: Hit }[],
): PatternMatch['words'] | undefined {
  for (const entry of others) {
    let taken: { group: number; hit: Hit } | undefined;
    for (const group of entry) {
      const hit = counting(group, pattern, reading, window).find(
        (one) => !words.some((word) => word.hit.from < one.to && one.from < word.hit.to),
      );
      if (!hit) continue;
      taken = { group, hit };
      break;
    }
    if (!taken) return undefined;
    words.push(taken);
  }
  return words;
}

function excluded(pattern: CompiledPattern, reading: BlockReading, window: Hit): boolean {
  return pattern.none.some((group) => hitsBetween(reading.hits.get(group), window.from, window.to).length > 0);
}
