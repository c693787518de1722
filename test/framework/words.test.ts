import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { chineseBundle } from '../../scripts/l10n.ts';
import { editorWords } from '../../server/src/words/editor.ts';

const root = new URL('../../', import.meta.url);
const json = (path: string) => JSON.parse(readFileSync(new URL(path, root), 'utf8'));
const sources = readdirSync(new URL('client/src/', root), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(new URL(`client/src/${name}`, root), 'utf8'))
  .join('\n');

test('l10n/ says what the catalogue says; `npm run generate` makes it anew', () => {
  assert.deepEqual(json('l10n/bundle.l10n.zh-cn.json'), chineseBundle());
});

test('every word that the extension asks for is in the catalogue, and every one there is asked for', () => {
  const asked = new Set([...sources.matchAll(/\bt\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, words]) => words));
  const known = new Set(Object.values(editorWords).map(({ en }): string => en));
  assert.deepEqual(
    [...asked].filter((words) => !known.has(words!)),
    [],
  );
  assert.deepEqual(
    [...known].filter((words) => !asked.has(words)),
    [],
  );
});

test('the manifest’s words stand in both languages, each is used, and the files that it names are there', () => {
  const [english, chinese] = [json('package.nls.json'), json('package.nls.zh-cn.json')] as Record<string, string>[];
  assert.deepEqual(Object.keys(english!).sort(), Object.keys(chinese!).sort());
  const manifest = readFileSync(new URL('package.json', root), 'utf8');
  const used = new Set([...manifest.matchAll(/%([^%"]+)%/g)].map(([, key]) => key!));
  for (const key of ['displayName', 'description']) used.add(key);
  assert.deepEqual([...used].sort(), Object.keys(english!).sort());
  const { contributes } = json('package.json');
  const paths = [
    ...contributes.snippets.map(({ path }: { path: string }) => path),
    ...contributes.jsonValidation.map(({ url }: { url: string }) => url),
    ...contributes.yamlValidation.map(({ url }: { url: string }) => url),
    ...contributes['markdown.previewStyles'],
    ...Object.keys(english!)
      .filter((key) => key.endsWith('.image'))
      .flatMap((key) => [english![key]!, chinese![key]!]),
  ];
  for (const path of paths) assert.ok(existsSync(new URL(path, root)), path);
});

test('settings of the manifest are those of the protocol, with the same defaults', async () => {
  const { DEFAULT_SETTINGS } = await import('../../server/src/lsp/settings.ts');
  const { properties } = json('package.json').contributes.configuration;
  const own = Object.entries(properties as Record<string, { default: unknown }>)
    .filter(([key]) => key !== 'parkplan.trace.server')
    .map(([key, { default: value }]) => [key.replace('parkplan.', ''), value]);
  assert.deepEqual(Object.fromEntries(own), DEFAULT_SETTINGS);
});
