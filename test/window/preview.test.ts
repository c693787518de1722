import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { FrameLocator, Page } from 'playwright-core';
import { packExtension, planFolder } from '../vscode-host/build.ts';
import { startServer } from '../vscode-host/server.ts';
import { openWindow } from '../vscode-host/window.ts';
import { planIsOpen, run } from './steps.ts';

const PLAN = `# 云川高新区产业发展规划（2026—2030年）

## 一、人才引育

借鉴昆山小核酸产业[@kunshan-sirna]，引进领军人才20名；也参照柳市[@liushi-low-voltage; @zhang2024]和[@li2025]。
`;

/** Its title is HTML, which must stay words. */
const ZHANG = { id: 'zhang2024', type: 'book', title: '<img src=x onerror=alert(1)>园区', language: 'zh-CN' };
const LI = { id: 'li2025', type: 'book', title: '人才引育', language: 'zh-CN' };

/** The page of a window on the plan, and the plan's folder. */
async function windowOnPlan(t: TestContext): Promise<{ page: Page; folder: string }> {
  const packed = await packExtension();
  t.after(packed.remove);
  const plans = planFolder();
  t.after(plans.remove);
  writeFileSync(join(plans.folder, 'cited.md'), PLAN);
  writeFileSync(join(plans.folder, '.parkplan.yaml'), 'bibliography: works.json\n');
  writeFileSync(join(plans.folder, 'works.json'), JSON.stringify([ZHANG]));
  const server = await startServer({ vsix: packed.vsix });
  t.after(server.stop);
  const file = join(plans.folder, 'cited.md');
  const window = await openWindow(server, { folder: plans.folder, file, language: 'zh-cn' });
  t.after(window.close);
  window.page.setDefaultTimeout(30_000);
  return { page: window.page, folder: plans.folder };
}

/** The document in the preview. */
function previewIn(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
}

test('the Markdown preview shows citations as numbers with a card and a list of references; what others wrote stays words', async (t) => {
  const { page } = await windowOnPlan(t);
  await planIsOpen(page, '云川高新区产业发展规划');
  await run(page, 'Markdown: Open Preview to the Side');
  const preview = previewIn(page);
  const numbers = preview.locator('.parkplan-citation a');
  await numbers.first().waitFor();
  assert.deepEqual(await numbers.allTextContents(), ['1', '2', '3']);
  assert.match((await numbers.first().getAttribute('title')) ?? '', /昆山/);
  const list = await preview.locator('.parkplan-references p').allTextContents();
  assert.equal(list.length, 3);
  assert.match(list[0]!, /^\[1\]/);
  assert.match(list[2]!, /<img src=x/);
  assert.equal(await preview.locator('.parkplan-references img, .parkplan-citation img').count(), 0);
});

test('a preview that is there already shows a work once the bibliography has it', async (t) => {
  const { page, folder } = await windowOnPlan(t);
  await planIsOpen(page, '云川高新区产业发展规划');
  await run(page, 'Markdown: Open Preview to the Side');
  const preview = previewIn(page);
  const numbers = preview.locator('.parkplan-citation a');
  await numbers.first().waitFor();
  writeFileSync(join(folder, 'works.json'), JSON.stringify([ZHANG, LI]));
  await numbers.nth(3).waitFor();
});
