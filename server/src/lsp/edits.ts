import type { DocumentUri, SnippetTextEdit, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Edit } from '../rules/types.ts';
import { hasSlots, snippetOf } from '../skeleton/snippet.ts';
import type { Checked } from './checker.ts';
import type { ClientView } from './client-view.ts';

/** Edits of one document as the protocol has them. Slots become tab stops where the client takes them, and stay `{{…}}` elsewhere. */
export function workspaceEdit(
  edits: readonly Edit[],
  { document }: Pick<Checked, 'document'>,
  { canSnippetEdit, canEditVersions }: ClientView,
): WorkspaceEdit {
  const { uri, version, positions } = document;
  const plain = edits.map(({ range, newText }): TextEdit => ({ range: positions.rangeOf(range), newText }));
  if (!canEditVersions) return { changes: { [uri]: plain } satisfies Record<DocumentUri, TextEdit[]> };
  const change: TextDocumentEdit = {
    textDocument: { uri, version },
    edits: plain.map((edit) =>
      canSnippetEdit && hasSlots(edit.newText)
        ? ({
            range: edit.range,
            snippet: { kind: 'snippet', value: snippetOf(edit.newText) },
          } satisfies SnippetTextEdit)
        : edit,
    ),
  };
  return { documentChanges: [change] };
}
