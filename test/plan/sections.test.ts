import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePlan } from '../../server/src/plan/parse-plan.ts';
import { outline, textAt } from './helpers.ts';

const BODY = '园区管委会会同有关部门逐项落实，每年报告进展情况。';

test('headings tell the kind of a section, and children inherit it unless they say otherwise', () => {
  const text = `# 云栅经开区纺织产业发展规划

一、发展基础与形势

${BODY}

二、总体要求

（一）指导思想

${BODY}

（二）基本原则

${BODY}

（三）发展目标

${BODY}

三、优化空间布局

${BODY}

四、聚力攻坚 再造一个新园区

（一）夯实产业基础

${BODY}

五、国内外先进园区经验借鉴

（一）主要任务

${BODY}

六、保障措施

（一）加强组织领导

${BODY}
`;
  assert.deepEqual(outline(text), [
    '发展基础与形势 [baseline]',
    '总体要求 [principles]',
    '  指导思想 [principles]',
    '  基本原则 [principles]',
    '  发展目标 [targets]',
    '优化空间布局 [layout]',
    '聚力攻坚再造一个新园区 [tasks]',
    '  夯实产业基础 [tasks]',
    '国内外先进园区经验借鉴 [elsewhere]',
    '  主要任务 [elsewhere]',
    '保障措施 [safeguards]',
    '  加强组织领导 [safeguards]',
  ]);
});

test('a goal with a number holds policies and is no chapter of targets', () => {
  const plan = parsePlan(
    `# Harrow Town Plan\n\n## Goals\n\n${BODY}\n\n## Goal 8.1 Placemaking\n\n${BODY}\n\n## Objective 2: Skills\n\n${BODY}\n`,
  );
  assert.deepEqual(
    plan.sections.slice(1).map(({ kind }) => kind),
    ['targets', 'tasks', 'tasks'],
  );
});

test('what is to be done about problems, conditions or examples is a task, with an adverb before its verb or without', () => {
  const kinds = [
    '着力破解突出问题',
    '大力改善农机作业基础条件',
    '针对突出问题开展专项行动',
    '强化典型经验推广',
    '突出问题',
  ].map((heading) => parsePlan(`# 云栅县民营经济行动方案\n\n## 一、${heading}\n\n${BODY}\n`).sections[1]!.kind);
  assert.deepEqual(kinds, ['tasks', 'tasks', 'tasks', 'tasks', 'baseline']);
});

test('actions towards a goal are tasks, with the goals in their heading or around them', () => {
  const plan = parsePlan(
    [
      '# Harrow Digital Agenda\n',
      '# Targets and indicators\n',
      '## Box 12. Proposed actions to achieve Goal 3.2\n',
      '* Launch programmes to support companies.\n',
      '# Goals, objectives, policies and actions\n',
      BODY,
      '\n# Goals and objectives\n',
      BODY,
      '\n# Definition of performance indicators\n',
      BODY,
    ].join('\n'),
  );
  assert.deepEqual(
    plan.sections.slice(2).map(({ kind }) => kind),
    ['tasks', 'tasks', 'targets', 'tasks'],
  );
});

test('owners and terms beside the tasks of a text without chapters are told of it, other labels are not', () => {
  const plan = parsePlan(
    '# 云川省关于推进企业入园的意见\n\n发布机构：云川省人民政府\n\n推动企业退城进入各类园区，建立项目库。\n\n责任单位：各市、县（区）人民政府，省工信厅\n\n完成时限：2027年12月\n',
  );
  assert.deepEqual(
    plan.blocks.map(({ inert }) => inert),
    [undefined, 'front', undefined, undefined, undefined],
  );
  assert.deepEqual(
    plan.units.flatMap(({ names }) => names),
    ['各市', '县(区)人民政府', '省工信厅'],
  );
});

test('a notice that orders something beside issuing the plan is no front matter', () => {
  const inertOf = (notice: string) =>
    parsePlan(`# 云川省技术改造行动计划\n\n${notice}\n\n## 一、主要任务\n\n${BODY}\n`).blocks[1]!.inert;
  assert.equal(inertOf('现将《云川省技术改造行动计划》印发你们，请认真组织实施。'), 'front');
  assert.equal(
    inertOf('现将《云川省技术改造行动计划》印发你们，请认真组织实施。省经信委要做好督促检查，有关情况应定期报告。'),
    undefined,
  );
});

