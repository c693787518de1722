import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePlan } from '../../server/src/plan/parse-plan.ts';
import { textAt } from './helpers.ts';

test('citations in brackets and in text are found with key, locator and range', () => {
  const plan = parsePlan('借鉴有关做法[@harbour-park; -@云栅-经验, 第3页]，见 @delta_2020 的总结。\n');
  assert.deepEqual(
    plan.citations.map(({ key, suppressAuthor, locator, keyRange, block }) => [
      key,
      suppressAuthor,
      locator,
      textAt(plan, keyRange),
      block,
    ]),
    [
      ['harbour-park', false, undefined, '@harbour-park', 0],
      ['云栅-经验', true, '第3页', '@云栅-经验', 0],
      ['delta_2020', false, undefined, '@delta_2020', 0],
    ],
  );
  assert.equal(textAt(plan, plan.citations[0]!.range), '[@harbour-park; -@云栅-经验, 第3页]');
  assert.equal(plan.blocks[0]!.normal.value, '借鉴有关做法,见的总结。');
});

test('addresses, code, links and escaped signs are no citations', () => {
  assert.deepEqual(
    parsePlan('office@park.cn，`@code`，[@link](https://example.org)，\\@escaped，https://example.org/@x\n').citations,
    [],
  );
});

/** Keys in the order of the text; `!` before one that Pandoc does not read. */
function keys(text: string): string[] {
  return parsePlan(text).citations.map(({ key, unread }) => (unread ? `!${key}` : key));
}

test('a key is what Pandoc takes for one', () => {
  // Held against `pandoc -f markdown -t native` (2.17), which reads the same keys from these lines.
  assert.deepEqual(keys('如 @liushi-low-voltage，@Foo_bar.baz. @Foo--bar（@keqiao）“@yiwu”\n'), [
    'liushi-low-voltage',
    'Foo_bar.baz',
    'Foo',
    'keqiao',
    'yiwu',
  ]);
  assert.deepEqual(keys('@{10.1000/a=1} [@{x.y.}; 另见 @z 第3页] **@bold** [**@b2**]\n'), [
    '10.1000/a=1',
    'x.y.',
    'z',
    'bold',
    'b2',
  ]);
  assert.deepEqual(keys('，@liushi的经验表明，[@柳市经验]\n'), ['liushi的经验表明', '柳市经验']);
  assert.deepEqual(keys('a stipend @INR1000 per trainee, @Rs.500 or @USD2,000 or @INR 10 lakh\n'), []);
  assert.deepEqual(keys('75% for the first 5 units and @50% for the next\n'), []);
  assert.deepEqual(keys('[aa@bb] [@{w z}] [@] @ 邮箱abc@park.cn 联系人@张三\n'), []);
});

test('a key right behind a letter is found as one that Pandoc does not read', () => {
  const text = '见@liushi-low-voltage的做法，[参见@keqiao-textile-chain]。\n';
  assert.deepEqual(keys(text), ['!liushi-low-voltage', '!keqiao-textile-chain']);
  assert.equal(parsePlan(text).blocks[0]!.normal.value, '见的做法,。');
});

test('a minus before the sign leaves the author out, in brackets and in text', () => {
  assert.deepEqual(
    parsePlan('[-@a] 说，-@b 又说，[见 -@c；@d]，r-@e\n').citations.map(({ key, suppressAuthor }) => [
      key,
      suppressAuthor,
    ]),
    [
      ['a', true],
      ['b', true],
      ['c', true],
      ['d', false],
    ],
  );
});

test('an escaped sign in brackets is none, and a link in brackets stays a link', () => {
  assert.deepEqual(keys('[\\@a] [见 \\@b，@c] [@d](https://example.org) ![@e](x.png)\n'), ['c']);
});

test('comments that speak to parkplan are directives with names, ranges and reason', () => {
  const plan = parsePlan(
    '# 园区规划\n\n<!-- parkplan-disable-next-line missing-element weak-element -- 另文规定 -->\n\n## 一、人才\n\n<!-- parkplan: talent talent/training here -->\n\n引进人才。<!-- parkplan-disable-line -->\n\n<!-- parkplan-ignore -->\n\n<!-- 普通批注 -->\n',
  );
  assert.deepEqual(
    plan.directives.map(({ kind, names, reason, section }) => [
      kind,
      names.map(({ range }) => textAt(plan, range)),
      reason,
      section,
    ]),
    [
      ['disable-next-line', ['missing-element', 'weak-element'], '另文规定', 0],
      ['here', ['talent', 'talent/training'], undefined, 1],
      ['disable-line', [], undefined, 1],
      ['unknown', [], undefined, 1],
    ],
  );
});

