import { caseMismatch } from './case-mismatch.ts';
import { caseOffPathway } from './case-off-pathway.ts';
import { conflictingFigures } from './conflicting-figures.ts';
import { disputedFact } from './disputed-fact.ts';
import { emptySection } from './empty-section.ts';
import { expiredTarget } from './expired-target.ts';
import { fileEncoding } from './file-encoding.ts';
import { headingNumbering } from './heading-numbering.ts';
import { incompleteElement } from './incomplete-element.ts';
import { invalidFrontMatter } from './invalid-front-matter.ts';
import { missingElement } from './missing-element.ts';
import { missingInPart } from './missing-in-part.ts';
import { missingPathway } from './missing-pathway.ts';
import { placeholder } from './placeholder.ts';
import { sparseElement } from './sparse-element.ts';
import type { Rule } from './types.ts';
import { unactionableElement } from './unactionable-element.ts';
import { uncitedCase } from './uncited-case.ts';
import { undatedTarget } from './undated-target.ts';
import { unknownCase } from './unknown-case.ts';
import { unknownSuppression } from './unknown-suppression.ts';
import { unledTask } from './unled-task.ts';
import { unownedTask } from './unowned-task.ts';
import { unquantifiedTarget } from './unquantified-target.ts';
import { unusedSuppression } from './unused-suppression.ts';
import { weakElement } from './weak-element.ts';

/** Every rule, in the order of its pages. */
export const rules: readonly Rule[] = [
  missingPathway,
  missingElement,
  missingInPart,
  weakElement,
  incompleteElement,
  sparseElement,
  unactionableElement,
  unquantifiedTarget,
  undatedTarget,
  expiredTarget,
  unownedTask,
  unledTask,
  conflictingFigures,
  unknownCase,
  caseMismatch,
  disputedFact,
  uncitedCase,
  caseOffPathway,
  placeholder,
  emptySection,
  headingNumbering,
  invalidFrontMatter,
  unusedSuppression,
  unknownSuppression,
];

/** Rules that hosts tell, for pages, `explain` and suppressions. */
export const hostRules: readonly Rule[] = [fileEncoding];
