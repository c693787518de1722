import type { HtmlPiece } from './leaves.ts';
import type { Directive } from './types.ts';

const KINDS = new Map<string, Directive['kind']>([
  ['parkplan-disable', 'disable'],
  ['parkplan-enable', 'enable'],
  ['parkplan-disable-line', 'disable-line'],
  ['parkplan-disable-next-line', 'disable-next-line'],
  ['parkplan-disable-file', 'disable-file'],
]);

/**
 * The comments that speak to parkplan: `<!-- parkplan-disable-next-line rule1 rule2 -- reason -->`, `<!-- parkplan: talent here -->`.
 * `section` is not known yet.
 */
export function findDirectives(pieces: readonly HtmlPiece[]): Omit<Directive, 'section'>[] {
  const found: Omit<Directive, 'section'>[] = [];
  for (const { range, value } of pieces) {
    let from = value.indexOf('<!--');
    while (from >= 0) {
      const close = value.indexOf('-->', from + 4);
      const end = close < 0 ? value.length : close + 3;
      const one = readComment(value.slice(from + 4, close < 0 ? end : close), range.start + from + 4, {
        start: range.start + from,
        end: range.start + end,
      });
      if (one) found.push(one);
      from = value.indexOf('<!--', end);
    }
  }
  return found;
}

/** A command, or `parkplan:`, or a command without its hyphen; a remark on parkplan is none. */
const SPEAKS = /^\s*(parkplan(?:-[a-z][\w-]*?(?=--|[^\w-]|$)|(?=\s*[:：]|\s+(?:disable|enable|ignore)\b)))/i;
const DASHES = /--+|[—–]+/;
/** What parts the reason from the names, with blanks or without; a colon only behind a name. */
const REASON = /--+|[—–]+|(?<=\w\s{0,4})[:：]/;

function readComment(body: string, offset: number, range: Directive['range']): Omit<Directive, 'section'> | undefined {
  const word = SPEAKS.exec(body);
  if (!word) return undefined;
  const command = word[1]!.toLowerCase();
  const kind = KINDS.get(command);
  const rest = body.slice(word[0].length);
  const dashes = (kind ? REASON : DASHES).exec(rest);
  const list = dashes ? rest.slice(0, dashes.index) : rest;
  const reason = dashes ? rest.slice(dashes.index + dashes[0].length).trim() : '';
  const names = wordsIn(list, offset + word[0].length);
  const because = reason === '' ? {} : { reason };
  if (kind) return { range, kind, names, ...because };
  const here =
    command === 'parkplan' &&
    /^\s*[:：]/.test(rest) &&
    names.length > 1 &&
    names[names.length - 1]!.text.toLowerCase() === 'here';
  if (here) return { range, kind: 'here', names: names.slice(0, -1), ...because };
  return { range, kind: 'unknown', names, ...because };
}

function wordsIn(list: string, offset: number): Directive['names'] {
  return [...list.matchAll(/[^\s,，、:：]+/g)].map((match) => ({
    text: match[0],
    range: { start: offset + match.index, end: offset + match.index + match[0].length },
  }));
}
