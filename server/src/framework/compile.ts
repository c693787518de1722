import type { LocalText } from '../text.ts';
import type { ElementSource, FrameworkParts, PathwaySource, Topic } from './types.ts';

/** A framework ready for use. */
export interface Framework {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
  readonly title: LocalText;
  readonly summary: LocalText;
  readonly pathways: readonly PathwaySource[];
  readonly essentials: readonly ElementSource[];
  /** Ids held against every plan that does not say otherwise. */
  readonly required: ReadonlySet<string>;
  /** Every topic by id: each pathway followed by its elements, then the essentials. */
  readonly topics: ReadonlyMap<string, Topic>;
}

export function compileFramework(parts: FrameworkParts): Framework {
  const { framework, pathways, essentials, hash } = parts;
  const topics = new Map<string, Topic>();
  for (const source of pathways) {
    topics.set(source.id, { id: source.id, kind: 'pathway', title: source.title, source });
    for (const element of source.elements)
      topics.set(element.id, {
        id: element.id,
        kind: 'element',
        title: element.title,
        pathway: source.id,
        source: element,
      });
  }
  for (const source of essentials.essentials)
    topics.set(source.id, { id: source.id, kind: 'essential', title: source.title, source });
  return {
    id: framework.id,
    version: framework.version,
    hash,
    title: framework.title,
    summary: framework.summary,
    pathways,
    essentials: essentials.essentials,
    required: new Set(framework.defaults.required),
    topics,
  };
}