test('a short English line below whole sentences is no title', () => {
  const sentence = 'Each goal, which sets an ideal for the future, is accompanied by a series of policies and actions.';
  const plan = parsePlan(`Goals and policies\n\n${sentence}\n\nGENERAL PLAN\n\n${sentence}\n`);
  assert.equal(plan.title, undefined);
  assert.equal(parsePlan(`GENERAL PLAN\n\n${sentence}\n`).title?.text, 'GENERAL PLAN');
});

test('English headings tell it too', () => {
  const body = 'The park authority reports on progress every year.';
  assert.deepEqual(
    outline(
      `# Harbour Park Development Strategy\n\n## Where we are\n\n${body}\n\n## Vision and guiding principles\n\n${body}\n\n## Objectives\n\n${body}\n\n## Growing the cluster\n\n${body}\n\n## Implementation\n\n${body}\n\n## Annex A\n\n${body}\n`,
    ),
    [
      'where we are [baseline]',
      'vision and guiding principles [principles]',
      'objectives [targets]',
      'growing the cluster [tasks]',
      'implementation [safeguards]',
      'annex a [annex]',
    ],
  );
});

test('what stands before the first chapter belongs to the root, title and all', () => {
  const plan = parsePlan(
    `# 云栅经开区纺织产业发展规划\n\n为推动纺织产业集聚发展，结合园区实际，制定本规划。\n\n## 一、重点任务\n\n${BODY}\n`,
  );
  assert.deepEqual(plan.sections[0]!.blocks, [0, 1]);
  assert.equal(plan.title?.text, '云栅经开区纺织产业发展规划');
  assert.equal(plan.blocks[1]!.inert, undefined);
});

test('an annex with a deeper Markdown heading stands in the annexes above it', () => {
  assert.deepEqual(
    outline(
      `# Harbour Park Plan\n\n## Tasks\n\n${BODY.repeat(4)}\n\n## Appendices\n\n### Appendix A: Models\n\n${BODY}\n\n### Appendix B: Maps\n\n${BODY}\n\n## Annex C\n\n${BODY}\n`,
    ),
    [
      'tasks [tasks]',
      'appendices [annex]',
      '  appendix a: models [annex]',
      '  appendix b: maps [annex]',
      'annex c [annex]',
    ],
  );
});

test('an annex stays open to the end although its numbers start again', () => {
  const main = Array.from({ length: 6 }, () => BODY).join('\n\n');
  assert.deepEqual(
    outline(
      `# 云栅经开区纺织产业发展规划\n\n一、任务\n\n${main}\n\n二、保障措施\n\n${BODY}\n\n附件1\n\n一、重点项目\n\n${BODY}\n\n二、责任分工\n\n${BODY}\n`,
    ),
    ['任务 [tasks]', '保障措施 [safeguards]', '附件1 [annex]', '  重点项目 [annex]', '  责任分工 [annex]'],
  );
});

test('a section holds its heading and its subsections, its body ends where the first of them starts', () => {
  const plan = parsePlan(
    `# 云栅经开区纺织产业发展规划\n\n## 一、任务\n\n${BODY}\n\n### （一）招商\n\n${BODY}\n\n## 二、保障措施\n\n${BODY}\n`,
  );
  const [, tasks, investment, safeguards] = plan.sections;
  assert.equal(tasks!.range.end, safeguards!.range.start);
  assert.equal(investment!.range.end, safeguards!.range.start);
  assert.equal(textAt(plan, tasks!.bodyRange).trim(), BODY);
  assert.deepEqual(tasks!.children, [investment!.id]);
  assert.deepEqual(
    tasks!.blocks.map((id) => plan.blocks[id]!.kind),
    ['heading', 'paragraph'],
  );
});

test('addressees, numbers and dates above the text are front, and so are the links of a pasted page', () => {
  const text = `首页\n>\n政务公开\n【字体：\n大\n云栅市人民政府关于印发云栅经开区纺织产业发展规划的通知\n云政发〔2026〕3号\n各县（市、区）人民政府，市政府各部门：\n现将《云栅经开区纺织产业发展规划》印发给你们，请认真贯彻执行。\n2026年1月8日\n云栅经开区纺织产业发展规划\n为推动纺织产业集聚发展，结合园区实际，制定本规划。\n一、重点任务\n${BODY}\n`;
  const plan = parsePlan(text);
  assert.equal(plan.title?.text, '云栅经开区纺织产业发展规划');
  assert.deepEqual(
    plan.blocks.filter((block) => !block.inert).map((block) => textAt(plan, block.range)),
    ['云栅经开区纺织产业发展规划', '为推动纺织产业集聚发展，结合园区实际，制定本规划。', '一、重点任务', BODY],
  );
});

