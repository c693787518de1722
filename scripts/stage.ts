import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** Of the walkthrough; README's are more. */
const PICTURES = ['zh', 'en'].flatMap((language) =>
  ['cite', 'explain', 'problems', 'quick-fix', 'tree'].map((name) => `docs/images/${language}/${name}.png`),
);

/** What a window needs, and nothing else; `files` in package.json is the other list, for npm. */
const SHIPPED = [
  'client/icon.png',
  'client/view.svg',
  'client/preview.css',
  'docs/rules',
  ...PICTURES,
  'schemas',
  'snippets',
  'package.nls.json',
  'package.nls.zh-cn.json',
  'README.md',
  'README.zh-CN.md',
  'CHANGELOG.md',
  'LICENSE',
];

export const BUNDLES = ['extension.cjs', 'server.js', 'browser.js'];

/** What only npm reads; and `type`, for which the web worker host would refuse the extension's entry. */
const FOR_NPM = ['type', 'bin', 'files', 'scripts', 'devDependencies', 'allowScripts'];

export interface Manifest {
  [key: string]: unknown;
  publisher: string;
  name: string;
  version: string;
}

/** Lays out in `folder` what the .vsix holds, but for `dist/`. */
export function stageExtension(folder: string): Manifest {
  for (const path of SHIPPED) cpSync(join(ROOT, path), join(folder, path), { recursive: true });
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Manifest;
  for (const key of FOR_NPM) delete manifest[key];
  // npm shows both as they stand; VS Code takes them from package.nls.json in the person's language.
  const shown = { ...manifest, displayName: '%displayName%', description: '%description%' };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(shown, null, 2));
  return shown;
}
