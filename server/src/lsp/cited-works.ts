import { caseCard } from '../cases/case-card.ts';
import { resolveKey } from '../cases/resolve-key.ts';
import type { Case } from '../framework/case-types.ts';
import type { Citation, Plan } from '../plan/types.ts';
import { referenceCard } from '../references/reference-card.ts';
import type { Reference, ReferenceOptions } from '../references/types.ts';
import type { Locale, Range } from '../text.ts';
import type { Checked } from './checker.ts';
import type { Project } from './projects.ts';

/** As references are written where nobody asks for another way. */
export const REFERENCE_OPTIONS: ReferenceOptions = { edition: '2025', style: 'numeric' };

/** What a key stands for: the project's own works come before the cases, as on the command line. */
export type CitedWork = { readonly reference: Reference } | { readonly case: Case };

export function workFor(key: string, { engine }: Project): CitedWork | undefined {
  const reference = engine.bibliography.references.get(key);
  return reference ? { reference } : resolveKey(engine.cases, key);
}

/** The citation whose key stands at an offset, the end of the key included. */
export function citationAt(offset: number, { citations }: Plan): Citation | undefined {
  return citations.find(({ keyRange }) => keyRange.start <= offset && offset <= keyRange.end);
}

/** The card of what is cited at an offset, on its key alone. */
export function workCard(
  offset: number,
  { plan, project }: Checked,
  locale: Locale,
): { readonly range: Range; readonly markdown: string } | undefined {
  const citation = citationAt(offset, plan);
  const work = citation && workFor(citation.key, project);
  if (!citation || !work) return undefined;
  const markdown = 'reference' in work ? referenceCard(work.reference, REFERENCE_OPTIONS) : caseCard(work.case, locale);
  return { range: citation.keyRange, markdown };
}

/** The id within a key: that of a case, for `case/source` too; else the whole key. */
export function idIn(key: string, { engine }: Project): string {
  return engine.bibliography.references.has(key) ? key : (resolveKey(engine.cases, key)?.case.id ?? key);
}
