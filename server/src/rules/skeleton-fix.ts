import type { CompiledTopic } from '../framework/compile.ts';
import type { ElementSource } from '../framework/types.ts';
import type { Plan } from '../plan/types.ts';
import { inkEnd, type Text } from '../text.ts';
import { filled, local } from './local.ts';
import type { Place } from './place.ts';
import type { Fix } from './types.ts';

const TITLE = local('插入“{0}”的骨架段落', 'Insert a skeleton for "{0}"');
const DEEPEST = 6;

/** Inserts an element's skeleton where it belongs; its `{{slots}}` are left to fill in. */
export function skeletonFix(topic: CompiledTopic, place: Place, plan: Plan): Fix | undefined {
  if (!('skeleton' in topic.source)) return undefined;
  const { skeleton } = topic.source as ElementSource;
  const { section, exact } = place;
  const at = inkEnd(plan.text, section ? (exact ? bodyEnd(section) : section.range.end) : plan.text.length);
  const level = Math.min(DEEPEST, (section?.heading?.level ?? 1) + 1);
  const heading = exact ? '' : `${'#'.repeat(level)} ${topic.title[plan.language]}\n\n`;
  const end = lineEnd(plan.text);
  const body = `\n\n${heading}${skeleton[plan.language].trim()}`.replaceAll('\n', end);
  return {
    title: filled(TITLE, topic.title),
    edits: [{ range: { start: at, end: at }, newText: at === 0 ? body.trimStart() : body }],
    automatic: false,
  };
}

function bodyEnd({ bodyRange, heading }: { bodyRange: { end: number }; heading?: { range: { end: number } } }): number {
  return Math.max(bodyRange.end, heading?.range.end ?? 0);
}

/** As the document ends its lines. */
export function lineEnd(text: Text): string {
  return /\r\n/.test(text.slice(0, 4096)) ? '\r\n' : '\n';
}
