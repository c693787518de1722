/** Names and errors in a notification: VS Code reads `[words](command:…)` there as a link that runs something, so the two brackets are parted. */
export function notificationText(text: string): string {
  return text.replaceAll('](', '] (');
}
