import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CASES } from '../../server/src/generated/cases.ts';
import {
  complaints,
  corrected,
  judgedSentences,
  namedSentences,
  observationsOn,
  paraphrasedSentences,
} from './sentences.ts';

for (const { sentence, caseId, verdict } of judgedSentences) {
  test(`${verdict}: ${sentence}`, () => {
    const told = complaints(sentence);
    if (verdict === 'correct') assert.deepEqual(told, []);
    else if (verdict === 'disputed') assert.deepEqual(told, [`disputed: ${caseId}`]);
    else assert.equal(told.length, 1, told.join('; '));
  });
}

/** Too little in common with the fact’s own words. */
const NOT_RECOGNISED = ['合肥三家国资平台向蔚来战略投资90亿元', '成果知识产权的90%', '16,000 researchers'];

for (const { sentence, verdict } of paraphrasedSentences) {
  test(`in other words, ${verdict}: ${sentence}`, () => {
    const told = complaints(sentence);
    if (verdict === 'correct' || NOT_RECOGNISED.some((words) => sentence.includes(words))) assert.deepEqual(told, []);
    else assert.equal(told.length, 1, told.join('; '));
  });
}

/** Names alone, with too few words of a fact around them. */
const NOT_NOTICED = ['宁德以比亚迪', '广达、比亚迪', '依托恒瑞医药', 'into Samsung'];

for (const { sentence, caseId, verdict } of namedSentences) {
  test(`names, ${verdict}: ${sentence}`, () => {
    const told = complaints(sentence);
    if (verdict === 'correct' || NOT_NOTICED.some((words) => sentence.includes(words))) assert.deepEqual(told, []);
    else if (verdict === 'disputed') assert.deepEqual(told, [`disputed: ${caseId}`]);
    else
      assert.deepEqual(
        told.map((one) => one.split(':')[0]),
        ['name'],
        told.join('; '),
      );
  });
}

test('where a fact names one body only, the fix puts its name in', () => {
  assert.equal(
    corrected('深圳先进院由中国科学院、深圳市和香港大学共建[@siat-shenzhen]。'),
    '深圳先进院由中国科学院、深圳市和香港中文大学共建[@siat-shenzhen]。',
  );
  assert.equal(
    corrected('合肥为引进华星光电6代线投资175亿元[@hefei-display]。'),
    '合肥为引进京东方6代线投资175亿元[@hefei-display]。',
  );
});

/** The nine cases of the article, as a plan would tell them, and what happens when one figure is changed. */
const NINE: readonly (readonly [string, readonly (readonly [string, string, string])[]])[] = [
  [
    '余杭经开区以贝达为龙头，近两年引进生物医药项目约40个，其中投资额10亿元以上的重大产业项目5个[@yuhang-biomedicine]。',
    [
      ['约40个', '约45个', 'figure: 45个 → 约40个'],
      ['5个', '8个', 'figure: 8个 → 5个'],
    ],
  ],
  [
    '1990年，国家部委会同省、市、县在温州柳市蹲点打假[@liushi-low-voltage]。',
    [['1990', '1995', 'year: 1995 → 1990年']],
  ],
  [
    '浙江清华长三角研究院2003年由浙江省与清华大学合作成立，20年间设立重点研发平台8个、研究所（中心）80余家，承担科技项目1500余项[@tsinghua-yangtze-institute]。',
    [
      ['8个', '12个', 'figure: 12个 → 8个'],
      ['80余家', '60余家', 'figure: 60余家 → 80余家'],
      ['1500余项', '1800余项', 'figure: 1800余项 → 1500余项'],
      ['2003', '2005', 'year: 2005 → 2003年'],
    ],
  ],
  [
    '绍兴柯桥以链长制和产业链招商补链，2022年轻纺城线上线下成交额突破3300亿元[@keqiao-textile-chain]。',
    [
      ['3300', '3500', 'figure: 3500亿元 → 突破3300亿元'],
      ['2022', '2021', 'year: 2021 → 2022年'],
    ],
  ],
  [
    '1988年5月，国务院批准成立北京市新技术产业开发试验区，此前中关村已有140家科技企业实体[@zhongguancun]。',
    [['1988', '1986', 'year: 1986 → 1988年']],
  ],
  ['深圳1985年已形成“四机一器”为主的电子工业雏形[@shenzhen-electronics]。', [['1985', '1983', 'year: 1983 → 1985年']]],
  [
    '到2023年杭州高新区（滨江）拥有上市公司72家、国家高新技术企业超2200家[@hangzhou-binjiang]。',
    [
      ['72家', '75家', 'figure: 75家 → 72家'],
      ['2200', '2600', 'figure: 2600家 → 超2200家'],
    ],
  ],
  [
    '2009年第一届亚洲小核酸会议在昆山召开，参会500余人[@kunshan-sirna]。',
    [
      ['500余人', '700余人', 'figure: 700余人 → 500余人'],
      ['2009', '2010', 'year: 2010 → 2009年'],
    ],
  ],
  [
    '柯桥印染企业由212家整合减少到109家[@keqiao-textile-upgrade]。',
    [
      ['109家', '119家', 'figure: 119家 → 109家'],
      ['212家', '221家', 'figure: 221家 → 212家'],
    ],
  ],
];

