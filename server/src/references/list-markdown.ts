import type { ListedReference } from './reference-list.ts';
import type { ReferenceOptions } from './types.ts';

/** A list of references as Markdown, one paragraph each; what Markdown would take for its own is escaped, and addresses are links. */
export function listMarkdown(listed: readonly ListedReference[], { style }: ReferenceOptions): string {
  return listed
    .map(({ number, parts }) => {
      const lead = style === 'numeric' ? `[${number}] ` : '';
      const words = escaped(`${lead}${parts.text}`);
      const rest = [
        ...(parts.address === undefined ? [] : [`<${parts.address}>`]),
        ...(parts.doi === undefined ? [] : [escaped(parts.doi)]),
      ];
      return `${[words, ...rest].join('. ')}.\n`;
    })
    .join('\n');
}

/** Readable as it stands: stops and dashes inside a line mean nothing to Markdown. */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>|~&$@]/g, '\\$&')
    .replace(/^(?:[#+-]|\d+(?=[.)]))/, '\\$&');
}
