import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkNine } from '../rules/helpers.ts';

/** What a paragraph of a task chapter says of a topic. */
function levelOf(topic: string, paragraph: string, chapter = '主要任务'): string {
  const text = `# 云川园区产业发展规划（2026—2030年）\n\n## 一、${chapter}\n\n${paragraph}\n`;
  return checkNine(text).evidence.get(topic)!.level;
}

test('one item of an open enumeration of other things is a mention', () => {
  assert.equal(levelOf('monitoring', '统筹推进空管服务、产业发展、需求集散、统计分类等各项事宜。'), 'mentioned');
  assert.equal(levelOf('talent', '在财政资金、产业用地、人才培训、环境容量等方面加大倾斜。'), 'mentioned');
  assert.equal(levelOf('university-transfer', '在技术攻关、成果转化等方面给予支持。'), 'mentioned');
});

test('duties that are only listed are named, one that is told is a measure', () => {
  const listed = '市发改委、市工信局分别牵头负责组织推进、装备制造培育、基础设施建设和应用场景拓展等方面工作。';
  assert.equal(levelOf('imported-innovation', listed), 'mentioned');
  assert.equal(levelOf('imported-innovation', '市工信局牵头拓展应用场景，首批开放公共数据。'), 'addressed');
});

test('an enumeration that is all about the topic, or that is counted, is meant', () => {
  assert.equal(levelOf('internal-innovation', '建设孵化器、加速器、众创空间等载体。'), 'addressed');
  assert.equal(levelOf('university-transfer', '建设重点实验室、大型仪器库、中试线各1个。'), 'addressed');
});

test('a verb at the end of what is strengthened is a noun', () => {
  assert.equal(levelOf('cluster-spread', '深度融入长三角一体化发展。'), 'mentioned');
  assert.equal(levelOf('cluster-spread', '与长三角城市共建产业合作园区。'), 'addressed');
  assert.equal(levelOf('risk', '强化食品安全风险评估能力建设。'), 'mentioned');
});

test('what a measure leaves out, and an example in brackets, are mentions', () => {
  assert.equal(levelOf('leading-enterprise', '对链主企业以外的配套项目给予奖励。'), 'mentioned');
  assert.equal(levelOf('leading-enterprise', '除支持链主企业外，按财政体制共同承担。'), 'mentioned');
  assert.equal(levelOf('leading-enterprise', '除支持链主企业外，还对配套企业给予奖励。'), 'addressed');
  assert.equal(levelOf('green', '对购置生产设备（含环保处理设备）的企业给予补贴。'), 'mentioned');
  assert.equal(levelOf('green', '对购置环保处理设备的企业给予补贴。'), 'addressed');
});

test('what a paragraph does, it does for its run-in heading', () => {
  assert.equal(
    levelOf('monitoring', '（一）强化考核评估。贯彻执行省里的指标口径，按季提供数据。', '保障措施'),
    'addressed',
  );
  assert.equal(levelOf('monitoring', '（一）强化考核评估。思想上要高度重视。', '保障措施'), 'mentioned');
  assert.equal(
    levelOf('responsibilities', '（一）加强组织领导。成立工作专班，研究解决重大问题。', '保障措施'),
    'mentioned',
    'who does it is told by units',
  );
});

test('several places named side by side are a layout where something is put there', () => {
  assert.equal(levelOf('layout', '支持青浦、松江、奉贤等地发展光学模组产业。'), 'addressed');
  assert.equal(levelOf('layout', '建设平安云川、法治云川。'), 'absent');
  assert.equal(levelOf('layout', '与苏州、无锡、常州等地互认检测结果。'), 'absent');
});

test('in a chapter on layout a zone and what it holds is a layout, whatever the verb', () => {
  assert.equal(levelOf('layout', '科技创新策源区以高校院所为主体，面积约8平方公里。', '空间布局'), 'addressed');
});

test('firms of a chain are recruited; a chain as an adjective is not', () => {
  assert.equal(levelOf('chain-gap/investment', '积极吸引产业链上游优势企业。'), 'addressed');
  assert.equal(levelOf('chain-gap/investment', '形成上下游产业适度配置的产业体系，集聚创新资源。'), 'absent');
});

