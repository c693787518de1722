import { editorWords } from '../server/src/words/editor.ts';

/** `l10n/bundle.l10n.zh-cn.json`: the extension's words, English → Chinese, as @vscode/l10n reads them. */
export function chineseBundle(): Record<string, string> {
  return Object.fromEntries(Object.values(editorWords).map(({ en, zh }) => [en, zh]));
}
