import MarkdownIt from 'markdown-it';

/** Markdown as a careless editor would show it: with HTML let through. */
export function rendered(markdown: string): string {
  return new MarkdownIt({ html: true }).render(markdown);
}
