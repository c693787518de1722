import type { CompiledTopic } from '../framework/compile.ts';
import type { Plan } from '../plan/types.ts';
import { filled, local } from './local.ts';
import { lineEnd } from './skeleton-fix.ts';
import type { Fix } from './types.ts';

const TITLE = local('在文件头注明“{0}”不适用及理由', 'Mark "{0}" as not applicable, with a reason');
const REASON = local('{{理由}}', '{{reason}}');

/** Excuses a topic in the front matter, with a reason to fill in. None where the front matter is written in a way that text cannot be added to. */
export function notApplicableFix(topic: CompiledTopic, plan: Plan): Fix | undefined {
  const reason = REASON[plan.language];
  const edit =
    topic.kind === 'pathway'
      ? editFor(plan, 'pathways', `${topic.id}: { role: not-applicable, reason: "${reason}" }`)
      : editFor(plan, 'not-applicable', `${topic.id}: "${reason}"`);
  return edit && { title: filled(TITLE, topic.title), edits: [edit], automatic: false };
}

/** `line` below `parkplan: key:`. */
function editFor(plan: Plan, key: string, line: string): Fix['edits'][number] | undefined {
  const { frontMatter } = plan;
  const end = lineEnd(plan.text);
  const start = plan.text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const insert = (at: number, newText: string) => ({
    range: { start: at, end: at },
    newText: newText.replaceAll('\n', end),
  });
  const indented = (by: number) => `${' '.repeat(by)}${line}\n`;
  const whole = `parkplan:\n  ${key}:\n${indented(4)}`;
  if (!frontMatter) return insert(start, `---\n${whole}---\n\n`);
  if (frontMatter.data === undefined && frontMatter.problems.length > 0) return undefined;
  const text = plan.text.slice(0, frontMatter.range.end);
  const parkplan = frontMatter.rangeOf(['parkplan'], 'key');
  if (!parkplan) return insert(frontMatter.contentRange.end, `${separator(plan)}${whole}`);
  if (!opensBlock(text, parkplan.end)) return undefined;
  const own = frontMatter.rangeOf(['parkplan', key], 'key');
  if (!own) return insert(nextLine(text, parkplan.end), `  ${key}:\n${indented(4)}`);
  if (!opensBlock(text, own.end)) return undefined;
  return insert(nextLine(text, own.end), indented(indentOf(text, own.start) + 2));
}

/** The content must end its line before a key can follow. */
function separator({ text, frontMatter }: Plan): string {
  const { start, end } = frontMatter!.contentRange;
  return end > start && text.charAt(end - 1) !== '\n' ? '\n' : '';
}

/** `key:` and nothing else on its line: a block mapping follows. */
function opensBlock(text: string, from: number): boolean {
  return /^\s*:[ \t]*(?:#[^\n]*)?\r?\n/.test(text.slice(from, from + 200));
}

function nextLine(text: string, from: number): number {
  return text.indexOf('\n', from) + 1;
}

function indentOf(text: string, at: number): number {
  return at - (text.lastIndexOf('\n', at - 1) + 1);
}
