import type { CompiledTopic } from '../framework/compile.ts';
import type { Plan } from '../plan/types.ts';
import { filled, local } from './local.ts';
import { insertion, isReadable, withParkplan } from './parkplan-key.ts';
import type { Edit, Fix } from './types.ts';

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
function editFor(plan: Plan, key: string, line: string): Edit | undefined {
  const { frontMatter } = plan;
  const indented = (by: number) => `${' '.repeat(by)}${line}\n`;
  const parkplan = frontMatter?.rangeOf(['parkplan'], 'key');
  if (!frontMatter || !parkplan) return withParkplan(plan, `  ${key}:\n${indented(4)}`);
  if (!isReadable(frontMatter)) return undefined;
  const text = plan.text.slice(0, frontMatter.range.end);
  if (!opensBlock(text, parkplan.end)) return undefined;
  const own = frontMatter.rangeOf(['parkplan', key], 'key');
  if (!own) return insertion(plan, nextLine(text, parkplan.end), `  ${key}:\n${indented(4)}`);
  if (!opensBlock(text, own.end)) return undefined;
  return insertion(plan, nextLine(text, own.end), indented(indentOf(text, own.start) + 2));
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
