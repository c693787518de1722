import { authorYearLabel, type ReferenceParts, referenceParts } from './gbt7714.ts';
import { isHanReference } from './names.ts';
import type { Reference, ReferenceOptions } from './types.ts';

/** An entry of a list of references. */
export interface ListedReference {
  readonly reference: Reference;
  /** From 1, in the order of the list. */
  readonly number: number;
  readonly parts: ReferenceParts;
  /** What stands in the text in the author-year style. */
  readonly label: { readonly author: string; readonly year: string };
}

/**
 * Works in the order and with the labels of a style: numbered as they are first cited, or by language, author and year, with a, b … for works of one author and year.
 * `references`: each work once, in the order of citing.
 */
export function listReferences(references: readonly Reference[], options: ReferenceOptions): ListedReference[] {
  const suffixes = options.style === 'author-year' ? suffixesOf(references) : new Map<string, string>();
  const listed = references.map((reference) => {
    const suffix = suffixes.get(reference.id) ?? '';
    return {
      reference,
      parts: referenceParts(reference, options, suffix),
      label: authorYearLabel(reference, suffix),
    };
  });
  if (options.style === 'author-year') listed.sort(compare);
  return listed.map((one, i) => ({ ...one, number: i + 1 }));
}

function compare(a: Omit<ListedReference, 'number'>, b: Omit<ListedReference, 'number'>): number {
  const script = Number(isHanReference(b.reference)) - Number(isHanReference(a.reference));
  return script || COLLATOR.compare(a.label.author, b.label.author) || COLLATOR.compare(a.label.year, b.label.year);
}

/** Chinese names by their pinyin. */
const COLLATOR = new Intl.Collator('zh-Hans-CN-u-co-pinyin', { sensitivity: 'base' });

/** a, b … in the order of citing, where author and year are those of another work. */
function suffixesOf(references: readonly Reference[]): Map<string, string> {
  const groups = new Map<string, string[]>();
  for (const reference of references) {
    const { author, year } = authorYearLabel(reference);
    const key = `${author}\n${year}`;
    groups.set(key, [...(groups.get(key) ?? []), reference.id]);
  }
  const suffixes = new Map<string, string>();
  for (const ids of groups.values())
    if (ids.length > 1) ids.forEach((id, i) => void suffixes.set(id, i < 26 ? String.fromCharCode(97 + i) : `z${i}`));
  return suffixes;
}
