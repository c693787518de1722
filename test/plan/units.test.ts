import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePlan } from '../../server/src/plan/parse-plan.ts';

function told(line: string): string[] {
  const { units } = parsePlan(`# 云川园区产业发展规划\n\n## 一、主要任务\n\n${line}\n`);
  return units.map(({ role, form, names }) => `${role} ${form} ${names.join('+')}`);
}

test('labels, with lead and support in one bracket', () => {
  assert.deepEqual(told('建设平台。〔牵头单位：市科技局，责任单位：市财政局、市工信局〕'), [
    'lead label 市科技局',
    'responsible label 市财政局+市工信局',
  ]);
});

test('a label with who leads and who supports in words', () => {
  assert.deepEqual(told('招引项目。（责任单位：市发展改革局牵头，市财政局、各县政府配合）'), [
    'lead label 市发展改革局',
    'support label 市财政局+各县政府',
  ]);
  assert.deepEqual(told('加强监管。（责任单位：市公安局、市应急管理局按照职责分工负责）'), [
    'responsible label 市公安局+市应急管理局',
  ]);
});

test('bare units in brackets at the end', () => {
  assert.deepEqual(told('建设平台。（市科委、市经济信息化委）'), ['responsible bracket 市科委+市经济信息化委']);
});

test('units in brackets with the time by which they act', () => {
  assert.deepEqual(told('建立监测体系。（市统计局；2026年6月底）'), ['responsible bracket 市统计局']);
  assert.deepEqual(told('开放场景。（市科技局、各区政府，长期推进）'), ['responsible bracket 市科技局+各区政府']);
  assert.deepEqual(told('开放场景。（市科技局，完成时限：2026年12月）'), ['responsible bracket 市科技局']);
});

test('a bracket that explains or abbreviates names no unit', () => {
  assert.deepEqual(told('国家新闻出版署（国家版权局）'), []);
  assert.deepEqual(told('云川高新技术产业开发区（以下简称高新区）推行持有人制度（MAH）。'), []);
  assert.deepEqual(told('完善园区配套（含人才公寓）。'), []);
});

test('由…牵头 and …负责', () => {
  assert.deepEqual(told('由区经济发展局牵头编制图谱。'), ['lead by 区经济发展局']);
  assert.deepEqual(told('每年更新一次，区财政局负责资金筹措。'), ['responsible by 区财政局']);
});

test('who is with the one that leads supports, if it is somebody in particular', () => {
  assert.deepEqual(told('由市土地储备中心牵头，统筹招商活动，会同市内四区政府、管理机构组织宣传。'), [
    'lead by 市土地储备中心',
    'support by 市内四区政府',
  ]);
  assert.deepEqual(told('由市商务局牵头，会同有关部门组织宣传。'), ['lead by 市商务局']);
  assert.deepEqual(told('将管理服务事务交由下级政府承担。'), []);
});

test('a named body that does something at the start of a clause has it in hand', () => {
  assert.deepEqual(told('在产业体系框架下，市工业和信息化局加强统筹，市区各单位密切配合。'), [
    'responsible by 市工业和信息化局',
  ]);
  assert.deepEqual(told('市发展改革委会同市经济信息化委定期跟进建设情况。'), [
    'lead by 市发展改革委',
    'support by 市经济信息化委',
  ]);
});

test('the committee of a park with a name of its own acts behind 由, 由于 gives a reason', () => {
  assert.deepEqual(told('由临江园区管委会全程协助办理。'), ['responsible by 临江园区管委会']);
  assert.deepEqual(told('由于园区范围地处中心城区，地面房屋征收量大。'), []);
});

test('a body that is told what to do has it in hand, everybody at large has not', () => {
  assert.deepEqual(told('市发展改革委要加强综合协调，强化督促检查。'), ['responsible by 市发展改革委']);
  assert.deepEqual(told('领导小组办公室要抓紧编制方案。'), ['responsible by 领导小组办公室']);
  assert.deepEqual(told('各有关部门要密切配合，各级党委要高度重视，领导干部要多到基层，先导区管委会要高度重视。'), []);
});