test('a run-in heading that does something is a measure where the words behind it act; alone it is named', () => {
  assert.equal(levelOf('green', '1.建设节水型企业。对首次获评市级称号的企业给予奖励。'), 'addressed');
  assert.equal(levelOf('green', '1.建设节水型企业。有关部门要高度重视。'), 'mentioned');
});

test('a paragraph of guiding thought holds principles, whatever verbs stand in it', () => {
  const guiding = '坚持以新发展理念和重要讲话精神为指导，更好统筹发展和安全，健全风险防控机制，推动人才引育。';
  assert.equal(levelOf('risk', guiding), 'mentioned');
  assert.equal(levelOf('talent', guiding), 'mentioned');
  assert.equal(levelOf('risk', '以企业需求为指导，健全风险防控机制。'), 'addressed');
  assert.equal(levelOf('talent', '以讲话精神为指导。对引进的高层次人才给予安家补贴。'), 'addressed');
  assert.equal(levelOf('risk', '发扬工匠精神，由园区管委会为指导单位，健全风险防控机制。'), 'addressed');
});

test('a line that only announces a list is a mention', () => {
  const targets = '到2028年，建成标准厂房20万平方米。';
  assert.equal(levelOf('targets', '到2028年建设目标：'), 'mentioned');
  assert.equal(levelOf('talent', '对高层次人才给予100万元安家补贴：'), 'addressed');
  assert.equal(levelOf('targets', `到2028年建设目标：${targets}`), 'actionable');
});

test('results that are to be transferred are a measure where it is said how', () => {
  assert.equal(levelOf('university-transfer', '加快技术成果转化，推进产品研发。'), 'mentioned');
  assert.equal(levelOf('university-transfer', '推动科技成果产业化。'), 'mentioned');
  assert.equal(levelOf('university-transfer', '补齐科技成果转化短板。'), 'mentioned');
  assert.equal(levelOf('university-transfer', '完善科技成果转化机制。'), 'addressed');
  assert.equal(levelOf('university-transfer', '每年安排科技成果转化专项资金。'), 'addressed');
});

test('who breaks what was promised pays back: a risk that is handled', () => {
  assert.equal(levelOf('risk', '企业十年内不得迁出；若违反承诺，应退回已获得的扶持资金。'), 'addressed');
});

test('what others forecast is no goal', () => {
  assert.equal(levelOf('targets', 'By 2030 the park will reach a turnover of €500 million.'), 'actionable');
  assert.notEqual(levelOf('targets', 'The market is projected to reach €500 million by 2030.'), 'actionable');
  assert.notEqual(levelOf('targets', 'By 2030, waste will amount to 340 tonnes.'), 'actionable');
});

/** What a paragraph of an English chapter of tasks says of a topic. */
function inEnglish(topic: string, paragraph: string): string {
  const text = `# Harrow Park Cluster Plan 2026–2030\n\n## Actions\n\n${paragraph}\n`;
  return checkNine(text).evidence.get(topic)!.level;
}

test('in English what is, with a share or a number of firms and people, is the present state; what is planned or paid is not', () => {
  assert.equal(inEnglish('baseline', 'Exports make up 40% of what the mills sell.'), 'addressed');
  assert.equal(inEnglish('baseline', 'Some 120 firms work in the valley.'), 'addressed');
  assert.equal(inEnglish('baseline', 'Exports should make up 40% of what the mills sell.'), 'absent');
  assert.equal(inEnglish('baseline', 'Some 120 firms are eligible.'), 'absent');
  assert.equal(inEnglish('baseline', 'A grant covers 40% of what has to be spent.'), 'absent');
});

test('in English a year by which something is so is a goal, and so is what is to be attracted or raised', () => {
  assert.equal(inEnglish('targets', 'Green 80% of the halls by 2030.'), 'actionable');
  assert.equal(inEnglish('targets', 'Attract 2,000 jobs in footwear.'), 'addressed');
  assert.equal(inEnglish('targets', 'To increase local supply from 40% to 55%.'), 'addressed');
  assert.equal(inEnglish('targets', 'The market is expected to grow by 5%.'), 'absent');
  assert.notEqual(inEnglish('targets', 'Firms that attract 20 jobs are eligible.'), 'addressed');
});

test('in a chapter on targets a figure is a goal without a word of one', () => {
  assert.equal(levelOf('targets', '——应用水平。新开通航线12条。', '发展目标'), 'addressed');
  assert.equal(levelOf('targets', '——应用水平。新开通一批航线。', '发展目标'), 'mentioned');
});