test('a reason begins at dashes, with blanks or without, or at a colon behind the names', () => {
  for (const comment of [
    '<!--parkplan-disable-next-line placeholder--金额未定-->',
    '<!-- parkplan-disable-next-line placeholder：金额未定 -->',
    '<!-- parkplan-disable-next-line: placeholder —— 金额未定 -->',
  ])
    assert.deepEqual(
      parsePlan(`# 园区规划\n\n${comment}\n\n引进人才。\n`).directives.map(({ kind, names, reason }) => [
        kind,
        names.map(({ text }) => text),
        reason,
      ]),
      [['disable-next-line', ['placeholder'], '金额未定']],
      comment,
    );
  assert.deepEqual(
    parsePlan('<!--parkplan-disable-file--金额未定：待批-->\n').directives.map(({ names, reason }) => [names, reason]),
    [[[], '金额未定：待批']],
  );
});

test('a remark on parkplan is no directive', () => {
  const kinds = (comment: string) => parsePlan(`# 园区规划\n\n${comment}\n`).directives.map(({ kind }) => kind);
  assert.deepEqual(kinds('<!-- parkplan 的结果见附件 -->'), []);
  assert.deepEqual(kinds('<!-- parkplan的结果见附件 -->'), []);
  assert.deepEqual(kinds('<!-- parkplan disable placeholder -->'), ['unknown']);
  assert.deepEqual(kinds('<!-- parkplan-disabel placeholder -->'), ['unknown']);
  assert.deepEqual(kinds('<!-- parkplan：talent here -->'), ['here']);
});

test('placeholders are found, look-alikes are not', () => {
  const plan = parsePlan('引进企业XX家，投资××亿元，负责单位（待定），具体金额待补充，{{slot}}，____，TBD。\n');
  assert.deepEqual(
    plan.placeholders.map(({ range }) => textAt(plan, range)),
    ['XX', '××', '待定', '待补充', '{{slot}}', '____', 'TBD'],
  );
  assert.deepEqual(
    parsePlan('型号AXX-20和XXL尺码，待定向培养的学员，见《XX产业规划》，todo list，等待确认收货。\n').placeholders,
    [],
  );
});

test('a year, an amount, a day, a name and a telephone number may be left open in many ways', () => {
  const found = (text: string) => {
    const plan = parsePlan(`${text}\n`);
    return plan.placeholders.map(({ range }) => textAt(plan, range));
  };
  assert.deepEqual(
    found('到20XX年安排资金X亿元，×月×日前完成，支持○○公司，见【】和（　）。此处插入布局图。电话0576-XXXXXXXX。'),
    ['20XX', 'X', '×', '×', '○○', '【】', '（　）', '此处插入布局图', '0576-XXXXXXXX'],
  );
  assert.deepEqual(
    found('By 20XX, £X million and £[amount] million go to [Name of agency]. Amount tbc. Day: [TBA]. +91-XXXXX-XXXXX'),
    ['20XX', 'X', '[amount]', '[Name of agency]', 'tbc', 'TBA', '+91-XXXXX-XXXXX'],
  );
  assert.deepEqual(
    found(
      'Create X number of jobs, reach X% of firms, attract $... of investments, complete % of the plan, grow by __%',
    ),
    ['X', 'X', '...', '%', '__'],
  );
  assert.deepEqual(found('构建“1+N+X”体系（1个A类站，N个B类站，X个基站）。'), []);
  assert.deepEqual(
    found('二〇〇五年，1+N+X个平台，长3×5亿元，Model X 年产，X射线。信息待补充的，由企业在5日内补齐。'),
    [],
  );
  assert.deepEqual(
    found(
      'Article XX of the GATT, the Business Area (TBA), $X + Y$, [agency](http://a.b), [@key], [^1], model XX-20.\n\n- [ ] x\n\n[^1]: A',
    ),
    [],
  );
});

