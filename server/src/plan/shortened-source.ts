import type { Nodes, RootContent } from 'mdast';

/** A source in which lines without any mark are one character, those that follow each other too: what they say is nothing to a parser of Markdown, and costs it most. */
export interface ShortenedSource {
  readonly text: string;
  /** In place: nodes of `text` as those of the source. False where a line is part of a name or an address; then nothing is to be used of them. */
  restore(nodes: readonly RootContent[]): boolean;
}

/** Stands for lines. A private character: where a source has it, nothing is shortened. */
const STAND_IN = '\uE000';
/** Marks inside a line, and what could start a block. White space at its ends is the parser's as well. */
const MARKED = /[*_`[\]<>\\~|@\0]|&#?[a-z\d]{1,32};|:\/\/|www\.|^(?:\s|[#>+=:-]|\d{1,9}[.)](?:\s|$))|\s$/i;
/** A tag that goes on in the next line, where words are attributes. */
const OPEN_TAG = /<\/?[a-z][^<>\n\r]*(?:[\n\r]|$)/i;
/** A link's title may end lines behind its words, and so may a definition's. */
const OPENS_LINK = /\][(:]/;
const CLOSES_LINK = /[()"']/;
/** The row of dashes below a table's header, in lists and quotes too, or what looks like one. */
const MAY_BE_TABLE = /(?:^|[\n\r])(?=[^\n\r]*-)(?=[^\n\r]*[|:])[ \t>|:+*.)\d-]+(?:[\n\r]|$)/;
/** A shorter one saves less than it costs. */
const SHORTEST_SOURCE = 600;

/** Undefined where there is little to gain. */
export function shortened(source: string): ShortenedSource | undefined {
  if (source.length < SHORTEST_SOURCE || source.includes(STAND_IN) || OPEN_TAG.test(source)) return undefined;
  // Each line of a table is a row.
  const mayJoin = !MAY_BE_TABLE.test(source);
  const mayClose = OPENS_LINK.test(source);
  const stretches: string[] = [];
  /** Where each stretch starts in the shortened text, and how much has been left out before. */
  const starts: number[] = [];
  const left: number[] = [];
  let text = '';
  let saved = 0;
  let last: { stretch: string; end: string } | undefined;
  const close = () => {
    if (!last) return;
    stretches.push(last.stretch);
    starts.push(text.length);
    left.push(saved);
    saved += last.stretch.length - 1;
    text += STAND_IN + last.end;
    last = undefined;
  };
  for (const [whole, line = '', end = ''] of source.matchAll(/([^\n\r]*)(\r\n|\r|\n|$)/g)) {
    const isPlain = line !== '' && !MARKED.test(line) && !(mayClose && CLOSES_LINK.test(line));
    if (!isPlain || !mayJoin) close();
    if (!isPlain) text += whole;
    else last = { stretch: last ? last.stretch + last.end + line : line, end };
  }
  close();
  if (saved * 2 < source.length) return undefined;

  const offsetOf = (offset: number): number => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    // Behind a stand-in is behind what it stands for.
    return low === 0 ? offset : offset + left[low - 1]! + stretches[low - 1]!.length - 1;
  };
  return { text, restore: (nodes) => restored(nodes, stretches, offsetOf) };
}

function restored(nodes: readonly RootContent[], stretches: readonly string[], offsetOf: (offset: number) => number) {
  const seen = new Set<object>();
  const work: Nodes[] = [...nodes].reverse();
  let next = 0;
  while (work.length > 0) {
    const node = work.pop()!;
    if ('value' in node && node.value.includes(STAND_IN))
      node.value = node.value.replaceAll(STAND_IN, () => stretches[next++] ?? STAND_IN);
    const { start, end } = node.position!;
    for (const point of [start, end]) {
      if (seen.has(point)) continue;
      seen.add(point);
      point.offset = offsetOf(point.offset!);
    }
    if ('children' in node) for (let i = node.children.length - 1; i >= 0; i--) work.push(node.children[i]!);
  }
  // What is in no value is in a title, a label or an address.
  return next === stretches.length;
}
