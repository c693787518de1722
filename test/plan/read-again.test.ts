import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { check } from '../../server/src/check.ts';
import { builtInFramework } from '../../server/src/config/load-engine.ts';
import { CASES } from '../../server/src/generated/cases.ts';
import { fromBlocks } from '../../server/src/plan/from-parts.ts';
import { type PlanReading, readPlan } from '../../server/src/plan/parse-plan.ts';
import type { NormalText } from '../../server/src/plan/types.ts';
import { Rope } from '../../server/src/rope.ts';
import type { Text } from '../../server/src/text.ts';

const framework = builtInFramework();
const cases = { cases: new Map(CASES.map((one) => [one.id, one])) };
const folder = new URL('../../examples/', import.meta.url);
const plans = readdirSync(folder)
  .filter((name) => name.endsWith('.md') && name !== 'README.md')
  .map((name) => readFileSync(new URL(name, folder), 'utf8'));
/** Contents, a list of terms, headings without marks, totals, directives: what lines are to each other. */
const bound = readFileSync(new URL('bound-lines.md', import.meta.url), 'utf8');
/** Tables, lists and paragraphs of HTML, over blank lines too. */
const html = readFileSync(new URL('html-plan.md', import.meta.url), 'utf8');
/** Pasted from a web page: not one blank line, and a title in two. */
const pasted = readFileSync(new URL('pasted-lines.txt', import.meta.url), 'utf8');
const all = [...plans, bound, html, pasted];

/** Everything that a check tells, byte for byte: maps in their order, what functions give left out, offsets wherever they count from. */
function told(text: Text, reading?: PlanReading): string {
  const { plan, ...result } = check(text, framework, cases, reading ? { reading } : {});
  return JSON.stringify({ plan, ...result }, (_, value: unknown) => {
    if (value instanceof Map || value instanceof Set) return [...value];
    if (value instanceof Rope) return value.toString();
    return isNormalText(value) ? { value: value.value, offsets: absolute(value) } : value;
  });
}

function isNormalText(value: unknown): value is NormalText {
  return typeof value === 'object' && value !== null && 'offsets' in value && 'anchor' in value;
}

function absolute({ offsets, anchor }: NormalText): number[] {
  return Array.from(offsets, (offset) => anchor.start + offset);
}

/** A person at a plan: what is told after each change of words is what a fresh reading tells. */
function typist(plan: string) {
  let text = Rope.of(plan, 64);
  let reading = readPlan(text);
  told(text, reading);
  return {
    text: () => text.toString(),
    type(at: number, from: string, to: string, note = to): void {
      text = text.edited(at, at + from.length, to);
      reading = readPlan(text, reading);
      assert.equal(told(text, reading), told(text.toString()), note);
    },
  };
}

interface Edit {
  readonly at: number;
  readonly removed: number;
  readonly added: string;
}

const added = fc.oneof(
  fc.constantFrom(
    '新',
    '。',
    '，',
    '；',
    '：',
    '一',
    '《',
    '①',
    ' ',
    '\n',
    '\n\n',
    '引进龙头企业10家，到2027年产值达到500亿元',
    '# ',
    '## 三、人才\n',
    '**',
    '```\n',
    '<!--',
    '-->',
    '- ',
    '1. ',
    '> ',
    '[平台]: https://example.org\n',
    '[平台]',
    '[^1]',
    '\n[^1]: 注\n',
    '\n| 指标 | 2027年 |\n|---|---|\n| 产值 | 500亿元 |\n',
    '（市科委牵头）',
    '附件',
    '目录\n',
    '第一章 ',
    '<!-- parkplan: talent here -->\n',
    '<!-- parkplan-disable-next-line -->\n',
    'XX',
    '---\n',
    '《双千计划》',
    '[@liushi-low-voltage]',
    '<p>',
    '</p>\n',
    '<br>',
    '&nbsp;',
    '<h2>四、评估</h2>\n',
    '<table>\n',
    '</table>\n',
    '<tr><td rowspan="2">指标</td><td>2027年</td></tr>\n',
    '<td>',
    '<script>',
  ),
  fc.constant(''),
);
const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(1_000_000),
  removed: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(3), fc.nat(12), fc.nat(600)),
  added,
});

