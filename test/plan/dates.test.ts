import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePlan } from '../../server/src/plan/parse-plan.ts';

function told(line: string, chapter = '一、主要任务'): string[] {
  const { dates, text } = parsePlan(`# 云川园区产业发展规划\n\n## ${chapter}\n\n${line}\n`);
  return dates.map(({ range, use, toYear, month }) =>
    [text.slice(range.start, range.end), use, toYear, month].filter((one) => one !== undefined).join(' '),
  );
}

test('deadlines', () => {
  assert.deepEqual(told('到2027年建成，2026年底前开工，2026年6月底前完成设计。'), [
    '到2027年 deadline 2027',
    '2026年底前 deadline 2026',
    '2026年6月底前 deadline 2026 6',
  ]);
});

test('periods, five-year plans and phases', () => {
  assert.deepEqual(told('2025—2030年分步实施。'), ['2025—2030年 period 2030']);
  assert.deepEqual(
    told('“十五五”期间建成。'),
    ['十五五”期间 period 2030'].map((one) => one),
  );
  assert.deepEqual(told('第一阶段（2026年3月—2027年12月）打基础。'), ['2026年3月—2027年12月 phase 2027 12']);
});

test('what is past, valid until, or the date of a document', () => {
  assert.deepEqual(told('截至2024年底，入驻企业640家。'), ['截至2024年底 past 2024']);
  assert.deepEqual(told('本措施有效期至2027年12月31日。'), ['至2027年12月31日 validity 2027 12']);
  assert.deepEqual(told('落实《云川省开发区条例（2021年修订）》。'), ['2021年 document 2021']);
  assert.deepEqual(told('2023年实现总产值260亿元。', '一、发展基础'), ['2023年 past 2023']);
});

test('what is due within the plan’s own year', () => {
  assert.deepEqual(told('12月底前完成平台验收，第三季度前开工，年底前封顶。'), [
    '12月底前 deadline 12',
    '第三季度前 deadline',
    '年底前 deadline',
  ]);
  assert.deepEqual(told('今年内完成方案报批。'), ['今年内 deadline']);
  assert.deepEqual(told('年内新增企业20家；力争年内培育小巨人5家，争取年内破百家。'), [
    '年内 deadline',
    '年内 deadline',
    '年内 deadline',
  ]);
  assert.deepEqual(told('一个自然年内享受一次，3 年内不得转让。'), ['3 年内 plain']);
  assert.deepEqual(told('每年12月底前报告进展，每季度前两周调度。'), []);
  assert.deepEqual(told('6月底前的产值下降，年底前回升。', '一、发展基础'), []);
  assert.deepEqual(told('今年底产值回升。', '一、发展基础'), []);
  assert.deepEqual(told('污水厂预计今年底投运。', '一、发展基础'), ['今年底 deadline']);
  assert.deepEqual(told('一个月内完成征地。'), ['一个月内 deadline']);
  assert.deepEqual(told('一个月内就完成了征地。'), ['一个月内 past']);
});

test('a five-year plan is the years that it is for, by its number in either form', () => {
  assert.deepEqual(told('第十五个五年规划期间，建成园区3个。'), ['第十五个五年规划期间 period 2030']);
  assert.deepEqual(told('“十五五”期间，建成园区3个。'), ['十五五”期间 period 2030']);
  assert.deepEqual(told('召开第十五届博览会，分十五个专题。'), []);
});

test('a date under a label of terms, or behind the responsible unit, is a deadline', () => {
  assert.deepEqual(told('建设平台。（牵头单位：市数据局，完成时限：2026年12月）'), ['2026年12月 deadline 2026 12']);
  assert.deepEqual(told('建设平台。（市数据局，2026年12月）'), ['2026年12月 deadline 2026 12']);
  assert.deepEqual(told('建设平台，沿用原方案（2021年12月）。'), ['2021年12月 plain 2021 12']);
});

