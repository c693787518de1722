import type { FactInput } from './fact-input.ts';
import type { DateMention } from './types.ts';

/** Finds dates of one way of writing. */
export interface Reader {
  readonly pattern: RegExp;
  /** What it cannot do without: looked for first, since the pattern is slow where there is none. */
  readonly needs: RegExp;
  read(match: RegExpExecArray, context: Context): Omit<DateMention, 'range' | 'block'> | undefined;
}

/** What stands around a date, normalised. */
export interface Context {
  readonly before: string;
  readonly after: string;
  readonly clause: string;
  /** The clause up to the date, and behind it. */
  readonly ahead: string;
  readonly behind: string;
  /** The clause behind that one, where only a mark parts them. */
  readonly next: string;
  readonly section: FactInput['section'];
}

export const YEAR = '(?:19|20)\\d\\d';
export const HAS_YEAR = new RegExp(YEAR);
