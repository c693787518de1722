import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gatherEvidence } from '../../server/src/evidence/gather-evidence.ts';
import type { TopicEvidence } from '../../server/src/evidence/types.ts';
import type { PatternSource, TopicSource } from '../../server/src/framework/types.ts';
import { parsePlan } from '../../server/src/plan/parse-plan.ts';
import { frameworkOf } from './frameworks.ts';

const GROUPS = {
  people: { zh: ['人才'], except: { zh: ['人才公寓'] } },
  money: { zh: ['补贴'] },
  gap: { zh: ['缺口', '短缺'] },
};

function evidenceOf(
  text: string,
  pattern: Partial<PatternSource> = {},
  more: Pick<TopicSource, 'headings'> = {},
): TopicEvidence {
  const framework = frameworkOf([{ all: ['people'], ...pattern }], GROUPS, more);
  return gatherEvidence(parsePlan(text), framework).get('talent')!;
}

const inTasks = (line: string) => `# 某园区产业发展规划\n\n## 一、主要任务\n\n${line}\n`;
const levelOf = (line: string, pattern: Partial<PatternSource> = {}) => evidenceOf(inTasks(line), pattern).level;
const reasonOf = (line: string) => evidenceOf(inTasks(line)).misses[0]?.reason;

test('a plan that says nothing is absent, and what would lift it is to say it', () => {
  const topic = evidenceOf(inTasks('建设标准厂房。'));
  assert.equal(topic.level, 'absent');
  assert.equal(topic.lift, 'say-it');
  assert.deepEqual(topic.evidence, []);
});

test('a verb of a concrete act commits', () => {
  assert.equal(levelOf('引进高层次人才。'), 'addressed');
});

test('an act earlier in the sentence carries the clauses behind it', () => {
  assert.equal(levelOf('支持企业建设研发中心，集聚高端人才。'), 'addressed');
});

test('an urging verb alone is a mention, with a figure it commits', () => {
  assert.equal(levelOf('加强人才工作。'), 'mentioned');
  assert.equal(levelOf('加强人才工作，规模达到500人。'), 'addressed');
});

test('growing a batch of something is a hope, with a number it is a measure', () => {
  assert.equal(levelOf('培育一批人才。'), 'mentioned');
  assert.equal(levelOf('引进一批人才。'), 'addressed');
});

test('a bare item of an enumeration is a mention', () => {
  assert.equal(levelOf('在资金、人才、土地等方面给予支持。'), 'mentioned');
});

test('two facts of the paragraph make a measure actionable', () => {
  assert.equal(levelOf('到2027年引进高层次人才20名。'), 'actionable');
});

test('a measure lists the facts that it lacks', () => {
  const topic = evidenceOf(inTasks('引进高层次人才20名。'));
  assert.equal(topic.level, 'addressed');
  assert.equal(topic.lift, 'make-actionable');
  assert.ok(topic.wanting.includes('date'));
  assert.ok(!topic.wanting.includes('figure'));
});

test('a description commits to nothing', () => {
  assert.equal(levelOf('已有高层次人才支持项目。'), 'mentioned');
});

test('the same sentence is a slogan in the principles and a measure in the tasks', () => {
  const line = '引进高层次人才。';
  assert.equal(
    evidenceOf(`# 某园区产业发展规划\n\n## 一、基本原则\n\n${line}\n\n## 二、主要任务\n\n建设厂房。\n`).level,
    'mentioned',
  );
  assert.equal(levelOf(line), 'addressed');
});

test('denied, put off, lacking: no evidence, and the reason is told', () => {
  assert.equal(levelOf('暂不引进高层次人才。'), 'absent');
  assert.equal(reasonOf('暂不引进高层次人才。'), 'negated');
  assert.equal(reasonOf('人才政策另行研究。'), 'deferred');
  assert.equal(reasonOf('高端人才缺乏。'), 'negated');
});

test('a diagnosis looks for lack', () => {
  const pattern: Partial<PatternSource> = { all: ['people', 'gap'], lack: true, worth: 'statement' };
  assert.equal(levelOf('高端人才不足，短缺200人。', { ...pattern, within: 'sentence' }), 'addressed');
});

test('a word in the title of a document or in a longer word is a near miss', () => {
  assert.equal(levelOf('落实《关于引进人才的若干意见》。'), 'absent');
  assert.equal(reasonOf('落实《关于引进人才的若干意见》。'), 'title');
  assert.equal(reasonOf('建设人才公寓36亩。'), 'trap');
});

test('another place is no evidence for this one', () => {
  const topic = evidenceOf(
    '# 某园区产业发展规划\n\n## 一、先进地区经验借鉴\n\n苏州引进人才200名。\n\n## 二、主要任务\n\n建设厂房。\n',
  );
  assert.equal(topic.level, 'absent');
  assert.equal(topic.misses[0]?.reason, 'elsewhere');
});

test('a line of a table of contents is no evidence', () => {
  const text =
    '# 某园区产业发展规划\n\n## 目录\n\n一、引进人才…………3\n\n二、建设厂房…………5\n\n三、保障措施…………9\n\n## 二、主要任务\n\n建设厂房。\n';
  assert.equal(evidenceOf(text).level, 'absent');
});

test('a heading mentions', () => {
  const topic = evidenceOf(
    '# 某园区产业发展规划\n\n## 一、强化人才支撑\n\n建设厂房。\n',
    {},
    { headings: { zh: ['人才支撑'] } },
  );
  assert.equal(topic.level, 'mentioned');
});

