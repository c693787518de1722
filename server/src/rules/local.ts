import type { LocalText } from '../text.ts';

/** Words in both languages. */
export function local(zh: string, en: string): LocalText {
  return { zh, en };
}

/** `{0}` and so on filled in both languages; a text of its own in each, or the same string in both. */
export function filled(template: LocalText, ...values: readonly (string | number | LocalText)[]): LocalText {
  const side = (text: string, key: 'zh' | 'en') =>
    text.replace(/\{(\d)\}/g, (slot, index: string) => {
      const value = values[Number(index)];
      return value === undefined ? slot : typeof value === 'object' ? value[key] : String(value);
    });
  return { zh: side(template.zh, 'zh'), en: side(template.en, 'en') };
}

/** At most `most` items joined as each language joins them. */
export function listed(items: readonly LocalText[], most = 6): LocalText {
  const more = items.length - most;
  const shown = items.slice(0, most);
  return {
    zh: shown.map((item) => item.zh).join('、') + (more > 0 ? `等${items.length}项` : ''),
    en: shown.map((item) => item.en).join(', ') + (more > 0 ? ` and ${more} more` : ''),
  };
}
