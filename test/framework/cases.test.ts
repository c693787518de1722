import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { stringify } from 'yaml';
import type { Case } from '../../server/src/framework/case-types.ts';
import { loadCases } from '../../server/src/framework/cases.ts';
import type { SourceFile } from '../../server/src/framework/types.ts';

const PATHWAYS = new Set([
  'leading-enterprise',
  'internal-innovation',
  'research-institutes',
  'chain-gap',
  'university-transfer',
  'cluster-spread',
  'imported-innovation',
  'talent',
  'traditional-upgrade',
]);

const folder = new URL('../../server/cases/', import.meta.url);
const files: SourceFile[] = readdirSync(folder)
  .sort()
  .map((path) => ({ path, text: readFileSync(new URL(path, folder), 'utf8') }));
const { library, problems } = loadCases(files, PATHWAYS);
const all = [...library.cases.values()];

/** A small case as somebody would write it. */
const SMALL = `id: qingshan-pumps
title: { zh: 青山水泵, en: Qingshan pumps }
aliases: [青山泵业]
pathways: [cluster-spread]
region:
  country: { zh: 中国, en: China }
industry: { zh: 水泵, en: Pumps }
period: 2001–2020
confidence: low
actors: []
summary: { zh: 一镇水泵。, en: A town of pumps. }
mechanism: { zh: 相邻配套。, en: Suppliers next door. }
lessons: []
caveats: []
facts:
  - id: f1
    kind: figure
    statement: { zh: 2020年有企业300余家。, en: Over 300 firms in 2020. }
    indicator: { zh: 企业数, en: firms }
    value: 300
    unit: { zh: 家, en: firms }
    approximate: 余
    year: '2020'
    status: asserted
    source: yearbook
disputes: []
sources:
  - id: yearbook
    type: book
    title: 青山年鉴
    reliability: official
    showLink: false
`;

const load = (...texts: string[]) => loadCases(texts.map((text, i) => ({ path: `case-${i + 1}.yaml`, text })));
/** What is wrong with SMALL once `from` is replaced by `to`: line:column and the English words. */
function wrong(from: string, to: string, known?: ReadonlySet<string>): string[] {
  assert.ok(SMALL.includes(from), from);
  const loaded = loadCases([{ path: 'a.yaml', text: SMALL.replace(from, to) }], known);
  assert.equal(loaded.library.cases.size, 0);
  return loaded.problems.map((p) => `${p.line}:${p.column} ${p.message.en}`);
}

test('Every case of the library is what the schema asks for and names a pathway of the framework', () => {
  assert.deepEqual(problems, []);
  assert.equal(all.length, files.length);
  assert.ok(all.length >= 50);
});

test('A file is named after the id of its case', () => {
  assert.deepEqual(
    files.map((file) => file.path),
    all.map((one) => `${one.id}.yaml`),
  );
});

test('Every pathway has at least two cases to show', () => {
  for (const pathway of PATHWAYS) {
    assert.ok(all.filter((one) => one.pathways.includes(pathway)).length >= 2, pathway);
  }
});

test('The ids that plans, issues and examples cite exist', () => {
  for (const id of ['liushi-low-voltage', 'keqiao-textile-chain', 'yuhang-biomedicine', 'kunshan-sirna', 'hsinchu']) {
    assert.ok(library.cases.has(id), id);
  }
});

test('Every fact, figures above all, has a source of its case', () => {
  for (const one of all) {
    const sources = new Set(one.sources.map((source) => source.id));
    for (const fact of one.facts) assert.ok(sources.has(fact.source), `${one.id} ${fact.id}`);
  }
});

test('Every source is one that a fact or a claim rests on', () => {
  for (const one of all) {
    const used = new Set([
      ...one.facts.map((fact) => fact.source),
      ...one.disputes.flatMap((dispute) => dispute.claims.map((claim) => claim.source)),
    ]);
    for (const source of one.sources) assert.ok(used.has(source.id), `${one.id} ${source.id}`);
  }
});

test('A disputed fact has both sides, which differ', () => {
  let count = 0;
  for (const one of all) {
    for (const fact of one.facts.filter((fact) => fact.status === 'disputed')) {
      const dispute = one.disputes.find((dispute) => dispute.facts.includes(fact.id));
      assert.ok(dispute, `${one.id} ${fact.id}`);
      assert.ok(new Set(dispute.claims.map((claim) => claim.value.zh)).size >= 2, `${one.id} ${fact.id}`);
      count++;
    }
  }
  assert.ok(count >= 8);
});

