import { CompletionItemKind } from 'vscode-languageserver';
import { escapeMarkdown } from '../cases/escape-markdown.ts';
import type { CompiledTopic } from '../framework/compile.ts';
import type { ElementSource, PathwaySource } from '../framework/types.ts';
import { type Locale, type LocalText, say } from '../text.ts';
import { type WordKey, word } from '../words/catalogue.ts';
import type { Asked, Proposal } from './completion.ts';
import { keysUnder, meaningOf } from './front-matter-keys.ts';
import { yamlPlaceIn } from './yaml-place.ts';

const STAGES: readonly (readonly [string, WordKey])[] = [
  ['outline', 'stageOutline'],
  ['draft', 'stageDraft'],
  ['consultation', 'stageConsultation'],
  ['review', 'stageReview'],
  ['issued', 'stageIssued'],
];
const ROLES: readonly (readonly [string, WordKey])[] = [
  ['primary', 'rolePrimaryMeans'],
  ['supporting', 'roleSupportingMeans'],
  ['not-applicable', 'roleNotApplicableMeans'],
];

interface Choice {
  readonly text: string;
  readonly snippet?: string;
  readonly label?: string;
  readonly detail?: string;
  readonly meaning?: LocalText;
}

/** Keys and values that fit where the cursor stands, by indentation: what is being typed need not be valid YAML yet. */
export function frontMatterCompletions({ checked, offset, locale }: Asked): Proposal[] {
  const { plan, project } = checked;
  const { start } = plan.frontMatter!.contentRange;
  if (offset < start) return [];
  const { path, isValue, typed } = yamlPlaceIn(plan.text.slice(start, offset));
  const topics = [...(project.engine.framework?.topics.values() ?? [])];
  const choices = isValue ? valuesAt(path, locale) : keysAt(path, topics, locale);
  return choices.map(({ text, snippet, label = text, detail, meaning }) => ({
    label,
    kind: isValue ? CompletionItemKind.Value : CompletionItemKind.Property,
    range: { start: offset - typed.length, end: offset },
    text,
    ...(snippet === undefined ? {} : { snippet }),
    ...(detail === undefined ? {} : { detail }),
    ...(meaning === undefined ? {} : { documentation: escapeMarkdown(say(meaning, locale)) }),
  }));
}

function keysAt(path: readonly string[], topics: readonly CompiledTopic[], locale: Locale): Choice[] {
  const at = path.join('/');
  if (at === 'parkplan/pathways')
    return topics
      .filter(({ kind }) => kind === 'pathway')
      .map(({ id, title, source }) => ({
        text: `${id}: primary`,
        snippet: `${id}: \${1|primary,supporting|}`,
        label: id,
        detail: say(title, locale),
        meaning: (source as PathwaySource).summary,
      }));
  if (at === 'parkplan/not-applicable')
    return topics
      .filter(({ kind }) => kind !== 'pathway')
      .map(({ id, title, source }) => ({
        text: `${id}: "{{${word(locale, 'reasonSlot')}}}"`,
        snippet: `${id}: "\${1:${word(locale, 'reasonSlot')}}"`,
        label: id,
        detail: say(title, locale),
        meaning: (source as ElementSource).question,
      }));
  return keysUnder(path).map((key) => {
    const meaning = meaningOf([...path, key])!;
    const opens = keysUnder([...path, key]).length > 0 || key === 'pathways' || key === 'not-applicable';
    const indent = '  '.repeat(path.length + 1);
    return opens
      ? { text: `${key}:\n${indent}`, snippet: `${key}:\n  $0`, label: key, meaning }
      : { text: `${key}: `, label: key, meaning };
  });
}

function valuesAt(path: readonly string[], locale: Locale): Choice[] {
  const own = path.at(-1);
  const isPathway = path.length === 3 && path[0] === 'parkplan' && path[1] === 'pathways';
  if (path.join('/') === 'parkplan/stage') return STAGES.map(([text, key]) => ({ text, detail: word(locale, key) }));
  if (own === 'role' && path[1] === 'pathways')
    return ROLES.map(([text, key]) => ({ text, detail: word(locale, key) }));
  if (!isPathway) return [];
  const reason = word(locale, 'reasonSlot');
  return ROLES.map(([role, key]) =>
    role === 'not-applicable'
      ? {
          text: `{ role: not-applicable, reason: "{{${reason}}}" }`,
          snippet: `{ role: not-applicable, reason: "\${1:${reason}}" }`,
          label: role,
          detail: word(locale, key),
        }
      : { text: role, detail: word(locale, key) },
  );
}
