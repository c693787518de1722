import pico from 'picocolors';
import type { Paint } from '../report/paint.ts';
import type { Locale, LocalText } from '../text.ts';
import { say } from '../text.ts';
import { type WordKey, word } from '../words/catalogue.ts';

/** What every command is given: the language, and where to write. */
export interface Context {
  readonly locale: Locale;
  readonly paint: Paint;
  /** Cells of a line on the screen. */
  readonly columns: number;
  /** The result. */
  print(text: string): void;
  /** Notes that are not the result go to standard error. */
  note(text: string): void;
  word(key: WordKey, ...values: readonly (string | number)[]): string;
}

export const EXIT = { clean: 0, findings: 1, failed: 2 } as const;

/** Cells of a line in a file or a pipe, which no screen cuts off. */
export const COLUMNS_OF_FILE = 160;

export function makeContext(locale: Locale, color: boolean): Context {
  return {
    locale,
    paint: pico.createColors(color && wantsColor()),
    columns: process.stdout.columns ?? COLUMNS_OF_FILE,
    print: (text) => void process.stdout.write(text),
    note: (text) => void process.stderr.write(text.endsWith('\n') ? text : `${text}\n`),
    word: (key, ...values) => word(locale, key, ...values),
  };
}

/** See no-color.org and force-color.org. */
function wantsColor(): boolean {
  if (process.env['NO_COLOR']) return false;
  const forced = process.env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return process.stdout.isTTY === true && process.env['TERM'] !== 'dumb';
}

/** A mistake in how the tool was called or in what it was given: told without a stack, exit code 2. */
export class UsageError extends Error {
  readonly text: LocalText;

  constructor(text: LocalText) {
    super(text.en);
    this.text = text;
  }
}

/** An error in the words of the user; what nobody foresaw comes with its stack, for a report. */
export function tellError(error: unknown, context: Pick<Context, 'locale' | 'note' | 'word'>): void {
  if (error instanceof UsageError) {
    context.note(context.word('errorLabel') + say(error.text, context.locale));
    return;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  context.note(context.word('errorLabel') + context.word('unexpectedError', detail));
}