test('a year in which something is finished or begins is a deadline, one that only marks a thing is none', () => {
  assert.deepEqual(told('专用线2026年通车，一期厂房2027年6月首批交付。'), [
    '2026年 deadline 2026',
    '2027年6月 deadline 2027 6',
  ]);
  assert.deepEqual(told('2026年起执行差别电价。'), ['2026年 deadline 2026']);
  assert.deepEqual(told('本措施自2026年3月1日起施行。'), ['2026年3月1日 validity 2026 3']);
  assert.deepEqual(told('支持2023年投产的项目扩建。'), ['2023年 plain 2023']);
  assert.deepEqual(told('2023年投产的冷链中心已满负荷。'), ['2023年 past 2023']);
  assert.deepEqual(told('今年四季度摸底，明年上半年签约。'), ['今年四季度 deadline', '明年上半年 deadline']);
});

test('a date in a table’s column of terms is a deadline, in another it is not', () => {
  const { dates } = parsePlan(
    '# 云川园区规划\n\n## 一、主要任务\n\n| 环节 | 首批投产年份 | 完成时限 |\n| --- | --- | --- |\n| 压缩机 | 2024年 | 2026年6月 |\n',
  );
  assert.deepEqual(
    dates.map(({ use, toYear }) => [use, toYear]),
    [
      ['plain', 2024],
      ['deadline', 2026],
    ],
  );
});

test('the column of years of a table of tasks is its calendar, that of a table of figures is not', () => {
  const row = (head: string, cells: string) => told(`| ${head} |\n| --- | --- | --- |\n| ${cells} |`);
  assert.deepEqual(row('Activity | Actor(s) | Year', 'Build a hub | AI Office | 2028'), ['2028 deadline 2028']);
  assert.deepEqual(row('Action | Cost | Time frame', 'Build a hub | £2m | 2027-2029'), ['2027-2029 phase 2029']);
  assert.deepEqual(row('Year | Firms | Turnover', '2028 | 40 | £2m'), ['2028 plain 2028']);
  assert.deepEqual(row('Action | Cost | Timeline', 'Build a hub | £2m | Year 1'), ['Year 1 phase']);
  assert.deepEqual(row('Action | Cost | Timeframe', 'Build a hub | £2m | Short-term'), ['Short-term phase']);
  assert.deepEqual(row('Action | Cost | Kind', 'Build a hub | £2m | Short-term'), []);
});

test('a task in its year of accounts is dated, what was spent in one is not', () => {
  assert.deepEqual(told('We will provide £1 million in 2029/30.'), ['in 2029/30 phase 2030']);
  assert.deepEqual(told('We are investing £2 million over 2029/30.'), ['over 2029/30 phase 2030']);
  assert.deepEqual(told('In FY2029-30, the park will open the hall.'), ['In FY2029-30 phase 2030']);
  assert.deepEqual(told('Funding increased in 2019/20.'), ['in 2019/20 past 2020']);
});

test('English deadlines by a day, a season, the year’s end', () => {
  const { dates, text } = parsePlan(
    '# Harrow Park Cluster Plan\n\n## Actions\n\nThe agency is set up by 1 April 2028. A plan follows by the end of the year. From this winter no permit is signed. The convenor is paid from September 2026.\n',
  );
  assert.deepEqual(
    dates.map(({ range, use, month }) => [text.slice(range.start, range.end), use, month]),
    [
      ['by 1 April 2028', 'deadline', 4],
      ['by the end of the year', 'deadline', undefined],
      ['From this winter', 'deadline', undefined],
      ['from September 2026', 'deadline', 9],
    ],
  );
});

test('what starts in a year is dated by it, in English too', () => {
  const { dates } = parsePlan(
    '# Harrow Park Cluster Plan\n\n## Actions\n\nThe board provides $75 million over five years, starting in 2027-28, for workshops.\n',
  );
  assert.deepEqual(
    dates.map(({ use, fromYear }) => [use, fromYear]),
    [['deadline', 2027]],
  );
});

test('an amount of 2000 is no year', () => {
  assert.deepEqual(told('产业规模突破2000亿元。'), []);
});

