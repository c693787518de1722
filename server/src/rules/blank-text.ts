/** What makes an empty line in Markdown and HTML, and tags around nothing. */
const SPACES =
  /<!--[\s\S]*?-->|&(?:nbsp|ensp|emsp|thinsp);|<\/?(?:article|b|blockquote|br|center|div|font|li|ol|p|section|span|strong|ul)(?:\s[^<>]*|\/)?>/gi;
/** Rules, bullets without words and rows without anything in their cells: `---`, `-`, `1.`, `|  |  |`. */
const MARKS = /^(?:[\s|:*_+>-]*|\s*\d{1,3}[.)]\s*)$/;
/** What stands between the header of a table and its rows. */
const DELIMITER = /^[\s|:-]*-[\s|:-]*$/;

/** Nothing that a reader sees but lines and spaces; an image, a formula or other HTML is something. The header of a table says nothing where all rows are empty. */
export function isBlank(source: string): boolean {
  const lines = source.replace(SPACES, ' ').split('\n');
  return lines.every((line, i) => MARKS.test(line) || isHeaderOfNothing(lines, i));
}

function isHeaderOfNothing(lines: readonly string[], i: number): boolean {
  const [header = '', delimiter = '', row = ''] = lines.slice(i, i + 3);
  return header.includes('|') && delimiter.includes('|') && DELIMITER.test(delimiter) && row.includes('|');
}
