import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePlan } from '../../server/src/plan/parse-plan.ts';
import { headings, outline, textAt } from './helpers.ts';

const BODY = '园区管委会会同有关部门逐项落实，每年报告进展情况。';

/** A plain-paragraph heading of each style, with a chapter around it. */
const STYLES: readonly (readonly [line: string, style: string, value: number, words: string])[] = [
  ['第二篇 产业体系', 'part', 2, '产业体系'],
  ['第三章　招商引资', 'chapter', 3, '招商引资'],
  ['第四节人才引育', 'section', 4, '人才引育'],
  ['十二、人才引育', 'han', 12, '人才引育'],
  ['二 、支持范围', 'han', 2, '支持范围'],
  ['（三）招商引资', 'han-paren', 3, '招商引资'],
  ['(三) 招商引资', 'han-paren', 3, '招商引资'],
  ['1.1招商引资', 'decimal', 1, '招商引资'],
  ['1.1.2 招商引资', 'decimal', 2, '招商引资'],
  ['5.2.3以商招商', 'decimal', 3, '以商招商'],
  ['1．招商引资', 'arabic', 1, '招商引资'],
  ['1、招商引资', 'arabic', 1, '招商引资'],
  ['（1）招商引资', 'arabic-paren', 1, '招商引资'],
  ['①招商引资', 'circled', 1, '招商引资'],
];

for (const [line, style, value, words] of STYLES) {
  test(`${line} is a heading`, () => {
    const plan = parsePlan(`# 澄江高新区产业发展规划\n\n一、主要任务\n\n${BODY}\n\n${line}\n\n${BODY}\n`);
    const found = plan.sections.at(-1)!.heading!;
    assert.deepEqual(
      [found.numbering?.style, found.numbering?.value, found.text, found.form],
      [style, value, words, 'paragraph'],
    );
    assert.equal(textAt(plan, found.range), line);
  });
}

test('第1条 with a short first sentence is a run-in heading, with a long one it is none', () => {
  assert.deepEqual(
    headings(
      `# 云栅县产业政策\n\n一、支持政策\n\n第 1 条 鼓励产品研发。对取得专利的企业给予奖励。\n\n第 2 条 设立总规模不低于两亿元的重点产业引导资金并列入县级年度财政预算统筹管理使用，由县财政局负责。\n`,
    ),
    ['paragraph: 支持政策', 'run-in: 鼓励产品研发'],
  );
});

test('一是 is no heading, nor is a figure at the start of a line', () => {
  assert.deepEqual(
    headings(
      `# 澄江高新区产业发展规划\n\n一、主要任务\n\n一是加强招商引资\n\n1.5亿元专项资金用于招商\n\n3.2万平方米厂房交付使用\n`,
    ),
    ['paragraph: 主要任务'],
  );
});

test('a list with bold labels stands inside the Markdown heading above it, and the next one of these ends it', () => {
  const text =
    '# Gippsland Plan\n\n## 1. Framework\n\n### 1.3 Pillars\n\n1. **Energy Leadership**: Achieve more capacity\n2. **Just Transition**: Leave nobody behind\n\n### 1.4 Metrics\n\nThe table tells it.\n';
  assert.deepEqual(outline(text), [
    'framework [tasks]',
    '  pillars [tasks]',
    '    energy leadership [tasks]',
    '    just transition [tasks]',
    '  metrics [tasks]',
  ]);
});

test('an item that happens to begin with a short sentence is no heading beside one that begins with a long one', () => {
  const long =
    '凡固定资产投资总额达1000万元以上的新建、技改、扩建项目，在获得市级项目前期费用补助的同时，我区再给予一次性配套补助。';
  const text = (first: string) =>
    `# 云栅县产业政策\n\n## 一、支持政策\n\n1、${first}。对项目前期费用给予补助。\n\n2、${long}\n`;
  assert.deepEqual(headings(text('凡获国家支持的项目，我区确保匹配资金按时到位')), ['markdown: 支持政策']);
  assert.deepEqual(headings(text('支持项目前期工作')), ['markdown: 支持政策', 'run-in: 支持项目前期工作']);
});

test('a digit that belongs to the first word of a title is no number', () => {
  const title = (words: string) => parsePlan(`# ${words}\n\n## Tasks\n\n${BODY}\n`).title?.text;
  assert.equal(title('5G Industry Park Plan'), '5G Industry Park Plan');
  assert.equal(title('2nd Harrow Development Plan'), '2nd Harrow Development Plan');
  assert.equal(title('3 Talent'), 'Talent');
});

