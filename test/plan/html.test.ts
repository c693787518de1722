import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parsePlan } from '../../server/src/plan/parse-plan.ts';
import type { Plan } from '../../server/src/plan/types.ts';
import { checkNine, told } from '../rules/helpers.ts';
import { headings, outline, textAt } from './helpers.ts';

const kinds = (text: string) => parsePlan(text).blocks.map(({ kind, normal }) => `${kind}: ${normal.value}`);
const rows = (plan: Plan) => plan.blocks.flatMap(({ cells }) => (cells ? [cells.map(({ text }) => text)] : []));
const headerOf = (plan: Plan) => plan.blocks.findLast(({ header }) => header)!.header!.map(({ text }) => text);
const table = (body: string) => `# 云川园区产业发展规划\n\n## 一、发展目标\n\n<table>\n${body}\n</table>\n`;

test('headings, paragraphs, quotes and items of HTML are what they are in Markdown', () => {
  assert.deepEqual(
    kinds(
      '<h2>一、任务</h2>\n<p>建设平台。</p><blockquote>摘要</blockquote>\n<ul><li>引进企业<ul><li>链主企业</li></ul></li></ul>\n<center>附注</center>\n无标签的文字。\n',
    ),
    [
      'heading: 一、任务',
      'paragraph: 建设平台。',
      'quote: 摘要',
      'item: 引进企业',
      'item: 链主企业',
      'paragraph: 附注',
      'paragraph: 无标签的文字。',
    ],
  );
});

test('a plan that is nothing but HTML has its sections', () => {
  const text =
    '<h1>云川园区产业发展规划</h1>\n<p>&nbsp;&nbsp;一、主要任务</p>\n<p>建设平台。</p>\n<p><b>（一）引进企业</b></p>\n<p>引进企业3家。</p>\n<h2>二、保障措施</h2>\n<p>加强领导。</p>\n';
  assert.deepEqual(outline(text), ['主要任务 [tasks]', '  引进企业 [tasks]', '保障措施 [safeguards]']);
  assert.equal(parsePlan(text).title?.text, '云川园区产业发展规划');
});

test('bold words at the start of a paragraph are its heading', () => {
  assert.deepEqual(headings('<p><strong>人才。</strong>每年引进工程师200人，培训技工1000人。</p>\n'), ['run-in: 人才']);
});

test('every word knows where it stands, a reference by its first sign', () => {
  const text = '<p>&nbsp;&ldquo;双千&rdquo;&mdash;引进<b>企业</b>10家，产值5&nbsp;亿元</p>\n<p>培训1000人。</p>\n';
  const plan = parsePlan(text);
  const [first, second] = plan.blocks;
  assert.equal(first!.normal.value, '双千—引进企业10家,产值5亿元');
  const at = (words: string) => first!.normal.offsets[first!.normal.value.indexOf(words)]!;
  assert.ok(text.startsWith('&mdash;', at('—')));
  assert.ok(text.startsWith('企业</b>', at('企业')));
  assert.deepEqual(
    plan.figures.map(({ range }) => textAt(plan, range)),
    ['10家', '5&nbsp;亿元', '1000人'],
  );
  assert.equal(textAt(plan, second!.range), '<p>培训1000人。</p>');
});

test('a line break parts two lines, the end of a line in the source does not', () => {
  assert.deepEqual(kinds('<p>建设\n平台。<br>引进企业。<br/>培育人才。</p>\n'), [
    'paragraph: 建设平台。',
    'paragraph: 引进企业。',
    'paragraph: 培育人才。',
  ]);
});

test('a table with spans keeps its columns, and its figures know their years and their base', () => {
  const plan = parsePlan(
    table(
      '<tr><td rowspan="2">类别</td><td rowspan="2">指标</td><td colspan="2">规上工业</td></tr>\n<tr><td>2025年（基期）</td><td>2030年</td></tr>\n<tr><td rowspan="2">规模</td><td>总产值（亿元）</td><td>486</td><td>600</td></tr>\n<tr><td>企业（家）</td><td>120</td><td>180</td></tr>',
    ),
  );
  assert.deepEqual(rows(plan), [
    ['类别', '指标', '规上工业', ''],
    ['', '', '2025年（基期）', '2030年'],
    ['规模', '总产值（亿元）', '486', '600'],
    ['', '企业（家）', '120', '180'],
  ]);
  assert.deepEqual(headerOf(plan), ['类别', '指标', '2025年（基期）', '2030年']);
  assert.deepEqual(
    plan.figures.map(({ value, year, isBase }) => [value, year, isBase ?? false]),
    [
      [486, 2025, true],
      [600, 2030, false],
      [120, 2025, true],
      [180, 2030, false],
    ],
  );
  const cell = plan.blocks.at(-1)!.cells![1]!;
  assert.equal(textAt(plan, cell.range), '企业（家）');
});

