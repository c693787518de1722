import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePlan } from '../../server/src/plan/parse-plan.ts';
import { isPlan } from '../../server/src/plan/recognise.ts';

const recognised = (text: string) => isPlan(parsePlan(text)).isPlan;
const BODY = '## 一、发展目标\n\n到2030年，园区产值翻番。\n\n## 二、重点任务\n\n引进龙头企业。\n';

test('front matter with the key parkplan or pathways decides, even when its YAML is broken', () => {
  assert.equal(recognised('---\nparkplan:\n  stage: draft\n---\n\n# 备忘\n'), true);
  assert.equal(recognised('---\npathways:\n  talent: primary\n---\n\n# 备忘\n'), true);
  assert.equal(recognised('---\nparkplan:\n  stage: [draft\n---\n\n# 备忘\n'), true);
  assert.equal(recognised('---\ntags: [a]\n---\n\n# 备忘\n'), false);
});

for (const title of [
  '云栅经济开发区“十五五”产业发展规划（2026—2030年）',
  '关于印发《澄江市低空产业发展行动方案》的通知',
  '澄江高新区支持生物医药产业发展若干措施（征求意见稿）',
  '关于加快建设滨海科创走廊的实施意见',
  '青岚县2026年招商引资工作方案',
  '云川县加快旅游业发展的若干意见',
  '云川区可再生能源发展行动方案（2026—2030年）',
  '澄江市低空飞行服务能力建设实施方案',
  '云川县鼓励投资和招商引资优惠办法',
  '澄江市交通领域光伏推广应用实施方案',
  '澄江市“风光同场”海上光伏开发建设方案',
  '云川区电商十条优惠政策（试行）',
  '云川县“十五五”规划',
  '云川市冷链物流发展行动方案',
  '关于支持澄江自由贸易试验区深化改革若干措施的通知',
]) {
  test(`a plan by its title: ${title}`, () => assert.equal(recognised(`# ${title}\n\n${BODY}`), true));
}

for (const title of [
  '云栅经济开发区管理条例',
  '澄江高新区人才公寓管理暂行办法',
  '关于开展2026年度产业项目申报的通知',
  '云栅经济开发区党工委会议纪要',
  '澄江高新区2025年工作总结',
  '澄江市关于贯彻落实全国农业机械化发展规划的实施意见',
  '《澄江市低空产业发展行动方案》解读',
  '产业园区发展规划编制的几点思考',
  '云栅经济开发区消防安全整治三年行动方案',
  '关于加强公共卫生应急能力建设的实施意见',
  '云川县教育事业发展规划',
  '澄江市推进家庭医生签约服务高质量发展实施方案',
  '澄江市公立医院高质量发展实施方案',
  '澄江市水利发展“十四五”规划',
  '澄江市公共文化服务高质量发展实施方案',
  '澄江市慈善事业高质量发展实施意见',
  '云川市青年发展规划',
]) {
  test(`no plan by its title: ${title}`, () => assert.equal(recognised(`# ${title}\n\n${BODY}`), false));
}

test('without a title headings and words tell', () => {
  const chapter = (name: string) => `（一）${name}。引进产业链龙头企业，支持园区企业投资创新项目，形成产业集群。\n\n`;
  const body = `一、培育壮大产业\n\n${['加强招商引资', '支持企业创新', '建设公共平台', '完善金融服务', '优化空间载体'].map(chapter).join('')}`;
  assert.equal(recognised(body), true);
});

test('a regulation is none although its title has the word of a plan', () => {
  const articles = ['一', '二', '三', '四', '五', '六']
    .map((n) => `第${n}条　园区企业应当依法经营，不得违反规划；违反的，由管委会处罚。\n\n`)
    .join('');
  assert.equal(recognised(`# 云栅园区产业政策\n\n${articles}`), false);
});

test('notes about a plan are none', () => {
  assert.equal(
    recognised(
      '# 澄江市低空产业发展规划\n\n## 核心摘要\n\n这份文件提出三项任务。\n\n## 原文精读\n\n第一部分写目标。\n',
    ),
    false,
  );
});

test('a plan by its title that names no industry is one by its measures and a fair share of an industry’s words', () => {
  const measures = ['建设公共平台', '培育数据企业', '完善交易机制', '推动场景开放']
    .map(
      (words, i) =>
        `## ${'一二三四'[i]}、${words}\n\n支持企业开展项目，带动数据产业发展。${'由各部门按职责落实，每年报告进展情况。'.repeat(12)}\n`,
    )
    .join('\n');
  assert.equal(recognised(`# 云川市可信数据空间行动计划（2026—2028年）\n\n${measures}`), true);
  const others = measures.replaceAll('数据产业', '公共服务').replaceAll(/企业|项目/g, '单位');
  assert.equal(recognised(`# 云川市可信数据空间行动计划（2026—2028年）\n\n${others}`), false);
});

test('English plans are recognised, READMEs are not', () => {
  assert.equal(
    recognised(
      '# Harbour Park Innovation District Strategy 2026–2030\n\n## Objectives\n\nBy 2030 firms in the park employ 2,000 people.\n',
    ),
    true,
  );
  assert.equal(
    recognised(
      '# parktool\n\nA tool that reads the development plan of an industrial park.\n\n## Install\n\nRun the installer.\n',
    ),
    false,
  );
});

