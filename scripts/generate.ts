import { mkdirSync, writeFileSync } from 'node:fs';
import { charactersModule } from './generate-characters.ts';

const folder = new URL('../server/src/generated/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('characters.ts', folder), charactersModule());
