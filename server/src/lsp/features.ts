import { casePages } from './case-pages.ts';
import { caseRequests } from './case-requests.ts';
import { caseSymbols } from './case-symbols.ts';
import { citationReferences } from './citation-references.ts';
import { codeActions } from './code-actions.ts';
import { codeLens } from './code-lens.ts';
import { completion } from './completion.ts';
import { coverage } from './coverage.ts';
import { definition } from './definition.ts';
import { documentDiagnostics } from './document-diagnostics.ts';
import { documentLinks } from './document-links.ts';
import { documentSymbols } from './document-symbols.ts';
import { explain } from './explain.ts';
import { foldingRanges } from './folding-ranges.ts';
import { frameworks } from './frameworks.ts';
import { hover } from './hover.ts';
import { inlayHints } from './inlay-hints.ts';
import { insertion } from './insertion.ts';
import { newPlan } from './new-plan.ts';
import { projectDiagnostics } from './project-diagnostics.ts';
import type { Feature } from './server-context.ts';
import { status } from './status.ts';
import { workspaceDiagnostics } from './workspace-diagnostics.ts';

/** Everything that the server can do. */
export const FEATURES: readonly Feature[] = [
  documentDiagnostics,
  workspaceDiagnostics,
  projectDiagnostics,
  codeActions,
  hover,
  completion,
  codeLens,
  inlayHints,
  documentSymbols,
  foldingRanges,
  documentLinks,
  definition,
  citationReferences,
  caseSymbols,
  casePages,
  caseRequests,
  status,
  coverage,
  explain,
  insertion,
  newPlan,
  frameworks,
];
