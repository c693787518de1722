import { type Locale, type LocalText, say } from '../text.ts';
import { commandLineWords } from './command-line.ts';
import { configWords } from './config.ts';
import { languageServerWords } from './language-server.ts';
import { reportWords } from './report.ts';

/** Every word that the tool says at run time, but the rules' own. `{0}`, `{1}` are filled in. */
export const words = {
  ...commandLineWords,
  ...configWords,
  ...languageServerWords,
  ...reportWords,
} as const satisfies Record<string, LocalText>;

export type WordKey = keyof typeof words;

/** A word in one language. */
export function word(locale: Locale, key: WordKey, ...values: readonly (string | number)[]): string {
  return fill(say(words[key], locale), values);
}

/** A word in both languages, for findings and problems, which leave the choice to the host. */
export function bothWords(key: WordKey, ...values: readonly (string | number | LocalText)[]): LocalText {
  const side = (locale: Locale) =>
    fill(
      say(words[key], locale),
      values.map((value) => (typeof value === 'object' ? say(value, locale) : value)),
    );
  return { zh: side('zh-CN'), en: side('en') };
}

/** Fills `{0}`, `{1}` …; a number without a value stays as it is. */
export function fill(template: string, values: readonly (string | number)[]): string {
  return template.replace(/\{(\d+)\}/g, (slot, index: string) => {
    const value = values[Number(index)];
    return value === undefined ? slot : String(value);
  });
}
