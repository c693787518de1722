import {
  essentials as essentialsSchema,
  framework as frameworkSchema,
  lexicon as lexiconSchema,
  pathway as pathwaySchema,
  speech as speechSchema,
} from '../generated/validators/framework.js';
import type { Validator } from '../generated/validators/validator.js';
import { hashText, type LocalText } from '../text.ts';
import { type DataFile, readDataFile, type Steps } from './data-file.ts';
import type {
  ElementSource,
  EssentialsSource,
  FrameworkParts,
  FrameworkSource,
  LexiconSource,
  PathwaySource,
  SourceFile,
  SourceProblem,
  SpeechSource,
  TopicSource,
} from './types.ts';

export interface LoadedFramework {
  /** Absent when there is any problem. */
  readonly parts?: FrameworkParts;
  readonly problems: readonly SourceProblem[];
}

/**
 * Paths of the files that a framework's main file names, beside it; undefined when that file cannot be read as one.
 * `resolve` joins a path of the main file to the main file's folder.
 */
export function filesOf(main: SourceFile, resolve: (relative: string) => string): readonly string[] | undefined {
  const { data } = readDataFile<FrameworkSource>(main, frameworkSchema);
  return data && [data.lexicon, data.speech, data.essentials, ...data.pathways].map(resolve);
}

/**
 * Reads and validates a framework. Never throws: every mistake is a located problem.
 * @param files Its main file and all that it names.
 * @param mainPath Path of the main file among `files`; the paths in it are relative to its folder.
 */
export function loadFramework(files: readonly SourceFile[], mainPath: string): LoadedFramework {
  const problems: SourceProblem[] = [];
  const byPath = new Map(files.map((file) => [file.path, file]));
  const mainSource = byPath.get(mainPath);
  if (!mainSource) return { problems: [{ path: mainPath, line: 1, column: 1, message: absent(mainPath) }] };
  const main = readDataFile<FrameworkSource>(mainSource, frameworkSchema);
  if (!main.data) return { problems: main.problems };
  const folder = mainPath.slice(0, mainPath.lastIndexOf('/') + 1);

  const open = <T>(relative: string, steps: Steps, schema: Validator): DataFile<T> | undefined => {
    const source = byPath.get(joined(folder, relative));
    if (!source) {
      problems.push(main.problemAt(steps, absent(relative)));
      return undefined;
    }
    const file = readDataFile<T>(source, schema);
    problems.push(...file.problems);
    return file;
  };
  const lexicon = open<LexiconSource>(main.data.lexicon, ['lexicon'], lexiconSchema);
  const speech = open<SpeechSource>(main.data.speech, ['speech'], speechSchema);
  const essentials = open<EssentialsSource>(main.data.essentials, ['essentials'], essentialsSchema);
  const pathways = main.data.pathways.map((path, i) => open<PathwaySource>(path, ['pathways', i], pathwaySchema));

  const known = new Set<string>();
  const shared = Object.keys(lexicon?.data?.groups ?? {});
  for (const file of pathways) if (file?.data) problems.push(...pathwayMistakes(file, file.data, shared, known));
  if (essentials?.data) problems.push(...essentialsMistakes(essentials, essentials.data, shared, known));
  if (problems.length === 0) problems.push(...defaultsMistakes(main, main.data.defaults, known));
  if (problems.length > 0 || !lexicon?.data || !speech?.data || !essentials?.data) return { problems };
  return {
    problems: [],
    parts: {
      framework: main.data,
      lexicon: lexicon.data,
      speech: speech.data,
      essentials: essentials.data,
      pathways: pathways.flatMap((file) => file?.data ?? []),
      hash: hashOf(files),
    },
  };
}

function defaultsMistakes(
  main: DataFile<FrameworkSource>,
  { required, genres = [] }: FrameworkSource['defaults'],
  known: ReadonlySet<string>,
): SourceProblem[] {
  const unknown = (ids: readonly string[], steps: Steps) =>
    ids.flatMap((id, i) => (known.has(id) ? [] : [main.problemAt([...steps, i], unknownTopic(id))]));
  return [
    ...unknown(required, ['defaults', 'required']),
    ...genres.flatMap(({ without = [], named = [], ifTaken = [], each = [] }, i) => [
      ...unknown(without, ['defaults', 'genres', i, 'without']),
      ...unknown(named, ['defaults', 'genres', i, 'named']),
      ...unknown(ifTaken, ['defaults', 'genres', i, 'ifTaken']),
      ...unknown(each, ['defaults', 'genres', i, 'each']),
    ]),
  ];
}

