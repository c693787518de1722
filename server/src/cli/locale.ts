import type { Locale } from '../text.ts';

/** The language for people, from the first of LC_ALL, LC_MESSAGES and LANG that is set; Chinese when they do not tell (none, C, POSIX). */
export function localeOf(environment: Readonly<Record<string, string | undefined>>): Locale {
  const set = ['LC_ALL', 'LC_MESSAGES', 'LANG'].map((name) => environment[name]).find((value) => value);
  const language = /^[A-Za-z]+/.exec(set ?? '')?.[0].toLowerCase();
  if (language === undefined || language === 'c' || language === 'posix' || language === 'zh') return 'zh-CN';
  return 'en';
}
