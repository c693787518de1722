import { codeActions } from './code-actions.ts';
import { completion } from './completion.ts';
import { coverage } from './coverage.ts';
import { documentDiagnostics } from './document-diagnostics.ts';
import { explain } from './explain.ts';
import { frameworks } from './frameworks.ts';
import { hover } from './hover.ts';
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
  status,
  coverage,
  explain,
  insertion,
  newPlan,
  frameworks,
];
