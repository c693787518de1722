import type { FrontMatter, Plan } from '../plan/types.ts';
import { lineEnd } from './skeleton-fix.ts';
import type { Edit } from './types.ts';

/** `parkplan:` over `lines`, indented ones that end with a line end, for a plan whose front matter has no such key or that has none; undefined where that cannot be read. */
export function withParkplan(plan: Plan, lines: string): Edit | undefined {
  const { frontMatter, text } = plan;
  const whole = `parkplan:\n${lines}`;
  if (!frontMatter) return insertion(plan, text.charCodeAt(0) === 0xfeff ? 1 : 0, `---\n${whole}---\n\n`);
  if (!isReadable(frontMatter)) return undefined;
  const { start, end } = frontMatter.contentRange;
  // The content must end its line before a key can follow.
  const gap = end > start && text.charAt(end - 1) !== '\n' ? '\n' : '';
  return insertion(plan, end, `${gap}${whole}`);
}

export function isReadable({ data, problems }: FrontMatter): boolean {
  return data !== undefined || problems.length === 0;
}

/** With the line ends of the plan. */
export function insertion({ text }: Plan, at: number, newText: string): Edit {
  return { range: { start: at, end: at }, newText: newText.replaceAll('\n', lineEnd(text)) };
}
