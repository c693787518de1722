/** What stands between two line ends of a paragraph and is not blank; the offsets are its paragraph's. */
export interface TextRow {
  /** Among all rows of its text. */
  readonly index: number;
  readonly from: number;
  readonly to: number;
  /** Ended by a hard line break. */
  readonly hard: boolean;
  /** Without white space around it. */
  readonly text: string;
}

const HARD = 0x2028;

export function rowsOf(text: string): TextRow[] {
  const rows: TextRow[] = [];
  let from = 0;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 10;
    if (code !== 10 && code !== 13 && code !== HARD) continue;
    const row = text.slice(from, i).trim();
    // The end of a wrapped row stays in its piece: it parts two English words.
    if (row !== '') rows.push({ index: rows.length, from, to: i, hard: code === HARD, text: row });
    from = i + 1;
  }
  return rows;
}
