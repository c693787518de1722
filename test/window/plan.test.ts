import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { packExtension, planFolder } from '../vscode-host/build.ts';
import { startServer } from '../vscode-host/server.ts';
import { openWindow } from '../vscode-host/window.ts';

const SHOTS = join(import.meta.dirname, '../../.vscode-test/screenshots');

test('a person installs the packed extension and opens a plan', async (t) => {
  const packed = await packExtension();
  const plans = planFolder();
  t.after(() => {
    packed.remove();
    plans.remove();
  });
  const server = await startServer({ vsix: packed.vsix });
  t.after(server.stop);
  const { page, close } = await openWindow(server, {
    folder: plans.folder,
    file: join(plans.folder, 'wanxi-new-materials.md'),
  });
  t.after(close);

  const line = page.locator('.monaco-editor .view-line', { hasText: '桐汀市湾溪高新区人才引领新材料产业行动方案' });
  await line.first().waitFor();
  await page.keyboard.press('Control+Shift+X');
  const entry = page.locator('.extensions-list .extension-list-item', { hasText: 'parkplan' });
  await entry.first().waitFor();
  assert.match((await entry.first().textContent()) ?? '', /industrial park|园区/);
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, 'plan.png') });
});
