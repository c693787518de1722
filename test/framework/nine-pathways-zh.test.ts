import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkNine } from '../rules/helpers.ts';

/** Of a topic, where a chapter of a plan says one line. */
function levelOf(topic: string, line: string, { chapter = '重点任务', title = '云川园区产业发展规划' } = {}): string {
  return checkNine(`# ${title}\n\n## 一、${chapter}\n\n${line}\n`).evidence.get(topic)!.level;
}

test('places that each have industries of their own are a layout, one place or a field of development is none', () => {
  const layout = (line: string) => levelOf('layout', line);
  assert.equal(layout('支持临江市重点发展智能装备，常州县重点发展软件。'), 'addressed');
  assert.equal(layout('支持临江区重点发展智能装备。支持常山区重点发展软件。'), 'addressed');
  assert.equal(layout('支持临江区重点发展智能装备。'), 'absent');
  assert.equal(layout('支持本区重点发展领域的企业，鼓励园区重点发展产业。'), 'absent');
});

test('a structure of zones is a layout even where the present state is told, and so is room for firms', () => {
  assert.equal(levelOf('layout', '明确了“一核四区、内外双环”的空间结构。', { chapter: '基本情况' }), 'addressed');
  assert.equal(levelOf('layout', '用好20大先进制造园区，为企业提供优质优价空间。'), 'addressed');
});

test('standard factories that are built are a layout, those that are taxed, sold or registered are none', () => {
  assert.equal(levelOf('layout', '在工业园投资建设标准厂房。'), 'addressed');
  for (const line of [
    '标准厂房五年内第一次出售所缴纳的税收，按不低于30%的额度奖励给投资者。',
    '标准厂房建设所需办理的各项手续，由管委会全程协助办理。',
    '与建设标准厂房的投资商就政策优惠予以约定。',
    '根据标准厂房开发主体的信用度给予一定的信用贷款。',
  ])
    assert.equal(levelOf('layout', line), 'absent', line);
});

test('vouchers that are given out are funding, fields of an application and what is excepted are none', () => {
  assert.equal(levelOf('funding', '发放“训力券”“模型券”，降低企业成本。'), 'addressed');
  assert.equal(levelOf('funding', '围绕信贷业务、资产管理、支付结算等核心领域，推广应用。'), 'absent');
});

test('a task that a body has to have done by the end of the plan’s last year is dated, a size by then is its end', () => {
  const title = '云川市人工智能实施方案（2025年版）';
  const task = '2025年底前，实施科研计划项目10项。（责任单位：市科技局）';
  assert.equal(levelOf('timeline', task, { title }), 'addressed');
  assert.equal(levelOf('timeline', '到2025年底，算力规模超过50EFLOPS。', { title }), 'mentioned');
});

test('in a review of a year what was built and begun is neither a target nor a timeline, what the next five years hold is a target', () => {
  const title = '（云川现代产业园）2015年工作总结';
  const built = '宾阳大道今年1月底全线建成通车，园区建成标准厂房28万平方米。';
  const under = { title, chapter: '园区基础设施项目建设情况' };
  assert.equal(levelOf('timeline', built, under), 'absent');
  assert.equal(levelOf('targets', '2015年，全区完成工业总产值130.3亿元。', { title }), 'absent');
  assert.equal(levelOf('targets', '十三五期间，预计建成道路10千米。', { title }), 'actionable');
});

test('how a hole in safety is answered and cautious supervision are risk, what a product manages is not green', () => {
  assert.equal(levelOf('risk', '建立终端安全漏洞快速响应机制。'), 'addressed');
  assert.equal(levelOf('risk', '探索建立终端监管与治理机制，各部门依法包容审慎监管。'), 'addressed');
  assert.equal(levelOf('green', '实现智慧家电、智慧安防、节能管理的无感联动。'), 'absent');
  assert.equal(levelOf('green', '自动化生产线、信息化建设、油烟治理项目，目前已复工。'), 'mentioned');
});

test('a committee that watches projects and targets that are followed up are monitoring, and statistics that are kept are quoted before an analysis that is explored', () => {
  assert.equal(levelOf('monitoring', '园区管委会通过协议予以约定，并监督项目实施。'), 'addressed');
  assert.equal(levelOf('monitoring', '按照目标任务预计数开展精准调度。'), 'addressed');
  assert.equal(levelOf('monitoring', '加强中心城区房地产一体精准调度。'), 'absent');
  assert.equal(levelOf('monitoring', '加强督促检查，对督查中发现的问题限时整改。'), 'addressed');
  assert.equal(levelOf('monitoring', '加强督促检查，发现整改安全隐患。'), 'mentioned');
  const line = '健全产业统计监测制度，按季度开展统计监测。探索开展产业发展监测分析。';
  const text = `# 云川园区产业发展规划\n\n## 一、重点任务\n\n${line}\n`;
  const [best] = checkNine(text).evidence.get('monitoring')!.evidence;
  assert.equal(text.slice(best!.range.start, best!.range.end), '健全产业统计监测制度');
});