test('words that look like units and are none', () => {
  assert.deepEqual(told('实行首席专家负责制，明确负责人。'), []);
  assert.deepEqual(told('由云川开发有限责任公司承建。'), []);
  assert.deepEqual(told('各部门要高度重视。'), []);
  assert.deepEqual(told('支持龙头企业牵头组建联合体。'), []);
});

test('columns of a table', () => {
  assert.deepEqual(
    told('| 任务 | 牵头单位 | 配合单位 |\n| --- | --- | --- |\n| 招商 | 区投资促进局 | 区经济发展局 |'),
    ['lead column 区投资促进局', 'support column 区经济发展局'],
  );
});

test('an English column of departments names the first as lead where the cell says so', () => {
  const { text, units } = parsePlan(
    '# Linford Park Plan\n\n## 1. Who does what\n\n| Task | Nodal and other departments | Stakeholder |\n| --- | --- | --- |\n| Charging | Nodal Department: Energy Agency; Transport Department | Primary: Highways. Secondary: Industries |\n| Homes | Housing Board | - |\n',
  );
  assert.deepEqual(
    units.map(({ role, names, range }) => `${role} ${names.join('+')} «${text.slice(range.start, range.end)}»`),
    [
      'lead Energy Agency «Nodal Department: Energy Agency»',
      'support Transport Department «Transport Department»',
      'lead Highways «Primary: Highways»',
      'support Industries «Secondary: Industries»',
      'lead Housing Board «Housing Board»',
    ],
  );
});

test('English owners', () => {
  const { units } = parsePlan(
    '# Harrow Park Cluster Plan\n\n## Actions\n\nLed by the Investment Office, we recruit suppliers. Lead: Skills Partnership; support: Linford College.\n',
  );
  assert.deepEqual(
    units.map(({ role, names }) => `${role} ${names.join('+')}`),
    ['lead investment office', 'lead skills partnership', 'support linford college'],
  );
});

test('units with what each of them does', () => {
  assert.deepEqual(told('突破关键技术。（省科技厅牵头，省发展改革委、省工业和信息化厅配合）'), [
    'lead bracket 省科技厅',
    'support bracket 省发展改革委+省工业和信息化厅',
  ]);
  assert.deepEqual(told('突破关键技术。（省科技厅、省财政厅按职责分工负责）'), [
    'responsible bracket 省科技厅+省财政厅',
  ]);
});

test('places in a bracket are nobody; among organs they act too', () => {
  assert.deepEqual(told('区域竞争与合作新格局（对接长三角、粤港澳大湾区等）'), []);
  assert.deepEqual(told('提升开放平台能级（保税区、综试区）。'), []);
  assert.deepEqual(told('推进联动发展。（市科委、临江区、各县）'), ['responsible bracket 市科委+临江区+各县']);
  assert.deepEqual(told('市科委、临江区牵头建立联动机制。'), ['lead by 市科委+临江区']);
});

test('departments by their short names', () => {
  assert.deepEqual(told('发改、财政、工信等部门要做好政策对接。'), ['responsible by 发改+财政+工信']);
  assert.deepEqual(told('市科技、教育、财政等部门加强统筹协调。'), ['responsible by 科技+教育+财政']);
  assert.deepEqual(told('加大财政、金融等支持。'), []);
});

test('a note in a bracket on who leads leaves its units as they are', () => {
  assert.deepEqual(
    told('支持产学研融合。（省科技厅、省国资委按职责分工负责，各市人民政府落实。以下均需各市人民政府落实，不再列出）')
      .length,
    2,
  );
  assert.deepEqual(told('支持产学研融合。（工业和信息化部、科技部等负责。列第一位者为牵头单位，下同）'), [
    'responsible bracket 工业和信息化部+科技部',
  ]);
});

