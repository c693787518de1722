import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Text of a TypeScript module that exports `FOLDS`: each UTF-16 unit that is written otherwise in a normal text, and what it becomes (NUL: nothing), in turn.
 * Told beforehand, because asking of each unit takes longer than all else that a start does for texts.
 */
export function charactersModule(): string {
  const folds = new Map<number, number>();
  for (let code = 0; code < 65536; code++) {
    const folded = isPlain(code) ? code : foldCode(code);
    if (folded !== code) folds.set(code, folded);
  }
  for (const [from, to] of simplified()) folds.set(from.charCodeAt(0), to.charCodeAt(0));
  const units = [...folds].flat().map((code) => `\\u${code.toString(16).padStart(4, '0')}`);
  return [
    '/** Made by scripts/generate-characters.ts, traditional characters from opencc-js (Apache-2.0): what a character becomes in a normal text, in turn. */',
    `export const FOLDS =\n  '${units.join('')}';`,
    '',
  ].join('\n');
}

/** Han and Hangul syllables, surrogates, private use: no case, no width, no white space. */
function isPlain(code: number): boolean {
  return (code >= 0x3400 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xf8ff);
}

function foldCode(code: number): number {
  if (code >= 0xff01 && code <= 0xff5e) return foldCode(code - 0xfee0);
  const character = String.fromCharCode(code);
  if (DROPPED.includes(character)) return 0;
  if (/\s/.test(character)) return 32;
  if (code < 32 || code === 0x7f) return 0;
  if (character === '￥') return '¥'.charCodeAt(0);
  const lower = character.toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : code;
}

/** Quotation marks; characters without a width. */
const DROPPED = '“”„‟‘’‛"\'「」『』＂＇\u00ad\u200b\u200c\u200d\u2060\ufeff';

/**
 * Traditional and simplified characters of one UTF-16 unit each, from OpenCC's table; characters with several readings (乾 → 干/乾) are left out, so that
 * the fold never changes what a text says.
 */
function simplified(): [string, string][] {
  const table = readFileSync(fileURLToPath(import.meta.resolve('opencc-js/dict/TSCharacters')), 'utf8');
  const body = table.slice(table.indexOf('"') + 1, table.lastIndexOf('"'));
  return body.split('|').flatMap((entry): [string, string][] => {
    const [from, ...to] = entry.split(/\s+/);
    if (from?.length !== 1 || to.length !== 1 || to[0]?.length !== 1 || from === to[0]) return [];
    return AMBIGUOUS.has(from) ? [] : [[from, to[0]]];
  });
}

/** Written in simplified texts too, in a sense of their own. */
const AMBIGUOUS = new Set('乾著瀋藉夥麼徵覆瞭');