test('English deadlines, periods and phases', () => {
  const { dates } = parsePlan(
    '# Harrow Park Cluster Plan\n\n## Actions\n\nBy 2030 output will double. Between 2026 and 2028 we will build roads. Phase 1 (January 2026) opens the site.\n',
  );
  assert.deepEqual(
    dates.map(({ use, fromYear, toYear }) => [use, fromYear, toYear]),
    [
      ['deadline', 2030, 2030],
      ['period', 2026, 2028],
      ['phase', 2026, 2026],
    ],
  );
});

test('a half of a year, and the year in which something opens or to which it is extended, is a deadline', () => {
  const use = (line: string) =>
    parsePlan(`# Harbour Park Plan\n\n## 1. Measures\n\n${line}\n`).dates.map((date) => date.use);
  assert.deepEqual(use('In the first half of 2027 the authority launches the scheme.'), ['deadline']);
  assert.deepEqual(use('The centre brings 80 posts when it opens in 2027.'), ['deadline']);
  assert.deepEqual(use('Moving to extend the designation of the zones to 2027.'), ['deadline']);
  assert.deepEqual(use('The strategy of 2027 names them.'), ['plain']);
});

test('a day with its month before it, and a season with its year, are deadlines; how many years a plan goes on is none', () => {
  const use = (line: string) =>
    parsePlan(`# Harbour Park Plan\n\n## 1. Measures\n\n${line}\n`).dates.map((date) => [date.use, date.month]);
  assert.deepEqual(use('Send the survey out on May 1, 2028, and close it by September 30th, 2028.'), [
    ['deadline', 5],
    ['deadline', 9],
  ]);
  assert.deepEqual(use('The pier was opened on May 1, 2019.'), [['past', 5]]);
  assert.deepEqual(use('Fall 2027: board retreat.'), [['deadline', undefined]]);
  assert.deepEqual(use('The board meets fall 2027.'), [['deadline', undefined]]);
  assert.deepEqual(use('Over the next four years the authority will go on with it.'), [['plain', undefined]]);
  assert.deepEqual(use('Within four years the authority will have moved.'), [['deadline', undefined]]);
  assert.deepEqual(use('Name the sites within the next 60 days.'), [['deadline', undefined]]);
  assert.deepEqual(use('Found the cell in six months from the issue of this policy.'), [['deadline', undefined]]);
  assert.deepEqual(use('Install the stations within the first year.'), [['deadline', undefined]]);
  assert.deepEqual(use('By year 3 the park has a clinic.'), [['deadline', undefined]]);
});

test('a year in the name of a plan dates nothing, but the plan’s own title names its years', () => {
  const { dates } = parsePlan(
    '# Harbour Park Plan 2026–2030\n\n## 1. Measures\n\nThe board follows the Skills Plan 2021–2031 and Vision 2040.\n',
  );
  assert.deepEqual(
    dates.map(({ use, fromYear, toYear, isPlanPeriod }) => [use, fromYear, toYear, isPlanPeriod]),
    [
      ['document', 2026, 2030, true],
      ['document', 2021, 2031, undefined],
      ['document', 2040, 2040, undefined],
    ],
  );
});

test('how long the plan goes on is a period, a further step is due', () => {
  assert.deepEqual(told('今后五年，落实各项重点任务。'), ['今后五年 period']);
  assert.deepEqual(told('用3年时间，做强主导产业。'), ['用3年 period']);
  assert.deepEqual(told('未来两年内完成改造。'), ['未来两年内 deadline']);
  assert.deepEqual(told('本年度内完成3个项目建设，年度内完成验收。'), ['本年度内 deadline']);
  assert.deepEqual(told('2028年前形成框架；再用10年时间，形成核心功能。'), [
    '2028年前 deadline 2028',
    '用10年 deadline',
  ]);
});

test('days in figures, and until when an English policy is in force', () => {
  assert.deepEqual(told('The hall opens on 01.04.2027.'), ['01.04.2027 deadline 2027 4']);
  assert.deepEqual(told('Pay by 31/03/2027.'), ['by 31/03/2027 deadline 2027 3']);
  assert.deepEqual(told('Version 12.30.2027 is out.'), []);
  assert.deepEqual(told('The policy will be applicable from 01.04.2021 until 31.03.2026.'), [
    'from 01.04.2021 validity 2021 4',
    'until 31.03.2026 validity 2026 3',
  ]);
  assert.deepEqual(told('This policy shall remain in force until 31 March 2026.'), [
    'until 31 March 2026 validity 2026 3',
  ]);
});

