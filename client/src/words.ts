import * as l10n from '@vscode/l10n';
import { env, workspace } from 'vscode';
import chinese from '../../l10n/bundle.l10n.zh-cn.json' with { type: 'json' };

/** Words in the language of the setting, else of the window. The English ones are the keys: `server/src/words/editor.ts` has them all. */
export const t = l10n.t;

/** Reads the setting again. */
export function chooseLanguage(): void {
  const set = workspace.getConfiguration('parkplan').get<string>('language', 'auto');
  const isChinese = (set === 'auto' ? env.language : set).toLowerCase().startsWith('zh');
  l10n.config({ contents: isChinese ? chinese : {} });
}
