import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver';
import { inkEnd } from '../text.ts';
import type { Checked } from './checker.ts';
import type { Feature } from './server-context.ts';

/** Chapters and the front matter fold. Off where the client folds Markdown itself. */
export const foldingRanges: Feature = {
  capabilities: ({ options }) => (options.hasMarkdownSymbols ? {} : { foldingRangeProvider: true }),
  register(server) {
    if (server.client.options.hasMarkdownSymbols) return;
    server.connection.onFoldingRanges(async ({ textDocument }) => {
      const checked = await server.checked(textDocument.uri);
      return checked ? rangesOf(checked) : [];
    });
  },
};

function rangesOf({ document, plan }: Checked): FoldingRange[] {
  const lineOf = (offset: number) => document.positions.positionAt(offset).line;
  const front = plan.frontMatter && {
    startLine: lineOf(plan.frontMatter.range.start),
    endLine: lineOf(plan.frontMatter.range.end),
    kind: FoldingRangeKind.Region,
  };
  const chapters = plan.sections
    .filter(({ heading }) => heading)
    .map(({ range }) => ({ startLine: lineOf(range.start), endLine: lineOf(inkEnd(plan.text, range.end)) }));
  return [...(front ? [front] : []), ...chapters].filter(({ startLine, endLine }) => endLine > startLine);
}
