/** A fence, comment or HTML that goes on over blank lines. */
export interface Open {
  /** What closes it. */
  readonly close: string;
  /** Units before it in its line: blanks, marks of quotes and lists. */
  readonly indent: number;
  readonly isQuoted: boolean;
}

/** Nothing, or HTML that goes on up to the next blank line and in which nothing opens. */
export type State = Open | 'closed' | 'tag';

/**
 * All states that a text may be in. Where a list or a quote ends, or whether a tag opens HTML, is for the parser to tell: then both count,
 * and a text is cut only where all are closed.
 */
export type States = readonly State[];

export const CLOSED: States = ['closed'];

export function isClosed(states: States): boolean {
  return states === CLOSED;
}

export function hasOpen(states: States): boolean {
  return states !== CLOSED && states.some((state) => typeof state !== 'string');
}

/** Behind a blank line. */
export function afterBlank(states: States): States {
  return states === CLOSED ? CLOSED : distinct(states.map((state) => (state === 'tag' ? 'closed' : state)));
}

/** Behind a line that is not blank. */
export function afterLine(states: States, line: string): States {
  if (states === CLOSED && !MAY_OPEN.test(line)) return CLOSED;
  const found: State[] = [];
  const open = () => {
    found.push(openedBy(line));
    if (TAG.test(line)) found.push('tag');
  };
  for (const state of states) {
    if (state === 'tag') found.push(state);
    else if (state === 'closed') open();
    else {
      found.push(closes(state, line) ? 'closed' : state);
      if (leaves(state, line)) open();
    }
  }
  return distinct(found);
}

const MAY_OPEN = /[`~<]/;
const TAG = /^[ \t]*</;

function distinct(states: States): States {
  const found: State[] = [];
  for (const state of states) if (!found.some((one) => isSame(one, state))) found.push(state);
  return found.length === 1 && found[0] === 'closed' ? CLOSED : found;
}

function isSame(a: State, b: State): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  return a.close === b.close && a.indent === b.indent && a.isQuoted === b.isQuoted;
}

/** A list or a quote may end before this line, and with it what is open inside. */
function leaves({ indent, isQuoted }: Open, line: string): boolean {
  const before = /^[ \t>]*/.exec(line)![0];
  return (isQuoted && !before.includes('>')) || before.length < indent;
}

function openedBy(line: string): State {
  const head = line.slice(0, 200);
  const prefix = PREFIX.exec(head)![0];
  const open = (close: string): Open => ({ close, indent: prefix.length, isQuoted: prefix.includes('>') });
  const fence = FENCE.exec(head.slice(prefix.length));
  if (fence) return open(fence[0]);
  const html = htmlOpenedBy(line);
  if (html) return open(html);
  const comment = line.lastIndexOf('<!--');
  const isOpen =
    comment >= 0 &&
    comment < 4000 &&
    !line.includes('-->', comment) &&
    /^[ \t>]*<!--/.test(line.slice(Math.max(0, comment - 40)));
  return isOpen ? open('-->') : 'closed';
}

const PREFIX = /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*/;
const FENCE = /^(?:`{3,}(?!.*`)|~{3,})/;

function closes({ close }: Open, line: string): boolean {
  const html = HTML_CLOSE.get(close);
  if (html) return html.test(line);
  if (close === '-->') return line.lastIndexOf('-->') > line.lastIndexOf('<!--');
  const bare = line
    .slice(0, 200)
    .replace(/^[ \t>]*/, '')
    .trimEnd();
  return bare.startsWith(close) && bare.replaceAll(close[0]!, '') === '';
}

/** HTML that goes on over blank lines, up to a line with its end; comments apart. CommonMark 0.31.2, section 4.6, kinds 1 and 3 to 5. */
const HTML_OPEN: readonly (readonly [open: RegExp, close: string])[] = [
  [/^[ \t]*<(?:script|pre|style|textarea)(?:[ \t>]|$)/i, '</pre>'],
  [/^[ \t]*<\?/, '?>'],
  [/^[ \t]*<!\[CDATA\[/, ']]>'],
  [/^[ \t]*<![A-Za-z]/, '>'],
];
const HTML_CLOSE: ReadonlyMap<string, RegExp> = new Map([
  ['</pre>', /<\/(?:script|pre|style|textarea)>/i],
  ['?>', /\?>/],
  [']]>', /\]\]>/],
  ['>', />/],
]);

/** What closes the HTML that a line opens and does not close. */
function htmlOpenedBy(line: string): string | undefined {
  if (!TAG.test(line)) return undefined;
  const close = HTML_OPEN.find(([open]) => open.test(line))?.[1];
  return close !== undefined && !HTML_CLOSE.get(close)!.test(line) ? close : undefined;
}
