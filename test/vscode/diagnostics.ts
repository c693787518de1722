import * as vscode from 'vscode';
import { api, DRAFT, diagnostics, has, placeOf, ruleOf, set, untitled } from './plan.ts';
import { type Check, equal, open, seen } from './suite.ts';

export const diagnosticsChecks: readonly Check[] = [
  [
    'a real-looking plan shows its findings with rule, page and severity',
    async () => {
      await api();
      const { document } = await open('wanxi-new-materials.md');
      const list = await diagnostics('findings', document.uri, (all) => all.length > 3);
      const [first] = list;
      equal(typeof first!.code, 'object', 'the code links to a page');
      const page = (first!.code as { target: vscode.Uri }).target;
      await vscode.workspace.fs.stat(page.with({ fragment: '' }));
      equal(new Set(list.map(ruleOf)).has('undefined'), false, 'every finding has its rule');
    },
  ],
  [
    'a plan in an untitled file is checked, and a quick fix makes a finding vanish',
    async () => {
      await api();
      const editor = await untitled(DRAFT);
      const { document } = editor;
      const list = await diagnostics('missing risk', document.uri, has('missing-element', '风险防控'));
      const finding = list.find((one) => ruleOf(one) === 'missing-element' && one.message.includes('风险防控'))!;
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        finding.range,
        vscode.CodeActionKind.QuickFix.value,
      );
      const fix = actions.find(({ isPreferred, title }) => isPreferred && title.includes('风险防控'));
      if (!fix?.edit) throw new Error(`No preferred fix among ${actions.map(({ title }) => title).join('; ')}`);
      equal(await vscode.workspace.applyEdit(fix.edit), true, 'applied');
      equal(document.getText().includes('{{'), false, 'slots are tab stops, not marks');
      await diagnostics('no missing risk', document.uri, (all) => !has('missing-element', '风险防控')(all));
    },
  ],
  [
    'a finding that needs a finished text waits until the author pauses',
    async () => {
      await api();
      await set('unfinishedText', 'save');
      const { document } = await open('qingwu-life-science.md');
      await diagnostics('findings', document.uri, (all) => all.length > 0);
      const edit = new vscode.WorkspaceEdit();
      const end = document.positionAt(document.getText().length);
      edit.insert(document.uri, end, '\n## 待写的一章\n\n每年安排专项资金XX万元。\n');
      await vscode.workspace.applyEdit(edit);
      // Something that does not wait tells that the edit has been read.
      await seen('the edit', document);
      equal(has('placeholder')(vscode.languages.getDiagnostics(document.uri)), false, 'held back');
      await document.save();
      await diagnostics('the placeholder', document.uri, has('placeholder'));
      await set('unfinishedText', undefined);
    },
  ],
  [
    'the language of findings follows the setting',
    async () => {
      await api();
      const { document } = await untitled(DRAFT);
      await set('language', 'zh-CN');
      await diagnostics('Chinese words', document.uri, has('missing-element', '未见'));
      await set('language', 'en');
      await diagnostics('English words', document.uri, has('missing-element', 'Nothing concrete found'));
      await set('language', 'zh-CN');
    },
  ],
  [
    'a renamed file keeps its findings under its new name, and leaves none under the old one',
    async () => {
      await api();
      const { document } = await open('yunshan-textile-cluster.md');
      await diagnostics('findings', document.uri, (all) => all.length > 0);
      const target = document.uri.with({
        path: document.uri.path.replace('yunshan-textile-cluster', '云山纺织（改名）'),
      });
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(document.uri, target);
      equal(await vscode.workspace.applyEdit(edit), true, 'renamed');
      await diagnostics('findings under the new name', target, (all) => all.length > 0);
      await diagnostics('none under the old name', document.uri, (all) => all.length === 0);
    },
  ],
  [
    'Markdown that is no plan stays silent',
    async () => {
      await api();
      const { document } = await untitled('# 会议纪要\n\n研究了园区绿化，XX同志发言。\n');
      await seen('the notes', document);
      equal(vscode.languages.getDiagnostics(document.uri).length, 0, 'findings');
    },
  ],
  [
    'a placeholder is underlined where it stands',
    async () => {
      await api();
      const { document } = await untitled(DRAFT);
      const list = await diagnostics('the placeholder', document.uri, has('placeholder'));
      const found = list.find((one) => ruleOf(one) === 'placeholder')!;
      equal(found.range.start, placeOf(document, 'XX'), 'place');
    },
  ],
];