test('one body in a bracket that says what it does is responsible', () => {
  assert.deepEqual(told('实现保税货物直接流转。（海关总署负责）'), ['responsible bracket 海关总署']);
  assert.deepEqual(told('扩大信贷投放。（人民银行负责）'), ['responsible bracket 人民银行']);
  assert.deepEqual(told('海关总署要继续做好牵头工作，优化布局。'), ['lead by 海关总署']);
  assert.deepEqual(told('A forum, chaired by the Enterprise Board, meets each quarter.'), [
    'lead english enterprise board',
  ]);
});

test('English bodies that administer, should or oversee', () => {
  assert.deepEqual(told('The skills scheme is administered by Harrow Works. The town council should buy the site.'), [
    'responsible english harrow works',
    'responsible english town council',
  ]);
});

test('English bodies under whom something is, and ministries and departments by their names', () => {
  assert.deepEqual(told('A cell is set up under the chairmanship of the Harrow Mayor.'), ['lead english harrow mayor']);
  assert.deepEqual(told('Licences are sanctioned by the Port Board.'), ['responsible english port board']);
  assert.deepEqual(told('Grants go with the Ministry of Education and Skills and the Department for Trade.'), [
    'responsible english ministry of education and skills',
    'responsible english department for trade',
  ]);
});

test('the government by itself is nobody in particular', () => {
  assert.deepEqual(told('The government will publish the list.'), []);
  assert.deepEqual(told('A Labour government will publish the list.'), []);
  assert.deepEqual(told('The county government will publish the list.'), ['responsible english county government']);
});

test('in English what is done to a body is none of its acts, and a word before a label makes it another', () => {
  const told = (words: string) =>
    parsePlan(`# Linford Park Plan\n\n## 1. Tasks\n\n${words}\n`).units.map(({ role, names }) => `${role} ${names}`);
  assert.deepEqual(told('The Power District will be connected to the grid.'), []);
  assert.deepEqual(told('The Growth District will be allocated new plots.'), []);
  assert.deepEqual(told('The council will be tasked with it.'), ['responsible council']);
  assert.deepEqual(told('The council will be responsible for it.'), ['responsible council']);
  assert.deepEqual(told('Handholding Support: Market research and design.'), []);
  assert.deepEqual(told('Implementing agency: Linford Growth Company'), ['responsible linford growth company']);
});

test('a bracket may be square and hold a bracket of its own', () => {
  assert.deepEqual(told('完善起降设施。［市交通运输局、各区政府（含前湾新区管委会，下同），市规划和自然资源局］'), [
    'responsible bracket 市交通运输局+各区政府+市规划和自然资源局',
  ]);
  assert.deepEqual(told('见图[1]和[平台建设]。'), []);
});

test('in English a name or initials that do what only somebody does are a unit', () => {
  assert.deepEqual(told('USDA will publish the call this spring.'), ['responsible english USDA']);
  assert.deepEqual(told('Skills Development Scotland will work with the schools.'), [
    'responsible english Skills Development Scotland',
  ]);
  assert.deepEqual(told('AI will support the farms. The Government will provide land. PDD will house start-ups.'), []);
});

test('in English initials behind a dash or in a bracket at the end are units, one alone in a bracket explains', () => {
  assert.deepEqual(told('Conduct a skills gap assessment – MINEDUC/RDB'), ['responsible english MINEDUC+RDB']);
  assert.deepEqual(told('Announce the review within 2026. (CSO, DEVB)'), ['responsible english CSO+DEVB']);
  assert.deepEqual(told('Set up a Regional Development Agency (RDA)'), []);
  assert.deepEqual(told('Train the workers – AI'), []);
});

test('in a heading all in capitals no word is somebody’s initials', () => {
  assert.deepEqual(told('14 LOCAL POLICIES – ECONOMY'), []);
  assert.deepEqual(told('Conduct a skills gap assessment – MINEDUC/RDB'), ['responsible english MINEDUC+RDB']);
});

