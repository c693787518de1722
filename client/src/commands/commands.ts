import { commands, type Disposable, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Status } from '../../../server/src/lsp/protocol.ts';
import type { CoverageTree } from '../coverage-tree.ts';
import type { ExplanationPages } from '../explanation-pages.ts';
import { notificationText } from '../notification-text.ts';
import type { Plans } from '../plans.ts';
import { t } from '../words.ts';
import { checkWorkspace } from './check-workspace.ts';
import { explainTopic } from './explain-topic.ts';
import { insertCase } from './insert-case.ts';
import { insertElement } from './insert-element.ts';
import { newPlan } from './new-plan.ts';
import { selectFramework } from './select-framework.ts';

/** What a command works with. */
export interface Workbench {
  readonly client: BaseLanguageClient;
  readonly ready: Promise<void>;
  readonly plans: Plans;
  readonly tree: CoverageTree;
  readonly pages: ExplanationPages;
}

/** Registers every command of the manifest. */
export function registerCommands(workbench: Workbench): Disposable[] {
  const { tree } = workbench;
  const register = (name: string, run: (...given: unknown[]) => unknown) =>
    commands.registerCommand(`parkplan.${name}`, async (...given: unknown[]) => {
      try {
        await workbench.ready;
        return await run(...given);
      } catch (error) {
        return window.showErrorMessage(notificationText(error instanceof Error ? error.message : String(error)));
      }
    });
  return [
    register('newPlan', () => newPlan(workbench)),
    register('insertElement', (node) => insertElement(workbench, topicOf(node))),
    register('insertCase', () => insertCase(workbench)),
    register('explainTopic', (node) => explainTopic(workbench, topicOf(node))),
    register('showCoverage', (_uri, topic) => tree.show(typeof topic === 'string' ? topic : undefined)),
    register('checkWorkspace', () => checkWorkspace(workbench)),
    register('selectFramework', () => selectFramework(workbench)),
    register('openWalkthrough', () =>
      commands.executeCommand('workbench.action.openWalkthrough', 'parkplan.parkplan#parkplan.firstPlan', false),
    ),
  ];
}

/** The plan at hand; tells a person when there is none. */
export function planAtHand({ plans }: Workbench): Status | undefined {
  if (!plans.active) void window.showInformationMessage(t('The file at hand is no plan'));
  return plans.active;
}

/** The topic of a row of the tree, or an id. */
function topicOf(given: unknown): string | undefined {
  if (typeof given === 'string') return given;
  const { kind, topic, group } = (given ?? {}) as { kind?: string; topic?: { id: string }; group?: { id: string } };
  if (kind === 'topic') return topic?.id;
  return kind === 'group' ? group?.id : undefined;
}
