import { SYLLABLES, WORDS } from '../generated/pinyin.ts';

export interface Pinyin {
  /** `kun shan xiao he suan`; what is not Han stays as it is. */
  readonly syllables: readonly string[];
  /** `ksxhs` */
  readonly initials: string;
}

/** Reading of a normalised text, without tones; ü is v. */
export function pinyinOf(normal: string): Pinyin {
  const { byCharacter, byWord } = tables();
  const syllables: string[] = [];
  let other = '';
  const flush = () => {
    if (other.trim() !== '')
      syllables.push(
        ...other
          .trim()
          .split(/[^\p{L}\p{N}]+/u)
          .filter((part) => part !== ''),
      );
    other = '';
  };
  for (let i = 0; i < normal.length; i++) {
    const word = byWord.get(normal.slice(i, i + 2));
    const reading = byCharacter.get(normal[i]!);
    if (reading === undefined) {
      other += normal[i]!;
      continue;
    }
    flush();
    if (word) {
      syllables.push(...word);
      i++;
    } else syllables.push(reading);
  }
  flush();
  return { syllables, initials: syllables.map((syllable) => syllable[0]).join('') };
}

interface Tables {
  readonly byCharacter: ReadonlyMap<string, string>;
  /** Words of two characters. */
  readonly byWord: ReadonlyMap<string, readonly string[]>;
}

let made: Tables | undefined;

/** Made when first asked for: most runs never search. */
function tables(): Tables {
  if (made) return made;
  const byCharacter = new Map<string, string>();
  for (const entry of SYLLABLES.split('|')) {
    const syllable = /^[a-z]+/.exec(entry)?.[0] ?? '';
    for (const character of entry.slice(syllable.length)) byCharacter.set(character, syllable);
  }
  const byWord = new Map<string, readonly string[]>();
  for (const entry of WORDS.split('|')) {
    const reading = /[a-z ]+$/.exec(entry)?.[0] ?? '';
    byWord.set(entry.slice(0, -reading.length), reading.split(' '));
  }
  made = { byCharacter, byWord };
  return made;
}
