import { pinyin } from 'pinyin-pro';

/** Place names whose characters are read otherwise than alone. Where pinyin-pro does not know it, the reading stands behind the name. */
const PLACES = [
  '重庆',
  '厦门',
  '乐清=yue qing',
  '台州',
  '丽水',
  '六安=lu an',
  '蚌埠',
  '番禺',
  '长沙',
  '长春',
  '长兴',
  '长三角',
  '东莞',
  '铅山=yan shan',
  '朝阳',
  '单县',
  '涪陵',
  '会稽=kuai ji',
  '鄞州',
  '亳州',
  '歙县',
];

/**
 * Text of a module with what a search by pinyin needs: the usual reading of every character of GB 2312, and words read otherwise.
 * `texts`: names in which such words are looked for. Readings by pinyin-pro (MIT), without tones; ü is v, as people type it.
 */
export function pinyinModule(texts: Iterable<string>): string {
  const usual = new Map(charactersOfGb2312().map((character) => [character, readingOf(character)[0]!]));
  const bySyllable = new Map<string, string>();
  for (const [character, syllable] of usual) bySyllable.set(syllable, (bySyllable.get(syllable) ?? '') + character);
  const words = new Map<string, string>();
  for (const place of PLACES) {
    const [word = '', told] = place.split('=');
    const reading = told ?? readingOf(word).join(' ');
    if (reading !== [...word].map((c) => usual.get(c)).join(' ')) words.set(word, reading);
  }
  for (const text of texts)
    for (const run of text.match(/\p{Script=Han}{2,}/gu) ?? [])
      for (const [word, reading] of unusual(run, usual)) words.set(word, reading);
  const sorted = (entries: Iterable<[string, string]>) => [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    '/** Made by scripts/generate-pinyin.ts. */',
    '/** `syllable` and the characters that are usually read so, parted by bars. */',
    `export const SYLLABLES =\n  '${sorted(bySyllable)
      .map(([syllable, characters]) => syllable + characters)
      .join('|')}';`,
    '/** Words in which a character is read otherwise: `重庆chong qing`, parted by bars. */',
    `export const WORDS =\n  '${sorted(words)
      .map(([word, reading]) => word + reading)
      .join('|')}';`,
    '',
  ].join('\n');
}

/** Pairs of characters of a name in which one is not read as usual. */
function* unusual(run: string, usual: ReadonlyMap<string, string>): Iterable<[string, string]> {
  const reading = readingOf(run);
  for (let i = 0; i < run.length; i++) {
    if (reading[i] === usual.get(run[i]!) || !usual.has(run[i]!)) continue;
    const from = i + 1 < run.length ? i : i - 1;
    const pair = run.slice(from, from + 2);
    const alone = readingOf(pair);
    if (alone[0] === reading[from] && alone[1] === reading[from + 1]) yield [pair, alone.join(' ')];
  }
}

function readingOf(text: string): string[] {
  return pinyin(text, { toneType: 'none', type: 'array', v: true });
}

/** The 6763 characters that simplified texts are written with, in two levels: rows 16 to 87. */
function charactersOfGb2312(): string[] {
  const decoder = new TextDecoder('gb18030');
  const characters: string[] = [];
  for (let row = 0xb0; row <= 0xf7; row++)
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const character = decoder.decode(Uint8Array.of(row, cell));
      if (/^\p{Script=Han}$/u.test(character)) characters.push(character);
    }
  return characters;
}
