import type { Evidence, NearMiss, TopicEvidence } from '../evidence/types.ts';
import type { CompiledTopic } from '../framework/compile.ts';
import type { ElementSource } from '../framework/types.ts';
import type { LocalText } from '../text.ts';
import { filled, local } from './local.ts';
import { notApplicableFix } from './not-applicable-fix.ts';
import { headingRange, type Place, placeOf } from './place.ts';
import { skeletonFix } from './skeleton-fix.ts';
import type { Fix, Related, RuleContext } from './types.ts';

/** What a finding about a topic that falls short has in common: where it stands, what is near, how to mend it. */
export interface Shortfall {
  readonly topic: CompiledTopic;
  readonly evidence: TopicEvidence;
  readonly place: Place;
}

export function shortfallOf(id: string, context: RuleContext): Shortfall | undefined {
  const topic = context.framework.topics.get(id);
  const found = context.evidence.get(id);
  return topic && found ? { topic, evidence: found, place: placeFor(topic, context) } : undefined;
}

/** Where no heading is about it, an element belongs to what the plan says of its pathway, sooner than to the first chapter of tasks. */
function placeFor(topic: CompiledTopic, { plan, framework, evidence }: RuleContext): Place {
  const place = placeOf(topic, plan, framework);
  if (place.exact || topic.pathway === undefined) return place;
  const said = sectionWithMost(evidence.get(topic.pathway)?.evidence ?? []);
  const section = said === undefined ? undefined : plan.sections[said];
  return section?.heading ? { range: headingRange(section, plan), section, exact: false } : place;
}

/** Where the plan commits to something in the most places: the first may name it in passing. */
function sectionWithMost(evidence: readonly Evidence[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { level, section } of evidence)
    if (level !== 'mentioned') counts.set(section, (counts.get(section) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return [...counts].find(([, count]) => count === most)?.[0];
}

/** Near misses and weak evidence, as places to look at. `isSure`: whether the weak evidence is said to name it. */
export function relatedTo({ evidence }: Shortfall, isSure = true): Related[] {
  return [
    ...evidence.evidence.slice(0, 3).map(({ range }) => ({ range, message: isSure ? MENTIONED : PERHAPS })),
    ...evidence.misses
      .slice(0, 3)
      .map(({ range, reason }) => ({ range, message: MISS_REASONS[reason], isAside: ASIDES.has(reason) })),
  ];
}

const MENTIONED = local('这里提到了，但没有具体安排', 'named here, without a commitment');
const PERHAPS = local('这里可能提到了，但没有具体安排', 'perhaps named here, without a commitment');
/** Why something near does not count. */
export const MISS_REASONS: Readonly<Record<NearMiss['reason'], LocalText>> = {
  trap: local('这里的字面相近，意思不同', 'these words mean something else here'),
  negated: local('这里是否定或描述缺失', 'this is denied, or a lack is described'),
  deferred: local('这里留待以后明确', 'this is left for later'),
  elsewhere: local('这里说的是别处的做法', 'this is about another place'),
  title: local('这里只是文件名称', 'this is the title of a document only'),
  contents: local('这里只是目录', 'this is a table of contents only'),
  placeholder: local('这里有待补充', 'this is still to be filled in'),
  partial: local('这里只说到一部分', 'this is only a part of what is asked'),
};

const ASIDES: ReadonlySet<NearMiss['reason']> = new Set(['trap', 'title', 'contents', 'partial']);

/** Skeleton first, then the excuse. */
export function fixesFor({ topic, place }: Shortfall, { plan }: RuleContext): Fix[] {
  return [skeletonFix(topic, place, plan), notApplicableFix(topic, plan)].filter((fix) => fix !== undefined);
}

const WHY = local('评审会问：{0}', 'A reviewer asks: {0}');
const COUNTS = local('写到什么程度才算：{0}', 'What counts: {0}');
const FITS = local('这条路径的适用条件：{0}', 'What the pathway needs: {0}');

export function whyOf({ topic }: Shortfall): LocalText {
  const { source } = topic;
  return 'question' in source ? filled(WHY, (source as ElementSource).question) : source.summary;
}

export function adviceOf({ topic }: Shortfall, prefix: LocalText): LocalText {
  const { source } = topic;
  const counts = 'counts' in source ? filled(COUNTS, (source as ElementSource).counts) : filled(FITS, source.fits);
  return { zh: `${prefix.zh}${counts.zh}`, en: `${prefix.en} ${counts.en}` };
}
