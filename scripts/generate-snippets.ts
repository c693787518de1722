// Writes snippets/ from the framework, for editors that take VS Code's snippet files. Usage: node scripts/generate-snippets.ts
import { mkdirSync, writeFileSync } from 'node:fs';
import { FRAMEWORK_PARTS } from '../server/src/generated/framework.ts';
import { LANGUAGES, snippetsOf } from './snippets.ts';

const folder = new URL('../snippets/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const language of LANGUAGES)
  writeFileSync(
    new URL(`parkplan.${language}.json`, folder),
    `${JSON.stringify(snippetsOf(FRAMEWORK_PARTS, language), undefined, 2)}\n`,
  );