test('a season of a year is a date, and what an English clause says counts up to a hundred and sixty characters from it', () => {
  assert.deepEqual(
    told('The department will make $500 million available through a new grant program in the summer of 2027.'),
    ['in the summer of 2027 deadline 2027'],
  );
  assert.deepEqual(
    told('There were 25.2 million onshore visits by cruise passengers in the 36 destinations of the survey year 2024.'),
    ['2024 past 2024'],
  );
});

test('a year over a list heads what is done in it', () => {
  const text =
    '# Harbour Park Plan\n\n## Actions\n\n**Year 2027-2028**\n\n- Open the road.\n\n**Year 2029:**\n\n- Open the gate.\n';
  const { dates } = parsePlan(text);
  assert.deepEqual(
    dates.map(({ use }) => use),
    ['phase', 'phase'],
  );
  assert.deepEqual(told('More firms came in year 2029, and fewer left.'), ['2029 plain 2029']);
});

test('how long something is forbidden dates no task', () => {
  assert.deepEqual(told('违规的，1个季度内不允许再次作为发起人。'), ['1个季度内 plain']);
  assert.deepEqual(told('1个季度内完成整改。'), ['1个季度内 deadline']);
});

test('by when goals are reached is no step of the plan', () => {
  assert.deepEqual(told('近期目标（2026—2028年）'), ['2026—2028年 period 2028']);
  assert.deepEqual(told('近期（2026—2028年）：建成启动区。'), ['2026—2028年 phase 2028']);
});

test('a year that tells which study is meant dates nothing', () => {
  assert.deepEqual(told('However, the 2026 Assessment of Sites shows that the works will be small.'), [
    '2026 plain 2026',
  ]);
  assert.deepEqual(told('However, the 2026 target will be missed.'), ['2026 deadline 2026']);
});

test('the day of a law or a resolution is no deadline', () => {
  assert.deepEqual(told('Under the Charter dated May 27, 2021, the council decides.'), [
    'May 27, 2021 document 2021 5',
  ]);
  assert.deepEqual(told('The council, formed by Resolution 5602 on 30/01/2022, will supervise it.'), [
    '30/01/2022 document 2022 1',
  ]);
});

test('an act of law is named by its day, with or without its number', () => {
  for (const line of [
    'It works in accordance with Decree no. 2021 - 586 of November 10, 2021.',
    'Regulation (EU) 21/679 of 10 November 2021 applies.',
    'The Act of 10 November 2021 applies.',
  ])
    assert.match(told(line).at(-1)!, /document 2021 11$/, line);
  assert.deepEqual(told('The halls open in order of May 3, 2028.'), ['May 3, 2028 deadline 2028 5']);
});

test('where a law is printed is neither a date nor a figure', () => {
  assert.deepEqual(told('Zones follow the Tax Act of 2017 (131 Stat. 2054).'), ['2017 document 2017']);
  assert.deepEqual(parsePlan('## Tasks\n\nZones follow the Tax Act (131 Stat. 2054, 90 Fed. Reg. 108).\n').figures, []);
});

test('a sharp fall by a year and its cause are past, one that is aimed at is due', () => {
  assert.deepEqual(told('There was drought and a drastic drop by 2018 of live exports after a ban was imposed.'), [
    'by 2018 past 2018',
  ]);
  assert.deepEqual(told('Droughts and a drastic drop by 2018 of live exports after a ban hurt the herds.'), [
    'by 2018 past 2018',
  ]);
  assert.deepEqual(told('The park aims at a sharp drop by 2028 of its waste after the reform.'), [
    'by 2028 deadline 2028',
  ]);
});