for (const [sentence, changes] of NINE) {
  test(`right as it stands: ${sentence}`, () => assert.deepEqual(complaints(sentence), []));
  for (const [right, wrong, told] of changes) {
    test(`${right} changed to ${wrong} is told, and the fix puts it right`, () => {
      const changed = sentence.replace(right, wrong);
      assert.deepEqual(complaints(changed), [told]);
      assert.equal(corrected(changed), sentence);
    });
  }
}

test('the article’s own disputed points are told as such, the preferred side is not', () => {
  assert.deepEqual(complaints('2016年，昆山引进北京大学梁子才教授[@kunshan-sirna]。'), ['disputed: kunshan-sirna']);
  assert.deepEqual(complaints('2006年前后，梁子才到昆山创业[@kunshan-sirna]。'), []);
  assert.deepEqual(complaints('浙江清华长三角研究院在杭州成立[@tsinghua-yangtze-institute]。'), [
    'disputed: tsinghua-yangtze-institute',
  ]);
  assert.deepEqual(complaints('浙江清华长三角研究院总部位于嘉兴科技城[@tsinghua-yangtze-institute]。'), []);
});

test('another university in a statement of the case is told; one that the plan speaks of besides is not', () => {
  const told = (sentence: string) => complaints(sentence).map((one) => one.replace(/ → .*/, ''));
  assert.deepEqual(told('2006年由中国科学院、深圳市、清华大学三方共建深圳先进院[@siat-shenzhen]。'), [
    'name: 清华大学',
  ]);
  assert.deepEqual(told('2006年由中国科学院、深圳市、香港中文大学三方共建深圳先进院[@siat-shenzhen]。'), []);
  assert.deepEqual(told('昆山引进清华大学梁子才教授[@kunshan-sirna]。'), ['name: 清华大学']);
  assert.deepEqual(told('借鉴昆山引进梁子才教授的做法[@kunshan-sirna]，与复旦大学共建研究院。'), []);
  assert.deepEqual(told('深圳先进院2006年三方共建[@siat-shenzhen]，我市正与中山大学洽谈共建。'), []);
});

test('a firm that grew up there is not from elsewhere, nor the other way round', () => {
  assert.deepEqual(complaints('中控技术是滨江从省外引进的企业[@hangzhou-binjiang]。'), [
    'name: 从省外引进 → 本地高校衍生的自动化企业',
  ]);
  assert.deepEqual(complaints('吉利控股是滨江土生土长的企业[@hangzhou-binjiang]。'), [
    'name: 土生土长 → 总部企业，台州起家',
  ]);
  assert.deepEqual(complaints('浙大中控是本地衍生的企业[@hangzhou-binjiang]，我区从外地引进同类企业3家。'), []);
});

test('traditional characters, full-width digits and Chinese numerals are the same figures', () => {
  assert.deepEqual(complaints('柳市在１９９０年整治中關閉低壓電器門市部１２７６家[@liushi-low-voltage]。'), [
    'figure: １２７６家 → 1267家',
  ]);
  assert.deepEqual(complaints('柳市在1990年整治中关闭低压电器门市部一千二百七十六家[@liushi-low-voltage]。'), [
    'figure: 一千二百七十六家 → 1267家',
  ]);
  assert.deepEqual(complaints('深圳一九八三年已形成“四机一器”为主的电子工业雏形[@shenzhen-electronics]。'), [
    'year: 一九八三 → 1985年',
  ]);
});