test('what shall be done by somebody, a task force that will do something, who is leading it', () => {
  assert.deepEqual(told('Guidelines shall be issued separately by CREST.'), ['responsible english CREST']);
  assert.deepEqual(told('The task force will focus on what is most critical.'), ['responsible english task force']);
  assert.deepEqual(told('The DGP is leading work on the value chain.'), ['responsible english DGP']);
  assert.deepEqual(told('The Advisory Committee of LPA shall meet every six months.'), [
    'responsible english Advisory Committee of LPA',
  ]);
  assert.deepEqual(told('Costs will be caused by SMEs.'), []);
});

test('of what is led, run or delivered by somebody a name or a body counts', () => {
  assert.deepEqual(told('The fund will be managed by Linford Estates.'), ['responsible english linford estates']);
  assert.deepEqual(told('Progress is overseen by the park board.'), ['lead english park board']);
  assert.deepEqual(told('The group is chaired by the regional mayor.'), ['lead english regional mayor']);
  assert.deepEqual(told('The market is led by firms such as Linford Cables.'), []);
  assert.deepEqual(told('The benefits delivered by the sector are shared.'), []);
  assert.deepEqual(told('The release of land is managed by Policy EMP3 and DEL2.'), []);
});

test('an authority behind 由 and a body that may do something are units, without the number of the article', () => {
  assert.deepEqual(told('操作指引由前海管理局另行发布。'), ['responsible by 前海管理局']);
  assert.deepEqual(told('合作区管理局（以下简称前海管理局）可以通过签订协议给予支持。'), [
    'responsible by 合作区管理局',
  ]);
  assert.deepEqual(told('第四条 区商务局可按年度给予补助。'), ['responsible by 区商务局']);
  assert.deepEqual(told('企业可以通过协议给予支持，商务局可比照办理。'), []);
});

test('a body by its name that should or must do something is a unit, and whom a city should work in conjunction with', () => {
  assert.deepEqual(told('UK Sovereign AI should lead the delivery of an offer.'), [
    'responsible english UK Sovereign AI',
  ]);
  assert.deepEqual(told('San Leandro should continue to be a place of business.'), []);
  assert.deepEqual(told('The City should develop a program in conjunction with the Chamber of Commerce.'), [
    'support english Chamber of Commerce',
  ]);
  assert.deepEqual(told('The city is to coordinate with the Harbour Trust.'), ['support english Harbour Trust']);
  assert.deepEqual(told('Close coordination should be maintained with the Port District.'), [
    'support english Port District',
  ]);
});

test('in English who is paid is responsible, and who is worked with supports; a university is a partner and no unit', () => {
  assert.deepEqual(told('$75 million over five years to Farm Credit Canada for the loans.'), [
    'responsible english Farm Credit Canada',
  ]);
  assert.deepEqual(told('We will work with Scottish Enterprise to make a call.'), [
    'support english Scottish Enterprise',
  ]);
  assert.deepEqual(told('We will work with Ashdown University to make a call.'), []);
  assert.deepEqual(told('Other projects (our work with Scottish Enterprise) go on.'), []);
});

test('a unit whose name carries marks is where it stands in the source', () => {
  const text =
    '# Harrow Park Plan\n\n## Tasks\n\n- By **2030** USDA will act.\n- See [the *map*](x.md). The **DOT** will publish a call.\n';
  assert.deepEqual(
    parsePlan(text).units.map(({ range }) => text.slice(range.start, range.end)),
    ['USDA', 'DOT'],
  );
});

test('who coordinates leads, and a fund that pays is nobody', () => {
  assert.deepEqual(told('市工业和信息化局、市中小企业服务局统筹推进企业培育。'), [
    'lead by 市工业和信息化局+市中小企业服务局',
  ]);
  assert.deepEqual(told('由区人才资源开发专项经费按照一定比例承担。'), []);
});

