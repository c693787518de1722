import type { Case, CaseFact, CaseSource } from '../framework/case-types.ts';
import { type Locale, type LocalText, say } from '../text.ts';
import { type WordKey, word } from '../words/catalogue.ts';
import { escapeMarkdown, linkTo } from './escape-markdown.ts';
import { placeOf } from './place.ts';

/**
 * What a hover shows of a case, as Markdown in one language: what happened, why it worked, the facts with their sources, what is disputed, caveats.
 * Every string is escaped; links lead to the web only, and only to sources whose link may be shown.
 */
export function caseCard(found: Case, locale: Locale): string {
  const local = (text: LocalText) => escapeMarkdown(say(text, locale));
  const sources = new Map(found.sources.map((source, i) => [source.id, { source, number: i + 1 }]));
  const cite = (id: string) => {
    const number = sources.get(id)?.number;
    return number === undefined ? '' : `〔${number}〕`;
  };
  const parts = [
    `**${local(found.title)}** \`${found.id}\``,
    [placeOf(found.region, locale), say(found.industry, locale), found.period].map(escapeMarkdown).join(' · '),
    local(found.summary),
    titled(locale, 'explainMechanism', local(found.mechanism)),
    listed(
      locale,
      'explainFacts',
      found.facts.map((fact) => local(fact.statement) + cite(fact.source) + mark(fact, locale)),
    ),
    listed(
      locale,
      'explainDisputes',
      found.disputes.map(({ statement, claims, preferred, note }) =>
        [
          `${local(statement)} ${claims.map(({ value, source }) => local(value) + cite(source)).join(locale === 'en' ? '; ' : '；')}`,
          ...(preferred ? [`**${escapeMarkdown(word(locale, 'explainPreferred', say(preferred, locale)))}**`] : []),
          local(note),
        ].join('  \n  '),
      ),
    ),
    listed(locale, 'explainCaveats', found.caveats.map(local)),
    listed(
      locale,
      'explainSource',
      found.sources.map((source) => `${cite(source.id)}${sourceLine(source)}`),
    ),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function titled(locale: Locale, key: WordKey, text: string): string {
  return `**${word(locale, key)}** ${text}`;
}

function listed(locale: Locale, key: WordKey, items: readonly string[]): string {
  if (items.length === 0) return '';
  return `**${word(locale, key)}**\n\n${items.map((item) => `- ${item}`).join('\n')}`;
}

function mark(fact: CaseFact, locale: Locale): string {
  if (fact.status === 'asserted') return '';
  return ` **${word(locale, fact.status === 'disputed' ? 'explainDisputed' : 'explainUnverified')}**`;
}

/** Who, title, where, when; linked where the link may be shown. */
function sourceLine({ title, author, issued, showLink, URL, ...source }: CaseSource): string {
  const names = (author ?? []).map((one) => ('literal' in one ? one.literal : `${one.given} ${one.family}`));
  const year = issued?.['date-parts'][0]?.[0];
  const behind = [source['container-title'] ?? source.publisher, year === undefined ? undefined : String(year)];
  return [
    ...(names.length > 0 ? [escapeMarkdown(names.join(', '))] : []),
    linkTo(title, showLink ? URL : undefined),
    ...behind.flatMap((one) => (one === undefined ? [] : [escapeMarkdown(one)])),
  ].join(' · ');
}
