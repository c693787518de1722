import type { Text } from '../text.ts';
import type { Edit, Fix } from './types.ts';

/** A fix as it can be made in HTML: nothing is put into a character reference; undefined where it would take out a tag, which leaves its partner alone. */
export function keepingMarkup(fix: Fix, text: Text): Fix | undefined {
  if (fix.edits.some(({ range: { start, end } }) => TAG.test(text.slice(start, end)))) return undefined;
  return { ...fix, edits: fix.edits.map((edit) => behindReference(edit, text)) };
}

const TAG = /<\/?[a-z]/i;

/** A range that ends in a reference ends behind its first sign, where the character is said to stand. */
function behindReference({ range: { start, end }, newText }: Edit, text: Text): Edit {
  const reference = end > 0 ? REFERENCE.exec(text.slice(end - 1, end + LONGEST)) : null;
  const last = reference ? end - 1 + reference[0].length : end;
  return { range: { start: start === end ? last : start, end: last }, newText };
}

const LONGEST = 32;
const REFERENCE = /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/i;
