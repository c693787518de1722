import { caseCard } from '../cases/case-card.ts';
import { resolveKey } from '../cases/resolve-key.ts';
import type { Citation } from '../plan/types.ts';
import type { Locale, Range } from '../text.ts';
import type { Checked } from './checker.ts';

/** The card of the case that is cited at an offset, on its key alone. */
export function caseHover(
  offset: number,
  { plan, project }: Checked,
  locale: Locale,
): { readonly range: Range; readonly markdown: string } | undefined {
  const citation = citationAt(offset, plan.citations);
  const found = citation && resolveKey(project.engine.cases, citation.key);
  return citation && found && { range: citation.keyRange, markdown: caseCard(found.case, locale) };
}

/** The citation whose key stands at an offset, the end of the key included. */
export function citationAt(offset: number, citations: readonly Citation[]): Citation | undefined {
  return citations.find(({ keyRange }) => keyRange.start <= offset && offset <= keyRange.end);
}
