import type { Locator, Page } from 'playwright-core';

/** What a person does in the window, each step until its effect can be seen. */

/** The workbench stands, the file's first line is there, and something is underlined. */
export async function planIsOpen(page: Page, words: string): Promise<void> {
  await line(page, words).first().waitFor();
  await page.locator('.squiggly-warning, .squiggly-error, .squiggly-info').first().waitFor();
}

export function line(page: Page, words: string): Locator {
  return page.locator('.monaco-editor .view-line', { hasText: words });
}

/** Opens the Problems panel where it is not open; its rows. */
export async function openProblems(page: Page): Promise<Locator> {
  const rows = page.locator('.markers-panel .monaco-list-row');
  await until(page, 'the Problems panel', async () => {
    if (await rows.nth(1).isVisible()) return true;
    if (!(await page.locator('.markers-panel').isVisible())) await page.keyboard.press('Control+Shift+M');
    return false;
  });
  return rows;
}

export async function closeProblems(page: Page): Promise<void> {
  await until(page, 'the panel to close', async () => {
    if (!(await page.locator('.markers-panel').isVisible())) return true;
    await page.keyboard.press('Control+Shift+M');
    return false;
  });
}

/** Tries again until it is so: a busy window loses a key now and then. */
async function until(page: Page, what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 20; i++) {
    if (await isSo()) return;
    await page.waitForTimeout(1000);
  }
  throw new Error(`Waited in vain for ${what}`);
}

/** Puts the cursor into words of the text, scrolled to by searching for them. */
export async function goTo(page: Page, words: string): Promise<void> {
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('Control+F');
  const find = page.locator('.find-widget.visible textarea').first();
  await find.waitFor();
  await find.fill(words);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await line(page, words).first().waitFor();
}

/** Rests the mouse on words of the text; what pops up, once it says what it should: its parts come one after the other. */
export async function hoverOver(page: Page, words: string, told: RegExp): Promise<Locator> {
  const shown = page.locator('.monaco-hover:visible', { hasText: told });
  const target = page.locator('.monaco-editor .view-line span span', { hasText: words }).first();
  let box: Awaited<ReturnType<Locator['boundingBox']>> = null;
  // A line that is drawn anew has no place for a moment.
  await until(page, `"${words}" to be in sight`, async () => {
    box = await target.boundingBox();
    return box !== null;
  });
  const { x, y, height } = box!;
  // In from the left, as a hand would: a mouse that jumps is not heard.
  await page.mouse.move(x + 4, y + height / 2);
  await page.mouse.move(x + 24, y + height / 2, { steps: 5 });
  await shown.first().waitFor();
  return shown.first();
}

/** The menu of quick fixes at the cursor. */
export async function openQuickFixes(page: Page): Promise<Locator> {
  const menu = page.locator('.action-widget .monaco-list-row.action');
  // The server may still be reading what was typed last.
  for (let i = 0; i < 20 && !(await menu.first().isVisible()); i++) {
    await page.keyboard.press('Control+.');
    await menu
      .first()
      .waitFor({ timeout: 1000 })
      .catch(() => {});
  }
  await menu.first().waitFor();
  return menu;
}

/** Runs a command by its words. */
export async function run(page: Page, command: string): Promise<void> {
  const input = page.locator('.quick-input-widget:visible input').first();
  await until(page, `the command ${command}`, async () => {
    try {
      await page.keyboard.press('F1');
      await input.fill(`>${command}`, { timeout: 3000 });
      await page.locator('.quick-input-list .monaco-list-row', { hasText: command }).first().click({ timeout: 3000 });
      return true;
    } catch {
      await page.keyboard.press('Escape');
      return false;
    }
  });
}

/** Opens another file of the folder. */
export async function openFile(page: Page, name: string, words: string): Promise<void> {
  await page.keyboard.press('Control+P');
  const input = page.locator('.quick-input-widget:visible input').first();
  await input.waitFor();
  await input.fill(name);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
  await page.keyboard.press('Enter');
  await line(page, words).first().waitFor();
}

/** Rows of the tree of pathways. */
export function treeRows(page: Page): Locator {
  return page.locator('.pane .customview-tree .monaco-list-row, .tree-explorer-viewlet-tree-view .monaco-list-row');
}
