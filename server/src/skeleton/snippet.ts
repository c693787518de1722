/** `{{what|such as}}`, or `{{such as}}`. */
const SLOT = /\{\{(?:[^|{}]*\|)?([^{}]*)\}\}/g;

/** A text with slots as a snippet (LSP's and VS Code's syntax): each slot becomes a tab stop that shows what it is such as; what a snippet would take for its own is escaped. */
export function snippetOf(text: string): string {
  let stop = 0;
  let at = 0;
  let snippet = '';
  for (const slot of text.matchAll(SLOT)) {
    stop++;
    snippet += `${plain(text.slice(at, slot.index))}\${${stop}:${slot[1]!.replace(/[\\$}]/g, '\\$&')}}`;
    at = slot.index + slot[0].length;
  }
  return snippet + plain(text.slice(at));
}

function plain(text: string): string {
  return text.replace(/[\\$]/g, '\\$&');
}

export function hasSlots(text: string): boolean {
  return text.search(SLOT) >= 0;
}
