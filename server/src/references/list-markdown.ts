import { escapeMarkdown } from '../cases/escape-markdown.ts';
import type { ListedReference } from './reference-list.ts';
import type { ReferenceOptions } from './types.ts';

/** A list of references as Markdown, one paragraph each; every word is escaped, and addresses are links. */
export function listMarkdown(listed: readonly ListedReference[], { style }: ReferenceOptions): string {
  return listed
    .map(({ number, parts }) => {
      const lead = style === 'numeric' ? `\\[${number}\\] ` : '';
      const rest = [
        ...(parts.address === undefined ? [] : [`<${parts.address}>`]),
        ...(parts.doi === undefined ? [] : [escapeMarkdown(parts.doi)]),
      ];
      return `${lead}${[escapeMarkdown(parts.text), ...rest].join('. ')}.\n`;
    })
    .join('\n');
}