test('who stands in a column of sources does nothing', () => {
  const table = (head: string) =>
    parsePlan(
      `# Harrow Park Plan\n\n## Tasks\n\n| Indicator | 2030 | ${head} |\n| - | - | - |\n| Share of solar | 20% | Ministry of Power |\n`,
    ).units.map(({ names }) => names.join());
  assert.deepEqual(table('Source of targets'), []);
  assert.deepEqual(table('By whom'), ['ministry of power']);
});

test('what something goes through is named without the words before it', () => {
  assert.deepEqual(told('Grants come through the Scottish Funding Council.'), [
    'responsible english scottish funding council',
  ]);
});

test('English columns of teams, parties and agencies name who does it, a lead time names nobody', () => {
  const column = (head: string) =>
    told(`| Task | ${head} |\n| - | - |\n| Roads | Linford Works |`).map((one) => one.split(' ')[0]);
  for (const head of ['Project Team', 'Task owner', 'Implementing entity', 'Accountable', 'Executing agency'])
    assert.deepEqual(column(head), ['responsible'], head);
  assert.deepEqual(column('Team lead'), ['lead']);
  assert.deepEqual(column('Lead time'), []);
  assert.deepEqual(column('Responsibility'), ['responsible']);
  assert.deepEqual(column('Team size'), []);
});

test('who is the contact of a project has it in hand, an address names nobody', () => {
  assert.deepEqual(told('Contact: Jeff Burt, City of Linford'), ['responsible english City of Linford']);
  assert.deepEqual(told('**Contact:** Jane Smith, Linford Port Authority'), [
    'responsible english Linford Port Authority',
  ]);
  assert.deepEqual(told('Contact: info@linford.example, Linford'), []);
});

test('a ministry that a figure comes from does nothing', () => {
  for (const line of [
    'Before the war, the Ministry of Agriculture estimated the area at 20 ha.',
    'According to the Ministry of Power, demand rose.',
    'The Ministry of Energy’s valuation of diesel is kept.',
    'The area is 20 ha (Ministry of Agriculture, 2019).',
    'Exports: 30 by 2030; source of targets: Ministry of Planning.',
    'In 2024 the Ministry of Water approached the bank to build a dam.',
    'As per our consultations with the Ministry of Commerce, three sites were found.',
  ])
    assert.deepEqual(told(line), [], line);
  assert.deepEqual(told('Plots are let with the Ministry of Agriculture.'), [
    'responsible english ministry of agriculture',
  ]);
});

test('what a body is responsible for is nobody', () => {
  const plan = parsePlan(
    '# Linford Park Plan\n\n## 1. Governance\n\n| Body | Responsibility |\n| --- | --- |\n| Steering group | Oversight |\n',
  );
  assert.deepEqual(plan.units, []);
});

test('a district of a plan is a place, a school district acts', () => {
  assert.deepEqual(told('Each district will have a role.'), []);
  assert.equal(told('The school district will hold courses.').length, 1);
});

test('money or political will that supports a plan is nobody, a body is', () => {
  for (const line of [
    'Growth is supported by committed political leadership.',
    'Each objective is supported by targeted strategies.',
  ])
    assert.deepEqual(told(line), [], line);
  assert.deepEqual(told('The lab is run by the port company, supported by the skills council.').length, 2);
});

test('partners alone say with whom, beside a lead they support', () => {
  assert.deepEqual(told('**Partners**: Sumitomo Power, JSE Group'), []);
  assert.deepEqual(told('Lead: Investment Office; partners: Linford College.'), [
    'lead english investment office',
    'support english linford college',
  ]);
});

test('a column of actors names who does it, a first column of actors whom the rows are about', () => {
  const row = (head: string, cells: string) => `| ${head} |\n| - | - |\n| ${cells} |`;
  assert.deepEqual(told(row('Activity | Actor(s)', 'Build a hub | AI Office, MESTI')), [
    'responsible column AI Office+MESTI',
  ]);
  assert.deepEqual(told(row('Activity | Key actors', 'Build a hub | AI Office')), ['responsible column AI Office']);
  assert.deepEqual(told(row('Actor | Need', 'Young firms | Loans')), []);
});

