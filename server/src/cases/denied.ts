import type { Span } from '../plan/types.ts';

/** What is denied stands behind it: 并不是1990年, 不能说…, 而非2016年, was not born; 不仅 and not only deny nothing. */
const DENIES =
  /不是|不能(?:算|说|认为|视为|看作)|不[可应宜](?:说|写|算|认为|视为)|不属于|[并绝决而]非|并[不未](?!仅|但)|并没有|没有|从未|未曾|未能|\bnot\b(?! only| just| merely)|\b(?:never|cannot|neither|rather than|instead of)\b|\b(?:did|was|were|is|do|does|ca|could|has|had)n['’]?t\b/g;
/** … up to where it is told how things are instead. */
const INSTEAD = /而是|而在|[,。;:]|\bbut\b/g;
/** The sentence is on what others say, or says that it is wrong: …的说法不可信. */
const DOUBTS =
  /说法|误[传写记]|有误|不实|失实|存疑|争议|不可信|待考|\b(?:disputed|contradicts?|mistaken(?:ly)?|wrong(?:ly)?|myth|sources (?:differ|disagree))\b/;

/** Stretches of a normalised text that it denies, in order, not overlapping. */
export function deniedIn(text: string): Span[] {
  const found: Span[] = [];
  for (const { index, 0: word } of text.matchAll(DENIES)) {
    if (index < (found.at(-1)?.to ?? 0)) continue;
    INSTEAD.lastIndex = index + word.length;
    found.push({ from: index, to: INSTEAD.exec(text)?.index ?? text.length });
  }
  return found;
}

/** A normalised text without what it denies. */
export function withoutDenied(text: string): string {
  return deniedIn(text).reduceRight((rest, { from, to }) => rest.slice(0, from) + rest.slice(to), text);
}

/** Whether a text doubts what it tells. */
export function isDoubted(text: string): boolean {
  return DOUBTS.test(text);
}
