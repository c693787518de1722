import { CompletionItemKind } from 'vscode-languageserver';
import { escapeMarkdown } from '../cases/escape-markdown.ts';
import { hostRules, rules } from '../rules/rules.ts';
import { say } from '../text.ts';
import { type WordKey, word } from '../words/catalogue.ts';
import type { Asked, Proposal } from './completion.ts';
import { lineBehind } from './line-at.ts';

const KINDS: readonly (readonly [name: string, meaning: WordKey, needsReason: boolean])[] = [
  ['parkplan-disable-next-line', 'directiveNextLine', true],
  ['parkplan-disable-line', 'directiveLine', true],
  ['parkplan-disable', 'directiveBlock', true],
  ['parkplan-enable', 'directiveEnable', false],
  ['parkplan-disable-file', 'directiveFile', true],
];

/** What may stand in a comment that speaks to parkplan; undefined where the cursor is in no comment. */
export function directiveCompletions(asked: Asked): Proposal[] | undefined {
  const { before, offset } = asked;
  const body = /<!--((?:(?!-->).)*)$/.exec(before)?.[1];
  if (body === undefined) return undefined;
  const typed = /[^\s,，、:：]*$/.exec(body)![0];
  const range = { start: offset - typed.length, end: offset };
  if (/^\s*[\w-]*$/.test(body)) return commands(asked, range, body);
  if (/^\s*parkplan\s*[:：]/.test(body)) return topics(asked, range);
  if (/^\s*parkplan-(?:disable|enable)/.test(body) && !/\s(?:--|——)(?:\s|$)/.test(body)) return ruleNames(asked, range);
  return [];
}

function commands({ checked, locale, offset }: Asked, range: Proposal['range'], body: string): Proposal[] {
  const space = /^\s/.test(body) ? '' : ' ';
  const isClosed = lineBehind(checked.plan.text, offset).includes('-->');
  const close = isClosed ? '' : ' -->';
  const reason = word(locale, 'reasonSlot');
  const placed = KINDS.map(
    ([name, meaning, needsReason]): Proposal => ({
      label: name,
      detail: word(locale, meaning),
      kind: CompletionItemKind.Keyword,
      range,
      text: `${space}${name} ${needsReason ? `{{rule}} -- {{${reason}}}` : ''}`.trimEnd() + close,
      snippet: `${space}${name} \${1:rule}${needsReason ? ` -- \${2:${reason}}` : ''}${close}`,
      filter: name,
    }),
  );
  return [
    ...placed,
    {
      label: 'parkplan: … here',
      detail: word(locale, 'directiveHere'),
      kind: CompletionItemKind.Keyword,
      range,
      text: `${space}parkplan: {{id}} here${close}`,
      snippet: `${space}parkplan: \${1:id} here${close}`,
      filter: 'parkplan',
    },
  ];
}

function ruleNames({ locale }: Asked, range: Proposal['range']): Proposal[] {
  return [...rules, ...hostRules].map(({ id, title, description }) => ({
    label: id,
    detail: say(title, locale),
    documentation: escapeMarkdown(say(description, locale)),
    kind: CompletionItemKind.EnumMember,
    range,
    text: id,
  }));
}

function topics({ checked, locale }: Asked, range: Proposal['range']): Proposal[] {
  return [...checked.project.engine.framework!.topics.values()].map(({ id, title }) => ({
    label: id,
    detail: say(title, locale),
    kind: CompletionItemKind.EnumMember,
    range,
    text: id,
  }));
}
