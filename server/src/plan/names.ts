import { copied, type Range, stretchOf, type Text } from '../text.ts';
import type { FactInput } from './fact-input.ts';
import { nameSpans } from './name-spans.ts';
import { rangeIn } from './normal-text.ts';
import type { Block, NameMention } from './types.ts';

type Kind = NameMention['kind'];

const PROGRAMME = /[“"「]([^”"」“\n]{2,12})[”"」](?:引才|人才|培育|行动|专项|系列|重大)?(计划|工程|行动|专项|政策)/g;
const ENGLISH =
  /\b((?:[A-Z][A-Za-z&’'-]{1,30} ){1,5}(?:University|Institute|College|Laborator(?:y|ies)|Centre|Center|Park|Campus|Ltd|Inc|plc|Group|Fund|Programme|Program|Partnership|Agency|Council|Consortium))\b|\b(University of [A-Z][a-z]+)/g;

/** Proper names in a block as far as a pattern can tell, in order. Linear in its text. */
export function findNames({ block, text }: FactInput): NameMention[] {
  if (block.inert !== undefined || block.kind === 'heading') return [];
  const found = [...namesIn(block), ...programmes(block, text), ...english(block, text)].sort(
    (a, b) => a.range.start - b.range.start || b.range.end - a.range.end,
  );
  let end = 0;
  return found.filter(({ range }) => {
    if (range.start < end) return false;
    end = range.end;
    return true;
  });
}

function namesIn(block: Block): NameMention[] {
  return nameSpans(block.normal.value).map(({ kind, from, to }) => ({
    range: rangeIn(block.normal, from, to),
    block: block.id,
    kind,
    text: block.normal.value.slice(from, to),
  }));
}

function programmes(block: Block, text: Text): NameMention[] {
  return [...text.slice(block.range.start, block.range.end).matchAll(PROGRAMME)].map((match) => {
    return { range: rangeOf(match, block), block: block.id, kind: 'programme', text: copied(match[0]) };
  });
}

function english(block: Block, text: Text): NameMention[] {
  return [...text.slice(block.range.start, block.range.end).matchAll(ENGLISH)].map((match) => {
    const kind: Kind = /University|College/.test(match[0])
      ? 'university'
      : /Institute|Laborator/.test(match[0])
        ? 'institute'
        : /Fund/.test(match[0])
          ? 'fund'
          : /Ltd|Inc|plc|Group/.test(match[0])
            ? 'firm'
            : /Park|Campus/.test(match[0])
              ? 'place'
              : /Programme|Program/.test(match[0])
                ? 'programme'
                : 'platform';
    return { range: rangeOf(match, block), block: block.id, kind, text: copied(match[0]) };
  });
}

/** Of a match in the source of a block. */
function rangeOf({ 0: words, index }: RegExpExecArray, { range }: Block): Range {
  return stretchOf(range, index, index + words.length);
}
