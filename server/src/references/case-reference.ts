import type { Case, CaseSource } from '../framework/case-types.ts';
import type { Reference } from './types.ts';

/** The work that stands for a case in a list of references: the source on which most of its facts rest, one that may be shown before one that may not. */
export function caseReference(found: Case): Reference {
  return sourceReference(found.id, mainSource(found));
}

/** One source under a key. Our own fields stay behind, and a link that must not be shown with them. */
export function sourceReference(key: string, source: CaseSource): Reference {
  const { id: _, reliability: __, showLink, note: ___, URL, ...fields } = source;
  return { ...fields, id: key, ...(showLink && URL !== undefined ? { URL } : {}) };
}

function mainSource({ sources, facts }: Case): CaseSource {
  const worth = ({ id, showLink, reliability }: CaseSource) =>
    facts.filter(({ source, status }) => source === id && status === 'asserted').length +
    (showLink ? 100 : 0) +
    (reliability === 'seed' ? -50 : 0);
  return sources.reduce((best, source) => (worth(source) > worth(best) ? source : best));
}