test('What rests on the article alone is marked so', () => {
  for (const one of all) {
    const seed = one.sources.find((source) => source.reliability === 'seed');
    for (const fact of one.facts.filter((fact) => fact.status === 'unverified')) assert.equal(fact.source, seed?.id);
  }
});

test('A source whose link is not shown has no link, and a mirror never shows one', () => {
  for (const { id, sources } of all) {
    for (const source of sources) {
      if (!source.showLink) assert.equal(source.URL, undefined, `${id} ${source.id}`);
      if (source.reliability === 'mirror') assert.equal(source.showLink, false, `${id} ${source.id}`);
      if (source.showLink) assert.ok(source.URL, `${id} ${source.id}`);
    }
  }
});

test('No other name stands for two cases', () => {
  const owners = new Map<string, string>();
  for (const one of all) {
    for (const alias of one.aliases.map((name) => name.toLowerCase())) {
      assert.equal(owners.get(alias) ?? one.id, one.id, alias);
      owners.set(alias, one.id);
    }
  }
});

test('A figure stands in the Chinese statement of its fact', () => {
  for (const one of all) {
    for (const fact of one.facts) {
      if (fact.kind !== 'figure' || typeof fact.value !== 'number' || fact.derivedCount) continue;
      assert.ok(stands(fact.value, fact.unit?.zh ?? '', fact.statement.zh), `${one.id} ${fact.id}`);
      for (const more of fact.related ?? []) {
        if (typeof more.value !== 'number') continue;
        assert.ok(stands(more.value, more.unit?.zh ?? '', fact.statement.zh), `${one.id} ${fact.id} ${more.value}`);
      }
    }
  }
});

const HAN = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** Is the value in the sentence: in digits, in 万, or in Chinese when small? */
function stands(value: number, unit: string, sentence: string): boolean {
  if ([value, value / 10_000].some((one) => sentence.includes(String(one)))) return true;
  if (value === 2 && sentence.includes('两')) return true;
  const han = HAN[value];
  if (han !== undefined && sentence.includes(han)) return true;
  // 每5双运动鞋有1双
  return unit === '%' && sentence.includes(`每${100 / value}双`) && sentence.includes('有1双');
}

test('Words in Chinese use Chinese punctuation, words in English hold no Chinese', () => {
  const check = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'zh') assert.doesNotMatch(String(inner), /\p{Script=Han}[,:;?!()]|[,:;?!()]\p{Script=Han}/u, path);
      if (key === 'en') assert.doesNotMatch(String(inner), /[\p{Script=Han}，。：；（）]/u, path);
      check(inner, `${path}.${key}`);
    }
  };
  for (const one of all) check(one, one.id);
});

test('A case that somebody writes is loaded', () => {
  const loaded = load(SMALL);
  assert.deepEqual(loaded.problems, []);
  const small = loaded.library.cases.get('qingshan-pumps') as Case;
  assert.equal(small.facts[0]?.approximate, '余');
});

test('Where a case stands is told with it, for an editor to go to', () => {
  const { places } = loadCases([{ path: 'a.yaml', text: `# 青山\n${SMALL}` }], PATHWAYS);
  assert.deepEqual(places.get('qingshan-pumps'), { path: 'a.yaml', line: 2, column: 5 });
});

test('The case shown in the documentation is one', () => {
  const page = readFileSync(new URL('../../docs/cases.md', import.meta.url), 'utf8');
  const example = page.split('```yaml\n')[1]?.split('```')[0] ?? '';
  const loaded = loadCases([{ path: 'cases.md', text: example }], PATHWAYS);
  assert.deepEqual(loaded.problems, []);
  assert.ok(loaded.library.cases.has('qingshan-pumps'));
});

test('A broken file is a located problem and the other cases go on', () => {
  const loaded = load('id: half\ntitle: { zh: 半', SMALL);
  assert.deepEqual([...loaded.library.cases.keys()], ['qingshan-pumps']);
  assert.equal(loaded.problems[0]?.path, 'case-1.yaml');
  assert.equal(loaded.problems[0]?.line, 2);
  assert.match(loaded.problems[0]?.message.zh ?? '', /YAML/);
});

test('An empty file and a list are told what a case file is', () => {
  for (const text of ['', '- a\n- b\n', '42']) {
    const { problems, library } = load(text);
    assert.equal(library.cases.size, 0);
    assert.deepEqual(
      problems.map((p) => [p.line, p.column, p.message.en]),
      [[1, 1, 'The file must be a map of keys and values']],
    );
  }
});

