import * as vscode from 'vscode';
import { api, DRAFT, diagnostics, has, untitled } from './plan.ts';
import { type Check, equal, eventually, open } from './suite.ts';

export const coverageChecks: readonly Check[] = [
  [
    'the tree holds every pathway and the essentials, and follows the active plan',
    async () => {
      const { tree } = await api();
      const first = await open('wanxi-new-materials.md');
      await diagnostics('findings', first.document.uri, (all) => all.length > 0);
      await vscode.commands.executeCommand('parkplan.showCoverage');
      const shown = (uri: vscode.Uri) => () => (tree.coverage?.uri === uri.toString() ? tree.coverage : undefined);
      const coverage = await eventually('coverage', tree.onDidChangeTreeData, shown(first.document.uri));
      equal(coverage.groups.length, 10, 'groups');
      const roots = tree.getChildren();
      equal(roots.length, 10, 'rows');
      const topics = tree.getChildren(roots[0]);
      equal(topics.length > 2, true, 'elements under a pathway');
      equal(tree.getParent(topics[0]!), roots[0], 'the parent of an element');
      const second = await untitled(DRAFT);
      await eventually('coverage of the other plan', tree.onDidChangeTreeData, shown(second.document.uri));
    },
  ],
  [
    'evidence in the tree leads to its place',
    async () => {
      const { tree } = await api();
      const { document } = await open('wanxi-new-materials.md');
      await diagnostics('findings', document.uri, (all) => all.length > 0);
      await vscode.commands.executeCommand('parkplan.showCoverage', undefined, 'talent/attraction');
      const evidence = await eventually('evidence', tree.onDidChangeTreeData, () => {
        if (tree.coverage?.uri !== document.uri.toString()) return undefined;
        return tree
          .getChildren()
          .flatMap((group) => tree.getChildren(group).flatMap((topic) => tree.getChildren(topic)))[0];
      });
      const { command } = tree.getTreeItem(evidence);
      await vscode.commands.executeCommand(command!.command, ...command!.arguments!);
      const { selection } = vscode.window.activeTextEditor!;
      equal(selection.isEmpty, false, 'the words are selected');
    },
  ],
  [
    'inserting a missing element from the tree fills its gap, in place and with tab stops',
    async () => {
      await api();
      const { document } = await untitled(DRAFT);
      await diagnostics('missing risk', document.uri, has('missing-element', '风险防控'));
      await vscode.commands.executeCommand('parkplan.insertElement', 'risk');
      await diagnostics('no missing risk', document.uri, (all) => !has('missing-element', '风险防控')(all));
      const { selection } = vscode.window.activeTextEditor!;
      equal(selection.isEmpty, false, 'the first tab stop is selected');
    },
  ],
  [
    'checking the workspace finds the plans that are not open',
    async () => {
      await api();
      const folder = vscode.workspace.workspaceFolders![0]!.uri;
      const closed = vscode.Uri.joinPath(folder, 'drafts', '未打开的规划.md');
      await vscode.workspace.fs.writeFile(closed, new TextEncoder().encode(DRAFT));
      const summary = await vscode.commands.executeCommand<{ files: number; plans: number }>('parkplan.checkWorkspace');
      equal(summary.plans >= 4, true, JSON.stringify(summary));
      await diagnostics('findings of a plan that nobody opened', closed, has('missing-element', '风险防控'));
      await vscode.workspace.fs.delete(closed);
      await diagnostics('none once it is deleted', closed, (all) => all.length === 0);
    },
  ],
  [
    'an explanation opens as a page',
    async () => {
      await api();
      const { document } = await untitled(DRAFT);
      await diagnostics('findings', document.uri, has('missing-element'));
      await vscode.commands.executeCommand('parkplan.explainTopic', 'risk');
      const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
      await eventually('the page', vscode.window.tabGroups.onDidChangeTabs, () =>
        tabs().some((label) => /风险防控|Risk/i.test(label)) ? true : undefined,
      );
    },
  ],
  [
    'every command of the manifest is there',
    async () => {
      await api();
      const manifest = vscode.extensions.getExtension('parkplan.parkplan')!.packageJSON;
      const known = await vscode.commands.getCommands(true);
      const named: string[] = manifest.contributes.commands.map(({ command }: { command: string }) => command);
      equal(
        named.filter((name) => !known.includes(name)),
        [],
        'commands without a handler',
      );
    },
  ],
];