test('after every edit of a plan, what is read again says the same as what is read anew', () => {
  assert.ok(plans.length > 2);
  fc.assert(
    fc.property(fc.constantFrom(...all), fc.array(edit, { minLength: 1, maxLength: 6 }), (plan, edits) => {
      let text = Rope.of(plan, 64);
      let reading = readPlan(text);
      told(text, reading);
      for (const { at, removed, added: words } of edits) {
        const from = at % (text.length + 1);
        text = text.edited(from, from + removed, words);
        reading = readPlan(text, reading);
        assert.equal(told(text, reading), told(text.toString()));
      }
    }),
    { numRuns: 30 },
  );
});

const BEFORE_A_LINE = [
  '- ',
  '# ',
  '## ',
  '一、',
  '（一）',
  '1. ',
  '**',
  '> ',
  '|',
  '①云川：',
  '附件',
  '目录\n\n',
  '《',
];
const BEHIND_A_LINE = [
  '；',
  '：',
  '。',
  ':',
  '………… 3',
  '，坚持创新驱动，不断完善产业生态，全面提升发展水平。',
  '\n\n短行',
  '双千计划',
];
const WORDS_OF_A_HEADING = ['资金保障', '风险防控', '人才引进', '空间布局', '附件1', '发展现状'];

test('what nobody has asked for meanwhile is told after several edits as by a fresh reading', () => {
  fc.assert(
    fc.property(fc.constantFrom(...all), fc.array(edit, { minLength: 2, maxLength: 6 }), (plan, edits) => {
      let text = Rope.of(plan, 64);
      let reading = readPlan(text);
      for (const { at, removed, added } of edits) {
        check(text, framework, cases, { reading });
        const from = at % (text.length + 1);
        text = text.edited(from, Math.min(text.length, from + removed), added);
        reading = readPlan(text, reading);
      }
      assert.equal(told(text, reading), told(text.toString()));
    }),
    { numRuns: 30 },
  );
});

test('a figure or a deadline amid others that comes, changes or goes is told as by a fresh reading', () => {
  const task = (n: number, words: string) => `## ${'一二三四五'[n]}、任务\n\n${words}\n`;
  const plan = `# 云川园区行动方案\n\n${[
    '到2026年，建成智能工厂20家。',
    '到2028年，规上工业总产值达到500亿元。',
    '到2028年6月，引进企业30家。',
    '到2027年，规上工业总产值达到400亿元。',
    '到2026年，建成智能工厂20家。',
  ]
    .map((words, n) => task(n, words))
    .join('\n')}`;
  const person = typist(plan);
  // Two values for one year; one again; another last year; the first one's own deadline gone.
  for (const [from, to] of [
    ['2027年，规上', '2028年，规上'],
    ['400亿元', '500亿元'],
    ['2028年6月', '2031年6月'],
    ['到2028年，规上', '规上'],
  ] as const) {
    person.type(person.text().indexOf(from), from, to);
  }
});

test('in a text whose lines hang together every line can be edited, and what is read again says the same', () => {
  let reading = readPlan(bound);
  told(bound, reading);
  const again = (text: string) => {
    for (const next of [text, bound]) {
      reading = readPlan(next, reading);
      assert.equal(told(next, reading), told(next), next);
    }
  };
  const lines = bound.split('\n');
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const edited = (words: string) => again([...lines.slice(0, i), words, ...lines.slice(i + 1)].join('\n'));
    for (const words of BEFORE_A_LINE) edited(words + line);
    for (const words of BEHIND_A_LINE) edited(line + words);
    edited(line.slice(0, -1));
    edited(line.slice(1));
    edited(`${line.slice(0, 9)}园${line.slice(9)}`);
    for (const other of [
      '又写了一段。',
      '引进链主企业2家，到2027年产值达到20亿元，配套率达到六成以上，形成完整链条。',
      '短行',
    ]) {
      edited(`${other}\n\n${line}`);
      edited(`${line}\n\n${other}`);
    }
    edited(`${line.slice(0, 5)}\n\n${line.slice(5)}`);
    edited('');
    for (const words of WORDS_OF_A_HEADING)
      if (/^#|^.{4}$/.test(line)) edited(line.replace(/[^#（）一二三四五六、 ]+$/, words));
  }
});