test('footnotes, and explanations of terms used elsewhere, are definitions; a numbered measure is none', () => {
  const plan = parsePlan(
    `# 云栅经开区纺织产业发展规划\n\n一、人才\n\n实施“百匠计划”①，引进技能人才[^1]。\n\n①百匠计划：每年资助一百名技能人才的项目。\n\n①安家补贴：给予每人十万元。\n\n[^1]: 技能人才指持有高级证书的工人。\n`,
  );
  assert.deepEqual(
    plan.blocks.map((block) => block.inert),
    [undefined, undefined, undefined, 'definition', undefined, 'definition'],
  );
});

test('a table of contents is no part of the outline', () => {
  const text = `# 云栅经开区纺织产业发展规划\n\n目录\n\n一、重点任务........1\n\n（一）招商引资........2\n\n二、保障措施........5\n\n一、重点任务\n\n${BODY}\n\n（一）招商引资\n\n${BODY}\n\n二、保障措施\n\n${BODY}\n`;
  const plan = parsePlan(text);
  assert.deepEqual(outline(text), ['重点任务 [tasks]', '  招商引资 [tasks]', '保障措施 [safeguards]']);
  assert.deepEqual(plan.blocks.filter((block) => block.inert === 'contents').length, 4);
});

test('a contents page without page numbers and a list of links to headings are recognised', () => {
  const plain = `# 云栅经开区纺织产业发展规划\n\n## 目 录\n\n一、重点任务\n\n二、保障措施\n\n## 一、重点任务\n\n${BODY}\n\n## 二、保障措施\n\n${BODY}\n`;
  assert.deepEqual(outline(plain), ['重点任务 [tasks]', '保障措施 [safeguards]']);
  const links = `# 云栅经开区纺织产业发展规划\n\n- [重点任务](#a)\n- [保障措施](#b)\n- [附件](#c)\n\n## 重点任务\n\n${BODY}\n`;
  assert.deepEqual(parsePlan(links).blocks.filter((block) => block.inert === 'contents').length, 3);
});

test('a text without any heading is all of it tasks', () => {
  const plan = parsePlan(`澄江高新区支持企业用工若干措施\n\n${BODY}\n\n${BODY}\n`);
  assert.deepEqual(
    plan.sections.map(({ kind }) => kind),
    ['tasks'],
  );
});

test('goals and actions in one chapter are tasks', () => {
  const kind = (heading: string) => parsePlan(`# Harrow Town Plan\n\n## ${heading}\n\n${BODY}\n`).sections[1]!.kind;
  assert.equal(kind('Goals and Action Plans'), 'tasks');
  assert.equal(kind('Goals, Policies and Projects'), 'tasks');
  assert.equal(kind('Goals and Targets'), 'targets');
});

test('what is targeted is no chapter of targets', () => {
  const kind = (heading: string) => parsePlan(`# Harrow Town Plan\n\n## ${heading}\n\n${BODY}\n`).sections[1]!.kind;
  assert.equal(kind('Target Employment Areas'), 'tasks');
  assert.equal(kind('Target markets'), 'tasks');
  assert.equal(kind('Target'), 'targets');
  assert.equal(kind('Target values'), 'targets');
  assert.equal(kind('2030 Targets'), 'targets');
  assert.equal(kind('Primary Performance Targets'), 'targets');
  assert.equal(kind('Performance objectives'), 'targets');
});

test('a deeper Markdown heading stands inside, whatever styles of numbers nest elsewhere', () => {
  const text = `# Harrow Park Plan

## 2. Administration

I. The park is run by the county for the purposes of this plan.

Its seat is in Harrow.

III. Governance mechanism

The board decides.

## 3. Facilitation

### i. Land

The park offers land.

### ii. Housing

The park builds homes.

## 4. Research

1. Start-up desk: The park runs a desk.

2. Lakeside Small and Medium Industries Development Agency (LASMIDA): The park funds the agency.

## 5. Skills
`;
  assert.deepEqual(outline(text), [
    'administration [tasks]',
    '  governance mechanism [safeguards]',
    'facilitation [tasks]',
    '  land [tasks]',
    '  housing [tasks]',
    'research [tasks]',
    '  start-up desk [tasks]',
    '  lakeside small and medium industries development agency (lasmida) [tasks]',
    'skills [tasks]',
  ]);
});