test('what an area is good at is its present state, said in passing', () => {
  assert.equal(levelOf('baseline', '发挥云川产业发达、供应链完善等核心优势，发展新型终端。'), 'mentioned');
  assert.equal(levelOf('baseline', '充分发挥试验区、先导区叠加优势。'), 'mentioned');
});

test('names and idioms that share a word with a pathway say nothing of it', () => {
  for (const [topic, line] of [
    ['research-institutes/platforms', '推动智能终端从实验室走向规模化商用。'],
    ['research-institutes/institute', '依托服务型制造研究院国家卓越工程师实践基地，培育人才。'],
    ['traditional-upgrade/renewal', '推动科学大模型建设和科研设施智能化升级。'],
    ['traditional-upgrade/digital', '积极推进城市全域数智化转型。'],
    ['traditional-upgrade', '推动平板电脑从“娱乐工具”转型升级为“生产力中心”。'],
    ['cluster-spread', '专注特定场景和“一带一路”市场需求推出可穿戴设备。'],
    ['leading-enterprise/anchor', '到2026年底，建设“龙头企业+数据集”30个。'],
    ['cluster-spread/regional', '加快长三角生态绿色一体化发展示范区数据中心集群起步区建设。'],
    ['imported-innovation/scenarios', '拓展极限运动跟拍、自动化剪辑等创意生产场景。'],
  ] as const)
    assert.equal(levelOf(topic, line), 'absent', line);
  assert.equal(levelOf('research-institutes/platforms', '建设省重点实验室2家。'), 'addressed');
  assert.equal(levelOf('cluster-spread/regional', '与长三角城市共建一体化发展示范区。'), 'addressed');
});

test('universities that are named with what is done with them are partners, a university that is to be good is none', () => {
  const partners = (line: string) => levelOf('research-institutes/partners', line);
  assert.equal(partners('支持云川大学、临江实验室等高校和科研机构聚焦材料科学，攻关前沿课题。'), 'addressed');
  assert.equal(partners('加强与云川理工大学、临江人工智能实验室等交流合作。'), 'addressed');
  assert.equal(partners('支持云川大学等高校高质量发展。'), 'absent');
});

test('platforms that evaluate or bring in new products, the supplies of a chain and the change to smart production are measures', () => {
  assert.equal(levelOf('internal-innovation/shared-platforms', '鼓励建设终端评测平台，提供测试服务。'), 'addressed');
  assert.equal(levelOf('university-transfer/proof-and-pilot', '探索建设新品导入（NPI）创新平台。'), 'addressed');
  assert.equal(levelOf('chain-gap/local-linkage', '建设园区内外协作和产业链上下游配套体系。'), 'addressed');
  assert.equal(levelOf('traditional-upgrade/digital', '加快推进传统产业的关键技术智能化变革。'), 'addressed');
});

test('fees that are waived are funding, headquarters that firms are to set up are recruited, those of funds and associations are not', () => {
  assert.equal(levelOf('funding', '建设中涉及的其他收费项目一律免收。'), 'addressed');
  assert.equal(levelOf('leading-enterprise', '积极吸引全球终端企业在云川设立创新应用总部。'), 'addressed');
  assert.equal(levelOf('leading-enterprise', '吸引产业投资基金等来云川设立总部或分支机构。'), 'absent');
});

test('what becomes of money that was cheated for or of a firm that moves away is risk, moving away alone is none', () => {
  for (const line of [
    '对虚报、冒领扶持资金的企业，由区发改局会同相关部门依法处理，停止发放或收回扶持资金。',
    '在十年内迁出的，已享受的所有奖励、补助及扶持资金须全额退还。',
    '享受补贴的设备三年内不得撤离本区范围。',
  ])
    assert.ok(['addressed', 'actionable'].includes(levelOf('risk', line)), line);
  assert.equal(levelOf('risk', '支持中心城区企业迁出，腾退土地用于建设园区。'), 'absent');
  assert.equal(levelOf('risk', '符合条件的，由税务部门退还留抵税额。'), 'absent');
});

test('what is to be so many within the year is a target, wherever it stands', () => {
  assert.equal(levelOf('targets', '年内新增成果转化项目170个。'), 'actionable');
  assert.equal(levelOf('targets', '三年内，以上一年度贡献为基数，新增部分的50%奖励给企业。'), 'absent');
});

test('what a place is to become in the world is a target’s mention in any chapter but that on the present', () => {
  const line = '坚持智能化方向，打造具有国际竞争力的产业集群。';
  assert.equal(levelOf('targets', line), 'mentioned');
  assert.equal(levelOf('targets', '打造全国专精特新名城。'), 'absent');
});

test('an innovation centre that is built is a platform of research, a city that is to be one is none', () => {
  assert.equal(levelOf('research-institutes', '支持企业创建特色农机装备创新中心。'), 'addressed');
  assert.equal(levelOf('research-institutes', '加快建设科技创新中心，打造数字经济创新中心。'), 'absent');
});

test('a risk that is guarded against is one, whatever stands between', () => {
  assert.equal(levelOf('risk', '加强应急体系建设，防控石化、冶炼、印染等领域环境风险。'), 'addressed');
});