test('a heading that makes its section one of another kind is known to all that stands below it', () => {
  const plan = `# 云川高新区产业发展规划（2026—2030年）

## 一、主要任务

（一）空间布局。在东区建设零部件产业园，占地300亩，由建设局负责。

（二）发展基础。现有规上企业120家，产值500亿元。

（三）主要目标。到2028年引进领军人才20名。

### 国内外经验

借鉴昆山的做法，建设公共平台3个，2027年建成。

## 二、保障措施

安排专项资金2亿元，每季度调度，由管委会牵头。
`;
  const kinds = ['发展现状', '发展目标', '空间布局', '指导思想', '名词解释', '国内外经验借鉴', '保障措施', '编制依据'];
  const person = typist(plan);
  for (const heading of plan.match(/(?<=^## .、|^### |^（.）)[^。\n]+/gm)!)
    for (const words of [...kinds, `${heading}\n\n又写了一段。`]) {
      const at = plan.indexOf(heading);
      person.type(at, heading, words);
      person.type(at, words, heading);
    }
});

test('a heading with another number stands where a fresh reading has it', () => {
  const plan = `# 云川园区行动方案

## 任务

一、招商

（一）引进企业5家。

1. 补链

2. 强链

二、人才

（二）引进人才20名。

2.1 平台

2.1.1 中试

2.2 公寓

第三条 资金

### （一）基金

### （二）补助

### 3.1.2 支柱

3.1.1 联盟
`;
  const numbers = [
    '一、',
    '二、',
    '（一）',
    '（二）',
    '1. ',
    '2. ',
    '2.1 ',
    '2.2 ',
    '3.1 ',
    '2.1.1 ',
    '3.1.1 ',
    '第三条 ',
    '（1）',
    '①',
  ];
  const person = typist(plan);
  for (const line of plan.split('\n').map((one) => one.replace('### ', ''))) {
    const own = numbers.filter((number) => line.startsWith(number)).at(-1);
    if (own === undefined) continue;
    const at = plan.indexOf(line);
    for (const number of numbers) {
      person.type(at, own, number, `${line}: ${number}`);
      person.type(at, number, own, `${line}: ${own}`);
    }
  }
});

test('a heading that is another one and a line more, at once, give what stands below its new numbers', () => {
  const plan =
    '# 云川园区行动方案\n\n## 一、任务\n\n### 1. 招商\n\n引进企业5家，投资2亿元。\n\n## 二、保障\n\n2027年评估。\n';
  const before = readPlan(plan);
  const text = plan.replace('任务', '任务清单\n\n分为三步。');
  assert.equal(told(text, readPlan(text, before)), told(text));
});

test('in a text of HTML every line can be edited, and what is read again says the same', () => {
  let reading = readPlan(html);
  told(html, reading);
  const lines = html.split('\n');
  const edits: readonly ((line: string) => string)[] = [
    (line) => line.slice(0, -1),
    (line) => line.slice(1),
    (line) => `${line}\n`,
    (line) => `${line.slice(0, 12)}园${line.slice(12)}`,
    (line) => `${line}</table>`,
    (line) => `<table>${line}`,
    (line) => `<!-- ${line}`,
    () => '',
  ];
  for (const [i, line] of lines.entries())
    for (const edit of edits)
      for (const next of [[...lines.slice(0, i), edit(line), ...lines.slice(i + 1)].join('\n'), html]) {
        reading = readPlan(next, reading);
        assert.equal(told(next, reading), told(next), next);
      }
});

test('a word in a paragraph leaves the sections and what is known of other topics the same objects', () => {
  const text = plans[0]!;
  const before = readPlan(text);
  const known = check(text, framework, cases, { reading: before });
  const block = before.plan.blocks.findLast(({ kind, normal }) => kind === 'paragraph' && normal.value.length > 60)!;
  const at = block.range.end - 1;
  const again = `${text.slice(0, at)}园${text.slice(at)}`;
  const after = readPlan(again, before);
  const now = check(again, framework, cases, { reading: after });
  assert.equal(after.plan.sections[1], before.plan.sections[1]);
  assert.equal(after.plan.citations, before.plan.citations);
  const same = [...known.evidence].filter(([id, topic]) => now.evidence.get(id) === topic);
  assert.ok(same.length > known.evidence.size / 2);
});

test('a word in a text without blank lines leaves all other lines what they are, wherever they stand now', () => {
  const asked: string[] = [];
  const lengths = fromBlocks(({ normal }) => {
    asked.push(normal.value);
    return normal.value.length;
  });
  let reading = readPlan(pasted);
  lengths(reading.plan);
  for (const [from, to] of [
    ['5家，其中', '6家，其中'],
    ['2026年1月20日', '2026年01月20日'],
    ['每半年', '每'],
    ['平台**中心', '平台中心**'],
    ['见[@keqiao', '参照[@keqiao'],
  ] as const) {
    asked.length = 0;
    const before = reading.plan.blocks;
    const text = reading.plan.text.toString().replace(from, to);
    reading = readPlan(text, reading);
    lengths(reading.plan);
    const other = reading.plan.blocks.filter((block) => !before.includes(block));
    assert.equal(other.length, 1, other.map(({ normal }) => normal.value).join(' | '));
    assert.deepEqual(asked, [other[0]!.normal.value]);
    assert.equal(told(text, reading), told(text));
  }
});

test('a text without blank lines that is cut in two, and put together again, keeps its lines', () => {
  let reading = readPlan(pasted);
  const joint = '\n四、保障措施';
  for (const text of [pasted.replace(joint, `\n${joint}`), pasted]) {
    const before = new Set(reading.plan.blocks);
    reading = readPlan(text, reading);
    const kept = reading.plan.blocks.filter((block) => before.has(block)).length;
    assert.ok(kept >= reading.plan.blocks.length - 3, `${kept} of ${reading.plan.blocks.length}`);
    assert.equal(told(text, reading), told(text));
  }
});

test('what is told of a citation moves with its line, where only another line of the text was changed', () => {
  const text = [
    '# 云川园区产业发展规划',
    '园区有企业60家，其中规上企业20家。',
    '柳市在1990年整治中关闭低压电器门市部1276家[@liushi-low-voltage]。',
    '昆山于2016年引进梁子才教授[@kunshan-sirna]。',
    '引进领军人才团队[@kunshan-sirna]，做法参考[@liushi-low-voltge]。',
    '园区建设标准厂房20万平方米。',
    '园区安排资金2亿元。',
  ].join('\n');
  const typed = typist(text);
  typed.type(text.indexOf('20家'), '', '1');
  typed.type(text.indexOf('园区有'), '', '2025年，');
  typed.type(text.indexOf('园区有'), '2025', '');
});

test('lines that say the same in two pieces are two', () => {
  const lines = pasted.split('\n').slice(9, 15).join('\n');
  const other = lines.replaceAll('年', '岁');
  const title = '# 云川园区产业发展规划\n\n';
  for (const [before, after] of [
    [`${title}${lines}\n${lines}\n`, `${title}${lines}\n\n${lines}\n`],
    [`${title}${lines}\n\n${other}\n`, `${title}${lines}\n\n${lines}\n`],
  ] as const) {
    const typed = typist(before);
    typed.type(0, before, after);
    typed.type(title.length, '', '新');
  }
});

test('a title in two lines moves with both of them', () => {
  let reading = readPlan(pasted);
  assert.equal(reading.plan.title?.text, '云川市国民经济和社会发展第十五个五年规划纲要');
  for (const text of [`人大文件\n${pasted}`, pasted, pasted.replace('\n第十五个', '\n \n第十五个')]) {
    reading = readPlan(text, reading);
    const { start, end } = reading.plan.title!.range;
    assert.match(text.slice(start, end), /^云川市国民经济和社会发展\n[\s]*第十五个五年规划纲要$/);
  }
  const typed = typist(pasted);
  typed.type(pasted.indexOf('\n第十五个'), '', ' ');
  typed.type(0, '', '人大');
});

test('a paragraph more or less leaves the sections as they are, and only what the edit has reached is asked again', () => {
  const text =
    '# 云川园区产业发展规划\n\n## 一、总体要求\n\n坚持创新。\n\n## 二、主要任务\n\n引进龙头企业3家。\n\n培育人才。\n\n## 三、保障措施\n\n安排资金2亿元。\n';
  let asked: string[] = [];
  const lengths = fromBlocks(({ normal, id }) => {
    asked.push(normal.value);
    return { id, length: normal.value.length };
  });
  let reading = readPlan(text);
  lengths(reading.plan);
  const { places } = reading.structure.tree;
  for (const [from, to] of [
    ['培育人才。', '培育人才。\n\n建设公共平台。'],
    ['引进龙头企业3家。\n\n', ''],
    ['建设公共平台。', '建设\n\n公共平台。'],
  ] as const) {
    asked = [];
    const again = reading.plan.text.toString().replace(from, to);
    reading = readPlan(again, reading);
    const told = lengths(reading.plan);
    assert.equal(reading.structure.tree.places, places);
    assert.ok(!asked.includes('安排资金2亿元。') && asked.length <= 4, asked.join(' | '));
    assert.deepEqual(
      told.map(({ block }) => block),
      reading.plan.blocks.map(({ id }) => id),
    );
    assert.deepEqual(reading.plan.sections.at(-1)!.blocks, [
      reading.plan.blocks.length - 2,
      reading.plan.blocks.length - 1,
    ]);
  }
});

test('another word in a heading is known by the sections around it and below', () => {
  const text =
    '# 云川园区产业发展规划\n\n## 一、总体要求\n\n坚持创新。\n\n## 二、主要任务\n\n### （一）招商\n\n引进龙头企业3家。\n';
  const before = readPlan(text);
  const after = readPlan(text.replace('招商', '人才招商'), before);
  assert.equal(after.plan.sections[1], before.plan.sections[1]);
  assert.equal(after.plan.sections[3]!.heading!.text, '人才招商');
  assert.equal(after.plan.sections[2]!.range.end, text.length + 2);
});

test('a text that has nothing in common with the one before is read as if it were the first', () => {
  fc.assert(
    fc.property(fc.constantFrom(...plans), fc.constantFrom(...plans), (before, after) => {
      assert.equal(told(after, readPlan(after, readPlan(before))), told(after));
    }),
    { numRuns: 12 },
  );
});

test('a paragraph that an edit has not reached is taken over, not read again', () => {
  const text =
    '# 云川园区产业发展规划\n\n## 一、主要任务\n\n引进龙头企业。\n\n建设公共平台。\n\n培育人才。\n\n完善配套。\n';
  const before = readPlan(text);
  const last = before.plan.blocks.at(-1)!;
  const { start } = last.range;
  const after = readPlan(text.replace('引进', '大力引进'), before);
  assert.equal(after.plan.blocks.at(-1), last);
  assert.equal(last.range.start, start + 2);
});

test('an earlier reading that a later one has taken over already is not taken over again', () => {
  const text = '# 云川园区产业发展规划\n\n## 一、主要任务\n\n引进龙头企业。\n\n培育人才。\n';
  const before = readPlan(text);
  const first = readPlan(text.replace('引进', '大力引进'), before);
  const second = text.replace('龙头', '');
  assert.equal(told(second, readPlan(second, before)), told(second));
  assert.equal(first.plan.text.slice(first.plan.blocks.at(-1)!.range.start), '培育人才。\n');
});
