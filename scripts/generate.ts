// Makes server/src/generated, which is not committed. Usage: node scripts/generate.ts
import { mkdirSync, writeFileSync } from 'node:fs';
import { exit } from 'node:process';
import { charactersModule } from './generate-characters.ts';
import { dataModules } from './generate-data.ts';
import { pinyinModule } from './generate-pinyin.ts';
import { validatorModules } from './generate-validators.ts';

const folder = new URL('../server/src/generated/', import.meta.url);
const write = (name: string, text: string) => writeFileSync(new URL(name, folder), text);

mkdirSync(new URL('validators/', folder), { recursive: true });
write('characters.ts', charactersModule());
for (const [name, text] of await validatorModules()) write(`validators/${name}`, text);
try {
  const data = await dataModules();
  write('framework.ts', data.framework);
  write('cases.ts', data.cases);
  write('pinyin.ts', pinyinModule(data.names));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  exit(1);
}
