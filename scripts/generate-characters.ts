import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Text of a TypeScript module that exports `PAIRS`: traditional and simplified characters in turn, one UTF-16 unit each.
 * From OpenCC's character table; characters with several readings (乾 → 干/乾) are left out, so that the fold never changes what a text says.
 */
export function charactersModule(): string {
  const table = readFileSync(fileURLToPath(import.meta.resolve('opencc-js/dict/TSCharacters')), 'utf8');
  const body = table.slice(table.indexOf('"') + 1, table.lastIndexOf('"'));
  let pairs = '';
  for (const entry of body.split('|')) {
    const [from, ...to] = entry.split(/\s+/);
    if (from?.length !== 1 || to.length !== 1 || to[0]?.length !== 1 || from === to[0]) continue;
    if (AMBIGUOUS.has(from)) continue;
    pairs += from + to[0];
  }
  return [
    '/** Made by scripts/generate-characters.ts from opencc-js (Apache-2.0): traditional and simplified characters in turn. */',
    `export const PAIRS =\n  '${pairs}';`,
    '',
  ].join('\n');
}

/** Written in simplified texts too, in a sense of their own. */
const AMBIGUOUS = new Set('乾著瀋藉夥麼徵覆瞭');