test('a year over a group of columns holds for the columns below it', () => {
  const plan = parsePlan(
    table(
      '<thead><tr><th></th><th colspan="2">2030年</th></tr><tr><th>园区</th><th>产值</th><th>税收</th></tr></thead>\n<tr><td>东区</td><td>50亿元</td><td>3亿元</td></tr>',
    ),
  );
  assert.deepEqual(headerOf(plan), ['园区', '产值 2030年', '税收 2030年']);
  assert.deepEqual(
    plan.figures.map(({ year }) => year),
    [2030, 2030],
  );
});

test('a title over all columns is no header, and a caption stands for itself', () => {
  const plan = parsePlan(
    table(
      '<caption>附表</caption><tr><td colspan="2">主要指标</td></tr><tr><td>指标</td><td>2030年</td></tr><tr><td>产值</td><td>50亿元</td></tr>',
    ),
  );
  assert.deepEqual(headerOf(plan), ['指标', '2030年']);
  assert.equal(plan.blocks[2]!.kind, 'paragraph');
});

test('rows that blank lines part from their header still have it, whatever stands in their cells', () => {
  const body = Array.from(
    { length: 40 },
    (_, i) => `<tr>\n\n<td>企业${i}</td>\n\n<td>\n\n引进**${i}家**\n\n</td></tr>`,
  );
  const plan = parsePlan(table(`<tr><th>指标</th><th>2030年</th></tr>\n\n${body.join('\n\n')}`));
  assert.equal(rows(plan).length, 41);
  assert.deepEqual(rows(plan).at(-1), ['企业39', '引进39家']);
  assert.deepEqual(headerOf(plan), ['指标', '2030年']);
  assert.ok(plan.figures.every(({ year }) => year === 2030));
});

test('rows without their table have columns and no header', () => {
  const plan = parsePlan('# 云川园区\n\n<tr><td>产值</td><td>50亿元</td></tr>\n<tr><td>税收</td><td>3亿元</td></tr>\n');
  assert.deepEqual(rows(plan), [
    ['产值', '50亿元'],
    ['税收', '3亿元'],
  ]);
  assert.deepEqual(headerOf(plan), ['', '']);
});

test('a table that nothing ends goes no further than the next heading', () => {
  assert.deepEqual(kinds('<table>\n<tr><td>甲</td><td>乙</td></tr>\n<tr><td>丙<td>\n\n## 二、任务\n\n建设平台。\n'), [
    'row: 甲|乙',
    'row: 丙|',
    'heading: 二、任务',
    'paragraph: 建设平台。',
  ]);
});

test('a box of one column is what stands in it', () => {
  assert.deepEqual(
    kinds(
      '<table>\n<tr><td>专栏1 平台建设</td></tr>\n<tr><td><p>建设中试基地。</p><p>建设检测中心。</p></td></tr>\n</table>\n',
    ),
    ['paragraph: 专栏1平台建设', 'paragraph: 建设中试基地。', 'paragraph: 建设检测中心。'],
  );
});

test('marks of a quote around HTML are no words', () => {
  assert.deepEqual(kinds('> <table>\n> <tr><td>风险</td><td>对策</td></tr>\n> </table>\n>\n> <p>甲\n> 乙</p>\n'), [
    'row: 风险|对策',
    'quote: 甲乙',
  ]);
});

test('comments in HTML speak to parkplan as everywhere', () => {
  const text = '<div>\n<!-- parkplan-disable-next-line -->\n<p>建设XX平台。</p>\n</div>\n';
  assert.equal(parsePlan(text).directives[0]!.kind, 'disable-next-line');
  assert.deepEqual(told(text, checkNine(text).findings, 'placeholder'), []);
  const without = text.replace('parkplan-disable-next-line', '');
  assert.deepEqual(told(without, checkNine(without).findings, 'placeholder'), ['XX']);
});

test('what a browser does not show as text is none', () => {
  assert.deepEqual(
    kinds(
      '<div><script>var a = "引进企业";</script><style>p { color: red }</style><template>模板</template><textarea>输入</textarea><svg><text>图</text></svg><iframe>框</iframe><img alt="图片" src="a.png"></div>\n\n<p align="center"><a href="x"><img src="a.png"></a></p>\n\n<p>&nbsp;</p>\n\n<svg/><custom-tag>正文</custom-tag>\n',
    ),
    ['paragraph: 正文'],
  );
});

test('lines of a table of contents that are links in HTML are one', () => {
  const plan = parsePlan(
    '<h1>云川园区规划</h1>\n<p>目录</p>\n<p><a href="#a">一、任务</a></p>\n<p><a href="#b">二、保障</a></p>\n<h2>一、任务</h2>\n<p>建设平台。</p>\n<h2>二、保障</h2>\n<p>加强领导。</p>\n',
  );
  assert.deepEqual(
    plan.blocks.filter(({ inert }) => inert === 'contents').map(({ normal }) => normal.value),
    ['目录', '一、任务', '二、保障'],
  );
});