test('all groups must stand in one window', () => {
  const pattern: Partial<PatternSource> = { all: ['people', 'money'] };
  assert.equal(levelOf('给予人才安家补贴。', pattern), 'addressed');
  assert.equal(levelOf('引进人才。给予企业补贴。', pattern), 'absent');
  assert.equal(levelOf('引进人才，给予补贴。', pattern), 'absent');
  assert.equal(levelOf('引进人才，给予补贴。', { ...pattern, within: 'sentence' }), 'addressed');
});

test('what is missing from a pattern is told', () => {
  const [miss] = evidenceOf(inTasks('引进人才。'), { all: ['people', 'money'] }).misses;
  assert.equal(miss?.reason, 'partial');
  assert.deepEqual(miss?.wanting, ['lexicon:money']);
});

test('a pattern with `none` is stopped by it', () => {
  assert.equal(levelOf('给予人才补贴。', { none: ['money'] }), 'absent');
});

test('a pattern may ask for facts, sections and headings', () => {
  assert.equal(levelOf('引进人才。', { has: ['figure'] }), 'absent');
  assert.equal(levelOf('引进人才20名。', { has: ['figure'] }), 'addressed');
  assert.equal(levelOf('引进人才。', { in: ['safeguards'] }), 'absent');
  assert.equal(levelOf('引进人才。', { notIn: ['tasks'] }), 'absent');
  const text = '# 某园区产业发展规划\n\n## 一、人才支撑\n\n设立人才专项。\n\n## 二、其他\n\n支持人才。\n';
  const topic = evidenceOf(text, { under: true }, { headings: { zh: ['人才支撑'] } });
  assert.deepEqual(
    topic.evidence.map(({ range }) => text.slice(range.start, range.end)),
    ['一、人才支撑', '设立人才专项'],
  );
});

test('the author may answer back', () => {
  const topic = evidenceOf(
    '# 某园区产业发展规划\n\n## 一、引智工程\n\n<!-- parkplan: talent here -->\n\n设立专家工作站。\n',
  );
  assert.equal(topic.level, 'addressed');
  assert.equal(topic.evidence[0]?.pattern, 'here');
});

test('evidence points at the clause that matched, in the text as it was written', () => {
  const text = inTasks('建设厂房，引 进 高层次“人才”，设立基金。');
  const [piece] = evidenceOf(text).evidence;
  assert.equal(text.slice(piece!.range.start, piece!.range.end), '引 进 高层次“人才”'.slice(0, -1));
  assert.deepEqual(
    piece!.matched.map(({ range }) => text.slice(range.start, range.end)),
    ['人才'],
  );
});

test('a plain year before those of the title is past, one of them is to come', () => {
  const has = (fact: 'past-year' | 'future-year', title: string, line: string) =>
    gatherEvidence(
      parsePlan(`# ${title}\n\n## 一、主要任务\n\n${line}\n`),
      frameworkOf([{ all: ['people'], has: [fact], within: 'sentence', worth: 'statement' }], GROUPS, {}),
    ).get('talent')!.level === 'addressed';
  const line = '2024年人才总量3万人。';
  assert.ok(has('past-year', '云川园区产业发展规划（2026—2030年）', line));
  assert.ok(has('past-year', '云川园区“十五五”产业发展规划', line));
  assert.ok(has('past-year', '云川园区2026年工作要点', line));
  assert.ok(!has('past-year', '云川园区产业发展规划', line));
  assert.ok(has('future-year', '云川园区2024年工作要点', line));
  assert.ok(has('future-year', '2024年云川市政府工作报告', line));
  assert.ok(has('future-year', '云川园区2024年工作要点', '今年人才总量达到3万人。'));
  assert.ok(!has('future-year', '云川园区2024年工作要点', '今年以来人才总量3万人，是“十四五”期间最高。'));
  assert.ok(!has('future-year', '云川园区产业发展规划（2026—2030年）', '今年人才总量达到3万人。'));
  assert.ok(has('past-year', '云川园区2024年工作总结', line));
  assert.ok(!has('future-year', '云川园区2024年工作总结', `${line}到2024年底前开园。`));
  assert.ok(!has('past-year', '云川园区2023年工作总结', line));
});

test('without years in the title, years before the document’s own are past', () => {
  const levelIn = (dated: string) =>
    gatherEvidence(
      parsePlan(`# 云川园区产业发展方案\n\n${dated}\n\n## 一、主要任务\n\n2024年人才总量3万人。\n`),
      frameworkOf([{ all: ['people'], has: ['past-year'], within: 'sentence', worth: 'statement' }], GROUPS, {}),
    ).get('talent')!.level;
  assert.equal(levelIn('2025年6月'), 'addressed');
  assert.equal(levelIn('2023年6月'), 'absent');
});

test('without a year of the plan’s own, years before its first deadline are past', () => {
  const levelOfYear = (year: number) =>
    evidenceOf(
      `# 某园区产业发展规划\n\n## 一、主要任务\n\n${year}年有人才2000名。\n\n## 二、保障措施\n\n到2027年建成公寓。\n`,
      { has: ['past-year'], worth: 'statement', within: 'sentence' },
    ).level;
  assert.equal(levelOfYear(2024), 'addressed');
  assert.equal(levelOfYear(2027), 'absent');
});
