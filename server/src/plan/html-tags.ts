const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Nothing of them is words: the browser runs them, draws them or shows them elsewhere. */
export const HIDDEN = set('iframe noembed noframes script style svg template textarea title');
export const LISTS = set('dir menu ol ul');
export const GROUPS = set('tbody tfoot thead');
/** All that makes a table. */
export const OF_TABLES = set('caption table tbody td tfoot th thead tr');
export const HEADING = /^h[1-6]$/;
/** What a line of its own begins and ends with, besides lists, tables and headings. */
const OTHERS = set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form head header hr html legend li main nav p pre search section summary',
);
/** What a blank line does not end. */
export const GOES_ON = set('caption dir li menu ol table tbody td tfoot th thead tr ul');

export function isBlock(name: string): boolean {
  return OTHERS.has(name) || LISTS.has(name) || OF_TABLES.has(name) || HEADING.test(name);
}

const BLOCK_TAG = /^<\/?([a-z][a-z\d]*)(?=[\s>]|\/>|$)/i;

/** Whether a stretch without blank lines is HTML to its end, whatever stands in it. CommonMark 0.31.2, section 4.6, kind 6. */
export function isAllHtml(stretch: string): boolean {
  const name = BLOCK_TAG.exec(stretch.slice(0, 40))?.[1]?.toLowerCase();
  return name !== undefined && name !== 'pre' && isBlock(name);
}

/** How many tables are open behind a stretch of HTML, of so many before it. */
export function openTables(html: string, before: number): number {
  if (!html.includes('<')) return before;
  let open = before;
  for (const [, slash] of html.matchAll(TABLE_TAG)) open = slash === '' ? open + 1 : Math.max(0, open - 1);
  return open;
}

const TABLE_TAG = /<(\/?)table(?=[\s>])/gi;
