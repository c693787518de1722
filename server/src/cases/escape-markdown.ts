/** Text that Markdown shows as it is: no marks, no HTML, no line breaks, no links. */
export function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** A link to a web address; the words alone where the address is anything else. */
export function linkTo(words: string, address: string | undefined): string {
  const shown = escapeMarkdown(words);
  if (address === undefined || !/^https?:\/\/[^\s<>\\]+$/i.test(address)) return shown;
  return `[${shown}](<${address}>)`;
}
