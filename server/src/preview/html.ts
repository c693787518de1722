import type { ListedReference } from '../references/reference-list.ts';
import type { ReferenceOptions } from '../references/types.ts';
import type { Locale } from '../text.ts';
import { word } from '../words/catalogue.ts';

export interface Marks extends ReferenceOptions {
  readonly locale: Locale;
}

/** One key of a citation; `listed` and `card` are missing where nothing stands for it. */
export interface CitedKey {
  readonly key: string;
  readonly locator: string | undefined;
  readonly suppressAuthor: boolean;
  readonly listed: ListedReference | undefined;
  readonly card: string | undefined;
}

/** A citation as HTML: `[1,2]` raised, or （王翀，2023）, each part a link to the list with the card as its title. */
export function citationHtml(cited: readonly CitedKey[], isBracketed: boolean, marks: Marks): string {
  const { style, edition } = marks;
  const parts = cited.map((one) => partHtml(one, isBracketed, marks));
  if (style === 'numeric') {
    const numbers = `[${parts.join(',')}]`;
    return isBracketed
      ? `<sup class="parkplan-citation">${numbers}</sup>`
      : `<span class="parkplan-citation">${numbers}</span>`;
  }
  const [open, semicolon, close] = edition === '2025' ? ['（', '；', '）'] : ['(', '; ', ')'];
  const text = parts.join(semicolon);
  return `<span class="parkplan-citation">${isBracketed ? `${open}${text}${close}` : text}</span>`;
}

function partHtml(
  { key, locator, suppressAuthor, listed, card }: CitedKey,
  isBracketed: boolean,
  { style, edition, locale }: Marks,
): string {
  if (!listed)
    return `<span class="parkplan-unknown" title="${escapeHtml(word(locale, 'caseUnknown', key))}">${escapeHtml(`${key}?`)}</span>`;
  const comma = edition === '2025' ? '，' : ', ';
  const place = locator === undefined ? '' : comma + locator;
  const { author, year } = listed.label;
  const [open, close] = edition === '2025' ? ['（', '）'] : [' (', ')'];
  const words =
    style === 'numeric'
      ? `${listed.number}${place}`
      : isBracketed
        ? `${suppressAuthor ? '' : author + comma}${year}${place}`
        : `${suppressAuthor ? '' : author}${open}${year}${place}${close}`;
  return `<a href="#parkplan-reference-${listed.number}" title="${escapeHtml(card ?? '')}">${escapeHtml(words)}</a>`;
}

/** The list of references as HTML. */
export function referencesHtml(listed: readonly ListedReference[], { style, locale }: Marks): string {
  const items = listed.map(({ number, parts }) => {
    const link =
      parts.address === undefined ? [] : [`<a href="${escapeHtml(parts.address)}">${escapeHtml(parts.address)}</a>`];
    const words = [escapeHtml(parts.text), ...link, ...(parts.doi === undefined ? [] : [escapeHtml(parts.doi)])].join(
      '. ',
    );
    return `<p id="parkplan-reference-${number}">${style === 'numeric' ? `[${number}] ` : ''}${words}.</p>`;
  });
  return `<section class="parkplan-references">\n<h2>${escapeHtml(word(locale, 'previewReferences'))}</h2>\n${items.join('\n')}\n</section>\n`;
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
