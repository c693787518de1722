import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import { automaticEdits } from '../rules/apply-fixes.ts';
import { suppressionEdit } from '../rules/suppression-edit.ts';
import type { Edit, Finding } from '../rules/types.ts';
import { type Range, say } from '../text.ts';
import { word } from '../words/catalogue.ts';
import type { Checked } from './checker.ts';
import { diagnosticOf, type Showing, showingFor } from './diagnostic.ts';
import { workspaceEdit } from './edits.ts';
import type { Feature } from './server-context.ts';

const FIX_ALL = `${CodeActionKind.SourceFixAll}.parkplan`;
/** Of one finding. */
const MOST = 3;
/** What is said of suppressions is not suppressed but mended. */
const NEVER_SUPPRESSED: ReadonlySet<string> = new Set(['unused-suppression', 'unknown-suppression']);

/** Quick fixes of findings, and all the automatic ones at once. */
export const codeActions: Feature = {
  capabilities: ({ canLiteralCodeActions }) =>
    canLiteralCodeActions ? { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] } } : {},
  register(server) {
    if (!server.client.canLiteralCodeActions) return;
    server.connection.onCodeAction(async ({ textDocument, range, context }: CodeActionParams) => {
      const checked = await server.checked(textDocument.uri);
      if (!checked?.result) return [];
      const showing = await showingFor(textDocument.uri, checked.project, server);
      const wanted = (kind: string) => isWanted(kind, context.only);
      const asked = checked.document.positions.offsetsOf(range);
      return [
        ...(wanted(CodeActionKind.QuickFix) ? quickFixes(checked, asked, showing) : []),
        // Only who asks for it by name gets it: it is no fix of what stands at the cursor.
        ...(context.only && wanted(FIX_ALL) ? fixAll(checked, showing) : []),
      ];
    });
  },
};

/** `only: ['source']` wants `source.fixAll.parkplan` too. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((one) => kind === one || kind.startsWith(`${one}.`));
}

function quickFixes(checked: Checked, asked: Range, showing: Showing): CodeAction[] {
  const { client, locale } = showing;
  const { document, plan, result } = checked;
  const near = result!.findings.filter(({ range }) => range.start <= asked.end && asked.start <= range.end);
  const action = (finding: Finding, title: string, edits: readonly Edit[], isPreferred: boolean): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(finding, document.uri, document.positions, showing)],
    isPreferred,
    edit: workspaceEdit(edits, checked, client),
  });
  const mending = near.flatMap((finding) =>
    finding.fixes
      .slice(0, suppressible(finding) ? MOST - 1 : MOST)
      .map(({ title, edits }, i) => action(finding, say(title, locale), edits, i === 0)),
  );
  const suppressing = near
    .filter(suppressible)
    .map((finding) =>
      action(
        finding,
        word(locale, 'suppressHere', finding.rule),
        [suppressionEdit(finding.rule, finding.range.start, plan)],
        false,
      ),
    );
  return [...mending, ...merged(suppressing)];
}

/** Many findings of one rule at one place are suppressed by one comment: told once, for all of them. */
function merged(actions: readonly CodeAction[]): CodeAction[] {
  const byEdit = new Map<string, CodeAction>();
  for (const action of actions) {
    const key = JSON.stringify([action.title, action.edit]);
    const known = byEdit.get(key);
    byEdit.set(key, known ? { ...known, diagnostics: [...known.diagnostics!, ...action.diagnostics!] } : action);
  }
  return [...byEdit.values()];
}

function suppressible({ rule }: Finding): boolean {
  return !NEVER_SUPPRESSED.has(rule);
}

function fixAll(checked: Checked, { client, locale }: Showing): CodeAction[] {
  const edits = automaticEdits(checked.document.text, checked.result!.findings);
  if (edits.length === 0) return [];
  return [{ title: word(locale, 'fixAll'), kind: FIX_ALL, edit: workspaceEdit(edits, checked, client) }];
}
