import type { HeadingGuess } from './headings.ts';
import type { Line } from './lines.ts';
import { numberingOf } from './numbering.ts';
import type { ReadLine } from './read-piece.ts';
import { firstStatement } from './statement.ts';

/** Words with which a sentence of a plain paragraph starts, no heading. */
const NO_HEADING =
  /^(?:到|至|截至|本|该|其|凡|对|从|在|为|由|按|以|如|若|但|而|同时|此外|另外|其中|目前|近年|当前|我|今|这|那|一是|二是|三是|首先|其次|具体|特此|现将|请)|[,\d;:(]|(?:的|是|了)$/;

/** A pasted text loses the numbers that a word processor made: short lines over paragraphs, more of them than of other headings, are its headings. */
export function addPlainHeadings(
  lines: readonly ReadLine[],
  guesses: (HeadingGuess | undefined)[],
  inert: ReadonlySet<number>,
): void {
  const found: number[] = [];
  let plain = 0;
  let others = 0;
  for (let i = 0; i < lines.length; i++) {
    const guess = guesses[i];
    if (guess?.form === 'run-in') continue;
    if (guess) {
      if (guess.numbering || (guess.depth ?? 0) > 1 || guess.form === 'bold') others++;
      else if (guess.form === 'paragraph') plain++;
    } else if (!inert.has(i) && lines[i]!.plain && isOverText(lines, guesses, i)) found.push(i);
  }
  if (found.length + plain < LEAST_PLAIN || found.length + plain <= others) return;
  for (const i of found) guesses[i] = lines[i]!.plain;
}

const LEAST_PLAIN = 4;
/** Of a paragraph under a heading. */
const SHORTEST_TEXT = 30;

/** A paragraph, or a further heading over one, follows; before it a sentence ends. */
function isOverText(lines: readonly ReadLine[], guesses: readonly (HeadingGuess | undefined)[], i: number): boolean {
  const before = lines[i - 1];
  if (!before || !(isOver(before.normal.value) || before.plain || guesses[i - 1])) return false;
  for (let next = i + 1; next < lines.length && next <= i + 2; next++) {
    const line = lines[next]!;
    if (line.kind !== 'paragraph' && line.kind !== 'item') return false;
    if (isText(line.normal.value)) return true;
    if (!line.plain && !guesses[next]) return false;
  }
  return false;
}

/** A sentence ends with the line. */
export function isOver(value: string): boolean {
  return /[。.!?;:)]$/.test(value);
}

/** Long enough for a paragraph under a heading. */
export function isText(value: string): boolean {
  return value.length >= SHORTEST_TEXT;
}

/** The heading that a short line would be if it had a sign of one. */
export function plainGuess({ kind, leaf, normal: { value } }: Line): HeadingGuess | undefined {
  const { length } = value;
  if (kind !== 'paragraph' || leaf.kind === 'item' || length < 4) return undefined;
  if (length > (/[\u3400-\u9fff]/.test(value) ? 24 : 60) || /[。!?|.、,;]$/.test(value) || NO_HEADING.test(value))
    return undefined;
  return { form: 'paragraph', from: 0, to: length, end: length };
}

/** `建设公共平台。由园区……`: without a number a heading only where a section does so again and again. */
export function addUnnumberedRunIns(
  lines: readonly ReadLine[],
  guesses: (HeadingGuess | undefined)[],
  inert: ReadonlySet<number>,
): void {
  let from = 0;
  for (let i = 0; i <= lines.length; i++) {
    const boundary =
      i === lines.length ||
      (guesses[i] !== undefined && (guesses[i]!.form !== 'run-in' || guesses[i]!.numbering !== undefined));
    if (!boundary) continue;
    runInsBetween(lines, guesses, inert, from, i);
    from = i + 1;
  }
}

/** Of a run-in heading without a number. */
const MOST_WORDS = 24;

/** How a paragraph without a number begins. */
export interface Opening {
  /** Its first sentence, where that could be a heading. */
  readonly guess: HeadingGuess | undefined;
}

/** Undefined for what is short or numbered. */
export function openingOf({ kind, normal: { value } }: Line): Opening | undefined {
  if (kind === 'row' || kind === 'quote' || value.length < 30) return undefined;
  const dash = value.startsWith('——') ? 2 : 0;
  if (numberingOf(value.slice(dash, dash + 12))) return undefined;
  const statement = firstStatement(value, dash, MOST_WORDS);
  const words = statement ? value.slice(dash, statement.to) : '';
  const isHeading =
    statement?.mark === '。' && words.length <= MOST_WORDS && words.length >= 4 && !NO_HEADING.test(words);
  return { guess: isHeading ? { form: 'run-in', from: dash, to: statement.to, end: statement.end } : undefined };
}

function runInsBetween(
  lines: readonly ReadLine[],
  guesses: (HeadingGuess | undefined)[],
  inert: ReadonlySet<number>,
  from: number,
  to: number,
): void {
  const found: { index: number; guess: HeadingGuess }[] = [];
  let plain = 0;
  for (let i = from; i < to; i++) {
    const line = lines[i]!;
    if (inert.has(i) || guesses[i] || !line.opening) continue;
    plain++;
    const { guess } = line.opening;
    if (guess) found.push({ index: i, guess });
  }
  if (found.length < 3 || found.length * 2 < plain) return;
  for (const { index, guess } of found) guesses[index] = guess;
}