test('an item of a list with a figure needs no verb', () => {
  assert.equal(inEnglish('funding', '- 75% exemption from stamp duty'), 'addressed');
  assert.equal(inEnglish('funding', '- exemption from stamp duty'), 'mentioned');
});

test('in English a subject in front of a comma has the verb behind it, what an opening says has not', () => {
  const met = 'Technology transfer, patents and the like will be rewarded by lower taxes.';
  assert.equal(inEnglish('university-transfer', met), 'addressed');
  assert.equal(inEnglish('university-transfer', `Links with science: ${met}`), 'addressed');
  const given = 'Given the role of technology transfer, firms will grow.';
  assert.equal(inEnglish('university-transfer', given), 'mentioned');
  assert.equal(inEnglish('university-transfer', 'Technology transfer is slow, and firms will grow.'), 'mentioned');
});

test('in English the founding of something is done, with a noun in place of a verb', () => {
  assert.equal(inEnglish('research-institutes', '- Establishment of research centres for valves'), 'addressed');
  assert.equal(inEnglish('research-institutes', '- Research centres for valves'), 'mentioned');
});

test('what is finished in full by the plan’s last year is a dated task, a size by then is its end', () => {
  assert.equal(levelOf('timeline', '到2030年实现全部输电线路无人机巡检全覆盖。'), 'addressed');
  assert.equal(levelOf('timeline', '到2030年，标准厂房全面建成。'), 'addressed');
  assert.equal(levelOf('timeline', '到2030年，产业规模突破500亿元。'), 'mentioned');
  assert.equal(levelOf('timeline', '到2030年，标准厂房全面建成。', '发展目标'), 'mentioned');
});

test('what is done when something goes wrong, and what is guarded against, handles a risk', () => {
  assert.equal(levelOf('risk', '如龙头企业未能落地，启动备选招商方案。'), 'addressed');
  assert.equal(levelOf('risk', '严控政府债务，防止新增隐性债务。'), 'addressed');
  assert.equal(
    inEnglish('risk', 'If the anchor pulls out, the council will offer the plot to suppliers.'),
    'addressed',
  );
  assert.equal(levelOf('risk', '如企业未能入统，不再享受本政策。'), 'absent');
});

test('an indicator of energy or water with a figure is green, and so is what is treated; firms of the trade are not', () => {
  assert.equal(levelOf('green', '单位产值能耗下降15%。'), 'addressed');
  assert.equal(levelOf('green', '实施雨污分流，建设中水回用设施。'), 'addressed');
  assert.equal(inEnglish('green', 'All wastewater is treated and reused.'), 'addressed');
  assert.equal(inEnglish('green', 'The park attracts makers of solar panels.'), 'absent');
  assert.equal(inEnglish('green', 'All vehicles to run on cleaner energy by 2029.'), 'addressed');
  assert.equal(inEnglish('green', 'The vision is that all vehicles run on cleaner energy by 2029.'), 'mentioned');
});

test('what lies north and what lies south is a layout', () => {
  assert.equal(levelOf('layout', '北部布局电子信息，南部布局装备制造，中部为综合服务区。'), 'addressed');
  assert.equal(inEnglish('layout', 'The north zone is for electronics and the south zone for logistics.'), 'addressed');
});

test('how often progress is reviewed is monitoring, with no word of who', () => {
  assert.equal(inEnglish('monitoring', 'Progress is reviewed every year.'), 'addressed');
  assert.equal(
    inEnglish('monitoring', 'The plan will be updated every two years in the light of results.'),
    'addressed',
  );
  assert.equal(inEnglish('monitoring', 'Patients are reviewed every year.'), 'absent');
});

test('a table that sets a mitigation beside each risk answers them, one that only lists them does not', () => {
  const table = (head: string) =>
    `| Risk | ${head} |\n| - | - |\n| Regulatory delays | Pre-approved zones |\n| Funding delays | Several lenders |`;
  assert.equal(inEnglish('risk', table('Mitigation')), 'addressed');
  assert.equal(inEnglish('risk', table('Response measures')), 'addressed');
  assert.equal(inEnglish('risk', table('Likelihood')), 'mentioned');
});