test('a year before a verb and 的 says which things are meant, and is no deadline', () => {
  assert.deepEqual(told('改造2000年前建成的老旧厂房，淘汰2010年以前建成的锅炉。'), [
    '2000年前 plain 2000',
    '2010年以前 plain 2010',
  ]);
  assert.deepEqual(told('2024年12月31日前投产的项目不享受本政策。'), ['2024年12月31日前 plain 2024 12']);
  assert.deepEqual(told('2025年前已入驻的企业继续享受租金减免。'), ['2025年前 plain 2025']);
  assert.deepEqual(told('2028年前建成国际一流的园区，2028年前完成厂房的改造。'), [
    '2028年前 deadline 2028',
    '2028年前 deadline 2028',
  ]);
  assert.deepEqual(
    told('对2027年4月30日前（含4月30日）获得专利授权的，每件资助1万元。')[0],
    '2027年4月30日前 plain 2027 4',
  );
});

test('what is done, given up or was due in an older plan is past', () => {
  for (const line of [
    '“到2020年建成10万平方米”的目标已提前完成。',
    '未能实现到2020年建成厂房的目标。',
    '原定2020年底前完成的道路改造予以顺延。',
    '已于2020年底前完成选址。',
    '上一轮规划提出：到2020年建成标准厂房10万平方米。',
    'The drainage works were completed by 2020.',
    'The works have been completed by 2020.',
    'By 2020 the park had 64 firms.',
    'The target of 100 firms by 2020 was missed.',
    'The road, which was to be finished by 2020, will open.',
    'The road, originally planned by 2020, will open.',
    'The old plan promised: the road will be finished by 2020.',
  ])
    assert.match(told(line).join(), /past 2020$/, line);
  for (const line of [
    '确保到2030年建成厂房的目标提前完成。',
    '未完成改造的企业2030年底前退出。',
    '草原规划2030年底前完成。',
    'The works will have been completed by 2030.',
    'By 2030 the board replaces the hall that was built long ago.',
    'The board replaces the old plan by 2030.',
  ])
    assert.match(told(line).join(), /deadline 2030$/, line);
});

test('a participle before a date says which things are meant where a verb follows', () => {
  assert.deepEqual(told('Units built before 2000 will be refurbished by 2028.'), [
    'before 2000 plain 2000',
    'by 2028 deadline 2028',
  ]);
  assert.deepEqual(told('Firms that were registered by 2024 keep their rents.'), ['by 2024 plain 2024']);
  assert.deepEqual(told('100 firms registered by 2028.'), ['by 2028 deadline 2028']);
  assert.deepEqual(told('Roads are completed by 2028 through the county fund.'), ['by 2028 deadline 2028']);
});

test('a year to compare with, the first months of a year and the fruit of a year’s work are no deadlines', () => {
  assert.deepEqual(told('力争到2027年恢复到2023年水平。'), ['力争到2027年 deadline 2027', '到2023年 plain 2023']);
  assert.deepEqual(told('从2025年前三季度看，招商任务繁重。'), ['2025年 plain 2025']);
  assert.deepEqual(told('巩固2025年创建成果。'), ['2025年 plain 2025']);
  assert.deepEqual(told('Cut emissions by 2030 from 2020 levels.'), ['by 2030 deadline 2030', 'from 2020 plain 2020']);
});

test('years in Chinese numerals, within a year, by a day in figures and by the end of a five-year plan', () => {
  assert.deepEqual(told('到二〇三〇年建成厂房，二○二八年六月底前完成设计。'), [
    '到二〇三〇年 deadline 2030',
    '二○二八年六月底前 deadline 2028 6',
  ]);
  assert.deepEqual(told('于2025年内完成选址，支持2025年内蒙古企业入驻。'), [
    '于2025年内 deadline 2025',
    '2025年 plain 2025',
  ]);
  assert.deepEqual(told('2025-12-31前完成选址，2025-12-31版不用。'), [
    '2025-12-31前 deadline 2025 12',
    '2025-12-31 plain 2025 12',
  ]);
  assert.deepEqual(told('到“十四五”末，建成厂房20万平方米。'), ['十四五”末 deadline 2025']);
  assert.deepEqual(told('较“十四五”末增长20%。'), ['十四五”末 period 2025']);
  assert.deepEqual(told('从“十三五”末的300亿元增长到“十四五”末的500亿元。'), [
    '十三五”末 period 2020',
    '十四五”末 period 2025',
  ]);
});