const HOSTILE: readonly (readonly [what: string, text: string])[] = [
  ['cells without end', `<table>${'<td>'.repeat(100_000)}`],
  ['cells without end and with words', `<table>${'<td>字'.repeat(50_000)}`],
  ['deep blocks', '<div>'.repeat(100_000)],
  ['deep blocks, and ends of others', '<div>'.repeat(50_000) + '</span></p></td>'.repeat(50_000)],
  ['deep tables', '<table><tr><td>字'.repeat(20_000)],
  ['deep lists', '<ul><li>字'.repeat(20_000)],
  ['deep bold words', `<p>${'<b>'.repeat(70_000)}字`],
  ['endless spans', '<table><tr><td colspan="1000000000" rowspan="1000000000">字'.repeat(5_000)],
  ['rows under endless spans', `<table>${'<td rowspan="1000">字'.repeat(100)}${'<tr><td>字'.repeat(20_000)}`],
  ['many short words', `<p>${'&nbsp;a_b*c '.repeat(20_000)}`],
  ['many lines', `<p>${'字<br>'.repeat(40_000)}`],
  ['a tag without end', `<p class="${'字'.repeat(200_000)}`],
  ['lone signs', `<p>${'<&'.repeat(100_000)}`],
  ['marks of Markdown', `<p>${'*_[`|'.repeat(40_000)}</p>`],
];

for (const [what, text] of HOSTILE)
  test(`hostile HTML is read to its end: ${what}`, () => {
    const plan = parsePlan(text);
    assert.ok(plan.blocks.every(({ cells = [] }) => cells.length <= 100_000));
  });

test('spans put in no more than a table has', () => {
  const plan = parsePlan(`<table>\n${'<tr><td colspan="1000000000">甲</td><td>乙</td></tr>\n'.repeat(50)}</table>\n`);
  const cells = plan.blocks.reduce((sum, block) => sum + block.cells!.length, 0);
  assert.ok(cells >= 100 && cells < 1000, String(cells));
});

test('a plan whose indicators are an HTML table has its targets', () => {
  const plan = (indicators: string) =>
    `# 云川园区产业发展规划（2026—2030年）\n\n## 一、发展目标\n\n产业规模大幅提升，创新能力显著增强。\n\n${indicators}\n\n## 二、主要任务\n\n建设标准厂房20万平方米。\n`;
  const rules = (text: string) => checkNine(text).findings.map(({ rule }) => rule);
  const html = plan(
    '<table>\n<tr><td>指标</td><td>2025年（基期）</td><td>2030年</td></tr>\n<tr><td>总产值（亿元）</td><td>486</td><td>600</td></tr>\n<tr><td>企业（家）</td><td>120</td><td>180</td></tr>\n<tr><td>人才（人）</td><td>2000</td><td>3000</td></tr>\n</table>',
  );
  assert.ok(rules(plan('')).includes('unquantified-target'));
  assert.ok(!rules(html).includes('unquantified-target'), rules(html).join());
  assert.equal(checkNine(plan('')).evidence.get('targets')?.level, 'mentioned');
  assert.equal(checkNine(html).evidence.get('targets')?.level, 'actionable');
});

test('a table in HTML says what the same table says in Markdown', () => {
  const markdown =
    '# 云川园区产业发展规划\n\n## 一、发展目标\n\n| 指标 | 2025年（基期） | 2030年 | 责任单位 |\n| --- | --- | --- | --- |\n| 产值 | 486亿元 | 600亿元 | 市工信局 |\n| 企业 | 120家 | 180家 | 市商务局 |\n';
  const html = table(
    '<tr><th>指标</th><th>2025年（基期）</th><th>2030年</th><th>责任单位</th></tr>\n<tr><td>产值</td><td>486亿元</td><td>600亿元</td><td>市工信局</td></tr>\n<tr><td>企业</td><td>120家</td><td>180家</td><td>市商务局</td></tr>',
  );
  const said = (text: string) => {
    const plan = parsePlan(text);
    return {
      rows: rows(plan),
      values: plan.blocks.map(({ normal }) => normal.value),
      figures: plan.figures.map(({ value, unit, year, isBase, of }) => ({ value, unit, year, isBase, of })),
      units: plan.units.map(({ names, role }) => ({ names, role })),
    };
  };
  assert.deepEqual(said(html), said(markdown));
});

test('a plan from a converter, HTML and Markdown by turns, is read from its title to its last row', () => {
  const text = readFileSync(new URL('html-plan.md', import.meta.url), 'utf8');
  const plan = parsePlan(text);
  assert.equal(plan.title?.text, '云川高新区产业发展规划（2026—2030年）');
  assert.deepEqual(outline(text), [
    '发展目标 [targets]',
    '  主要指标 [targets]',
    '主要任务 [tasks]',
    '  链主企业引育工程 [tasks]',
    '    建设平台 [tasks]',
    '    引进人才 [tasks]',
    '保障措施 [safeguards]',
  ]);
  assert.deepEqual(
    plan.units.map(({ names }) => names.join()),
    ['市科技局', '市财政局'],
  );
  assert.ok(!plan.blocks.some(({ normal }) => normal.value.includes('900')));
});
