import type { Findable } from '../cases/find-cases.ts';
import { fullName } from './names.ts';
import type { Reference } from './types.ts';

/** A work as something to look for: by key, title and authors. */
export function findableReference(reference: Reference): Findable & { readonly reference: Reference } {
  const { id, title, author = [] } = reference;
  return {
    key: id,
    names: [...(title === undefined ? [] : [title]), ...author.map(fullName)],
    places: [],
    industry: '',
    pathways: [],
    reference,
  };
}