test('metrics and indicators of success are a chapter of targets', () => {
  const kind = (heading: string) => parsePlan(`# Harrow Town Plan\n\n## ${heading}\n\n${BODY}\n`).sections[1]!.kind;
  assert.equal(kind('Success Metrics'), 'targets');
  assert.equal(kind('Metrics of Success'), 'targets');
  assert.equal(kind('Headline indicators'), 'targets');
  assert.equal(kind('Key Performance Indicators'), 'targets');
  assert.equal(kind('Proposed Key Performance Indicators (KPIs)'), 'targets');
  assert.equal(kind('Outcomes of the medium-term strategy'), 'targets');
  assert.equal(kind('Outcomes of the workshops'), 'tasks');
  assert.equal(kind('Daily Monitoring Metrics'), 'tasks');
});

test('a heading that follows a principle and goes on with a task is that task', () => {
  const kind = (heading: string) =>
    parsePlan(`# 云栅经开区行动方案\n\n## 一、${heading}\n\n${BODY}\n`).sections[1]!.kind;
  assert.equal(kind('着力贯彻新发展理念，在推动产业提质增效上开新局'), 'tasks');
  assert.equal(kind('围绕功能定位，引进一批链主企业'), 'tasks');
  assert.equal(kind('发展壮大符合功能定位的品牌展会'), 'tasks');
  assert.equal(kind('坚持新发展理念'), 'principles');
  assert.equal(kind('指导思想和发展思路'), 'principles');
});

test('chapters that say how an industry or its firms fare are the present state', () => {
  const kind = (heading: string) =>
    parsePlan(`# 云栅经开区工作总结\n\n## 一、${heading}\n\n${BODY}\n`).sections[1]!.kind;
  assert.equal(kind('主导产业发展情况'), 'baseline');
  assert.equal(kind('企业生产情况'), 'baseline');
  assert.equal(kind('工业经济运行情况'), 'baseline');
  assert.equal(kind('体制机制运行情况'), 'tasks');
  assert.equal(kind('加强项目建设情况调度'), 'tasks');
});

test('an English chapter that analyses others of the world is about elsewhere, one on their markets is not', () => {
  const kinds = (heading: string) => outline(`# Linford Park Plan\n\n## ${heading}\n\nText.\n`).at(-1);
  assert.equal(kinds('Global Hydrogen Hub Analysis'), 'global hydrogen hub analysis [elsewhere]');
  assert.equal(kinds('International Benchmarks'), 'international benchmarks [elsewhere]');
  assert.equal(kinds('Global Market Analysis'), 'global market analysis [tasks]');
});

test('a number of its own row, without marks, stands inside the Markdown heading above it', () => {
  assert.deepEqual(
    outline(
      '# Linford Park Plan\n\n## 1.4 Pillars\n\n### 1.4.3 Pillar 2\n\n#### 1.4.3.2 Objective 2.2\n\n2.2.1 Launch the alliance\n\nThe park signs.\n\n2.2.2 Found the office\n\nThe park hires.\n\n#### 1.4.3.3 Objective 2.3\n\nText.\n',
    ).slice(2),
    [
      '    objective 2.2 [tasks]',
      '      launch the alliance [tasks]',
      '      found the office [tasks]',
      '    objective 2.3 [tasks]',
    ],
  );
});

/** Contents of an outline whose headings are not word for word those of the text, with page numbers and without. */
const ENTRIES = [
  '第一篇 锚定新起点，建设现代化云川',
  '第一章 发展基础',
  '第一节 综合实力',
  '第二章 发展环境',
  '第二篇 做强先进制造',
  '第三章 建设制造强市',
];

for (const [what, entries] of [
  ['with page numbers', ENTRIES.map((entry, i) => `${entry}    ${i + 1}`)],
  ['without', ENTRIES],
] as const)
  test(`all lines under the heading of a table of contents are its entries until the first one comes again, ${what}`, () => {
    const text = `云川市“十五五”规划纲要\n\n目    录\n\n${entries.join('\n\n')}\n\n第一篇  锚定新起点，\n建设现代化云川\n\n第一章  发展基础\n\n${BODY}\n\n第二篇  做强先进制造\n\n第三章  建设制造强市\n\n${BODY}\n`;
    const { blocks } = parsePlan(text);
    assert.equal(blocks.filter(({ inert }) => inert === 'contents').length, 7);
    assert.deepEqual(
      outline(text).map((one) => one.trim().split(' ')[0]),
      ['发展基础', '做强先进制造', '建设制造强市'],
    );
  });

