import type { Locale, LocalText } from '../text.ts';
import { say } from '../text.ts';
import { STAGES } from './demand.ts';
import type { Rule, RuleExample } from './types.ts';

const WORDS = {
  severity: { zh: '级别', en: 'Severity' },
  stage: { zh: '阶段', en: 'Stage' },
  every: { zh: '各阶段', en: 'every stage' },
  off: { zh: '不检查', en: 'off' },
  example: { zh: '例：', en: 'Example: ' },
  reports: { zh: '指出', en: 'Reports' },
  nothing: { zh: '没有意见。', en: 'Reports nothing.' },
  about: { zh: '（关于 `{0}`）', en: ' (about `{0}`)' },
} as const satisfies Record<string, LocalText>;

/** A rule's page in Markdown, Chinese above English. */
export function rulePage(rule: Rule): string {
  return `${['<!-- Made by scripts/generate-rule-pages.ts from the rule itself. -->', `# ${rule.id}`, half(rule, 'zh-CN'), '---', half(rule, 'en')].join('\n\n')}\n`;
}

/** The list of all pages. */
export function ruleIndex(rules: readonly Rule[]): string {
  const rows = rules.map(({ id, title }) => `| [\`${id}\`](${id}.md) | ${title.zh} | ${title.en} |`);
  return `${['<!-- Made by scripts/generate-rule-pages.ts. -->', '# 规则 Rules', ['| id | 中文 | English |', '| --- | --- | --- |', ...rows].join('\n')].join('\n\n')}\n`;
}

function half(rule: Rule, locale: Locale): string {
  const word = (key: keyof typeof WORDS) => say(WORDS[key], locale);
  return [
    `## ${say(rule.title, locale)}`,
    say(rule.description, locale),
    `### ${word('severity')}`,
    severityTable(rule, locale),
    ...rule.examples.flatMap((example) => exampleOf(example, locale)),
  ].join('\n\n');
}

function severityTable({ severity }: Rule, locale: Locale): string {
  const word = (key: keyof typeof WORDS) => say(WORDS[key], locale);
  const rows =
    typeof severity === 'string'
      ? [`| ${word('every')} | ${severity} |`]
      : STAGES.map((stage) => `| ${stage} | ${severity[stage] === 'off' ? word('off') : severity[stage]} |`);
  return [`| ${word('stage')} | ${word('severity')} |`, '| --- | --- |', ...rows].join('\n');
}

function exampleOf({ title, text, reports, reportsAtLeast = [] }: RuleExample, locale: Locale): string[] {
  const word = (key: keyof typeof WORDS) => say(WORDS[key], locale);
  const told = [
    ...reports.map((one) => `\`${one}\``),
    ...reportsAtLeast.map(
      ({ element, pathway, at }) => `\`${at}\`${word('about').replace('{0}', element ?? pathway ?? '')}`,
    ),
  ];
  return [
    `### ${word('example')}${say(title, locale)}`,
    `\`\`\`\`markdown\n${text.trim()}\n\`\`\`\``,
    told.length === 0 ? word('nothing') : `${word('reports')}: ${told.join(locale === 'en' ? ', ' : '、')}`,
  ];
}
