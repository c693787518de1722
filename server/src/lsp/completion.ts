import { type CompletionItem, type CompletionParams, InsertTextFormat, MarkupKind } from 'vscode-languageserver';
import type { Locale, Range } from '../text.ts';
import { caseCompletions } from './case-completion.ts';
import type { Checked } from './checker.ts';
import { directiveCompletions } from './directive-completion.ts';
import { elementCompletions } from './element-completion.ts';
import { frontMatterCompletions } from './front-matter-completion.ts';
import { lineBefore } from './line-at.ts';
import type { Feature, ServerContext } from './server-context.ts';

/** One thing to complete with, before the protocol. */
export interface Proposal {
  readonly label: string;
  /** Beside the label. */
  readonly detail?: string;
  /** Markdown, escaped. */
  readonly documentation?: string;
  readonly kind: CompletionItem['kind'];
  /** What it replaces. */
  readonly range: Range;
  /** May hold `{{slot}}`s; `snippet` is the same for who takes tab stops. */
  readonly text: string;
  readonly snippet?: string;
  /** What is typed to find it; the label when left out. */
  readonly filter?: string;
}

/** Where somebody asks. */
export interface Asked {
  readonly checked: Checked;
  readonly offset: number;
  /** The line up to the cursor. */
  readonly before: string;
  readonly locale: Locale;
}

/** `@` begins a citation, the last `-` of `<!--` a directive. */
const TRIGGERS = ['@', '-'];

/** Citations, keys and values of the front matter, directives, and the elements that a plan still lacks. */
export const completion: Feature = {
  capabilities: () => ({ completionProvider: { triggerCharacters: TRIGGERS } }),
  register(server) {
    server.connection.onCompletion(async ({ textDocument, position, context }: CompletionParams) => {
      const document = server.documents.get(textDocument.uri);
      if (
        !document ||
        isStray(context?.triggerCharacter, lineBefore(document.text, document.positions.offsetAt(position)))
      )
        return [];
      const checked = await server.checked(textDocument.uri);
      if (!checked) return [];
      const offset = checked.document.positions.offsetAt(position);
      const before = lineBefore(checked.document.text, offset);
      const locale = await server.localeOf(textDocument.uri);
      const { proposals, isIncomplete } = proposalsAt({ checked, offset, before, locale });
      return { isIncomplete, items: proposals.map((one, i) => itemOf(one, i, checked, server)) };
    });
  },
};

/** A dash that begins no comment asks for nothing; neither does an `@` within a word, as in an address. */
function isStray(trigger: string | undefined, before: string): boolean {
  return (trigger === '-' && !before.endsWith('<!--')) || (trigger === '@' && /[\w.+-]@$/.test(before));
}

/** `isIncomplete`: more typing asks again, since the server finds what an editor's own filter would not. */
export function proposalsAt(asked: Asked): { readonly proposals: Proposal[]; readonly isIncomplete: boolean } {
  const { frontMatter } = asked.checked.plan;
  if (frontMatter && asked.offset > frontMatter.range.start && asked.offset <= frontMatter.contentRange.end)
    return { proposals: frontMatterCompletions(asked), isIncomplete: false };
  // The rest is of use in plans only.
  if (!asked.checked.result) return { proposals: [], isIncomplete: false };
  const directives = directiveCompletions(asked);
  if (directives) return { proposals: directives, isIncomplete: false };
  const cases = caseCompletions(asked);
  return { proposals: cases ?? elementCompletions(asked), isIncomplete: cases !== undefined };
}

function itemOf(proposal: Proposal, rank: number, { document }: Checked, { client }: ServerContext): CompletionItem {
  const { label, detail, documentation, kind, range, text, snippet, filter } = proposal;
  const isSnippet = snippet !== undefined && client.canSnippetComplete;
  return {
    label,
    ...(kind === undefined ? {} : { kind }),
    ...(detail === undefined ? {} : { detail }),
    ...(documentation === undefined ? {} : { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
    // The order is the server's: clients sort by text.
    sortText: String(rank).padStart(5, '0'),
    ...(filter === undefined ? {} : { filterText: filter }),
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: document.positions.rangeOf(range), newText: isSnippet ? snippet : text },
  };
}
