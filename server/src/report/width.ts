import { eastAsianWidth } from 'get-east-asian-width';

const TAB = 4;
const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}\u{1160}-\u{11FF}]$/u;

/**
 * A character as a terminal may show it: control characters become their pictures (␛), so that no text of a plan can steer the terminal; a tab becomes the spaces to the
 * next stop. `column` counts cells.
 */
export function shownCharacter(character: string, column: number): { readonly text: string; readonly width: number } {
  const code = character.codePointAt(0) ?? 0;
  if (code === 9) {
    const width = TAB - (column % TAB);
    return { text: ' '.repeat(width), width };
  }
  if (code < 32) return { text: String.fromCharCode(0x2400 + code), width: 1 };
  if (code === 127) return { text: '\u2421', width: 1 };
  // C1 controls, and marks that reverse the direction of what follows.
  if ((code > 127 && code < 160) || (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)) {
    return { text: '\ufffd', width: 1 };
  }
  if (code >= 0xd800 && code <= 0xdfff) return { text: '\ufffd', width: 1 };
  if (code < 128) return { text: character, width: 1 };
  if (NO_WIDTH.test(character)) return { text: character, width: 0 };
  return { text: character, width: eastAsianWidth(code) };
}

/** Text of one line made safe for a terminal. */
export function shownText(text: string): string {
  let shown = '';
  let column = 0;
  for (const character of text) {
    const one = shownCharacter(character, column);
    shown += one.text;
    column += one.width;
  }
  return shown;
}

/** Cells that a text takes. */
export function widthOf(text: string): number {
  let column = 0;
  for (const character of text) column += shownCharacter(character, column).width;
  return column;
}

/** `text` with spaces up to `width` cells; cut with … when it is wider. */
export function padTo(text: string, width: number): string {
  const fitted = fitTo(text, width);
  return fitted + ' '.repeat(Math.max(0, width - widthOf(fitted)));
}

/** `text` cut to at most `width` cells, with … where something is left out. */
export function fitTo(text: string, width: number): string {
  let shown = '';
  let column = 0;
  let room = '';
  for (const character of text) {
    const one = shownCharacter(character, column);
    // What still fits when … has to follow.
    if (column + one.width <= width - 1) room = shown + one.text;
    if (column + one.width > width) return `${room}…`;
    shown += one.text;
    column += one.width;
  }
  return shown;
}
