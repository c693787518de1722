import type { Text } from '../text.ts';
import type { Edit, Finding } from './types.ts';

/**
 * The edits of the automatic fixes of `findings` in order, at most one fix per finding, each whole or not at all; a fix that touches one already taken waits for the next round.
 * New lines end as the text's lines do.
 */
export function automaticEdits(text: Text, findings: readonly Finding[]): Edit[] {
  const taken: Edit[] = [];
  for (const finding of findings) {
    const fix = finding.fixes.find((one) => one.automatic);
    if (fix && fix.edits.length > 0 && fix.edits.every((edit) => !taken.some((other) => touch(edit, other)))) {
      taken.push(...fix.edits);
    }
  }
  if (taken.length === 0) return [];
  const lineEnd = dominantLineEnd(text.toString());
  return taken
    .sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end)
    .map(({ range, newText }) => ({ range, newText: newText.replace(/\r\n|\r|\n/g, lineEnd) }));
}

/** `text` with edits that are in order and do not overlap. */
export function edited(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { range, newText } of edits) {
    parts.push(text.slice(at, range.start), newText);
    at = range.end;
  }
  return parts.join('') + text.slice(at);
}

/** Applies the automatic fixes; undefined when there is nothing to apply. */
export function applyAutomaticFixes(text: string, findings: readonly Finding[]): string | undefined {
  const fixed = edited(text, automaticEdits(text, findings));
  return fixed === text ? undefined : fixed;
}

/** Two edits overlap, or insert at the same place. */
function touch(a: Edit, b: Edit): boolean {
  if (a.range.start === b.range.start) return true;
  return a.range.start < b.range.end && b.range.start < a.range.end;
}

/** The line end that most lines have; a lone CR counts too. */
export function dominantLineEnd(text: string): '\n' | '\r\n' | '\r' {
  let crlf = 0;
  let lf = 0;
  let cr = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) lf++;
    else if (code === 13) {
      if (text.charCodeAt(i + 1) === 10) {
        crlf++;
        i++;
      } else cr++;
    }
  }
  if (crlf > lf && crlf >= cr) return '\r\n';
  return cr > lf ? '\r' : '\n';
}