test('a size on which an application hangs is no present state', () => {
  assert.equal(levelOf('baseline', '近三年地均税收居全省前10名的，方可申报扩区。'), 'absent');
});

test('results are turned into products where money is given for it', () => {
  assert.equal(levelOf('university-transfer', '对在本市转移转化的科技成果，经认定后给予50万元奖励。'), 'addressed');
});

test('a rule that has to be drawn up by the end of a year is a dated task, whoever draws it up', () => {
  const title = '云川市电商物流协同发展实施方案';
  assert.equal(levelOf('timeline', '各地应于2018年年底前制定快递车辆通行管理办法。', { title }), 'addressed');
  assert.equal(levelOf('timeline', '到2018年，快递业务量明显提高。', { title }), 'mentioned');
});

test('an indicator’s row has its years in the header: what it was before the plan is the present state, what it is to be a dated target', () => {
  const levels = (table: string, title = '云川园区产业发展规划（2026—2030年）') => {
    const { evidence } = checkNine(`# ${title}\n\n## 一、发展目标\n\n${table}\n`);
    return [evidence.get('baseline')!.level, evidence.get('targets')!.level];
  };
  const rows = '|---|---|---|\n| 规上工业总产值（亿元） | 260 | 500 |';
  assert.deepEqual(levels(`| 指标 | 2025年 | 2030年 |\n${rows}`), ['addressed', 'actionable']);
  assert.deepEqual(levels(`| 指标 | 2027年 | 2030年 |\n${rows}`), ['absent', 'actionable']);
  assert.deepEqual(levels(`| 指标 | 东区 | 西区 |\n${rows}`), ['absent', 'addressed']);
  // Without the plan's years nobody knows which are past.
  assert.deepEqual(levels(`| 指标 | 2025年 | 2030年 |\n${rows}`, '云川园区产业发展规划'), ['absent', 'addressed']);
});

test('what is no longer charged is money for firms, not something that there is none of', () => {
  assert.equal(levelOf('funding', '对利用原有厂房加层改造的，不再增收土地价款。'), 'addressed');
});

test('the whole chain of an office’s work, and weak places of farming, are no gaps of an industry’s chain', () => {
  assert.equal(levelOf('chain-gap/analysis', '建设国际贸易管理全链条。'), 'absent');
  assert.equal(levelOf('chain-gap/analysis', '对农业生产关键薄弱环节所需机具实行补贴，做好机具成套配套。'), 'absent');
});

test('names of programmes and offices, attributes and what a document is made for are no evidence', () => {
  for (const [topic, line] of [
    ['baseline', '依托产业基础再造工程，支持核心技术的工程化应用。'],
    ['layout', '市发展改革委会同市规划资源局、市住房城乡建设管理委、浦东新区、金山区、奉贤区建立推进机制。'],
    ['internal-innovation/network', '对十强企业（以行业协会发布为准）在区内设立结算中心的，奖励500万元。'],
    ['leading-enterprise/supplier-map', '对提供应用场景的主体按投资采购额的30%给予奖励。'],
    ['imported-innovation/scenarios', '开发面向通用实验场景的检测设备。'],
    [
      'leading-enterprise/spillover',
      '（九）带动中小企业普及应用。推进14个城市试点，由市工信局对改造项目予以资金支持。',
    ],
    ['monitoring', '项目建成后做好海洋环境跟踪监测与评估。'],
    ['chain-gap/local-linkage', '开展专题活动，组织供需对接和标杆访学。'],
  ] as const)
    assert.equal(levelOf(topic, line), 'absent', `${topic}: ${line}`);
  const madeFor = '第一条 为提高土地利用效率，推动全区产业优化升级，特制定本办法。';
  assert.equal(levelOf('traditional-upgrade', madeFor), 'mentioned');
  assert.equal(levelOf('layout', madeFor), 'mentioned');
  assert.equal(levelOf('chain-gap/local-linkage', '每季度组织产业链上下游企业供需对接。'), 'addressed');
});

test('what staff are given to live and to rise, where is built at sea and who pays for it is read where no heading says so', () => {
  const isSaid = (topic: string, line: string) =>
    assert.ok(['addressed', 'actionable'].includes(levelOf(topic, line)), `${topic}: ${line}`);
  isSaid('talent/training', '开展技能等级提升补贴资助，给予每人最高5000元补贴。');
  isSaid('talent/start-up-capital', '对高端领军人才“团队+项目”给予资金支持。');
  isSaid('talent/retention', '对签订劳动合同的实用型人才，给予5万元的住房补贴，按月发放生活津贴。');
  isSaid('talent/retention', '企业的业务骨干，可申请本人及家属在公共户入户。');
  isSaid('talent/retention', '投资人的子女，按家庭住地就近安排入托、入学。');
  isSaid('layout', '聚焦东海大桥、临港等海上风电场址海域范围，以“风光同场”模式进行规划布局，开发建设光伏集群。');
  isSaid('funding', '配套电力送出工程，可由投资主体依据规定出资建设。');
  assert.equal(levelOf('talent', '为高龄老人发放生活津贴。'), 'absent');
});
