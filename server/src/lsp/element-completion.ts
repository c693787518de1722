import { CompletionItemKind } from 'vscode-languageserver';
import { escapeMarkdown } from '../cases/escape-markdown.ts';
import { normalOf } from '../cases/normal.ts';
import { pinyinOf } from '../cases/pinyin.ts';
import { LEVELS } from '../evidence/types.ts';
import type { CompiledTopic } from '../framework/compile.ts';
import type { ElementSource } from '../framework/types.ts';
import type { Plan, Section } from '../plan/types.ts';
import { placeOf } from '../rules/place.ts';
import { snippetOf } from '../skeleton/snippet.ts';
import { say } from '../text.ts';
import { word } from '../words/catalogue.ts';
import type { Asked, Proposal } from './completion.ts';
import { lineBehind } from './line-at.ts';
import { sectionAt, sectionsAround } from './sections-at.ts';

/** Levels below what a plan must have. */
const SHORT = LEVELS.indexOf('addressed');
const DEEPEST = 6;

/** Skeletons of what is missing or only named, at the start of a line of its own: what belongs to this chapter and must be there comes first. */
export function elementCompletions({ checked, offset, before, locale }: Asked): Proposal[] {
  const { plan, project, result } = checked;
  const typed = /^\s*(\S*)$/.exec(before)?.[1];
  if (typed === undefined || lineBehind(plan.text, offset).trim() !== '' || !isOwnLine(plan, offset, before)) return [];
  const framework = project.engine.framework!;
  const here = sectionAt(plan, offset);
  const around = sectionsAround(here, plan);
  const wanted = [...framework.topics.values()]
    .filter(({ id, kind }) => kind !== 'pathway' && LEVELS.indexOf(result!.evidence.get(id)!.level) < SHORT)
    .map((topic) => ({ topic, place: placeOf(topic, plan, framework) }));
  const rank = ({ topic, place }: (typeof wanted)[number]) =>
    (place.section && around.has(place.section.id) ? 4 : 0) +
    (result!.demand.required.has(topic.id) ? 2 : 0) +
    (result!.evidence.get(topic.id)!.level === 'absent' ? 1 : 0);
  return wanted
    .sort((a, b) => rank(b) - rank(a))
    .map(({ topic, place }) => {
      const ownHeading = place.exact && place.section?.id === here.id;
      const text = (ownHeading ? '' : `${headingFor(topic, here, plan)}\n\n`) + skeletonOf(topic, plan);
      return {
        label: say(topic.title, locale),
        detail: word(locale, 'insertElement', say(topic.title, locale)),
        documentation: escapeMarkdown(say((topic.source as ElementSource).question, locale)),
        kind: CompletionItemKind.Snippet,
        range: { start: offset - typed.length, end: offset },
        text,
        snippet: snippetOf(text),
        filter: filterFor(topic),
      };
    });
}

/** A line within a paragraph, a table or a list is no place for a chapter. */
function isOwnLine({ text }: Plan, offset: number, before: string): boolean {
  const above = text.slice(0, offset - before.length);
  return (
    above === '' || /(?:^|\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)$/.test(above) || /(?:^|\n)#{1,6}[ \t][^\n]*\r?\n$/.test(above)
  );
}

function headingFor({ title }: CompiledTopic, { heading }: Section, { language }: Plan): string {
  return `${'#'.repeat(Math.min(DEEPEST, (heading?.level ?? 1) + 1))} ${title[language]}`;
}

function skeletonOf({ source }: CompiledTopic, { language }: Plan): string {
  return (source as ElementSource).skeleton[language].trim();
}

/** Chinese words, the English ones, the id, pinyin and its initials: whatever somebody types. */
function filterFor({ id, title }: CompiledTopic): string {
  const { syllables, initials } = pinyinOf(normalOf(title.zh));
  return [title.zh, id, title.en, syllables.join(''), initials].join(' ');
}
