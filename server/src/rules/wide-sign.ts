import { fromBlocks } from '../plan/from-parts.ts';
import { rangeIn } from '../plan/normal-text.ts';
import type { Range } from '../text.ts';

/** A key in brackets behind a full-width sign: [＠liushi-low-voltage], which Pandoc takes for text. */
export interface WideSign {
  readonly key: string;
  /** Of the sign and the key. */
  readonly range: Range;
}

/** What is read as a citation is no longer in the text of its block; there a sign in brackets is a wide one or an escaped one. */
export const wideSignsIn = fromBlocks(({ normal, inert }, { text }): readonly WideSign[] | undefined => {
  if (inert !== undefined || !normal.value.includes('[@')) return undefined;
  const found = [...normal.value.matchAll(KEY)].flatMap(({ index, 1: key }) => {
    const range = rangeIn(normal, index + 1, index + 2 + key!.length);
    return text.slice(range.start, range.start + 1) === '＠' ? [{ key: key!, range }] : [];
  });
  return found.length > 0 ? found : undefined;
});

const KEY = /\[@([a-z0-9][a-z0-9_/-]{1,60})(?=[\];,])/g;
