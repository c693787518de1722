import { escapeMarkdown, linkTo } from '../cases/escape-markdown.ts';
import { referenceParts } from './gbt7714.ts';
import type { Reference, ReferenceOptions } from './types.ts';

/** What a hover shows of a work that is no case, as Markdown: the reference, its address a link. Every string is escaped. */
export function referenceCard(reference: Reference, options: ReferenceOptions): string {
  const { text, address, doi } = referenceParts(reference, options);
  const rest = [
    ...(address === undefined ? [] : [linkTo(address, address)]),
    ...(doi === undefined ? [] : [escapeMarkdown(doi)]),
  ];
  return `${[escapeMarkdown(text), ...rest].join('. ')}. \`${reference.id.replaceAll('`', '')}\``;
}