test('壹、 stands above 一、, and Ⅱ or a numeral before a blank numbers a Markdown heading', () => {
  const numbers = (text: string) =>
    parsePlan(text).sections.flatMap(({ heading }) => (heading?.numbering ? [heading.numbering.value] : []));
  const formal = parsePlan(
    `# 溪尾園區推動計畫\n\n壹、推動策略\n\n一、補齊驗證缺口\n\n${BODY}\n\n貳、期程\n\n${BODY}\n`,
  );
  assert.deepEqual(
    formal.sections.map(({ parent }) => parent),
    [-1, 0, 1, 0],
  );
  assert.deepEqual(
    numbers(`# 园区规划\n\n## Ⅰ 基础\n\n${BODY}\n\n## Ⅱ 任务\n\n${BODY}\n\n## Ⅱ类用地\n\n${BODY}\n`),
    [1, 2],
  );
  assert.deepEqual(
    numbers(`# 园区规划\n\n## 一　基础\n\n${BODY}\n\n## 二　任务\n\n${BODY}\n\n## 一体推进\n\n${BODY}\n`),
    [1, 2],
  );
});

test('a numbered paragraph with a short first sentence holds its heading', () => {
  const text =
    '# 澄江高新区产业发展规划\n\n（一）加强人才引育。实施英才计划，引进领军人才20名。\n\n（二）扩大开放。举办招商大会。\n';
  const plan = parsePlan(text);
  const found = plan.sections[1]!;
  assert.equal(found.heading?.form, 'run-in');
  assert.equal(textAt(plan, found.heading!.range), '（一）加强人才引育。');
  assert.equal(textAt(plan, found.heading!.textRange), '加强人才引育');
  assert.equal(textAt(plan, found.bodyRange).trim(), '实施英才计划，引进领军人才20名。');
});

test('an ordered Markdown list with headings run in counts like plain numbers', () => {
  assert.deepEqual(
    headings(
      '# 澄江高新区产业发展规划\n\n## 一、重点任务\n\n1. 加大招商力度。瞄准强链企业，引进项目。\n2. 建设公共平台。由园区国企运营检测平台。\n',
    ),
    ['markdown: 重点任务', 'run-in: 加大招商力度', 'run-in: 建设公共平台'],
  );
});

test('a bold label before a colon is a run-in heading, a label for a responsible unit is none', () => {
  assert.deepEqual(
    headings(
      '# 澄江高新区产业发展规划\n\n## 一、招商\n\n**目标企业清单**：建立50家企业的清单。\n\n**责任单位**：投资促进局\n',
    ),
    ['markdown: 招商', 'run-in: 目标企业清单'],
  );
});

test('a Markdown heading that goes on for a paragraph is a run-in heading', () => {
  const text =
    '# 澄江高新区产业发展规划\n\n### （一）支持总部企业。对新引进的总部企业，按照其年度贡献给予不超过500万元的奖励，并优先保障办公用地和人才公寓。\n';
  const plan = parsePlan(text);
  assert.deepEqual(headings(text), ['run-in: 支持总部企业']);
  assert.match(textAt(plan, plan.sections[1]!.bodyRange), /^对新引进的总部企业/);
});

test('short first sentences are headings only where a document writes them again and again', () => {
  const three =
    '设立产业引导基金。首期规模十亿元，由园区国企出资，面向社会募集资金。\n\n建设公共服务平台。由管委会牵头，建成检测和中试两类平台并对外开放。\n\n支持人才集聚。每年提供公寓五百套，对领军人才团队给予项目资助。\n';
  assert.deepEqual(headings(`# 关于建设智造园区的若干政策\n\n${three}`), [
    'run-in: 设立产业引导基金',
    'run-in: 建设公共服务平台',
    'run-in: 支持人才集聚',
  ]);
  const one =
    '设立产业引导基金。首期规模十亿元，由园区国企出资，面向社会募集资金。\n\n园区同时完善考核办法，对重点项目实行全程跟踪服务，确保按期开工。\n\n各部门按职责分工推进，每季度向管委会报告项目进展和存在的困难。\n';
  assert.deepEqual(headings(`# 关于建设智造园区的若干政策\n\n${one}`), []);
});

test('numbered lines with nothing between them are items', () => {
  assert.deepEqual(
    headings(`# 澄江高新区产业发展规划\n\n一、申报条件\n\n1、在园区注册\n\n2、依法纳税\n\n3、信用良好\n`),
    ['paragraph: 申报条件'],
  );
});

test('lines that end with a semicolon are items, and so is the last of them', () => {
  assert.deepEqual(
    headings(
      '# 澄江高新区产业发展规划\n\n一、适用范围\n\n（一）注册地在园区的企业；\n\n（二）依法纳税的企业；\n\n（三）其他有关企业。\n',
    ),
    ['paragraph: 适用范围'],
  );
});

test('bold lines and English numbers are headings', () => {
  assert.deepEqual(
    headings(
      '# Harbour Park Development Plan\n\n**Key points:**\n\nThe park grows.\n\n1.2 Talent\n\nThe park trains people.\n\nChapter 3 Funding\n\nThe fund is set up.\n',
    ),
    ['bold: key points', 'paragraph: talent', 'paragraph: funding'],
  );
});