test('years of effort that lie ahead are a period, those behind are past', () => {
  assert.deepEqual(told('通过5年努力，园区面貌一新。'), ['通过5年努力 period']);
  assert.deepEqual(told('经过5年努力，园区已经成形。'), ['经过5年努力 past']);
  assert.deepEqual(told('近三年，园区要完成厂房改造。'), ['近三年 period']);
  assert.deepEqual(told('近三年，园区主要企业增长20%。'), ['近三年 past']);
});

test('steps in a row are phases', () => {
  assert.deepEqual(told('一年打基础，两年有突破，三年见成效。'), ['一年打基础，两年有突破，三年见成效 phase']);
  assert.deepEqual(told('实现了一年打基础、两年见成效的目标。'), []);
  assert.deepEqual(told('2026年打基础，2028年见成效，2030年上台阶。'), [
    '2026年 phase 2026',
    '2028年 phase 2028',
    '2030年 phase 2030',
  ]);
  assert.deepEqual(told('Year 1: the board is set up. Year 2: the hall opens.'), ['Year 1 phase', 'Year 2 phase']);
});

test('English parts of a year, years of accounts and the day of a review', () => {
  assert.deepEqual(told('The hall opens by mid-2028.'), ['by mid-2028 deadline 2028']);
  assert.deepEqual(told('The hall opens by FY2027/28.'), ['by FY2027/28 deadline 2028']);
  assert.deepEqual(told('**Next review:** June 2028'), ['June 2028 deadline 2028 6']);
  assert.deepEqual(told('Seen in mid-2028.'), ['in mid-2028 plain 2028']);
});

test('an English date behind a label, in a row of a term or of a month and a year is a deadline', () => {
  assert.deepEqual(told('Launch: October 2028'), ['October 2028 deadline 2028 10']);
  assert.deepEqual(told('Completion: Q4 2028'), ['Q4 2028 deadline 2028 12']);
  assert.deepEqual(told('| Item | Value |\n| - | - |\n| Launch date | Oct 2028 |\n| Founded | Oct 2008 |'), [
    'Oct 2028 deadline 2028 10',
    'Oct 2008 plain 2008 10',
  ]);
  assert.deepEqual(told('A start date of 5/2028 with completion expected by 9/2028.'), [
    '5/2028 deadline 2028 5',
    'by 9/2028 deadline 2028 9',
  ]);
  assert.deepEqual(told('Resolution 5/2028, with maps at 1/2000 scale.'), []);
});

test('English weeks, months and days counted from the plan’s own start are steps', () => {
  assert.deepEqual(told('- **Week 1-2:** The board meets.'), ['Week 1-2 phase']);
  assert.deepEqual(told('| Task | Timeline |\n| - | - |\n| Grid | Weeks 1–8 |\n| Law | Month 6 |'), [
    'Weeks 1–8 phase',
    'Month 6 phase',
  ]);
  assert.deepEqual(told('The hall opens by day 90.'), ['by day 90 deadline']);
  assert.deepEqual(told('The fair runs for week 2 of May and is open from day 1.'), []);
});

test('a step by its name and its year behind it', () => {
  assert.deepEqual(told('1.调查摸底。2026年，对全区土地进行梳理。'), ['2026年 phase 2026']);
  assert.deepEqual(told('3.总结推广。2027年起，按清单考核。'), ['2027年起 phase 2027']);
  assert.deepEqual(told('1.总体情况。2026年，园区企业达到60家。', '一、发展基础'), ['2026年 past 2026']);
});

test('decades', () => {
  assert.deepEqual(told('The line will reach 360 km by the 2030s.'), ['by the 2030s deadline 2030']);
});

