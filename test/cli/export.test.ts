import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { project, root } from './helpers.ts';
import { installPandoc } from './install-pandoc.ts';

before(installPandoc);

/** The model plan as a newcomer has it among the examples. */
const MODEL = readFileSync(`${root}examples/yunshan-textile-cluster.md`, 'utf8');
const ENGLISH = readFileSync(`${root}examples/harrow-reach-thermal.md`, 'utf8');

interface Paragraph {
  readonly style: string;
  readonly text: string;
  readonly raised: string;
}

/** What Word would show: paragraphs with their style, text and raised text; and the number of tables. */
function readDocx(path: string): { paragraphs: Paragraph[]; tables: number; links: string } {
  const parts = unzipSync(readFileSync(path));
  const xml = strFromU8(parts['word/document.xml']!);
  const textOf = (some: string) =>
    [...some.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((match) => match[1]!.replaceAll('&amp;', '&')).join('');
  const paragraphs = [...xml.matchAll(/<w:p>[\s\S]*?<\/w:p>/g)].map(([paragraph]) => ({
    style: /<w:pStyle w:val="([^"]*)"/.exec(paragraph)?.[1] ?? '',
    text: textOf(paragraph),
    raised: [...paragraph.matchAll(/<w:r>(?:(?!<\/w:r>)[\s\S])*<w:vertAlign w:val="superscript" ?\/>[\s\S]*?<\/w:r>/g)]
      .map(([run]) => textOf(run))
      .join(''),
  }));
  return {
    paragraphs,
    tables: xml.split('<w:tbl>').length - 1,
    links: strFromU8(parts['word/_rels/document.xml.rels']!),
  };
}

test('the model plan as Word: title, headings, tables, raised citations, and references by GB/T 7714', () => {
  const { run, path } = project({ 'plan.md': MODEL });
  const { status, err } = run('export', 'plan.md', '--to', 'docx');
  assert.equal(status, 0, err);
  assert.match(err, /Wrote plan\.docx/);
  const { paragraphs, tables, links } = readDocx(path('plan.docx'));
  const of = (style: string) => paragraphs.filter((one) => one.style === style).map(({ text }) => text);
  assert.match(of('Title')[0]!, /产业集群发展规划/);
  assert.ok(of('Heading1').some((text) => text.includes('发展基础与现状')));
  assert.ok(of('Heading2').some((text) => text.includes('产业链图谱')));
  assert.equal(tables, MODEL.split(/\n\|(?: *:?-+:? *\|)+/).length - 1);
  const citing = paragraphs.find(({ text }) => text.startsWith('主路径为'))!;
  assert.equal(citing.raised, '[1][2]');
  assert.deepEqual(
    of('Bibliography').map((text) => text.replace('\t', '').slice(0, 16)),
    ['[1] 亚洲纺织联盟. 柯桥经开', '[2] 东方网. 常州：“新能源'],
  );
  assert.equal(of('Heading1').at(-1), '参考文献');
  assert.match(links, /dngbuttons\.com/);
  assert.ok(!paragraphs.some(({ text }) => text.includes('@') || text.includes('parkplan')));
});

test('an English plan as HTML by author and year, in the language of the plan', () => {
  const { run, path } = project({ 'plan.md': ENGLISH });
  const { status, err } = run('export', 'plan.md', '--to', 'html', '--style', 'author-year', '--edition', '2015');
  assert.equal(status, 0, err);
  const html = readFileSync(path('plan.html'), 'utf8');
  assert.match(html, /<html[^>]* lang="en-GB"/);
  assert.match(html, /data-cites="hsinchu">\(<a[^>]*>Hsinchu Science Park\s+Bureau, n\.d\.<\/a>\)/);
  assert.match(html, /<h\d[^>]*>References<\/h\d>/);
  assert.match(html, /id="ref-hsinchu"[\s\S]*An Introduction to the\s+Hsinchu Science\s+Park\[EB\/OL\]/);
});

