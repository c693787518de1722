/** Markdown for people, from text that nobody vouches for. */

/** Text that shows as it is: no mark-up, no HTML, no links, on one line. */
export function escaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]()#+!|~<>&^$=:@-]/g, (mark) =>
      mark === '<' || mark === '>' || mark === '&' ? ENTITIES[mark]! : `\\${mark}`,
    )
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };

/** A link to a page on the web; only the text of one to anything else. */
export function link(text: string, url: string | undefined): string {
  if (url === undefined || !/^https?:\/\/[^\s<>()\\]+$/.test(url)) return escaped(text);
  return `[${escaped(text)}](<${url}>)`;
}

export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}