function pathwayMistakes(
  file: DataFile<PathwaySource>,
  source: PathwaySource,
  shared: readonly string[],
  known: Set<string>,
): SourceProblem[] {
  const groups = new Set([...shared, ...Object.keys(source.groups ?? {})]);
  const problems = [...idMistake(file, source.id, ['id'], known), ...patternMistakes(file, source, [], groups)];
  source.elements.forEach((element, i) => {
    const steps = ['elements', i];
    problems.push(...idMistake(file, element.id, [...steps, 'id'], known));
    problems.push(...patternMistakes(file, element, steps, groups));
    if (!element.id.startsWith(`${source.id}/`))
      problems.push(
        file.problemAt([...steps, 'id'], {
          zh: `要点编号“${element.id}”应以“${source.id}/”开头`,
          en: `The element id "${element.id}" must start with "${source.id}/"`,
        }),
      );
  });
  return problems;
}

function essentialsMistakes(
  file: DataFile<EssentialsSource>,
  source: EssentialsSource,
  shared: readonly string[],
  known: Set<string>,
): SourceProblem[] {
  const groups = new Set([...shared, ...Object.keys(source.groups ?? {})]);
  return source.essentials.flatMap((essential: ElementSource, i) => [
    ...idMistake(file, essential.id, ['essentials', i, 'id'], known),
    ...patternMistakes(file, essential, ['essentials', i], groups),
  ]);
}

function idMistake(file: DataFile<unknown>, id: string, steps: Steps, known: Set<string>): SourceProblem[] {
  if (!known.has(id)) {
    known.add(id);
    return [];
  }
  return [file.problemAt(steps, { zh: `编号“${id}”重复`, en: `The id "${id}" is used twice` })];
}

function patternMistakes(
  file: DataFile<unknown>,
  topic: TopicSource,
  steps: Steps,
  groups: ReadonlySet<string>,
): SourceProblem[] {
  return (topic.patterns ?? []).flatMap((pattern, i) => {
    const at = [...steps, 'patterns', i];
    const unknown = (key: 'all' | 'none') =>
      (pattern[key] ?? []).flatMap((entry, j) =>
        entry
          .split('|')
          .filter((name) => !groups.has(name))
          .map((name) => file.problemAt([...at, key, j], unknownGroup(name))),
      );
    const problems = [...unknown('all'), ...unknown('none')];
    if (pattern.under && !topic.headings)
      problems.push(
        file.problemAt([...at, 'under'], {
          zh: '“under”要求本主题列有标题词 headings',
          en: '"under" needs heading terms (headings) of the same topic',
        }),
      );
    return problems;
  });
}

function unknownGroup(name: string): LocalText {
  return {
    zh: `没有名为“${name}”的词组；词组应写在本文件的 groups 或公共词表中`,
    en: `There is no group "${name}"; groups stand in this file's groups or in the lexicon`,
  };
}

function unknownTopic(id: string): LocalText {
  return {
    zh: `没有编号为“${id}”的路径、要点或基本要素`,
    en: `There is no pathway, element or essential "${id}"`,
  };
}

function absent(path: string): LocalText {
  return { zh: `找不到文件“${path}”`, en: `The file "${path}" was not found` };
}

/** `./` and `../` resolved; paths with forward slashes. */
function joined(folder: string, relative: string): string {
  const parts = folder.split('/').slice(0, -1);
  for (const part of relative.split('/')) {
    if (part === '..' && parts.length > 0 && parts[parts.length - 1] !== '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** FNV-1a over the texts in order of their paths: names a state of a framework, guards nothing. */
function hashOf(files: readonly SourceFile[]): string {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const hash = sorted.reduce((before, { text }) => hashText(`${text}\xff`, before), hashText(''));
  return hash.toString(16).padStart(8, '0');
}