test('rounded numbers are right, numbers mistyped are not', () => {
  for (const [written, isRight] of [
    ['1267家', true],
    ['1200余家', true],
    ['近1300家', true],
    ['约1270家', true],
    ['1300余家', false],
    ['近1200家', false],
    ['1277家', false],
  ] as const)
    assert.equal(
      complaints(`柳市在1990年关闭低压电器门市部${written}[@liushi-low-voltage]。`).length,
      isRight ? 0 : 1,
      written,
    );
});

/** Each is true of what it speaks of; a figure in it is not the case's, or not one that the library knows. */
const SILENT = [
  '借鉴柯桥经验[@keqiao-textile-upgrade]，到2030年全区印染企业由86家整合为20家。',
  '学习昆山以人才带产业的做法[@kunshan-sirna]，五年内引进领军人才10名、落地生物医药项目60个。',
  '与中关村[@zhongguancun]相比，我区国家高新技术企业仅320家。',
  '参考义乌市场带动模式[@yiwu-market]，建设专业市场3个，年交易额达到200亿元。',
  '中关村2024年国家高新技术企业约1.8万家[@zhongguancun]。',
  '昆山2012年笔记本电脑产量1.1亿台[@kunshan-it]。',
  '柳市镇常住人口20余万人[@liushi-low-voltage]。',
  '合肥通过投资京东方6代线[@hefei-display]带动配套企业100余家落户，我市可对配套企业给予500万元补贴。',
  '参照柯桥做法[@keqiao-textile-upgrade]，建设印染集聚区5000亩。',
  '学习柳市经验[@liushi-low-voltage]，关闭低压电器门市部200家。',
  '对标柳市[@liushi-low-voltage]：一是关闭低压电器门市部300家；二是整合小厂50家。',
  '宁德锂电产业产值由2021年的1580亿元增至2024年的2480亿元[@ningde-battery]，我市2024年为210亿元。',
  '引进生物医药项目60个[@yuhang-biomedicine]。',
  'Following Kalundborg [@kalundborg-symbiosis], the park will link 12 firms and save EUR 3 million a year.',
  'Hsinchu hosts some 520 tenants [@hsinchu]; our park has 38 tenants.',
  '柳市1990年关闭门市部1267家[@liushi-low-voltage; @yuntian-2024]，另据统计关闭1500家。',
  '苏州工业园区2022年入驻高科技企业550余家[@suzhou-biomedicine]，昆山小核酸基地聚集50多家企业[@kunshan-sirna]。',
  '昆山在2006年前后引进梁子才团队，用了约二十年才形成产业[@kunshan-sirna]，我区规划期内以引进5个团队为目标。',
  '2021年杭州高新区（滨江）地区生产总值2022.6亿元，同比增长11.3%[@hangzhou-binjiang]。',
  '佛山、常州等地的经验[@foshan-manufacturing; @changzhou-battery]表明，数字化改造可使企业成本下降10%左右。',
  '2023年常州动力电池产业规模超过1700亿元，是我市的8倍[@changzhou-battery]。',
  '本方案编制时参考了15个案例[@zhongguancun; @liushi-low-voltage; @kunshan-it]。',
  '截至2025年底，我市共有清华系研究院3家，总部均设在杭州[@tsinghua-yangtze-institute]。',
];

for (const sentence of SILENT) test(`silent: ${sentence}`, () => assert.deepEqual(complaints(sentence), []));

test('a case’s own statements agree with it, in both languages', () => {
  for (const found of CASES)
    for (const fact of found.facts) {
      if (fact.status === 'disputed') continue;
      const told = [
        ...complaints(fact.statement.zh.replace(/。?$/, `[@${found.id}]。`)),
        ...complaints(fact.statement.en.replace(/\.?$/, ` [@${found.id}].`)),
      ];
      // Two figures stand on one side of a dispute.
      assert.deepEqual(
        told.filter((one) => one !== `disputed: ${found.id}`),
        [],
        `${found.id} ${fact.id}`,
      );
    }
});

test('a sentence that names a case and gives its figure agrees without citing it; a name alone says nothing', () => {
  const [seen] = observationsOn('1990年柳市关闭低压电器门市部1267家。');
  assert.equal(seen?.kind, 'agrees');
  assert.equal(seen?.isCited, false);
  assert.deepEqual(observationsOn('柳市、柯桥、中关村的经验值得学习，我区2027年引进项目1267个。'), []);
});

test('a citation at the end of a paragraph holds for its sentences that name the case', () => {
  assert.deepEqual(complaints('柳市1990年关闭低压电器门市部1276家。此后整治与扶持并举[@liushi-low-voltage]。'), [
    'figure: 1276家 → 1267家',
  ]);
});
