import type { SectionKind } from '../plan/types.ts';
import type { LocalText } from '../text.ts';
import { GroupScanner } from './group-scanner.ts';
import type {
  ElementSource,
  Fact,
  FrameworkParts,
  GenreSource,
  GroupSource,
  PathwaySource,
  PatternSource,
  SpeechSource,
  Topic,
  TopicSource,
} from './types.ts';
import { type WordTable, wordTable } from './word-table.ts';

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
  readonly genres: readonly GenreSource[];
  /** Every topic by id: each pathway followed by its elements, then the essentials. */
  readonly topics: ReadonlyMap<string, CompiledTopic>;
  /** Names of the groups, by number: `pathway-id:group`, `lexicon:group`, `speech:act`, `topic-id#headings`. */
  readonly groupNames: readonly string[];
  /** Their words as they are written, by number. */
  readonly groups: readonly GroupSource[];
  readonly words: WordTable;
  readonly scanner: GroupScanner;
  /** Patterns by the groups of their first entry, without one of which they cannot match; under `FACTS_ONLY` those that have none. */
  readonly triggers: ReadonlyMap<number, readonly Trigger[]>;
  readonly speech: SpeechGroups;
}

/** In place of a group: patterns that ask for facts alone. */
export const FACTS_ONLY = -1;

export interface Trigger {
  readonly topic: CompiledTopic;
  readonly pattern: CompiledPattern;
}

export interface CompiledTopic extends Topic {
  /** Its place in the framework's order, from 0. */
  readonly number: number;
  readonly patterns: readonly CompiledPattern[];
  /** Number of the group of heading terms; undefined where there are none. */
  readonly headings: number | undefined;
}

/** A pattern whose groups are numbers. */
export interface CompiledPattern {
  /** `topic#n`, n from 1. */
  readonly id: string;
  /** Alternatives of each entry; all entries must occur. */
  readonly all: readonly (readonly number[])[];
  readonly none: readonly number[];
  readonly within: 'clause' | 'sentence' | 'block';
  readonly has: readonly Fact[];
  readonly in: readonly SectionKind[] | undefined;
  readonly notIn: readonly SectionKind[];
  readonly under: boolean;
  readonly worth: 'measure' | 'statement' | 'mention';
  readonly actionable: readonly Fact[] | undefined;
  readonly lack: boolean;
}

/** Numbers of the groups; a list that a framework may leave out has none. */
type SpeechGroups = {
  readonly [list in keyof SpeechSource]: SpeechSource[list] extends GroupSource ? number : number | undefined;
};

/**
 * Compiles what `loadFramework` has found valid. An entry that names an unknown group compiles to one that never occurs; `loadFramework` reports it.
 */
export function compileFramework(parts: FrameworkParts): Framework {
  const { framework, pathways, essentials, lexicon, speech, hash } = parts;
  const names: string[] = [];
  const groups: GroupSource[] = [];
  const add = (name: string, group: GroupSource): number => {
    names.push(name);
    return groups.push(group) - 1;
  };
  const addAll = (prefix: string, list: Readonly<Record<string, GroupSource>>) =>
    new Map(Object.entries(list).map(([name, group]) => [name, add(`${prefix}:${name}`, group)]));

  const shared = addAll('lexicon', lexicon.groups);
  const acts = Object.fromEntries(addAll('speech', { ...speech })) as unknown as SpeechGroups;
  const topics = new Map<string, CompiledTopic>();
  const addTopic = (topic: Topic & { source: TopicSource }, own: ReadonlyMap<string, number>) => {
    const { headings, patterns = [] } = topic.source;
    topics.set(topic.id, {
      ...topic,
      number: topics.size,
      headings: headings ? add(`${topic.id}#headings`, headings) : undefined,
      patterns: patterns.map((pattern, i) =>
        compilePattern(pattern, `${topic.id}#${i + 1}`, (name) => own.get(name) ?? shared.get(name)),
      ),
    });
  };
  for (const source of pathways) {
    const own = addAll(source.id, source.groups ?? {});
    addTopic({ id: source.id, kind: 'pathway', title: source.title, source }, own);
    for (const element of source.elements) {
      const { id, title } = element;
      addTopic({ id, kind: 'element', title, pathway: source.id, source: element }, own);
    }
  }
  const own = addAll('essentials', essentials.groups ?? {});
  for (const source of essentials.essentials) {
    addTopic({ id: source.id, kind: 'essential', title: source.title, source }, own);
  }
  const words = parts.words ?? wordTable(groups);
  return {
    id: framework.id,
    version: framework.version,
    hash,
    title: framework.title,
    summary: framework.summary,
    pathways,
    essentials: essentials.essentials,
    required: new Set(framework.defaults.required),
    genres: framework.defaults.genres ?? [],
    topics,
    groupNames: names,
    groups,
    words,
    scanner: new GroupScanner(words),
    triggers: triggersOf(topics.values()),
    speech: acts,
  };
}

function triggersOf(topics: Iterable<CompiledTopic>): Framework['triggers'] {
  const triggers = new Map<number, Trigger[]>();
  for (const topic of topics) {
    for (const pattern of topic.patterns) {
      for (const group of pattern.all[0] ?? [FACTS_ONLY]) {
        const list = triggers.get(group);
        if (list) list.push({ topic, pattern });
        else triggers.set(group, [{ topic, pattern }]);
      }
    }
  }
  return triggers;
}

function compilePattern(
  source: PatternSource,
  id: string,
  numberOf: (name: string) => number | undefined,
): CompiledPattern {
  const numbers = (entry: string) => entry.split('|').flatMap((name) => numberOf(name) ?? []);
  return {
    id,
    all: source.all.map(numbers),
    none: (source.none ?? []).flatMap(numbers),
    within: source.within ?? 'clause',
    has: source.has ?? [],
    in: source.in,
    notIn: source.notIn ?? [],
    under: source.under ?? false,
    worth: source.worth ?? 'measure',
    actionable: source.actionable,
    lack: source.lack ?? false,
  };
}