test('a Chinese word that stands in the name of another thing is not about the topic', () => {
  const says: [topic: string, other: string, meant: string][] = [
    ['layout', '推动榆河灌区建设。', '建设榆河产业园。'],
    ['risk', '健全农村集体资产监管体系。', '严格控制园区债务。'],
    ['risk', '下放建筑施工企业安全生产许可审批权限。', '开展安全生产专项检查。'],
    ['funding', '强化开展反恐怖融资工作。', '开展知识产权质押融资。'],
    ['monitoring', '督促银行落实贷款利率政策。', '建立低空经济统计制度。'],
    ['imported-innovation/first-use', '发放政府消费券。', '发布创新产品目录。'],
    ['traditional-upgrade/renewal', '推动口岸数字化转型和智能化升级。', '推动生产线智能化升级。'],
    ['traditional-upgrade/digital', '发展农产品精深加工。', '实施制造业数智化转型行动。'],
    ['university-transfer/founders', '建设大学科技园。', '支持科研人员离岗创业。'],
  ];
  for (const [topic, other, meant] of says) {
    assert.equal(levelOf(topic, other), 'absent', other);
    assert.equal(levelOf(topic, meant), 'addressed', meant);
  }
});

test('a Chinese word that two others make where they meet is none', () => {
  assert.equal(levelOf('green', '支持企业发挥人工智能赋能效应。'), 'absent');
  assert.equal(levelOf('green', '支持企业提升能效水平。'), 'addressed');
  // 不高 would be a lack.
  assert.equal(levelOf('funding', '贷款利率不高于百分之三。'), 'mentioned');
});

test('the name of a ministry, of a fund among partners or of a law says nothing of its topic', () => {
  const says: [topic: string, other: string, meant: string][] = [
    [
      'talent',
      'The Ministry of Labour and Skills Development will publish the list.',
      'The Ministry of Labour will fund skills development.',
    ],
    [
      'funding',
      'A public-private partnership between the Linford Foundation and the Export and Investment Fund will run the site.',
      'The Export and Investment Fund will run the site.',
    ],
    [
      'green',
      'The list goes through the Department of Environment, Energy and Climate Change.',
      'We will cut carbon emissions.',
    ],
    ['risk', 'The Species at Risk Act permit will be approved.', 'We will insure the risk.'],
    ['green', 'We will raise the carbon content of the ore.', 'We will cut carbon emissions.'],
    ['research-institutes', 'We will equip polytechnics.', 'We will found a research institute.'],
    ['funding', 'We will report to the International Monetary Fund.', 'We will report on the Linford Fund.'],
    [
      'traditional-upgrade',
      'We will adopt non-traditional ways to diversify.',
      'We will modernise traditional industries.',
    ],
  ];
  for (const [topic, other, meant] of says) {
    assert.equal(inEnglish(topic, other), 'absent', other);
    assert.equal(inEnglish(topic, meant), 'addressed', meant);
  }
});

test('the plan’s own state that is assessed, and what is followed up at set times, is monitoring; how officials are rated is not', () => {
  assert.equal(levelOf('monitoring', '强化督促检查，适时组织对本意见实施情况进行评估。'), 'addressed');
  assert.equal(levelOf('monitoring', '由管委会定期召开工业经济运行调度会。'), 'addressed');
  assert.equal(levelOf('monitoring', '对招商项目实行月跟踪、季督查、年考核。'), 'addressed');
  assert.equal(levelOf('monitoring', '完善体现正确政绩观要求的干部考核评价体系。'), 'absent');
});

test('what a budget provides for is funding, what it takes in is not', () => {
  assert.equal(levelOf('funding', '所需经费由市财政在年度预算中安排。'), 'addressed');
  assert.equal(levelOf('funding', '建设资金纳入区级年度预算管理。'), 'addressed');
  assert.equal(levelOf('funding', '公共财政预算收入完成1700万元。'), 'absent');
  assert.equal(levelOf('funding', '完善知识产权信用担保机制。'), 'absent');
});

