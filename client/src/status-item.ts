import { type Disposable, type LanguageStatusItem, LanguageStatusSeverity, languages, Uri, window } from 'vscode';
import type { Status } from '../../server/src/lsp/protocol.ts';
import type { Plans } from './plans.ts';
import { t } from './words.ts';

/** One language-status item: is the file a plan, which configuration holds, how broad and deep it is. Made when the first plan is met. */
export function statusItem(plans: Plans): Disposable {
  let item: LanguageStatusItem | undefined;
  const show = () => {
    const status = plans.statusOf(window.activeTextEditor?.document);
    if (!item && !status?.isPlan) return;
    item ??= made();
    if (status) fill(item, status);
  };
  const listening = plans.onDidChange(show);
  return {
    dispose() {
      listening.dispose();
      item?.dispose();
    },
  };
}

function made(): LanguageStatusItem {
  const item = languages.createLanguageStatusItem('parkplan.plan', { language: 'markdown' });
  item.name = 'parkplan';
  return item;
}

function fill(item: LanguageStatusItem, { isPlan, breadth, depth, findings, configuration, problems }: Status): void {
  item.text = isPlan ? t('breadth {0} · depth {1}', percent(breadth), percent(depth)) : t('not a plan');
  const count = Object.values(findings).reduce((sum, one) => sum + one, 0);
  const named = configuration === null ? t('default') : Uri.parse(configuration).path.split('/').at(-1)!;
  item.detail =
    problems > 0
      ? t('configuration or framework: {0} mistakes', problems)
      : isPlan
        ? t('{0} findings · configuration: {1}', count, named)
        : '';
  item.severity = problems > 0 ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
  item.command = isPlan ? { command: 'parkplan.showCoverage', title: t('Show the nine pathways') } : undefined;
}

export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
