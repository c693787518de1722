import type { Plan } from '../plan/types.ts';
import { lineIndexOf } from '../rope.ts';
import { inkStart } from '../text.ts';
import { local } from './local.ts';
import { lineEnd } from './skeleton-fix.ts';
import type { Edit } from './types.ts';

const REASON = local('{{理由}}', '{{reason}}');

/**
 * The comment that suppresses `rule` where a finding starts, with a slot for the reason. Its own line where a block begins there;
 * within a block a line of its own would tear the block apart, so there it stands at the line's end, or before the tag that goes on in the next line. In the front
 * matter nothing can be said: then it holds for the file.
 */
export function suppressionEdit(rule: string, at: number, plan: Plan): Edit {
  const { text, frontMatter, language } = plan;
  const lines = lineIndexOf(text);
  const comment = (kind: string) => `<!-- parkplan-${kind} ${rule} -- ${REASON[language]} -->`;
  const end = lineEnd(text);
  if (frontMatter && at < frontMatter.range.end) {
    const after = lines.lineStart(lines.positionAt(frontMatter.range.end).line + 1);
    const gap = after === frontMatter.range.end ? end : '';
    return insertion(after, `${gap}${comment('disable-file')}${end}`);
  }
  const { line } = lines.positionAt(at);
  const start = lines.lineStart(line);
  const words = text.slice(start, lines.lineStart(line + 1)).trimEnd();
  const isHeading = /^ {0,3}#{1,6}(?:\s|$)/.test(words);
  // Nothing stands before, or a blank line.
  const opensBlock = inkStart(text, 0) >= start || BLANK.test(text.slice(lines.lineStart(line - 1), start));
  if (isHeading || (opensBlock && /^[^\s|>*+-]/.test(words) && !/^\d+[.)]\s/.test(words)))
    return insertion(start, `${comment('disable-next-line')}${end}`);
  const tail = /\s*\|$|<[a-z/][^<>]*$/i.exec(words);
  return insertion(start + (tail ? tail.index : words.length), ` ${comment('disable-line')}`);
}

/** As Markdown has it: a line of wide spaces is a paragraph. */
const BLANK = /^[ \t]*[\r\n]+$/;

function insertion(at: number, newText: string): Edit {
  return { range: { start: at, end: at }, newText };
}
