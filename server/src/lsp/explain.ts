import { escapeMarkdown } from '../cases/escape-markdown.ts';
import type { CheckResult } from '../check.ts';
import type { TopicEvidence } from '../evidence/types.ts';
import type { CompiledPattern, CompiledTopic, Framework } from '../framework/compile.ts';
import { type ElementSource, type Fact, type PathwaySource, SHOWN_WORDS } from '../framework/types.ts';
import { rangeIn } from '../plan/normal-text.ts';
import type { Block } from '../plan/types.ts';
import { LEVEL_WORDS } from '../report/topic-words.ts';
import { FACT_WORDS } from '../rules/fact-words.ts';
import { MISS_REASONS } from '../rules/shortfall.ts';
import { type Locale, type Range, say } from '../text.ts';
import { type WordKey, word } from '../words/catalogue.ts';
import type { Checked } from './checker.ts';
import { bullets } from './markdown.ts';
import type { Explanation, TopicParams } from './protocol.ts';
import type { Feature } from './server-context.ts';

/** `parkplan/explain`: why a topic has its level. */
export const explain: Feature = {
  capabilities: () => ({}),
  register(server) {
    server.connection.onRequest(
      'parkplan/explain',
      async ({ textDocument, topic }: TopicParams): Promise<Explanation | null> => {
        const checked = await server.checked(textDocument.uri);
        return checked ? explanationOf(topic, checked, await server.localeOf(textDocument.uri)) : null;
      },
    );
  },
};

const MOST_PATTERNS = 12;
const MOST_PLACES = 12;

/** `null` where the document is no plan or the framework has no such topic. */
export function explanationOf(id: string, checked: Checked, locale: Locale): Explanation | null {
  const { result, project } = checked;
  const { framework } = project.engine;
  const topic = framework?.topics.get(id);
  const found = result?.evidence.get(id);
  if (!framework || !topic || !result || !found) return null;
  const title = say(topic.title, locale);
  const own = (key: WordKey, ...values: readonly string[]) => word(locale, key, ...values);
  const parts = [
    `# ${escapeMarkdown(title)}`,
    `**${own('explainLevel')}** ${word(locale, LEVEL_WORDS[found.level])}`,
    ...questionOf(topic, locale),
    section(own('explainLift'), [liftText(found, locale)]),
    section(own('explainFound'), foundIn(found, checked, locale)),
    section(own('explainNearest'), missesIn(found, checked, framework, locale)),
    section(own('explainLookedFor'), lookedFor(topic, framework, result, locale)),
  ];
  return { title, markdown: parts.filter((part) => part !== '').join('\n\n') };
}

function section(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `## ${title}\n\n${items.length === 1 ? items[0] : bullets(items)}`;
}

function questionOf({ source }: CompiledTopic, locale: Locale): string[] {
  if (!('question' in source)) return [escapeMarkdown(say((source as PathwaySource).summary, locale))];
  const { question, counts, mention } = source as ElementSource;
  const line = (key: WordKey, text: ElementSource['question']) =>
    `**${word(locale, key)}** ${escapeMarkdown(say(text, locale))}`;
  return [line('explainQuestion', question), line('explainCounts', counts), line('explainMention', mention)];
}

/** What would lift the level one step. */
export function liftText({ lift, wanting }: TopicEvidence, locale: Locale): string {
  if (lift === 'say-it') return word(locale, 'liftSayIt');
  if (lift === 'commit') return word(locale, 'liftCommit');
  if (lift === 'none') return word(locale, 'liftNone');
  return word(locale, 'liftActionable', factsText(wanting, locale));
}

function factsText(facts: readonly Fact[], locale: Locale): string {
  return facts.map((fact) => say(FACT_WORDS[fact], locale)).join(word(locale, 'listPause'));
}

function foundIn({ evidence }: TopicEvidence, checked: Checked, locale: Locale): string[] {
  if (evidence.length === 0) return [word(locale, 'explainFoundNothing')];
  return evidence
    .slice(0, MOST_PLACES)
    .map(({ range, level }) => `${placeText(range, checked, locale)} — ${word(locale, LEVEL_WORDS[level])}`);
}

function missesIn({ misses }: TopicEvidence, checked: Checked, framework: Framework, locale: Locale): string[] {
  return misses.map(({ range, block, reason, wanting }) => {
    const groups = wanting.map((name) => groupText(framework.groupNames.indexOf(name), framework, locale));
    const lacking =
      groups.length > 0 ? ` (${word(locale, 'explainWanting', groups.join(word(locale, 'listAnd')))})` : '';
    const around = clauseAround(range, checked.plan.blocks[block]!);
    return `${placeText(around, checked, locale)} — ${say(MISS_REASONS[reason], locale)}${lacking}`;
  });
}

/** A word alone says little: the clause that it stands in. */
function clauseAround(range: Range, { sentences, normal }: Block): Range {
  const clauses = sentences.flatMap((sentence) => sentence.clauses.map(({ from, to }) => rangeIn(normal, from, to)));
  return clauses.find(({ start, end }) => start <= range.start && range.start < end) ?? range;
}

function placeText({ start, end }: Range, { document, plan }: Checked, locale: Locale): string {
  const line = word(locale, 'coverageLine', document.positions.positionAt(start).line + 1);
  return `${line} ${word(locale, 'quoted', escapeMarkdown(plan.text.slice(start, Math.min(end, start + 80))))}`;
}

function lookedFor(topic: CompiledTopic, framework: Framework, { plan }: CheckResult, locale: Locale): string[] {
  const headings = topic.source.headings?.[plan.language] ?? [];
  const named = headings.length > 0 ? [word(locale, 'explainHeadings', escapeMarkdown(listed(headings, locale)))] : [];
  return [
    ...named,
    ...topic.patterns.slice(0, MOST_PATTERNS).map((pattern) => patternText(pattern, framework, locale)),
  ];
}

const WINDOWS = { clause: 'windowClause', sentence: 'windowSentence', block: 'windowBlock' } as const;

function patternText({ within, all, has }: CompiledPattern, framework: Framework, locale: Locale): string {
  const entries = all.map((groups) => groups.map((group) => groupText(group, framework, locale)).join(' / '));
  const facts = has.length > 0 ? factsText(has, locale) : '';
  const needed = entries.length > 0 ? entries.join(word(locale, 'listAnd')) : facts;
  const text = word(locale, 'explainPattern', word(locale, WINDOWS[within]), needed);
  return entries.length > 0 && facts !== '' ? text + word(locale, 'explainPatternFacts', facts) : text;
}

/** Some of a group's words, in the reader's language where it has any. */
function groupText(group: number, { groups }: Framework, locale: Locale): string {
  const source = groups[group];
  const words = (locale === 'en' ? source?.en : source?.zh) ?? source?.zh ?? source?.en ?? [];
  return escapeMarkdown(listed(words, locale));
}

function listed(words: readonly string[], locale: Locale): string {
  const shown = words.slice(0, SHOWN_WORDS).join(word(locale, 'listPause'));
  return words.length > SHOWN_WORDS ? shown + word(locale, 'listAndMore') : shown;
}
