import { isNormal, normalise } from '../plan/normal-text.ts';

/** A string folded as the plan model folds text: widths, traditional characters, case, quotation marks. */
export const normalOf: (text: string) => string = remembered((text) => {
  if (isNormal(text)) return text;
  const at = Uint32Array.from({ length: text.length }, (_, i) => i);
  return normalise(text, at).value;
});

/** The strings of a library are asked for at every check. Forgets all when it has grown too large. */
export function remembered<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = make(text);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(text, made);
    return made;
  };
}

const MOST_KNOWN = 5000;
