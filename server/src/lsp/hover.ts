import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import { escapeMarkdown } from '../cases/escape-markdown.ts';
import type { CompiledTopic } from '../framework/compile.ts';
import type { Plan } from '../plan/types.ts';
import { type Locale, type Range, say } from '../text.ts';
import type { Checked } from './checker.ts';
import { workCard } from './cited-works.ts';
import { meaningOf } from './front-matter-keys.ts';
import { code } from './markdown.ts';
import { sectionsWithin } from './sections-at.ts';
import { servedTopics } from './served-topics.ts';
import type { Feature } from './server-context.ts';
import { pathwayCard, topicCard } from './topic-card.ts';

/** Of one heading or finding. */
const MOST_CARDS = 3;

/** What stands at a place, as Markdown. */
interface Card {
  readonly range: Range;
  readonly markdown: string;
}

/** Cases by their keys, the meaning of front-matter keys, the elements behind findings and headings, the pathway behind a term. */
export const hover: Feature = {
  capabilities: () => ({ hoverProvider: true }),
  register(server) {
    server.connection.onHover(async ({ textDocument, position }: HoverParams): Promise<Hover | null> => {
      const checked = await server.checked(textDocument.uri);
      if (!checked?.result) return null;
      const { positions } = checked.document;
      const card = cardAt(positions.offsetAt(position), checked, await server.localeOf(textDocument.uri));
      if (!card) return null;
      const value = server.client.canMarkdown ? card.markdown : plainText(card.markdown);
      const kind = server.client.canMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText;
      return { contents: { kind, value }, range: positions.rangeOf(card.range) };
    });
  },
};

export function cardAt(offset: number, checked: Checked, locale: Locale): Card | undefined {
  return (
    workCard(offset, checked, locale) ??
    keyCard(offset, checked.plan, locale) ??
    headingCard(offset, checked, locale) ??
    findingCard(offset, checked, locale) ??
    termCard(offset, checked, locale)
  );
}

function isIn({ start, end }: Range, offset: number): boolean {
  return start <= offset && offset < end;
}

function keyCard(offset: number, { frontMatter }: Plan, locale: Locale): Card | undefined {
  if (!frontMatter || !isIn(frontMatter.range, offset)) return undefined;
  for (const path of pathsIn(frontMatter.data)) {
    const range = frontMatter.rangeOf(path, 'key');
    const meaning = range && isIn(range, offset) && meaningOf(path);
    if (range && meaning) return { range, markdown: `${code(path.at(-1)!)} — ${escapeMarkdown(say(meaning, locale))}` };
  }
  return undefined;
}

/** Every key of maps within maps. */
function pathsIn(data: unknown, at: readonly string[] = []): string[][] {
  if (typeof data !== 'object' || data === null || Array.isArray(data) || at.length > 4) return [];
  return Object.entries(data).flatMap(([key, value]) => [[...at, key], ...pathsIn(value, [...at, key])]);
}

/** The elements that the chapter is about; else those that it serves best. */
function headingCard(offset: number, checked: Checked, locale: Locale): Card | undefined {
  const { plan } = checked;
  const section = plan.sections.find(({ heading }) => heading && isIn(heading.range, offset));
  if (!section) return undefined;
  const inside = sectionsWithin(section, plan);
  const served = servedTopics(({ section: id }) => inside.has(id), checked);
  if (served.length === 0) return findingCard(offset, checked, locale);
  const cards = served.slice(0, MOST_CARDS).map(({ topic }) => cardOf(topic, checked, locale, inside));
  return { range: section.heading!.range, markdown: cards.join('\n\n---\n\n') };
}

function findingCard(offset: number, checked: Checked, locale: Locale): Card | undefined {
  const { result, project } = checked;
  const here = result!.findings.filter(({ range }) => isIn(range, offset));
  const ids = new Set(here.flatMap(({ element, pathway }) => element ?? pathway ?? []));
  const topics = [...ids].flatMap((id) => project.engine.framework!.topics.get(id) ?? []);
  if (topics.length === 0) return undefined;
  const cards = topics.slice(0, MOST_CARDS).map((topic) => cardOf(topic, checked, locale));
  return { range: here.find(({ element, pathway }) => element ?? pathway)!.range, markdown: cards.join('\n\n---\n\n') };
}

function termCard(offset: number, checked: Checked, locale: Locale): Card | undefined {
  const { result, project } = checked;
  const { topics } = project.engine.framework!;
  for (const { id, evidence } of result!.evidence.values()) {
    const topic = topics.get(id)!;
    if (topic.kind === 'pathway') continue;
    const term = evidence.flatMap(({ matched }) => matched).find(({ range }) => isIn(range, offset));
    if (!term) continue;
    const pathway = topic.pathway === undefined ? undefined : topics.get(topic.pathway);
    return {
      range: term.range,
      markdown: pathway ? pathwayCard(pathway, checked, locale) : topicCard(topic, checked, locale),
    };
  }
  for (const { id, evidence } of result!.evidence.values()) {
    const term = evidence.flatMap(({ matched }) => matched).find(({ range }) => isIn(range, offset));
    if (term) return { range: term.range, markdown: cardOf(topics.get(id)!, checked, locale) };
  }
  return undefined;
}

function cardOf(topic: CompiledTopic, checked: Checked, locale: Locale, sections?: ReadonlySet<number>): string {
  return topic.kind === 'pathway' ? pathwayCard(topic, checked, locale) : topicCard(topic, checked, locale, sections);
}

/** Marks and escapes taken out again, for who shows plain text. */
export function plainText(markdown: string): string {
  return markdown.replace(/\*\*|(?<!\\)[*`]/g, '').replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
