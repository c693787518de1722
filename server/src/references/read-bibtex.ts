import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import type { SourceProblem } from '../framework/types.ts';
import { LineIndex } from '../text.ts';
import type { ReadBibliography } from './read-bibliography.ts';
import type { Reference } from './types.ts';

/** A stretch of a .bib file that starts with `@type{`. */
interface Piece {
  readonly start: number;
  readonly text: string;
  readonly key: string;
  /** `@string` and `@comment` hold no entry. */
  readonly isEntry: boolean;
}

/**
 * Reads BibTeX or BibLaTeX. An entry that is broken is a located problem and takes only itself along; of two with one key the first counts.
 * The parser stops at the first mistake, so that the file is cut where entries start and halved until the broken ones stand alone.
 */
export function readBibtex(path: string, text: string): ReadBibliography {
  const lines = new LineIndex(text);
  const problems: SourceProblem[] = [];
  const complain = (offset: number, zh: string, en: string) => {
    const { line, character } = lines.positionAt(offset);
    problems.push({ path, line: line + 1, column: character + 1, message: { zh, en } });
  };
  const pieces = piecesOf(text);
  if (pieces.length === 0 && text.trim() !== '')
    complain(
      text.search(/\S/),
      '没有找到 BibTeX 条目（应以“@类型{编号,”开头）',
      'No BibTeX entry found; one starts with "@type{key,"',
    );
  const strings = pieces.flatMap((piece) => (/^@string/i.test(piece.text) ? [piece.text] : [])).join('\n');
  const entries: Piece[] = [];
  const homes = new Map<string, number>();
  for (const piece of pieces) {
    if (!piece.isEntry) continue;
    const home = homes.get(piece.key);
    if (home !== undefined) {
      const line = lines.positionAt(home).line + 1;
      complain(
        piece.start,
        `文献编号“${piece.key}”已用于第 ${line} 行`,
        `The key "${piece.key}" is already used in line ${line}`,
      );
      continue;
    }
    homes.set(piece.key, piece.start);
    entries.push(piece);
  }
  const references: Reference[] = [];
  const parse = (some: readonly Piece[]): void => {
    if (some.length === 0) return;
    try {
      const read = plugins.input.chain(`${strings}\n${some.map((one) => one.text).join('\n')}`, {
        forceType: '@biblatex/text',
        generateGraph: false,
      });
      references.push(...(read as Reference[]).map(plain));
    } catch (error) {
      if (some.length > 1) {
        const middle = some.length >> 1;
        parse(some.slice(0, middle));
        parse(some.slice(middle));
      } else complainOf(some[0]!, error);
    }
  };
  const complainOf = ({ start, key }: Piece, error: unknown) => {
    const reason = (error instanceof Error ? error.message : String(error))
      .split('\n')[0]!
      .replace(/ at line \d+ col \d+:?/, '');
    complain(
      start,
      `文献“${key}”的写法有误，未采用：${reason}`,
      `The entry "${key}" is broken and left out: ${reason}`,
    );
  };
  parse(entries);
  return { references, problems: problems.sort((a, b) => a.line - b.line || a.column - b.column), offsets: homes };
}

function piecesOf(text: string): Piece[] {
  const starts = [...text.matchAll(/^[ \t]*@([A-Za-z]+)[ \t\r\n]*[{(][ \t\r\n]*([^,\s{}()"=#%]*)/gm)];
  return starts.map((match, i) => {
    const start = match.index + match[0].indexOf('@');
    const end = starts[i + 1]?.index ?? text.length;
    const isEntry = !/^(?:string|comment|preamble)$/i.test(match[1]!);
    return { start, text: text.slice(start, end), key: match[2]!, isEntry };
  });
}

/** CSL's fields as we use them; a language by its BibLaTeX name becomes a code. */
function plain({ language, ...reference }: Reference): Reference {
  if (language === undefined) return reference;
  return { ...reference, language: LANGUAGES[language.toLowerCase()] ?? language };
}

const LANGUAGES: Readonly<Record<string, string>> = {
  chinese: 'zh-CN',
  english: 'en',
  american: 'en',
  british: 'en',
  japanese: 'ja',
  german: 'de',
  french: 'fr',
};
