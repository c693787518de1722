import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { packExtension, planFolder } from '../vscode-host/build.ts';
import { type Server, startServer } from '../vscode-host/server.ts';
import { openWindow, type Window } from '../vscode-host/window.ts';
import { DRAFT } from './draft.ts';
import {
  closeProblems,
  goTo,
  hoverOver,
  line,
  openFile,
  openProblems,
  openQuickFixes,
  planIsOpen,
  run,
  treeRows,
} from './steps.ts';

describe('a person with the packed extension, in a Chinese window', () => {
  const packed = packExtension();
  const plans = planFolder();
  let server: Server;
  let window: Window;
  let page: Page;
  before(async () => {
    writeFileSync(join(plans.folder, 'draft.md'), DRAFT);
    server = await startServer({ vsix: (await packed).vsix });
    const file = join(plans.folder, 'draft.md');
    window = await openWindow(server, { folder: plans.folder, file, language: 'zh-cn' });
    page = window.page;
    page.setDefaultTimeout(20_000);
  });
  after(async () => {
    await window?.close();
    await server?.stop();
    (await packed).remove();
    plans.remove();
  });

  test('opens a draft and sees squiggles, and in the Problems panel what is missing, in Chinese', async () => {
    await planIsOpen(page, '云川高新区产业发展规划');
    const rows = await openProblems(page);
    const told = (await rows.allTextContents()).join('\n');
    assert.match(told, /未见“现状基础”的具体内容/);
    assert.match(told, /missing-element/);
    await closeProblems(page);
  });

  test('rests the mouse on a chapter and reads its element, level and a case', async () => {
    const hover = await hoverOver(page, '保障措施', /资金保障/);
    const told = (await hover.textContent()) ?? '';
    assert.match(told, /资金保障/);
    assert.match(told, /本章程度/);
    await page.keyboard.press('Escape');
    await page.mouse.move(5, 5);
  });

  test('fixes a gap with two key strokes: the paragraph stands where it belongs, its first slot selected', async () => {
    await goTo(page, '保障措施');
    const menu = await openQuickFixes(page);
    const [first] = await menu.allTextContents();
    const title = /插入“(.+)”的骨架段落/.exec(first!)?.[1];
    assert.ok(title, `the first is ${first}`);
    await page.keyboard.press('Enter');
    await line(page, `### ${title}`).first().waitFor();
    await page.keyboard.type('市应急局');
    await line(page, '市应急局').first().waitFor();
    await page.keyboard.press('Escape');
    const rows = await openProblems(page);
    await page.locator('.markers-panel', { hasText: `未见“${title}”的具体内容` }).waitFor({ state: 'hidden' });
    assert.ok((await rows.count()) > 1, 'other findings are still there');
    await closeProblems(page);
  });

  test('cites a case by typing pinyin initials', async () => {
    await goTo(page, '引进龙头企业3家');
    await page.keyboard.press('End');
    await page.keyboard.type('借鉴昆山@ks');
    const suggestion = page.locator('.suggest-widget.visible .monaco-list-row', { hasText: /小核酸|核酸/ }).first();
    await suggestion.waitFor();
    await suggestion.click();
    await line(page, '[@kunshan-sirna]').first().waitFor();
    const hover = await hoverOver(page, '@kunshan-sirna', /昆山/);
    assert.match((await hover.textContent()) ?? '', /昆山/);
    await page.keyboard.press('Escape');
  });

  test('changes a figure of a case and is told the right one, and who says so', async () => {
    await goTo(page, '新建标准厂房');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('2009年第一届亚洲小核酸会议在昆山召开，参会700余人[@kunshan-sirna]。');
    await page.keyboard.press('Escape');
    await openProblems(page);
    // The list shows only what is in sight.
    const filter = page.getByPlaceholder(/^Filter/).last();
    await filter.fill('case-mismatch');
    const row = page.locator('.markers-panel .monaco-list-row', { hasText: '500' }).first();
    await row.waitFor({ state: 'attached' });
    assert.match((await row.textContent()) ?? '', /case-mismatch/);
    await filter.fill('');
    await closeProblems(page);
  });

  test('cites a case from a list that says where, which pathway and why', async () => {
    await goTo(page, '每年安排专项资金');
    await page.keyboard.press('End');
    await run(page, '引用案例');
    const input = page.locator('.quick-input-widget:visible input').first();
    await input.waitFor();
    await input.fill('柳市');
    const row = page.locator('.quick-input-list .monaco-list-row').first();
    await row.waitFor();
    assert.match((await row.textContent()) ?? '', /柳市[\s\S]*—/);
    await row.click();
    const form = page.locator('.quick-input-list .monaco-list-row', { hasText: '只插入引注' }).first();
    await form.waitFor();
    await form.click();
    await line(page, '[@liushi-low-voltage]').first().waitFor();
  });

  test('follows the nine pathways in the tree, from plan to plan', async () => {
    await run(page, '查看九条路径');
    await treeRows(page).filter({ hasText: '龙头企业带动' }).first().waitFor();
    assert.match((await treeRows(page).allTextContents()).join('\n'), /育龙引凤[\s\S]*规划必备内容/);
    await openFile(page, 'wanxi-new-materials.md', '桐汀市湾溪高新区');
    await page.locator('.pane-header[aria-label*="桐汀市湾溪高新区"]').first().waitFor({ state: 'attached' });
    await treeRows(page).filter({ hasText: '主路径' }).first().waitFor();
  });

  test('is told by a page why something counts as missing', async () => {
    await run(page, '解释：为什么说缺这一项？');
    const input = page.locator('.quick-input-widget:visible input').first();
    await input.waitFor();
    await input.fill('风险防控');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: '风险防控' }).first().click();
    const preview = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    await preview.getByText('找过什么').waitFor();
  });
});