test('underlined headings count, a paragraph above a rule does not', () => {
  assert.deepEqual(headings('澄江高新区产业发展规划\n===\n\n发展目标\n---\n\n园区产值翻番。\n'), [
    'markdown: 发展目标',
  ]);
  assert.deepEqual(
    headings(
      '# 澄江高新区产业发展规划\n\n园区管委会统筹推进各项任务，建立项目库，对重点项目实行清单管理；各部门按照职责分工抓好落实，每季度通报一次进展情况并公开。\n---\n',
    ),
    [],
  );
});

test('levels follow the order in which the document nests its styles', () => {
  const text = `# 澄江高新区产业发展规划\n\n第一章 总则\n\n一、要求\n\n（一）扩大招商\n\n${BODY}\n\n1、瞄准龙头\n\n${BODY}\n\n（二）培育人才\n\n${BODY}\n\n第二章 任务\n\n一、产业\n\n${BODY}\n`;
  assert.deepEqual(outline(text), [
    '总则 [tasks]',
    '  要求 [tasks]',
    '    扩大招商 [tasks]',
    '      瞄准龙头 [tasks]',
    '    培育人才 [tasks]',
    '任务 [tasks]',
    '  产业 [tasks]',
  ]);
});

test('a document that nests （一） below 1. keeps its own order', () => {
  const text = `# 澄江高新区产业发展规划\n\n1. 产业\n\n（一）扩大招商\n\n${BODY}\n\n（二）培育企业\n\n${BODY}\n\n2. 人才\n\n（一）引进人才\n\n${BODY}\n`;
  assert.deepEqual(outline(text), [
    '产业 [tasks]',
    '  扩大招商 [tasks]',
    '  培育企业 [tasks]',
    '人才 [tasks]',
    '  引进人才 [tasks]',
  ]);
});

test('numbers that run on through the chapters stay below them', () => {
  const text = `# 关于支持澄江新区发展的若干意见\n\n一、产业\n\n（一）扩大招商。${BODY}\n\n（二）培育企业。${BODY}\n\n二、人才\n\n（三）引进人才。${BODY}\n`;
  assert.deepEqual(outline(text), [
    '产业 [tasks]',
    '  扩大招商 [tasks]',
    '  培育企业 [tasks]',
    '人才 [tasks]',
    '  引进人才 [tasks]',
  ]);
});

test('a plain chapter beside Markdown chapters is their sibling', () => {
  const text = `# 澄江高新区产业发展规划\n\n## 一、政策支持\n\n${BODY}\n\n二 、支持范围\n\n### （一）投资奖励\n\n${BODY}\n\n## 三、组织保障\n\n${BODY}\n`;
  const plan = parsePlan(text);
  assert.deepEqual(
    plan.sections.slice(1).map(({ heading, parent }) => [heading!.text, heading!.level, parent]),
    [
      ['政策支持', 2, 0],
      ['支持范围', 2, 0],
      ['投资奖励', 3, 2],
      ['组织保障', 2, 0],
    ],
  );
});

test('numbering inside a box is apart from the numbering around it', () => {
  const text = `# 澄江高新区产业发展规划\n\n一、任务\n\n（一）招商。${BODY}\n\n专栏1 重大工程\n\n（一）平台工程\n\n${BODY}\n\n（二）强链工程\n\n${BODY}\n\n二、保障措施\n\n${BODY}\n`;
  assert.deepEqual(outline(text), [
    '任务 [tasks]',
    '  招商 [tasks]',
    '  重大工程 [tasks]',
    '    平台工程 [tasks]',
    '    强链工程 [tasks]',
    '保障措施 [safeguards]',
  ]);
});

test('a bold label behind a Markdown list is no part of its last item', () => {
  const text = `# 澄江高新区产业发展规划\n\n## 一、招商\n\n1. 补短板。${BODY}\n2. 引新业。${BODY}\n\n**链长制**：由管委会主任任链长。\n`;
  assert.deepEqual(outline(text), ['招商 [tasks]', '  补短板 [tasks]', '  引新业 [tasks]', '  链长制 [tasks]']);
});

test('2.1 stands below 2., and a plain appendix is a heading', () => {
  const body = 'The park authority reports every year.';
  const text = `# Harbour Park Plan\n\n1. Baseline\n\n${body}\n\n2. Measures\n\n${body}\n\n2.1 Talent\n\n${body}\n\nAppendix A\n\n${body}\n`;
  assert.deepEqual(outline(text), [
    'baseline [baseline]',
    'measures [tasks]',
    '  talent [tasks]',
    'appendix a [annex]',
  ]);
});