test('named links of which an industry is short are its gaps, of public works or of everything they are not', () => {
  assert.equal(levelOf('chain-gap/analysis', '补齐芯片设计、先进封测等短板，大力发展装备产业。'), 'addressed');
  assert.equal(levelOf('chain-gap/analysis', '补齐交通、物流等基础设施短板。'), 'absent');
  assert.equal(levelOf('chain-gap/analysis', '补齐技术、设施、营销等短板。'), 'absent');
  assert.equal(
    levelOf('chain-gap/analysis', '发布技术攻关清单，围绕减速器、控制器等零部件，支持企业聚力解决“卡脖子”难题。'),
    'addressed',
  );
});

test('firms that bring firms, and meetings that invite them, recruit', () => {
  assert.equal(levelOf('cluster-spread/leverage', '大力开展以商引商、场景招商。'), 'addressed');
  assert.equal(levelOf('leading-enterprise/events', '定期组织召开招商说明会。'), 'addressed');
});

test('an alliance, a centre and help for founders that are set up are measures', () => {
  assert.equal(levelOf('internal-innovation/network', '支持企业组建联合体，揭榜挂帅。'), 'addressed');
  assert.equal(levelOf('internal-innovation/incubation', '组织专业机构为中小企业提供孵化、投资等服务。'), 'addressed');
  assert.equal(levelOf('research-institutes/platforms', '由骨干企业牵头组建人形机器人创新中心。'), 'addressed');
  assert.equal(levelOf('research-institutes/platforms', '产业创新中心还未组建。'), 'absent');
  assert.equal(levelOf('traditional-upgrade', '推动现有制造业向智能化、绿色化和服务型转变。'), 'addressed');
});

test('what shares a word with a topic and is another thing says nothing of it', () => {
  assert.equal(levelOf('risk', '完善创业投资退出机制。'), 'absent');
  assert.equal(levelOf('university-transfer/seed-capital', '建立科技成果转化项目库与需求库。'), 'absent');
  assert.equal(levelOf('university-transfer/diffusion', '建立科技成果转化项目库与需求库。'), 'addressed');
  assert.equal(levelOf('cluster-spread', '优化国家实验室央地协同管理机制。'), 'absent');
  assert.equal(levelOf('internal-innovation/shared-platforms', '建成国际贸易单一窗口公共平台。'), 'absent');
  assert.equal(levelOf('chain-gap/investment', '健全完善重点产业链特聘专家团制度。'), 'absent');
  assert.equal(levelOf('chain-gap/investment', '加快国有企业横向联合、纵向整合。'), 'absent');
  assert.equal(levelOf('traditional-upgrade', '调查采矿损毁土地，让废弃矿山复绿焕新。'), 'absent');
  assert.equal(levelOf('traditional-upgrade', '鼓励融资平台公司转型升级为投资企业。'), 'absent');
  assert.equal(levelOf('traditional-upgrade', '推进城乡电网智能化升级改造。'), 'absent');
  assert.equal(levelOf('traditional-upgrade', '负责技术改造项目核准、备案工作。'), 'absent');
  assert.equal(levelOf('responsibilities', '将管理服务事务交由下级政府承担。'), 'absent');
});

test('a batch of what is founded is a measure, a batch of what is grown a hope', () => {
  assert.equal(levelOf('university-transfer', '布局一批概念验证中心。'), 'addressed');
  assert.equal(levelOf('research-institutes', '建设一批重点实验室。'), 'addressed');
  assert.equal(levelOf('leading-enterprise', '培育一批龙头企业。'), 'mentioned');
});

test('sites side by side are layout, kinds of sites are none', () => {
  assert.equal(
    levelOf('layout', '云川物联网小镇、青坞未来科技城、澄江经济技术开发区、北岭软件园、南湖医药港等。'),
    'addressed',
  );
  assert.notEqual(
    levelOf('layout', '面向国家级经济技术开发区、大学科技园、特色小镇、人才产业园等组织申报。'),
    'addressed',
  );
});

test('an advantage that is to be kept is a word on the present', () => {
  assert.equal(levelOf('baseline', '巩固纺织机械先发优势，培育新产品。'), 'mentioned');
  assert.equal(levelOf('baseline', '巩固提升优势产业，培育新产品。'), 'absent');
});

test('what a city circle shares for its people is no spreading of a cluster', () => {
  assert.equal(levelOf('cluster-spread', '推动云川都市圈内医疗机构检查信息互认。'), 'absent');
  assert.equal(levelOf('cluster-spread', '服务融入长三角飞机产业集群建设。'), 'addressed');
});