test('A wrong field is told at its place, with what was expected', () => {
  assert.deepEqual(wrong('confidence: low', 'confidence: sure'), [
    '9:13 "confidence" must be one of: high, medium, low',
  ]);
  assert.deepEqual(wrong("year: '2020'", 'year: 2020'), [
    '23:11 "facts[0].year" must be text (numbers and dates in quotes)',
  ]);
  assert.deepEqual(wrong('aliases:', 'aliasses:'), [
    '1:1 The file lacks the key "aliases"',
    '3:1 Unknown key "aliasses"; did you mean "aliases"?',
  ]);
  assert.deepEqual(wrong('    source: yearbook\n', ''), ['16:5 "facts[0]" lacks the key "source"']);
  assert.deepEqual(wrong('en: Pumps }', "en: '' }"), ['7:25 "industry.en" must not be empty']);
  assert.match(wrong('id: qingshan-pumps', 'id: 青山')[0] ?? '', /^1:5 "id" is not as expected: The citation key/);
});

test('A link beside showLink: false is refused', () => {
  assert.deepEqual(wrong('    showLink: false', '    showLink: false\n    URL: https://example.org/'), [
    '33:10 "sources[0].URL" must not be here',
  ]);
});

test('A source, a fact and a pathway that do not exist are named together with those that do', () => {
  assert.deepEqual(wrong('source: yearbook', 'source: yearbok'), [
    '25:13 There is no source "yearbok"; known: yearbook',
  ]);
  assert.deepEqual(wrong('[cluster-spread]', '[cluster]', new Set(['cluster-spread'])), [
    '4:12 There is no pathway "cluster"; known: cluster-spread',
  ]);
  const dispute =
    'disputes:\n  - statement: { zh: 数, en: Count. }\n    note: { zh: 注, en: Note. }\n    facts: [f9]\n    claims:\n' +
    '      - { value: { zh: 甲, en: a }, source: yearbook }\n      - { value: { zh: 甲, en: a }, source: yearbook }\n';
  assert.deepEqual(wrong('disputes: []\n', dispute), [
    '29:13 There is no fact "f9"; known: f1',
    '31:7 A dispute needs at least two different claims',
  ]);
});

test('A disputed fact without its two sides is refused', () => {
  assert.deepEqual(wrong('status: asserted', 'status: disputed'), [
    '24:13 The fact "f1" is disputed, but no entry of disputes says by whom',
  ]);
});

test('Of two cases with one id the first counts and the second is told where the first is', () => {
  const { library, problems } = load(SMALL, SMALL.replace('青山水泵', '青山阀门'));
  assert.equal(library.cases.get('qingshan-pumps')?.title.zh, '青山水泵');
  assert.deepEqual(problems, [
    {
      path: 'case-2.yaml',
      line: 1,
      column: 5,
      message: {
        zh: '案例编号“qingshan-pumps”已用于 case-1.yaml',
        en: 'The case id "qingshan-pumps" is already used in case-1.yaml',
      },
    },
  ]);
});

test('Loading never throws, whatever the text, and every problem lies inside it', () => {
  const fragments = fc.constantFrom(
    ...SMALL.split(/(?<=[\n:{}[\],-])/),
    '&a ',
    '*a',
    '!!set ',
    '? ',
    '\t',
    '---\n',
    '\u0000',
  );
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fragments, { maxLength: 60 }).map((parts) => parts.join('')),
    fc.jsonValue().map((value) => stringify(value)),
    fc
      .tuple(fc.nat(SMALL.length), fc.nat(40), fc.string())
      .map(([at, cut, put]) => SMALL.slice(0, at) + put + SMALL.slice(at + cut)),
  );
  fc.assert(
    fc.property(anyText, (text) => {
      const { problems, library } = load(text);
      assert.equal(problems.length === 0, library.cases.size === 1);
      const lines = text.split(/\r\n|\r|\n/);
      for (const { line, column } of problems) {
        assert.ok(line >= 1 && line <= lines.length && column >= 1, `${line}:${column}`);
        assert.ok(column <= (lines[line - 1] ?? '').length + 1, `${line}:${column}`);
      }
    }),
    { numRuns: 400 },
  );
});

test('Nesting deeper than the stack and aliases that unfold without end are problems, not crashes', () => {
  const bomb = `a: &a [x, x]\n${'bcdefgh'.replace(/./g, (c, i: number) => `${c}: &${c} [*${'abcdefg'[i]}, *${'abcdefg'[i]}]\n`)}`;
  for (const text of ['['.repeat(50_000), bomb]) {
    assert.equal(load(text, SMALL).library.cases.size, 1);
    assert.ok(load(text).problems.length >= 1);
  }
});
