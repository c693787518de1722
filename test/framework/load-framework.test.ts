import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileFramework } from '../../server/src/framework/compile.ts';
import { filesOf, loadFramework } from '../../server/src/framework/load-framework.ts';
import type { SourceFile } from '../../server/src/framework/types.ts';

const TEXTS: Readonly<Record<string, string>> = {
  'province/framework.yaml': `id: province
version: '1'
title: { zh: 省级框架, en: Provincial }
summary: { zh: 试验, en: Trial }
lexicon: words/lexicon.yaml
speech: words/speech.yaml
essentials: essentials.yaml
pathways: [./hydrogen.yaml]
defaults: { required: [risk] }
`,
  'province/words/lexicon.yaml': `groups:
  firm: { zh: [企业] }
`,
  'province/words/speech.yaml': `act: { zh: [引进] }
urge: { zh: [加强] }
slogan: { zh: [加强] }
vague: { zh: [一批] }
growth: { zh: [培育] }
describe: { zh: [已有] }
negate: { zh: [暂不] }
defer: { zh: [另行研究] }
lack: { zh: [缺乏] }
`,
  'province/essentials.yaml': `groups:
  danger: { zh: [风险] }
essentials:
  - id: risk
    title: { zh: 风险, en: Risk }
    question: { zh: 有何风险？, en: Which risks? }
    counts: { zh: 措施, en: Measures }
    mention: { zh: 提及, en: Mentions }
    need: required
    skeleton: { zh: 防范风险。, en: Handle risk. }
    source: [{ title: 省指引 }]
    patterns:
      - all: [danger]
`,
  'province/hydrogen.yaml': `id: hydrogen
title: { zh: 氢能, en: Hydrogen }
summary: { zh: 氢能, en: Hydrogen }
mechanism: { zh: 氢能, en: Hydrogen }
fits: { zh: 有, en: Yes }
unfit: { zh: 无, en: No }
elements:
  - id: hydrogen/stations
    title: { zh: 加氢站, en: Stations }
    question: { zh: 几座？, en: How many? }
    counts: { zh: 数量, en: Number }
    mention: { zh: 提及, en: Mentions }
    need: required
    skeleton: { zh: 建站。, en: Build. }
    source: [{ title: 省指引 }]
    patterns:
      - all: [firm|station]
groups:
  station: { zh: [加氢站] }
`,
};

function files(changes: Readonly<Record<string, (text: string) => string>> = {}): SourceFile[] {
  return Object.entries(TEXTS).map(([path, text]) => ({ path, text: changes[path]?.(text) ?? text }));
}

const MAIN = 'province/framework.yaml';
const load = (changes?: Parameters<typeof files>[0]) => loadFramework(files(changes), MAIN);

test('a whole framework loads and compiles, topics in order', () => {
  const { parts, problems } = load();
  assert.deepEqual(problems, []);
  const framework = compileFramework(parts!);
  assert.deepEqual([...framework.topics.keys()], ['hydrogen', 'hydrogen/stations', 'risk']);
  assert.match(framework.hash, /^[0-9a-f]{8}$/);
});

test('the main file names the others, wherever it lies', () => {
  const [main] = files();
  assert.deepEqual(
    filesOf(main!, (relative) => `province/${relative}`),
    [
      'province/words/lexicon.yaml',
      'province/words/speech.yaml',
      'province/essentials.yaml',
      'province/./hydrogen.yaml',
    ],
  );
});

test('the hash follows the text of any file', () => {
  const other = load({ 'province/words/lexicon.yaml': (text) => text.replace('企业', '公司') });
  assert.notEqual(other.parts?.hash, load().parts?.hash);
});

test('a pattern that names an unknown group is told with its line, not a silent non-match', () => {
  const { parts, problems } = load({
    'province/hydrogen.yaml': (text) => text.replace('firm|station', 'firm|stations'),
  });
  assert.equal(parts, undefined);
  assert.equal(problems.length, 1);
  assert.equal(problems[0]!.path, 'province/hydrogen.yaml');
  assert.equal(problems[0]!.line, 17);
  assert.match(problems[0]!.message.en, /no group "stations"/);
  assert.match(problems[0]!.message.zh, /stations/);
});

test('a wrong key is located and the near one is named', () => {
  const { problems } = load({ 'province/hydrogen.yaml': (text) => text.replace('    question:', '    qestion:') });
  const told = problems.map(({ line, message }) => `${line}: ${message.en}`).join('\n');
  assert.match(told, /^10: Unknown key "qestion"; did you mean "question"\?/m);
});

test('a file that is not there is told where it is named', () => {
  const { problems } = load({ [MAIN]: (text) => text.replace('./hydrogen.yaml', 'ammonia.yaml') });
  assert.deepEqual(
    problems.map(({ path, line }) => ({ path, line })),
    [{ path: MAIN, line: 8 }],
  );
  assert.match(problems[0]!.message.en, /ammonia\.yaml/);
});

test('a missing main file is a problem, not a crash', () => {
  const { problems } = loadFramework([], MAIN);
  assert.equal(problems.length, 1);
});

test('broken YAML in one file is located, the others are still looked at', () => {
  const { problems } = load({
    'province/essentials.yaml': () => 'essentials: [',
    'province/words/speech.yaml': (text) => text.replace('act:', 'acts:'),
  });
  assert.deepEqual([...new Set(problems.map(({ path }) => path))].sort(), [
    'province/essentials.yaml',
    'province/words/speech.yaml',
  ]);
});

test('one id for two topics, and an element outside its pathway, are mistakes', () => {
  const twice = load({ 'province/essentials.yaml': (text) => text.replace('- id: risk', '- id: hydrogen') });
  assert.match(twice.problems[0]!.message.en, /"hydrogen" is used twice/);
  const outside = load({ 'province/hydrogen.yaml': (text) => text.replace('hydrogen/stations', 'ammonia/stations') });
  assert.match(outside.problems[0]!.message.en, /must start with "hydrogen\/"/);
});

test('a required id must exist', () => {
  const { problems } = load({ [MAIN]: (text) => text.replace('[risk]', '[risks]') });
  assert.deepEqual(
    problems.map(({ line }) => line),
    [9],
  );
});

test('what a genre is not held to must exist too', () => {
  const { problems } = load({
    [MAIN]: (text) =>
      text.replace(
        '[risk] }',
        '[risk], genres: [{ titles: { zh: [若干措施] }, without: [risks], ifTaken: [tallent], each: [timelines] }] }',
      ),
  });
  assert.match(problems[0]!.message.en, /risks/);
  assert.match(problems[1]!.message.en, /tallent/);
  assert.match(problems[2]!.message.en, /timelines/);
});

test('a genre is told by its title or by what the text speaks of, and that by a bound', () => {
  const problemsOf = (genre: string) =>
    load({ [MAIN]: (text) => text.replace('[risk] }', `[risk], genres: [${genre}] }`) }).problems;
  assert.deepEqual(problemsOf('{ text: { zh: { words: [产业], fewerThan: 2.5 } }, without: [risk] }'), []);
  assert.match(problemsOf('{ without: [risk] }')[0]!.message.en, /titles.*text/);
  assert.match(problemsOf('{ text: { zh: { words: [产业] } }, without: [risk] }')[0]!.message.en, /fewerThan.*atLeast/);
});

test('a pattern under a heading needs heading terms', () => {
  const { problems } = load({
    'province/essentials.yaml': (text) => text.replace('- all: [danger]', '- { all: [danger], under: true }'),
  });
  assert.match(problems[0]!.message.en, /needs heading terms/);
});
