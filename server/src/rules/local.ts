import type { LocalText } from '../text.ts';

/** Words in both languages. */
export function local(zh: string, en: string): LocalText {
  return { zh, en };
}

/** `{0}` and so on filled in both languages; a text of its own in each, or the same string in both. */
export function filled(template: LocalText, ...values: readonly (string | number | LocalText)[]): LocalText {
  const parts = partsOf(template);
  const side = (key: 'zh' | 'en') => {
    let text = '';
    for (let i = 0; i < parts[key].length; i++) {
      const part = parts[key][i]!;
      const value = i % 2 === 0 ? part : values[Number(part)];
      text += value === undefined ? `{${part}}` : typeof value === 'object' ? value[key] : value;
    }
    return text;
  };
  return { zh: side('zh'), en: side('en') };
}

/** Words and numbers of slots in turn. */
interface Parts {
  readonly zh: readonly string[];
  readonly en: readonly string[];
}

const cut = new WeakMap<LocalText, Parts>();

/** Templates are few and filled at every check: each is cut once. */
function partsOf(template: LocalText): Parts {
  const before = cut.get(template);
  if (before) return before;
  const parts = { zh: template.zh.split(SLOT), en: template.en.split(SLOT) };
  cut.set(template, parts);
  return parts;
}

const SLOT = /\{(\d)\}/;

/** At most `most` items joined as each language joins them. */
export function listed(items: readonly LocalText[], most = 6): LocalText {
  const more = items.length - most;
  const shown = items.slice(0, most);
  return {
    zh: shown.map((item) => item.zh).join('、') + (more > 0 ? `等${items.length}项` : ''),
    en: shown.map((item) => item.en).join(', ') + (more > 0 ? ` and ${more} more` : ''),
  };
}
