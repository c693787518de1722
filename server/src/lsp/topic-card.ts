import { firstSentence } from '../cases/citation-text.ts';
import { escapeMarkdown } from '../cases/escape-markdown.ts';
import { LEVELS, type Level } from '../evidence/types.ts';
import type { Case } from '../framework/case-types.ts';
import type { CompiledTopic } from '../framework/compile.ts';
import type { ElementSource, PathwaySource } from '../framework/types.ts';
import { LEVEL_WORDS } from '../report/topic-words.ts';
import { type Locale, say } from '../text.ts';
import { type WordKey, word } from '../words/catalogue.ts';
import type { Checked } from './checker.ts';
import { liftText } from './explain.ts';
import { bullets } from './markdown.ts';

const MOST_CASES = 2;

/** An element or essential: its question, its level, what would lift it, a case or two. `sections`: where the reader is, for the level there. */
export function topicCard(
  topic: CompiledTopic,
  checked: Checked,
  locale: Locale,
  sections?: ReadonlySet<number>,
): string {
  const found = checked.result!.evidence.get(topic.id)!;
  const here = sections && levelIn(found.evidence.filter(({ section }) => sections.has(section)));
  const levels = [
    ...(here === undefined ? [] : [`${word(locale, 'levelHere')} ${word(locale, LEVEL_WORDS[here])}`]),
    `${word(locale, here === undefined ? 'explainLevel' : 'levelInPlan')} ${word(locale, LEVEL_WORDS[found.level])}`,
  ];
  const parts = [
    `**${escapeMarkdown(say(topic.title, locale))}** \`${topic.id}\``,
    levels.join(' · '),
    ...('question' in topic.source
      ? [line('explainQuestion', say((topic.source as ElementSource).question, locale), locale)]
      : []),
    line('explainLift', liftText(found, locale), locale),
    casesText(casesFor(topic, checked), locale),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** A pathway: what it is, how it works, whom it fits, its elements with their levels. */
export function pathwayCard(topic: CompiledTopic, checked: Checked, locale: Locale): string {
  const source = topic.source as PathwaySource;
  const { evidence } = checked.result!;
  const levelOf = (id: string) => word(locale, LEVEL_WORDS[evidence.get(id)?.level ?? 'absent']);
  return [
    `**${escapeMarkdown(say(topic.title, locale))}** \`${topic.id}\` · ${levelOf(topic.id)}`,
    escapeMarkdown(say(source.summary, locale)),
    line('explainMechanism', say(source.mechanism, locale), locale),
    line('explainFits', say(source.fits, locale), locale),
    bullets(source.elements.map(({ id, title }) => `${escapeMarkdown(say(title, locale))} — ${levelOf(id)}`)),
    casesText(casesFor(topic, checked), locale),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function line(key: WordKey, text: string, locale: Locale): string {
  return `*${word(locale, key)}* ${escapeMarkdown(text)}`;
}

function levelIn(evidence: readonly { readonly level: Level }[]): Level {
  return evidence.reduce<Level>(
    (best, { level }) => (LEVELS.indexOf(level) > LEVELS.indexOf(best) ? level : best),
    'absent',
  );
}

/** Those that the framework names for the topic, else those of its pathway. */
function casesFor(topic: CompiledTopic, { project }: Checked): Case[] {
  const { cases } = project.engine.cases;
  const named = ((topic.source as ElementSource).cases ?? []).flatMap((id) => cases.get(id) ?? []);
  if (named.length > 0) return named.slice(0, MOST_CASES);
  const pathway = topic.kind === 'pathway' ? topic.id : topic.pathway;
  return [...cases.values()].filter(({ pathways }) => pathways[0] === pathway).slice(0, MOST_CASES);
}

function casesText(cases: readonly Case[], locale: Locale): string {
  if (cases.length === 0) return '';
  const told = cases.map(
    ({ id, title, mechanism }) =>
      `**${escapeMarkdown(say(title, locale))}** \`@${id}\` — ${escapeMarkdown(firstSentence(say(mechanism, locale)))}`,
  );
  return `*${word(locale, 'explainCases')}*\n\n${bullets(told)}`;
}