test('a list of boxes behind the contents is one too', () => {
  const text = `云川市“十五五”规划纲要\n\n目录\n\n第一章 总体要求 1\n第二章 培育集群 3\n第三章 保障 9\n\n专栏目录\n\n专栏1 集群建设工程 5\n专栏2 引才工程 8\n\n第一章 总体要求\n\n${BODY}\n\n第二章 培育集群\n\n${BODY}\n`;
  assert.equal(parsePlan(text).blocks.filter(({ inert }) => inert === 'contents').length, 7);
});

test('what a period brought is its present state, whatever the part around it is called', () => {
  assert.deepEqual(
    outline(
      `# 云川市“十五五”规划纲要\n\n## 第一篇 锚定发展目标\n\n### 第一章 “十四五”时期重大成就奠定坚实基础\n\n${BODY}\n\n### 第二章 顺利实现“十四五”发展目标\n\n${BODY}\n\n### 第三章 主要目标\n\n${BODY}\n`,
    ).map((one) => one.replace(/.*\[/, '[')),
    ['[targets]', '[baseline]', '[baseline]', '[targets]'],
  );
});

test('a row of figures is no heading', () => {
  assert.deepEqual(outline(`# 云川市规划\n\n## 主要指标\n\n覆盖率(%)\n\n23.86 25.7 预期性\n\n${BODY}\n`), [
    '主要指标 [targets]',
  ]);
});

test('5.0 Targets is the fifth chapter, 3.0 million jobs is no number of one', () => {
  const { sections } = parsePlan('# Plan\n\n## 5.0 Targets\n\nTen halls.\n\n## 3.0 million jobs\n\nMore.\n');
  assert.deepEqual(
    sections.slice(1).map(({ heading }) => [heading!.text, heading!.numbering?.value]),
    [
      ['targets', 5],
      ['3.0 million jobs', undefined],
    ],
  );
});

test('a line that refers to something is no title, and without one no later heading is', () => {
  const text =
    '**4.3.** **Business Support**\n\nThe agency helps firms.\n\nReference: Appendix 8.1 Work Plan\n\n# Measuring our success\n\nEvery year.\n';
  assert.equal(parsePlan(text).title, undefined);
});

test('a short sentence with a number is a heading where numbered items with headings of their own stand below it', () => {
  const items = (n: number) => `${n}.拓展市场。园区组织企业参展，每年不少于五次，费用由管委会承担一半。`;
  const text = `云川综合保税区高质量发展实施方案\n\n一、主要任务\n\n（一）统筹两个市场，打造加工中心。\n\n${items(1)}\n\n${items(2)}\n\n（二）延伸产业链条，打造检测中心。\n\n${items(3)}\n`;
  assert.deepEqual(
    outline(text).map((one) => one.replace(' [tasks]', '')),
    [
      '主要任务',
      '  统筹两个市场,打造加工中心',
      '    拓展市场',
      '    拓展市场',
      '  延伸产业链条,打造检测中心',
      '    拓展市场',
    ],
  );
});

test('a title in two lines is one', () => {
  for (const [first, second] of [
    ['云川省人民政府关于促进综合保税区', '高水平开放的若干意见'],
    ['云川市国民经济和社会发展', '第十五个五年规划纲要'],
  ])
    assert.equal(parsePlan(`${first}\n${second}\n\n一、总体要求\n\n${BODY}\n`).title!.text, `${first}${second}`);
  assert.equal(
    parsePlan(`云川市人民政府\n云川园区产业规划\n\n一、总体要求\n\n${BODY}\n`).title!.text,
    '云川园区产业规划',
  );
});

test('a text of a collection has its own title, not the notice with a number above it', () => {
  const text = (first: string, title: string) =>
    `3. ${first}\n云政办〔2026〕6号\n各县人民政府：\n《云川跨境电子商务试验区实施方案》已经同意，现印发给你们。\n云川省人民政府\n${title}\n\n一、总体要求\n\n${BODY}\n`;
  const notice = '云川省人民政府关于印发《云川跨境电\n子商务试验区实施方案》的通知';
  assert.equal(
    parsePlan(text(notice, '云川跨境电子商务\n试验区实施方案')).title!.text,
    '云川跨境电子商务试验区实施方案',
  );
});

test('a vision with a number is a chapter of tasks, a number over a line of dashes no heading', () => {
  assert.deepEqual(
    outline(
      '# Linford Digital Strategy\n\n## Vision 2 Coherent service\n\nThe city builds a portal.\n\n---\n79\n---\n\n## Vision\n\nA better city.\n',
    ),
    ['vision 2 coherent service [tasks]', 'vision [principles]'],
  );
});
