// Writes l10n/ from the catalogue of words. Usage: node scripts/generate-l10n.ts
import { mkdirSync, writeFileSync } from 'node:fs';
import { chineseBundle } from './l10n.ts';

const folder = new URL('../l10n/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('bundle.l10n.zh-cn.json', folder), `${JSON.stringify(chineseBundle(), undefined, 2)}\n`);