test('a first column of stakeholders tells whom the rows are about', () => {
  const plan = parsePlan(
    '# Linford Park Plan\n\n## 1. Messages\n\n| Stakeholder | Frequency | Channel |\n| --- | --- | --- |\n| Workers | Daily | Portal |\n',
  );
  assert.deepEqual(plan.units, []);
});

test('firms of a district alone in a bracket at the end, and routes, which are nobody', () => {
  assert.deepEqual(told('盘活闲置厂房。（区属国企）'), ['responsible bracket 区属国企']);
  const { units } = parsePlan('# Linford Park Plan\n\n## 1. Actions\n\nProximity to key corridors (EDFC and AKIC).\n');
  assert.deepEqual(units, []);
});

test('an English label of responsibility and a column of who acts name units, a duty or a list of groups does not', () => {
  assert.deepEqual(told('- **Responsibility**: Municipal Mayor/CAO'), ['responsible label Municipal Mayor+CAO']);
  assert.deepEqual(told('Responsibility: Municipal Government'), ['responsible label Municipal Government']);
  assert.deepEqual(told('- **Responsibility**: Ensure that all halls are safe'), []);
  assert.deepEqual(told('| Action | Who |\n| - | - |\n| Offer courses | Counties, School Districts |'), [
    'responsible column Counties+School Districts',
  ]);
  assert.deepEqual(told('| Who | Needs |\n| - | - |\n| Young families | Homes |'), []);
});

test('who led the making of a plan is not who does what it says', () => {
  assert.deepEqual(told('The strategy was headed up by the Ministry of Trade.'), []);
  assert.deepEqual(told('The strategy was led by the port company.'), []);
  assert.deepEqual(told('A team led by the port company builds it.').length, 1);
});

test('an officer of state acts, whatever stands between the name and the verb, and whoever a list follows does what is in it', () => {
  const consulted =
    'Within 90 days of this order, the Secretary of Commerce, in consultation with the Treasury, shall recommend incentives.';
  assert.deepEqual(told(consulted), ['responsible english Secretary of Commerce']);
  assert.deepEqual(told('The Minister for Trade shall:'), ['responsible english Minister for Trade']);
  assert.deepEqual(told('Based on what it finds, the USTR shall:'), ['responsible english USTR']);
  assert.deepEqual(told('The Secretary of Commerce will be informed.'), []);
});

test('departments that join the one that leads support it, firms that are helped to lead are nobody’s unit', () => {
  assert.deepEqual(told('成立由市交通委牵头，市发展改革委、市电力公司等部门共同参与的推进机制。'), [
    'lead by 市交通委',
    'support by 市发展改革委+市电力公司',
  ]);
  assert.deepEqual(told('建立由分管副省长牵头，各有关部门参与的协调机制。'), []);
  assert.deepEqual(told('支持技术攻关主体、需求企业等牵头，推动技术应用。'), []);
});

test('centres that are still to be founded are nobody who acts', () => {
  assert.deepEqual(told('The CoEs will provide computing resources.'), []);
});

test('a county’s government that is told what to do is one, all governments are none', () => {
  assert.deepEqual(told('县政府要加强统筹。创建县（市、区）政府要每年检查一次。'), [
    'responsible by 县政府',
    'responsible by 创建县(市、区)政府',
  ]);
  assert.deepEqual(told('各级政府要高度重视。县政府要求企业整改。'), []);
});

test('a label of several words for a unit', () => {
  assert.deepEqual(told('Responsible Agency/Department: City Manager/Finance Department'), [
    'responsible label City Manager+Finance Department',
  ]);
  assert.deepEqual(told('**Responsible Department(s):** Public Works'), ['responsible label Public Works']);
});
