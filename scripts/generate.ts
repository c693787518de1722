import { mkdirSync, writeFileSync } from 'node:fs';
import { charactersModule } from './generate-characters.ts';
import { validatorsModule } from './generate-validators.ts';

const folder = new URL('../server/src/generated/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('characters.ts', folder), charactersModule());
const validators = await validatorsModule();
writeFileSync(new URL('validators.js', folder), validators.js);
writeFileSync(new URL('validators.d.ts', folder), validators.dts);
