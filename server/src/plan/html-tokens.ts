import { Tokenizer } from 'htmlparser2';
import type { Range } from '../text.ts';

export interface OpenTag {
  /** In small letters, as closing tags have it too. */
  readonly name: string;
  readonly range: Range;
  /** Those of `ATTRIBUTES`. */
  readonly attributes: ReadonlyMap<string, string>;
  /** `<svg/>`: only what is not of HTML itself ends so. */
  readonly isEmpty: boolean;
}

/** Who is told what a stretch of HTML is made of, in order. Comments, declarations and tags that nothing ends are left out. */
export interface HtmlListener {
  opened(tag: OpenTag): void;
  closed(name: string, range: Range): void;
  /** Of a character reference, `range` is the reference, for all of its units. */
  text(value: string, range: Range, isReference: boolean): void;
}

/**
 * Reads HTML; offsets count from `from` on. Any string; takes time in proportion to it.
 * The tokenizer alone: the parser above it keeps the open tags in an array that grows at its start, which is quadratic in their depth.
 */
export function readTokens(source: string, from: number, listener: HtmlListener): void {
  const range = (start: number, end: number): Range => ({ start: from + start, end: from + end });
  let tag = { name: '', start: 0, attributes: NONE };
  let attribute = '';
  let value = '';
  /** Where the last token ends: a reference starts there, and some stand for two characters. */
  let last = 0;
  let reference = range(0, 0);
  const opened = (end: number, isEmpty = false) => {
    last = end + 1;
    const { name, start, attributes } = tag;
    listener.opened({ name, range: range(start, last), attributes, isEmpty });
  };
  const skipped = (_: number, end: number) => {
    last = end + 1;
  };
  const tokenizer = new Tokenizer(
    {},
    {
      onopentagname(start, end) {
        tag = { name: source.slice(start, end).toLowerCase(), start: start - 1, attributes: NONE };
      },
      onattribname(start, end) {
        attribute = source.slice(start, end).toLowerCase();
        value = '';
      },
      onattribdata(start, end) {
        if (ATTRIBUTES.has(attribute)) value += source.slice(start, end);
      },
      onattribentity(code) {
        if (ATTRIBUTES.has(attribute)) value += String.fromCodePoint(code);
      },
      onattribend() {
        if (ATTRIBUTES.has(attribute) && !tag.attributes.has(attribute))
          tag.attributes = new Map([...tag.attributes, [attribute, value]]);
      },
      onopentagend: (end) => opened(end),
      onselfclosingtag: (end) => opened(end, tag.name === 'svg'),
      onclosetag(start, end) {
        const close = source.indexOf('>', end);
        last = close < 0 ? source.length : close + 1;
        listener.closed(source.slice(start, end).toLowerCase(), range(start - 2, last));
      },
      ontext(start, end) {
        last = end;
        listener.text(source.slice(start, end), range(start, end), false);
      },
      ontextentity(code, end) {
        if (reference.end !== from + end) reference = range(last, end);
        last = end;
        listener.text(String.fromCodePoint(code), reference, true);
      },
      oncomment: skipped,
      oncdata: skipped,
      ondeclaration: skipped,
      onprocessinginstruction: skipped,
      onend() {},
    },
  );
  tokenizer.write(source);
  tokenizer.end();
}

const ATTRIBUTES: ReadonlySet<string> = new Set(['colspan', 'href', 'rowspan', 'start', 'value']);
const NONE: ReadonlyMap<string, string> = new Map();