test('quarters in figures, and a span of years in a column of terms, which is a phase', () => {
  const table = (term: string) => told(`| Action | Timing |\n| - | - |\n| Draft the bill | ${term} |`);
  assert.deepEqual(table('Q1 2028'), ['Q1 2028 deadline 2028 3']);
  assert.deepEqual(table('Q3-4 2028'), ['Q3-4 2028 deadline 2028 12']);
  assert.deepEqual(table('2027-28'), ['2027-28 phase 2028']);
  assert.deepEqual(told('| Indicator | Growth |\n| - | - |\n| Output | 2027-28 |'), ['2027-28 period 2028']);
});

test('a month, a quarter or a season without a year is due where something is planned for it', () => {
  assert.deepEqual(told('项目预计4月份投产。'), ['预计4月份 deadline']);
  assert.deepEqual(told('力争三季度末完成主体工程。'), ['力争三季度末 deadline']);
  assert.deepEqual(told('汛期前完成修复，春节之前开园。'), ['汛期前 deadline', '春节之前 deadline']);
  assert.deepEqual(told('4月份投产的项目，春节前的活动，预计4月份气温回升。'), []);
  assert.deepEqual(told('项目预计4月份投产。', '一、发展基础'), []);
});

test('a row with marks under years or months is done in them', () => {
  assert.deepEqual(told('| Action | Year 1 | Year 2 | Year 3 |\n| - | - | - | - |\n| Courses | | x | X |'), [
    'x phase',
  ]);
  assert.deepEqual(told('| 任务 | 2028年 | 2029年 |\n| - | - | - |\n| 建成厂房 | √ | ● |').at(-1), '√ phase 2029');
  assert.deepEqual(told('| Item | Year 1 | Year 2 |\n| - | - | - |\n| Rent | 300 | 400 |'), []);
  assert.deepEqual(told('| Service | Free | Paid |\n| - | - | - |\n| Rent | x | |'), []);
});

test('a span of months behind a label of terms is a step', () => {
  assert.deepEqual(told('- **Timeline**: Month 7-12'), ['Month 7-12 phase']);
});

test('what has been by a year at the beginning of a sentence is past', () => {
  assert.deepEqual(told('In 2028, this has increased to 28%.'), ['In 2028 past 2028']);
  assert.deepEqual(told('In 2028, the park has 500 firms.'), ['In 2028 plain 2028']);
  assert.deepEqual(told('In 2028, the firms that were let in will pay.'), ['In 2028 plain 2028']);
});

test('terms counted from the plan’s start, years of accounts after by, and what is no step', () => {
  const use = (line: string) =>
    parsePlan(`# Harrow Park Plan\n\n## Actions\n\n${line}\n`).dates.map((date) => date.use);
  assert.deepEqual(use('Table 7: Short-term (1-2 years) interventions'), ['phase']);
  assert.deepEqual(use('Medium Term (2-5 years)'), ['phase']);
  assert.deepEqual(use('### Phase 1 (years 1-2)'), ['phase']);
  assert.deepEqual(use('A loan (2-5 years) is offered.'), []);
  assert.deepEqual(use('Raise exports to $5 million by 2031-2032.'), ['deadline']);
  assert.deepEqual(use('- Increased number of professionals within five years.'), ['plain']);
  assert.deepEqual(use('Train 40 staff within five years.'), ['deadline']);
  const { dates } = parsePlan(
    '# Harrow Park Plan\n\n**Status:** Final\n**Version:** 1.0\n**Date:** September 10th, 2025\n\n## Actions\n\nTrain staff.\n',
  );
  assert.ok(dates.every((date) => date.use === 'document'));
});

test('a number that is abbreviated parts no clause: what was adopted by Resolution No. (5602) is no step', () => {
  const { dates } = parsePlan(
    '# Linford AI Plan\n\n## Governance\n\nThe Council, formed by Cabinet Resolution No. (5602) on 30/01/2022, supervises the tasks.\n',
  );
  assert.deepEqual(
    dates.map(({ use }) => use),
    ['document'],
  );
});

test('what a year of accounts constituted or totalled is past', () => {
  const { dates } = parsePlan(
    '# Linford Industry Plan to 2030\n\n## Industry\n\nFor the fiscal year 2021/22, investment constituted 8% of the total.\n',
  );
  assert.equal(dates.at(-1)!.use, 'past');
});
