import * as vscode from 'vscode';
import { api, DRAFT, diagnostics, has, placeOf, untitled } from './plan.ts';
import { type Check, equal } from './suite.ts';

const text = (hovers: readonly vscode.Hover[]) =>
  hovers.flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value))).join('\n');

export const languageFeatureChecks: readonly Check[] = [
  [
    'a heading shows its element on hover',
    async () => {
      await api();
      const { document } = await untitled(DRAFT);
      await diagnostics('findings', document.uri, has('missing-element'));
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        placeOf(document, '保障措施'),
      );
      equal(/资金保障/.test(text(hovers)), true, text(hovers));
    },
  ],
  [
    'an empty line completes with a missing element, an @ with cases',
    async () => {
      await api();
      const editor = await untitled(`${DRAFT}\n`);
      const { document } = editor;
      await diagnostics('findings', document.uri, has('missing-element'));
      const complete = (position: vscode.Position, trigger?: string) =>
        vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          position,
          trigger,
        );
      const end = document.positionAt(document.getText().length);
      const elements = await complete(end);
      const item = elements.items.find(({ filterText }) => filterText?.includes('fengxianfangkong'));
      if (!item) throw new Error('风险防控 is not offered');
      equal(item.insertText instanceof vscode.SnippetString, true, 'it has tab stops');
      await editor.edit((edit) => edit.insert(end, '借鉴@ks'));
      const cases = await complete(document.positionAt(document.getText().length));
      const inserted = cases.items.map(({ insertText }) =>
        String((insertText as { value?: string })?.value ?? insertText),
      );
      equal(inserted.includes('[@kunshan-sirna]'), true, inserted.slice(0, 5).join());
    },
  ],
];
