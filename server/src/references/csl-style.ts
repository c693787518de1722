import type { ListedReference } from './reference-list.ts';
import type { Reference, ReferenceOptions } from './types.ts';

/**
 * A CSL style for Pandoc that sets what `pandocItems` prepares. CSL knows one language for a whole document, so that 等 and et al. cannot both be had from it;
 * and no rule of GB/T 7714 is written twice this way. Sorting, numbers, ranges of numbers and links stay citeproc's.
 */
export function cslStyle({ edition, style }: ReferenceOptions): string {
  const isNumeric = style === 'numeric';
  const [open, comma, semicolon, close] = edition === '2025' ? ['（', '，', '；', '）'] : ['(', ', ', '; ', ')'];
  const citation = isNumeric
    ? `<citation collapse="citation-number"><sort><key variable="citation-number"/></sort>
    <layout delimiter="," vertical-align="sup" prefix="[" suffix="]"><text variable="citation-number"/><text variable="locator" prefix="${comma}"/></layout></citation>`
    : `<citation et-al-min="99">
    <layout delimiter="${semicolon}" prefix="${open}" suffix="${close}"><group delimiter="${comma}"><names variable="author"><name form="short" delimiter="${comma}"/></names><date variable="issued"><date-part name="year"/></date><text variable="locator"/></group></layout></citation>`;
  const bibliography = isNumeric
    ? `<bibliography second-field-align="flush">
    <layout><text variable="citation-number" prefix="[" suffix="]"/>${ENTRY}</layout></bibliography>`
    : `<bibliography hanging-indent="true"><sort><key variable="title-short"/></sort>
    <layout>${ENTRY}</layout></bibliography>`;
  return `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="zh-CN">
  <info><title>parkplan GB/T 7714—${edition} ${style}</title><id>parkplan-gbt7714-${edition}-${style}</id><updated>2026-11-27T00:00:00+00:00</updated></info>
  <locale><terms><term name="open-quote">“</term><term name="close-quote">”</term><term name="open-inner-quote">‘</term><term name="close-inner-quote">’</term></terms></locale>
  ${citation}
  ${bibliography}
</style>
`;
}

const ENTRY =
  '<group delimiter=". " suffix="."><text variable="title"/><text variable="URL"/><text variable="note"/></group>';

/** CSL-JSON for `cslStyle`: each work with its finished reference, and with author and year as they stand in the text. */
export function pandocItems(
  listed: readonly ListedReference[],
): (Reference & { note?: string; 'title-short': string })[] {
  return listed.map(({ reference, number, parts, label }) => ({
    id: reference.id,
    type: 'webpage',
    title: parts.text,
    'title-short': String(number).padStart(5, '0'),
    author: [{ literal: label.author }],
    issued: { literal: label.year },
    ...(parts.address === undefined ? {} : { URL: parts.address }),
    ...(parts.doi === undefined ? {} : { note: parts.doi }),
  }));
}
