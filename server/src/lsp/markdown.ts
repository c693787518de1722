/** Text as code on one line, whatever marks of code it holds itself. */
export function code(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const runs = (line.match(/`+/g) ?? []).map(({ length }) => length);
  const fence = '`'.repeat(1 + Math.max(0, ...runs));
  const gap = runs.length > 0 ? ' ' : '';
  return `${fence}${gap}${line}${gap}${fence}`;
}

/** Items of a list, each on one line and escaped already. */
export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}