test('each way to leave something open is seen where it is the only one', () => {
  const ways = [
    ...['{{slot}}', '××亿元', 'XX家', 'xx家', '20XX年', '引进X家', '达到X%', 'create X number of jobs', '£X million'],
    ...['attract $... of investments', 'invest €… here', 'complete % of the plan', 'grow by __%', '0576-xxxxxxxx'],
    ...[
      '金额____',
      '＿＿',
      '○○公司',
      '【】',
      '（　）',
      '待补充',
      '待完善',
      '待填写',
      '待明确',
      '待确认',
      '待核实',
      '待定',
      '略',
      '本章从略',
    ],
    ...[
      'TBD',
      'TBA',
      'amount tbc',
      'TODO',
      'FIXME',
      'T.B.D.',
      '（请填写）',
      '（此处插入图）',
      '此处插入布局图',
      '这里应补充数字',
    ],
    ...['[insert name]', '[Name of agency]', 'To be confirmed', 'TO BE DETERMINED', 'Lorem ipsum'],
  ];
  assert.deepEqual(
    ways.filter((text) => parsePlan(`${text}\n`).placeholders.length !== 1),
    [],
  );
});

test('a chapter that is left out is a placeholder, 战略 and 略有 are none', () => {
  const plan = parsePlan(
    '## 一、基本情况\n\n略\n\n## 二、保障措施\n\n（此处从略）\n\n## 三、实施战略\n\n产值略有增长，略。\n',
  );
  assert.deepEqual(
    plan.placeholders.map(({ range }) => textAt(plan, range)),
    ['略', '此处从略', '略'],
  );
});

test('in English what will be finished or agreed is no placeholder', () => {
  const found = (text: string) => {
    const plan = parsePlan(`# Linford Park Plan\n\n## 1. Tasks\n\n${text}\n`);
    return plan.placeholders.map(({ range }) => textAt(plan, range));
  };
  assert.deepEqual(found('The bridge is to be completed in 2028. Prices are to be confirmed by the board.'), []);
  assert.deepEqual(found('The hall is to be completed.'), []);
  assert.deepEqual(found('- **Total cost**: [To be estimated]'), ['[To be estimated]']);
  assert.deepEqual(found('Completion rate: [Target]%, skills [to be identified by the board]'), [
    '[Target]',
    '[to be identified by the board]',
  ]);
  assert.deepEqual(found('The list goes on [to be continued].'), []);
  assert.deepEqual(found('Partner: to be completed'), ['to be completed']);
  assert.deepEqual(found('The partner is to be confirmed. Budget (to be determined)'), [
    'to be confirmed',
    'to be determined',
  ]);
});

test('a block that is nothing but a placeholder is inert', () => {
  assert.deepEqual(
    parsePlan('# 园区规划\n\n## 一、目标\n\n（待补充）\n').blocks.map(({ inert }) => inert),
    [undefined, undefined, 'placeholder'],
  );
});

test('a plan that calls itself 《方案》 names no other document', () => {
  assert.deepEqual(parsePlan('定期开展《方案》动态评估，落实《若干措施》。\n').titles, []);
});

test('titles in 《》 with titles inside, and quoted names of documents', () => {
  const plan = parsePlan(
    '依据《关于落实〈园区条例〉和《园区规划》的通知》和“云栅市纺织产业发展规划”，实施“百匠计划”。\n',
  );
  assert.deepEqual(
    plan.titles.map(({ range }) => textAt(plan, range)),
    ['《关于落实〈园区条例〉和《园区规划》的通知》', '“云栅市纺织产业发展规划”'],
  );
});

test('an attachment by its name is inert, a sentence that ends with one is not', () => {
  assert.deepEqual(
    parsePlan(
      '# 园区规划\n\n## 一、布局\n\n建设两个功能区，详见附图：布局图.pdf；分期实施。\n\n- [空间布局图.pdf](./空间布局图.pdf) (pdf)\n',
    ).blocks.map(({ inert }) => inert),
    [undefined, undefined, undefined, 'front'],
  );
});

test('an annex that was left out where a text was published is nothing to fill in', () => {
  const count = (text: string) => parsePlan(`${text}\n`).placeholders.length;
  assert.equal(count('附件：任务分解表（略）'), 0);
  assert.equal(count('附件2 项目清单（从略）'), 0);
  assert.equal(count('三、任务分解（略）'), 1);
});