test('work plans and lists of tasks of a zone or an industry are plans', () => {
  assert.equal(recognised(`# 澄江市人工智能产业发展2026年工作要点\n\n${BODY}`), true);
  assert.equal(recognised(`# 云栅园区2026年重点任务清单\n\n${BODY}`), true);
  assert.equal(recognised(`# 云栅园区企业名录清单\n\n${BODY}`), false);
});

test('an English title that names a park and the years ahead is a plan’s, a report’s is not', () => {
  const body = '## Wharf and siding\n\nThe estate will put up twelve workshops.\n';
  assert.equal(recognised(`# Ferrand Cross Industrial Park: Where We Go Next, 2026 to 2031\n\n${body}`), true);
  assert.equal(recognised(`# Ferrand Cross Industrial Park: Annual Report 2023 to 2024\n\n${body}`), false);
  assert.equal(recognised(`# Ferrand Strategic Development Plan 2026–2031\n\n${body}`), true);
  assert.equal(recognised(`# 2nd Ferrand Development Plan 2026–2031\n\n${body}`), true);
  assert.equal(recognised(`# Ferrand School Development Plan 2026–2031\n\n${body}`), false);
});

test('an English plan by its title is one where it speaks of firms, and none where it does not', () => {
  const chapters = (words: string) => ['Offer', 'Site', 'Support'].map((name) => `## ${name}\n\n${words}\n`).join('\n');
  const firms = 'The estate gives firms and investors plots, and helps companies that invest in jobs and skills.';
  assert.equal(recognised(`# Wexley Masterplan 2031\n\n${chapters(firms)}`), true);
  assert.equal(
    recognised(`# Wexley Masterplan 2031\n\n${chapters('The choir meets on Tuesdays and sings in the hall.')}`),
    false,
  );
  assert.equal(
    recognised(`# The National AI Policy of Wexland\n\n${chapters('The ministry will train clerks.')}`),
    true,
  );
  assert.equal(recognised(`# Wexley Ltd: AI Policy for Staff\n\n${chapters('Do not paste secrets.')}`), false);
  assert.equal(recognised(`# Wexley, a Memoir\n\n${chapters('Firms came and went.')}`), false);
});

test('workforce plans, the strategic plan of a board and the master plan of a town are plans', () => {
  const short = '## Wharf and siding\n\nText of it.\n';
  assert.equal(recognised(`# Ferrand Workforce Development Implementation Plan\n\n${short}`), true);
  assert.equal(recognised(`# Ferrand Sugar Board – Strategic Plan 2025-2029\n\n${short}`), true);
  assert.equal(recognised(`# Ferrand School – Strategic Plan 2025-2029\n\n${short}`), false);
  const town = ['Streets', 'Housing', 'Wharf']
    .map((name) => `## ${name}\n\nLand use and zoning follow the waterfront; housing and transit come first.\n`)
    .join('\n');
  assert.equal(recognised(`# East Ferrand Master Plan\n\n${town}`), true);
  assert.equal(recognised(`# Ferrand Campus Master Plan\n\n${town}`), false);
});

test('what else plans of a town are called is a plan where it speaks of land and streets', () => {
  const about = (words: string) =>
    ['Supply', 'Renewal', 'Delivery'].map((name) => `## ${name}\n\n${words}\n`).join('\n');
  const land = about('The employment land of each centre is held; regeneration of employment areas comes next.');
  const data = about('Each team writes tests first and then moves its tables to the new store over a weekend.');
  for (const name of ['Core Strategy', 'Local Plan', 'Area Action Plan', 'Spatial Strategy', 'General Plan 2035']) {
    assert.equal(recognised(`# Ferrand ${name}\n\n${land}`), true, name);
    assert.equal(recognised(`# Ferrand ${name}\n\n${data}`), false, name);
  }
});

test('an empty text is none', () => assert.equal(recognised(''), false));

test('an innovation town’s policies and a policy for electric vehicles are plans, a fact sheet is none', () => {
  const body = '## 1. Measures\n\nThe agency will build sites.\n';
  assert.ok(isPlan(parsePlan('# 云川生态科技创新城若干政策\n\n第一条 给予资助。\n')).isPlan);
  assert.ok(isPlan(parsePlan(`# Linford Electric Vehicle Policy\n\n${body}`)).isPlan);
  assert.ok(!isPlan(parsePlan(`# Fact Sheet: New Industrial Policy\n\n${body}`)).isPlan);
});

test('an English plan for exports or for energy is one by its title, a tool that exports is none', () => {
  const body = '## 1. Steps\n\nThe agency will build sites.\n';
  assert.equal(recognised(`# Wexland Export Promotion Strategy 2021\n\n${body}`), true);
  assert.equal(recognised(`# 90-Day Launch Plan: Wexland Renewable Energy Transformation\n\n${body}`), true);
  assert.equal(recognised(`# Wexland Data Centre Policy 2021\n\n${body}`), true);
  assert.equal(recognised(`# Data Export Plan of the Archive\n\n${body}`), false);
  assert.equal(recognised(`# Shipping Policy\n\n${body}`), false);
  assert.equal(recognised(`# Product Launch Plan\n\n${body}`), false);
  assert.equal(recognised(`# Renewable Energy in Wexland\n\n${body}`), false);
});
