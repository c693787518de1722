import { placeOf } from '../cases/place.ts';
import type { Case } from '../framework/case-types.ts';
import { referenceText } from '../references/gbt7714.ts';
import type { Reference, ReferenceOptions } from '../references/types.ts';
import { type Locale, type LocalText, say } from '../text.ts';
import { word } from '../words/catalogue.ts';

/** What a hover shows of a citation, as plain lines: of a case what happened, its figures and what is disputed; of another work its reference. */
export function cardText(
  reference: Reference,
  found: Case | undefined,
  { locale, options }: { readonly locale: Locale; readonly options: ReferenceOptions },
): string {
  if (!found) return referenceText(reference, options);
  const local = (text: LocalText) => say(text, locale);
  const label = (key: 'explainDisputed' | 'explainUnverified') =>
    locale === 'en' ? ` (${word(locale, key)})` : `（${word(locale, key)}）`;
  return [
    local(found.title),
    [placeOf(found.region, locale), local(found.industry), found.period].join(' · '),
    '',
    local(found.summary),
    '',
    ...found.facts.map(
      ({ statement, status }) =>
        `· ${local(statement)}${status === 'disputed' ? label('explainDisputed') : status === 'unverified' ? label('explainUnverified') : ''}`,
    ),
    ...found.disputes.flatMap(({ statement, preferred }) =>
      preferred
        ? [`! ${local(statement)} ${word(locale, 'explainPreferred', local(preferred))}`]
        : [`! ${local(statement)}`],
    ),
  ].join('\n');
}
