// Writes snippets/ from the framework and the cases, for editors that take VS Code's snippet files. Usage: node scripts/generate-snippets.ts
import { mkdirSync, writeFileSync } from 'node:fs';
import { CASES } from '../server/src/generated/cases.ts';
import { FRAMEWORK_PARTS } from '../server/src/generated/framework.ts';
import { caseSnippetsOf, LANGUAGES, snippetsOf } from './snippets.ts';

const folder = new URL('../snippets/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const language of LANGUAGES) {
  const snippets = {
    ...snippetsOf(FRAMEWORK_PARTS, language),
    ...caseSnippetsOf(CASES, FRAMEWORK_PARTS, language),
  };
  writeFileSync(new URL(`parkplan.${language}.json`, folder), `${JSON.stringify(snippets, undefined, 2)}\n`);
}