test('the title of an article is a heading; a sentence of an article that goes on is none', () => {
  const body = '给予单个项目最高三百万元支持。';
  const text = `# 澄江高新区产业扶持政策\n\n第一条 设立产业引导基金\n\n${body}\n\n第二条 促进智能制造发展\n\n${body}\n\n第三条 为加快产业集聚，制定本政策\n\n${body}\n`;
  assert.deepEqual(outline(text), ['设立产业引导基金 [tasks]', '促进智能制造发展 [tasks]']);
});

test('short lines over paragraphs are headings where a text has lost the numbers of its own', () => {
  const text = `# 澄江高新区支持企业若干措施\n\n各乡镇人民政府，有关单位：\n\n加大运营补贴\n\n${BODY}${BODY}\n\n拓展应用场景\n\n${BODY}${BODY}\n\n支持设备更新\n\n${BODY}${BODY}\n\n组织保障\n\n${BODY}${BODY}\n\n澄江高新区管委会\n\n2026年6月1日\n`;
  assert.deepEqual(outline(text), [
    '加大运营补贴 [tasks]',
    '拓展应用场景 [tasks]',
    '支持设备更新 [tasks]',
    '组织保障 [safeguards]',
  ]);
});

test('a short line among numbered headings is none', () => {
  const chapters = ['一', '二', '三', '四', '五'].map(
    (n) => `${n}、任务${n}\n\n${BODY}${BODY}\n\n支持范围\n\n${BODY}${BODY}\n\n`,
  );
  assert.deepEqual(
    outline(`# 澄江高新区产业发展规划\n\n${chapters.join('')}`),
    ['一', '二', '三', '四', '五'].map((n) => `任务${n} [tasks]`),
  );
});

test('a long title with a colon in it is a title, not a label before a text', () => {
  const title =
    'Harrow County’s Updated Vision 2032 – Strategic Goal 4: A Diversified, Knowledge-based and Competitive Economy';
  const plan = parsePlan(`# ${title}\n\n## Measures\n\nThe county will build a yard.\n`);
  assert.equal(plan.title?.text, title);
});

test('one article with a short first sentence is no heading where those before it have none', () => {
  const long = '第一条 对经认定的领军人才团队在本园区转化科技成果并形成产业化的，经评审后给予最高一百万元资金资助。';
  const text = `# 云川生态科技创新城若干政策\n\n${long}\n\n${long.replace('一条', '二条')}\n\n第三条 鼓励创新。对研发机构给予补助。\n`;
  assert.deepEqual(headings(text), []);
  const titled = '# 云川生态科技创新城若干政策\n\n第一条 引进人才。给予资助。\n\n第二条 鼓励创新。给予补助。\n';
  assert.equal(headings(titled).length, 2);
});

test('a decimal number before a letter and a number is a part of a longer one', () => {
  const { sections } = parsePlan(
    '# Linford Plan\n\n## 3.08.A01) Taxes\n\nWe build.\n\n## 3.08.A02) Firms\n\nWe build.\n',
  );
  assert.deepEqual(
    sections.slice(1).map(({ heading }) => heading?.numbering),
    [undefined, undefined],
  );
});

test('below a Markdown heading a bold number of its style counts something else, unless it goes on with the next', () => {
  const levels = (text: string) =>
    parsePlan(`# Linford Plan\n\n${text}`)
      .sections.slice(1)
      .map(({ heading }) => `${heading!.level} ${heading!.text}`);
  assert.deepEqual(
    levels(
      '## 1. Partners\n\n**Makers**\n\n**3. Orsted**\n\nA.\n\n**Funds**\n\n**4. GIC**\n\nB.\n\n## 2. Terms\n\nC.\n',
    ),
    ['2 partners', '3 makers', '4 orsted', '3 funds', '4 gic', '2 terms'],
  );
  assert.deepEqual(levels('## 1. Partners\n\nA.\n\n**2. Terms**\n\nB.\n'), ['2 partners', '2 terms']);
  assert.deepEqual(levels('## 7. A\n\n### 7.1 B\n\n**1. C**\n\nD.\n\n### 7.2 E\n\nF.\n'), ['2 a', '3 b', '4 c', '3 e']);
});

test('a row that goes on with a list is no heading among short lines over paragraphs', () => {
  const paragraph = '围绕检测、认证、维权、咨询等服务，面向企业开放平台，由管委会组织实施，每年检查一次并公布结果。';
  const rows = ['推动服务体系建设', '打造公共服务平台', '信息提供、', '完善人才引进机制', '优化营商环境举措'];
  const text = ['# 云川园区产业发展规划', paragraph, ...rows.flatMap((row) => [row, paragraph])].join('\n\n');
  const found = parsePlan(text).sections.flatMap(({ heading }) => heading?.text ?? []);
  assert.deepEqual(
    found,
    rows.filter((row) => row !== '信息提供、'),
  );
});
