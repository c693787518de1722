import type { LocalText } from '../text.ts';

/** What a host rejects with when a file is there and cannot be read, in words for people. */
export class UnreadableError extends Error {
  readonly text: LocalText;

  constructor(text: LocalText) {
    super(text.en);
    this.text = text;
  }
}

/** The reason in words; of an error that nobody put into words its own message. */
export function unreadable(error: unknown): LocalText {
  if (error instanceof UnreadableError) return error.text;
  const message = error instanceof Error ? error.message : String(error);
  return { zh: message, en: message };
}
