// Makes the pictures of README and walkthrough from the real window. Usage: npm run screenshots
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { packExtension, planFolder } from '../vscode-host/build.ts';
import { startServer } from '../vscode-host/server.ts';
import { openWindow } from '../vscode-host/window.ts';
import { DRAFT } from './draft.ts';
import { closeProblems, goTo, hoverOver, openProblems, openQuickFixes, planIsOpen, run, treeRows } from './steps.ts';

const IMAGES = fileURLToPath(new URL('../../docs/images/', import.meta.url));
const SIZE = { width: 920, height: 560 };
const SETTINGS = {
  'editor.minimap.enabled': false,
  'workbench.activityBar.location': 'default',
  'editor.fontSize': 15,
};

interface Language {
  readonly folder: 'zh' | 'en';
  readonly language?: 'zh-cn';
  readonly file: string;
  readonly text: string;
  readonly title: string;
  readonly chapter: string;
  readonly commands: { readonly coverage: string; readonly explain: string };
  readonly topic: string;
  readonly citation: string;
}

const ENGLISH = `# Harrow Reach Industrial Development Plan 2026-2030

## Principles

Talent is the first resource of the park.

## Tasks

Build 200,000 square metres of floor space and attract three leading firms.

## Safeguards

The council provides £XX million a year.
`;

const LANGUAGES: readonly Language[] = [
  {
    folder: 'zh',
    language: 'zh-cn',
    file: '云川高新区规划.md',
    text: DRAFT,
    title: '云川高新区产业发展规划',
    chapter: '保障措施',
    commands: { coverage: '查看九条路径', explain: '解释：为什么说缺这一项？' },
    topic: '风险防控',
    citation: '借鉴昆山@ks',
  },
  {
    folder: 'en',
    file: 'harrow-reach.md',
    text: ENGLISH,
    title: 'Harrow Reach Industrial Development Plan',
    chapter: 'Safeguards',
    commands: { coverage: 'Show the nine pathways', explain: 'Explain: why is this missing?' },
    topic: 'Risk',
    citation: ', as Kunshan did @kunshan',
  },
];

const packed = await packExtension();
for (const language of LANGUAGES) for (const theme of ['Light', 'Dark'] as const) await picture(language, theme);
packed.remove();

async function picture(to: Language, theme: 'Light' | 'Dark'): Promise<void> {
  const plans = planFolder();
  writeFileSync(join(plans.folder, to.file), to.text);
  const settings = { ...SETTINGS, 'workbench.colorTheme': `Default ${theme} Modern` };
  const server = await startServer({ vsix: packed.vsix, settings });
  const { language } = to;
  const window = await openWindow(server, {
    folder: plans.folder,
    file: join(plans.folder, to.file),
    size: SIZE,
    ...(language === undefined ? {} : { language }),
  });
  try {
    await pictures(window.page, to, theme);
  } finally {
    await window.close();
    await server.stop();
    plans.remove();
  }
}

async function pictures(page: Page, to: Language, theme: 'Light' | 'Dark'): Promise<void> {
  page.setDefaultTimeout(20_000);
  // Dark ones are to be looked at, and stay beside the others; the walkthrough shows the light ones.
  const folder = join(IMAGES, theme === 'Light' ? to.folder : `${to.folder}-dark`);
  mkdirSync(folder, { recursive: true });
  const shoot = async (name: string) => {
    // Squiggles and lists fade in.
    await page.waitForTimeout(700);
    const png = await page.screenshot();
    await sharp(png)
      .png({ palette: true, colours: 16, dither: 0, effort: 10, compressionLevel: 9 })
      .toFile(join(folder, `${name}.png`));
  };
  await planIsOpen(page, to.title);
  await openProblems(page);
  await shoot('problems');
  await closeProblems(page);
  await run(page, to.commands.coverage);
  await treeRows(page).nth(3).waitFor();
  // Where the palette was stands a tab, whose tooltip would lie over the picture.
  await page.mouse.move(600, 470);
  await shoot('tree');
  await goTo(page, to.chapter);
  await openQuickFixes(page);
  await shoot('quick-fix');
  await page.keyboard.press('Escape');
  await hoverOver(page, to.chapter, /\S/);
  await shoot('hover');
  await page.keyboard.press('Escape');
  await page.mouse.move(5, 5);
  await goTo(page, to.folder === 'zh' ? '引进龙头企业3家' : 'three leading firms');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type(to.citation);
  await page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor();
  await shoot('cite');
  await page.keyboard.press('Escape');
  await run(page, to.commands.explain);
  const input = page.locator('.quick-input-widget:visible input').first();
  await input.waitFor();
  await input.fill(to.topic);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: to.topic }).first().click();
  await page.frameLocator('iframe.webview.ready').frameLocator('#active-frame').locator('h2').first().waitFor();
  await shoot('explain');
}
