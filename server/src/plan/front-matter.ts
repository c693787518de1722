import { type Document, isMap, isNode, isPair, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import type { Range } from '../text.ts';
import type { FrontMatter, FrontMatterProblem } from './types.ts';

/**
 * Reads the YAML between `---` fences at the very start (after a byte order mark). Undefined when there is none.
 * Malformed YAML and a fence that is never closed are problems in the result; an unclosed one ends before the first blank line or heading.
 */
export function readFrontMatter(text: string): FrontMatter | undefined {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const open = /---[ \t]*(?:\r\n|\r|\n)/y;
  open.lastIndex = start;
  if (!open.test(text)) return undefined;
  const from = open.lastIndex;
  const closing = closingFence(text, from);
  const end = closing?.start ?? unclosedEnd(text, from);
  const content = text.slice(from, end);
  if (closing === undefined ? !KEY_LINE.test(content) : !looksLikeYaml(content)) return undefined;
  const problems: FrontMatterProblem[] = [];
  const { document, data } = readYaml(content, from, problems);
  if (closing === undefined) {
    problems.push({
      range: { start, end: start + 3 },
      message: 'The front matter is not closed by a line of ---',
      code: 'UNCLOSED',
    });
  }
  return {
    range: { start, end: closing?.end ?? end },
    contentRange: { start: from, end },
    data,
    problems,
    rangeOf: (path, what = 'value') => rangeAt(document, path, what, from, end),
  };
}

/** A key at the start of a line; Chinese keys too. */
const KEY_LINE = /^[\p{L}_"'][^\s:#]{0,40}[ \t]*:(?=\s|$)/u;

/** A thematic break at the start of a plan opens no front matter. */
function looksLikeYaml(content: string): boolean {
  for (const line of content.split(/\r\n|\r|\n/)) {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    return (
      /^[^。，；：]{0,60}:(?:\s|$)/.test(trimmed) ||
      /^[-{[?&*!|>%@`"']/.test(trimmed) ||
      /^[\w-]{1,60}\s*[:=]/.test(trimmed) ||
      (trimmed.length < 20 && !/[。；]$/.test(trimmed))
    );
  }
  return true;
}

function closingFence(text: string, from: number): Range | undefined {
  const fence = /^(?:---|\.\.\.)[ \t]*$/gm;
  fence.lastIndex = from;
  const match = fence.exec(text);
  return match ? { start: match.index, end: match.index + match[0].length } : undefined;
}

function unclosedEnd(text: string, from: number): number {
  const stop = /^[ \t]*(?:#{1,6}[ \t].*)?$/gm;
  stop.lastIndex = from;
  return stop.exec(text)?.index ?? text.length;
}

function readYaml(
  content: string,
  from: number,
  problems: FrontMatterProblem[],
): { document: Document | undefined; data: unknown } {
  try {
    const document = parseDocument(content, { prettyErrors: false, logLevel: 'silent' });
    for (const { message, pos, code } of [...document.errors, ...document.warnings]) {
      const start = Math.min(pos[0], content.length);
      problems.push({
        range: { start: from + start, end: from + Math.max(start, Math.min(pos[1], content.length)) },
        message,
        code,
      });
    }
    if (document.errors.length > 0) return { document, data: undefined };
    return { document, data: document.toJS({ maxAliasCount: 100 }) };
  } catch (error) {
    problems.push({
      range: { start: from, end: from + content.length },
      message: error instanceof Error ? error.message : String(error),
      ...(error instanceof ReferenceError ? { code: 'BAD_ALIAS' } : {}),
    });
    return { document: undefined, data: undefined };
  }
}

function rangeAt(
  document: Document | undefined,
  path: readonly (string | number)[],
  what: 'key' | 'value',
  from: number,
  end: number,
): Range | undefined {
  let node: unknown = document?.contents;
  let key: Node | undefined;
  for (const step of path) {
    key = undefined;
    if (isMap(node)) {
      const pair = node.items.find((one) => isPair(one) && isScalar(one.key) && String(one.key.value) === String(step));
      if (!pair) return undefined;
      key = isNode(pair.key) ? pair.key : undefined;
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number' && step < node.items.length) node = node.items[step];
    else return undefined;
  }
  const found = what === 'key' ? key : isNode(node) && node.range && node.range[1] > node.range[0] ? node : key;
  if (!found?.range) return undefined;
  return { start: Math.min(from + found.range[0], end), end: Math.min(from + found.range[1], end) };
}