test('the project’s own works and a single source of a case are references too; a key that stands for nothing is told', () => {
  const { run, path } = project({
    '.parkplan.yaml': 'bibliography: references.bib\n',
    'references.bib':
      '@book{porter1998, author = {Porter, Michael E.}, title = {On Competition}, publisher = {HBS Press}, address = {Boston}, year = {1998}}\n',
    'plans/plan.md':
      '# 云川园区产业发展规划\n\n## 一、经验借鉴\n\n理论[@porter1998]，柳市[@liushi-low-voltage/cns-2023]，不明[@nobody]。\n',
  });
  const { status, err } = run('export', 'plans/plan.md', '-o', 'out/plan.docx');
  assert.equal(status, 1, err);
  assert.match(err, /cites "nobody"/);
  const { paragraphs } = readDocx(path('out/plan.docx'));
  const listed = paragraphs.filter(({ style }) => style === 'Bibliography').map(({ text }) => text);
  assert.equal(listed.length, 2);
  assert.match(listed[0]!, /Porter M E\. On Competition\[M\]\. Boston：HBS Press，1998\./);
});

test('several works in a row are joined with a hyphen', () => {
  const { run, path } = project({
    'plan.md':
      '# 云川园区产业发展规划\n\n## 一、经验借鉴\n\n多地经验[@liushi-low-voltage; @yiwu-market; @hsinchu]，又见[@yiwu-market, 第3–5页]，全角[@yiwu-market；@hsinchu]。\n',
  });
  assert.equal(run('export', 'plan.md').status, 0);
  const { paragraphs } = readDocx(path('plan.docx'));
  assert.equal(paragraphs.find(({ text }) => text.startsWith('多地经验'))?.raised, '[1-3][2，第3-5页][2,3]');
});

test('a file that is there is left alone without --force', () => {
  const { run, path } = project({ 'plan.md': MODEL, 'plan.docx': 'mine' });
  const first = run('export', 'plan.md');
  assert.equal(first.status, 2);
  assert.match(first.err, /plan\.docx exists already; use --force/);
  assert.equal(readFileSync(path('plan.docx'), 'utf8'), 'mine');
  assert.equal(run('export', 'plan.md', '--force').status, 0);
  assert.notEqual(readFileSync(path('plan.docx'), 'utf8'), 'mine');
});

test('without pandoc it says so plainly, in either language, and writes nothing', () => {
  const { runWith, folder } = project({ 'plan.md': MODEL });
  const env = { PATH: folder, LANG: 'zh_CN.UTF-8' };
  const { status, err } = runWith({ env }, 'export', 'plan.md');
  assert.equal(status, 2);
  assert.match(err, /没有找到 pandoc/);
  assert.match(runWith({ env: { ...env, LANG: 'en_US.UTF-8' } }, 'export', 'plan.md').err, /pandoc was not found/);
});

test('a pandoc that fails is told in its own words', () => {
  const { runWith, path, folder } = project({ 'plan.md': MODEL });
  writeFileSync(
    path('pandoc'),
    '#!/bin/sh\n[ "$1" = --version ] && echo "pandoc 2.17" && exit 0\necho "disk on fire" >&2\nexit 3\n',
    { mode: 0o755 },
  );
  const { status, err } = runWith({ env: { PATH: `${folder}:/bin:/usr/bin` } }, 'export', 'plan.md');
  assert.equal(status, 2);
  assert.match(err, /pandoc failed: disk on fire/);
});

test('nothing of a plan runs, leads astray or fetches: raw HTML, script links and images from elsewhere', () => {
  const { run, path } = project({
    'plan.md':
      '# 云川园区产业发展规划\n\n## 一、目标\n\n甲<br>乙<script>alert(1)</script> [点](javascript:alert(1)) ![图](https://evil.invalid/x.png) <img src=x onerror=alert(2)>\n\n<div onclick="alert(3)">丙</div>\n\n投资$5$亿元，`@code`。\n',
  });
  const { status, err } = run('export', 'plan.md', '--to', 'html');
  assert.equal(status, 0, err);
  const html = readFileSync(path('plan.html'), 'utf8').split('<body>')[1]!;
  assert.match(html, /甲<br \/>\s*乙/);
  assert.doesNotMatch(html, /<script|javascript:|<img|onerror|onclick/);
  assert.match(html, /<a href="https:\/\/evil\.invalid\/x\.png">图<\/a>/);
  assert.match(html, /\$5\$亿元/);
});
