import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import type { Section } from '../plan/types.ts';
import { headingRange } from '../rules/place.ts';
import { lineOf } from '../text.ts';
import type { Checked } from './checker.ts';
import type { Feature } from './server-context.ts';

/** Chapters however they are written: Markdown headings, numbered paragraphs, bold lines, run-in headings. Off where the client has symbols of its own. */
export const documentSymbols: Feature = {
  capabilities: ({ options }) => (options.hasMarkdownSymbols ? {} : { documentSymbolProvider: true }),
  register(server) {
    const { client, connection } = server;
    if (client.options.hasMarkdownSymbols) return;
    connection.onDocumentSymbol(async ({ textDocument }) => {
      const checked = await server.checked(textDocument.uri);
      if (!checked) return [];
      const symbols = childrenOf(0, checked);
      return client.canNestSymbols ? symbols : symbols.flatMap((symbol) => flat(symbol, textDocument.uri, ''));
    });
  },
};

function childrenOf(id: number, checked: Checked): DocumentSymbol[] {
  return checked.plan.sections[id]!.children.flatMap((child) => symbolOf(checked.plan.sections[child]!, checked));
}

function symbolOf(section: Section, checked: Checked): DocumentSymbol[] {
  const { document, plan } = checked;
  const { start, end } = headingRange(section, plan);
  const name = lineOf(plan.text, { start, end });
  // A symbol without a name is refused by clients.
  if (name === '') return childrenOf(section.id, checked);
  return [
    {
      name,
      kind: SymbolKind.String,
      range: document.positions.rangeOf({
        start: Math.min(section.range.start, start),
        end: Math.max(section.range.end, end),
      }),
      selectionRange: document.positions.rangeOf({ start, end }),
      children: childrenOf(section.id, checked),
    },
  ];
}

function flat(
  { name, kind, range, children }: DocumentSymbol,
  uri: string,
  containerName: string,
): SymbolInformation[] {
  return [
    { name, kind, location: { uri, range }, containerName },
    ...(children ?? []).flatMap((child) => flat(child, uri, name)),
  ];
}
