import assert from 'node:assert/strict';
import { test } from 'node:test';
import { project } from './helpers.ts';

const PLAN = `# 云川园区产业发展规划

## 一、经验借鉴

柳市整治与扶持并举[@liushi-low-voltage]，柯桥以市场带产业[@keqiao-textile-chain; @liushi-low-voltage/cns-2023]，理论见 @wang2023。
`;
const OWN = {
  '.parkplan.yaml': 'bibliography: [references.bib]\ncases: [cases]\n',
  'references.bib':
    '@article{wang2023, author = {王翀}, title = {园区如何建立产业集群}, journal = {园区在线}, year = {2023}, langid = {chinese}}\n',
  'cases/.keep': '',
  'plan.md': PLAN,
};

test('cases list names every case with pathway, place, industry and why; a pathway narrows it', () => {
  const { run } = project({});
  const all = run('cases', 'list', '--locale', 'zh-CN');
  assert.equal(all.status, 0);
  assert.match(
    all.out,
    /昆山小核酸：一位科学家带出一个产业 {2}kunshan-sirna\n {2}育龙引凤 · 江苏省苏州市昆山市 · 小核酸药物/,
  );
  assert.match(all.err, /50 个案例/);
  const talent = JSON.parse(run('cases', 'list', '--pathway', 'talent', '--format', 'json').out);
  assert.ok(talent.length > 1 && talent.every(({ pathways }: { pathways: string[] }) => pathways.includes('talent')));
  const wrong = run('cases', 'list', '--pathway', 'talnt');
  assert.equal(wrong.status, 2);
  assert.match(wrong.err, /There is no pathway "talnt"/);
});

test('cases search finds by initials, pinyin and Chinese; none is said and no mistake', () => {
  const { run } = project({});
  const ids = (...args: string[]) =>
    JSON.parse(run('cases', 'search', ...args, '--format', 'json').out).map(({ id }: { id: string }) => id);
  assert.equal(ids('核酸')[0], 'kunshan-sirna');
  assert.equal(ids('ks', '--pathway', 'talent')[0], 'kunshan-sirna');
  assert.deepEqual(ids('昆山', '笔记本'), ['kunshan-it']);
  const none = run('cases', 'search', 'xyzzy');
  assert.deepEqual([none.status, none.out], [0, '']);
  assert.match(none.err, /No case fits "xyzzy"/);
});

test('cases show tells a case in either language; a mistyped id is answered with the nearest', () => {
  const { run } = project({});
  assert.match(run('cases', 'show', 'liushi-low-voltage').out, /all 1,267 low-voltage shops/);
  assert.match(run('cases', 'show', 'liushi-low-voltage', '--locale', 'zh-CN').out, /1267家低压电器门市部/);
  const wrong = run('cases', 'show', 'liushi-low-voltge');
  assert.equal(wrong.status, 2);
  assert.match(wrong.err, /did you mean "liushi-low-voltage"/);
});

test('bib lists only what a plan cites, the project’s own works too, numbered in the order of citing', () => {
  const { run } = project(OWN);
  const { status, out } = run('bib', 'plan.md');
  assert.equal(status, 0);
  const lines = out.trim().split('\n\n');
  assert.equal(lines.length, 4);
  assert.match(lines[0]!, /^\\\[1\\\] .*柳市.*\\\[EB\/OL\\\]/);
  assert.match(lines[3]!, /^\\\[4\\\] 王翀\. 园区如何建立产业集群\\\[J\\\]\. 园区在线，2023\.$/);
});

test('bib as CSL-JSON and as BibLaTeX; the 2015 edition by author and year', () => {
  const { run } = project(OWN);
  const json = JSON.parse(run('bib', 'plan.md', '--format', 'csl-json').out);
  assert.deepEqual(
    json.map(({ id }: { id: string }) => id),
    ['liushi-low-voltage', 'keqiao-textile-chain', 'liushi-low-voltage/cns-2023', 'wang2023'],
  );
  assert.ok(
    json.every((one: Record<string, unknown>) => !('reliability' in one) && !('showLink' in one) && !('note' in one)),
  );
  assert.match(run('bib', 'plan.md', '--format', 'bibtex').out, /@article\{wang2023,\n {2}author = \{王翀\},/);
  const older = run('bib', 'plan.md', '--edition', '2015', '--style', 'author-year').out;
  assert.match(older, /王翀, 2023\. 园区如何建立产业集群\\\[J\\\]\. 园区在线\./);
});

test('a key that stands for nothing is told, the rest is listed, and the exit code says so', () => {
  const { run } = project({ 'plan.md': '# 云川园区产业发展规划\n\n[@liushi-low-voltage; @nobody]\n' });
  const { status, out, err } = run('bib', 'plan.md');
  assert.equal(status, 1);
  assert.match(out, /柳市/);
  assert.match(err, /plan\.md cites "nobody"/);
});

test('bib writes to a file, and says what cannot be read', () => {
  const { run } = project(OWN);
  assert.equal(run('bib', 'plan.md', '-o', 'out/references.json', '--format', 'csl-json').status, 0);
  const missing = run('bib', 'none.md');
  assert.equal(missing.status, 2);
  assert.match(missing.err, /Cannot read none\.md: no such file/);
});

test('a broken bibliography, one that is missing, and a case used twice are located problems; the plan is still checked', () => {
  const bib = `@book{broken, title = {x\n@book{right, title = {y}}\n`;
  const { run } = project({
    'plan.md': '# 云川园区产业发展规划\n\n## 一、经验借鉴\n\n见[@right; @wrong]。\n',
    '.parkplan.yaml': 'bibliography: [a.bib, none.json]\n',
    'a.bib': bib,
  });
  const { status, out, err } = run('lint', 'plan.md', '--assume-plan');
  const told = out + err;
  assert.match(told, /a\.bib:1:1\n.*"broken"/);
  assert.match(told, /none\.json:1:1\n/);
  assert.match(told, /Neither the case library nor the project’s bibliography has "wrong"/);
  assert.doesNotMatch(told, /has "right"/);
  assert.equal(status, 2);
});

test('two cases of one id in two folders are told, and the first counts', () => {
  const one = (title: string) => `id: yuntian-pumps
title: { zh: ${title}, en: Pumps }
aliases: []
pathways: [talent]
region: { country: { zh: 中国, en: China } }
industry: { zh: 水泵, en: Pumps }
period: 2001–
confidence: low
actors: []
summary: { zh: 概要。, en: Summary. }
mechanism: { zh: 机理。, en: Mechanism. }
lessons: []
caveats: []
facts:
  - id: f1
    kind: year
    statement: { zh: 2001年建园。, en: Founded in 2001. }
    indicator: { zh: 建园年份, en: founding year }
    value: 2001
    year: '2001'
    status: asserted
    source: a
disputes: []
sources:
  - { id: a, type: book, title: 年鉴, reliability: official, showLink: false }
`;
  const { run } = project({
    '.parkplan.yaml': 'cases: [a, b]\n',
    'a/yuntian-pumps.yaml': one('云田水泵'),
    'b/yuntian-pumps.yaml': one('另一个水泵'),
  });
  const { out, err } = run('cases', 'show', 'yuntian-pumps', '--locale', 'zh-CN');
  assert.match(out, /云田水泵/);
  assert.match(err, /b\/yuntian-pumps\.yaml:1:5 案例编号“yuntian-pumps”已用于/);
});
