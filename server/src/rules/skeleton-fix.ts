import type { CompiledTopic } from '../framework/compile.ts';
import type { ElementSource } from '../framework/types.ts';
import type { Plan, Section } from '../plan/types.ts';
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
  const at = section ? behind(section, exact, plan.text) : inkEnd(plan.text, plan.text.length);
  const level = Math.min(DEEPEST, (section?.heading?.level ?? 1) + 1);
  const heading = exact ? '' : `${'#'.repeat(level)} ${topic.title[plan.language]}\n\n`;
  const end = lineEnd(plan.text);
  // In HTML the next heading may stand in the same line.
  const gap = /^[\r\n]?$/.test(plan.text.charAt(at)) ? '' : '\n\n';
  const body = `\n\n${heading}${skeleton[plan.language].trim()}${gap}`.replaceAll('\n', end);
  return {
    title: filled(TITLE, topic.title),
    edits: [{ range: { start: at, end: at }, newText: at === 0 ? body.trimStart() : body }],
    automatic: false,
  };
}

/** Behind what a section says, and before the tags that open what follows it. */
function behind(section: Section, exact: boolean, text: Text): number {
  const least = section.heading?.range.end ?? 0;
  const at = inkEnd(text, exact ? bodyEnd(section) : section.range.end);
  const tags = OPENING.exec(text.slice(Math.max(least, at - MOST_TAGS), at));
  return tags && at < inkEnd(text, text.length) ? inkEnd(text, at - tags[0].length) : at;
}

const OPENING = /(?:<(?!br\b|hr\b|img\b|input\b)[a-z][^<>]*>\s*)+$/i;
/** Characters of tags. */
const MOST_TAGS = 400;

function bodyEnd({ bodyRange, heading }: Section): number {
  return Math.max(bodyRange.end, heading?.range.end ?? 0);
}

/** As the document ends its lines. */
export function lineEnd(text: Text): string {
  return /\r\n/.test(text.slice(0, 4096)) ? '\r\n' : '\n';
}
