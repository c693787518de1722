import type { Plan } from '../plan/types.ts';
import { local } from './local.ts';
import { lineEnd } from './skeleton-fix.ts';
import type { Edit } from './types.ts';

const REASON = local('{{理由}}', '{{reason}}');

/**
 * The comment that suppresses `rule` where a finding starts, with a slot for the reason. Its own line where a block begins there;
 * within a block a line of its own would tear the block apart, so there it stands at the line's end. In the front matter nothing can be said: then it holds for the file.
 */
export function suppressionEdit(rule: string, at: number, plan: Plan): Edit {
  const { frontMatter, language } = plan;
  const text = plan.text.toString();
  const comment = (kind: string) => `<!-- parkplan-${kind} ${rule} -- ${REASON[language]} -->`;
  const end = lineEnd(text);
  if (frontMatter && at < frontMatter.range.end) {
    const after = nextLine(text, frontMatter.range.end);
    const gap = after === frontMatter.range.end ? end : '';
    return insertion(after, `${gap}${comment('disable-file')}${end}`);
  }
  const line = lineAround(text, at);
  const isHeading = /^ {0,3}#{1,6}(?:\s|$)/.test(line.text);
  if (isHeading || (opensBlock(text, line.start) && /^[^\s|>*+-]/.test(line.text) && !/^\d+[.)]\s/.test(line.text)))
    return insertion(line.start, `${comment('disable-next-line')}${end}`);
  const row = /\s*\|\s*$/.exec(line.text);
  const before = row ? row.index : line.text.trimEnd().length;
  return insertion(line.start + before, ` ${comment('disable-line')}`);
}

function insertion(at: number, newText: string): Edit {
  return { range: { start: at, end: at }, newText };
}

function lineAround(text: string, at: number): { start: number; text: string } {
  const start = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
  const length = text.slice(start).search(/[\r\n]/);
  return { start, text: length < 0 ? text.slice(start) : text.slice(start, start + length) };
}

/** Nothing stands before, or a blank line. */
function opensBlock(text: string, lineStart: number): boolean {
  const before = text.slice(0, lineStart).replace(/^\ufeff/, '');
  return before.trim() === '' || /(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)$/.test(before);
}

function nextLine(text: string, from: number): number {
  const found = /\r\n|\r|\n/g;
  found.lastIndex = from;
  const match = found.exec(text);
  return match ? match.index + match[0].length : from;
}
