import { lineIndexOf } from '../rope.ts';
import type { Text } from '../text.ts';

/** The line up to an offset. */
export function lineBefore(text: Text, offset: number): string {
  const lines = lineIndexOf(text);
  return text.slice(lines.lineStart(lines.positionAt(offset).line), offset);
}

/** The line from an offset on, without its end mark. */
export function lineBehind(text: Text, offset: number): string {
  const lines = lineIndexOf(text);
  return text.slice(offset, lines.lineStart(lines.positionAt(offset).line + 1)).replace(/[\r\n]+$/, '');
}
