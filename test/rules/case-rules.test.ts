import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Finding } from '../../server/src/rules/types.ts';
import { checkNine } from './helpers.ts';

const RULES = ['unknown-case', 'case-mismatch', 'disputed-fact', 'uncited-case', 'case-off-pathway'];

function planOf(body: string, title = '云川园区产业发展规划'): string {
  return `# ${title}\n\n## 一、经验借鉴\n\n${body}\n`;
}

function findings(text: string): Finding[] {
  return checkNine(text).findings.filter(({ rule }) => RULES.includes(rule));
}

function applied(text: string, finding: Finding | undefined): string {
  const edit = finding?.fixes[0]?.edits[0];
  assert.ok(edit);
  return text.slice(0, edit.range.start) + edit.newText + text.slice(edit.range.end);
}

test('a mismatch tells the right figure and its source, and its fix makes it vanish', () => {
  const text = planOf('2022年乐清电气产业工业总产值近1500亿元[@liushi-low-voltage]。');
  const [finding, ...others] = findings(text);
  assert.deepEqual(others, []);
  assert.equal(finding?.rule, 'case-mismatch');
  assert.equal(finding?.severity, 'warning');
  assert.match(finding!.message.zh, /1500亿元.*突破1500亿元/);
  assert.match(finding!.message.en, /over CNY 150 billion/);
  assert.match(finding!.why.zh, /突破1500亿元（《.+》）/);
  assert.ok(!finding!.fixes[0]!.automatic);
  assert.deepEqual(findings(applied(text, finding)), []);
});

test('what only one source says is told as that', () => {
  const [finding] = findings(planOf('余杭经开区近两年引进生物医药项目约45个[@yuhang-biomedicine]。'));
  assert.match(finding!.why.zh, /园区如何建立产业集群》，仅此一处，未能核实/);
});

test('a weaker word for the same number is no more than information', () => {
  const [finding] = findings(planOf('2022年轻纺城线上线下成交额约3300亿元[@keqiao-textile-chain]。'));
  assert.deepEqual([finding?.rule, finding?.severity], ['case-mismatch', 'info']);
});

test('a disputed fact lists who says what and what to write', () => {
  const [finding] = findings(planOf('2016年，昆山引进梁子才教授[@kunshan-sirna]。'));
  assert.equal(finding?.rule, 'disputed-fact');
  assert.match(finding!.why.zh, /2016年引进（《园区如何建立产业集群》）；2003年首次来访/);
  assert.match(finding!.advice.zh, /2006年前后/);
});

test('a disputed fact underlines the clause that says it, and the rest of the sentence is checked by itself', () => {
  const text = planOf(
    '柳市在1990年整治中关闭低压电器门市部1276家，正泰、德力西都是1990年打假之后才创办的企业[@liushi-low-voltage]。',
  );
  assert.deepEqual(
    findings(text).map(({ rule, range }) => `${rule}: ${text.slice(range.start, range.end)}`),
    ['case-mismatch: 1276家', 'disputed-fact: 正泰、德力西都是1990年打假之后才创办的企业'],
  );
});

test('a case told without its source is told whether its name comes first or last', () => {
  const text = planOf('1984年已有40多家高科技公司在中关村落户。');
  assert.deepEqual(
    findings(text).map(({ rule }) => rule),
    ['uncited-case'],
  );
});

test('the citation that is missing goes before the full stop', () => {
  const zh = planOf('1990年柳市关闭低压电器门市部1267家。\n');
  assert.match(applied(zh, findings(zh)[0]), /1267家\[@liushi-low-voltage\]。/);
  const en = planOf('In 1990 Liushi closed all 1,267 low-voltage shops of the town.', 'Plan of Harrow Reach Park');
  assert.match(applied(en, findings(en)[0]), /of the town \[@liushi-low-voltage\]\./);
  assert.deepEqual(findings(applied(zh, findings(zh)[0])), []);
});

test('a plan of the very place has newer figures of its own', () => {
  const body = '1990年柳市关闭低压电器门市部1267家。中国轻纺城2022年线上线下成交额3500亿元。';
  assert.deepEqual(
    findings(planOf(body, '柳市镇产业发展规划')).filter(({ rule }) => rule === 'uncited-case'),
    [],
  );
});

test('a case is off its pathway only where the headings say which pathway a chapter is about', () => {
  const chapter = (heading: string) =>
    `# 云川园区产业发展规划\n\n## 一、${heading}\n\n参考有关做法[@liushi-low-voltage]。\n`;
  const told = (heading: string) => findings(chapter(heading)).map(({ rule, severity }) => `${rule} ${severity}`);
  assert.deepEqual(told('育龙引凤'), ['case-off-pathway hint']);
  assert.deepEqual(told('内部协同创新'), []);
  assert.deepEqual(told('经验借鉴'), []);
  const [finding] = findings(chapter('育龙引凤'));
  assert.match(finding!.advice.zh, /kunshan-sirna|songshan-lake-xbot|wuxi-photovoltaics|taizhou-medical-city/);
});

test('the rules can be silenced like any other', () => {
  const text = planOf(
    '<!-- parkplan-disable-next-line case-mismatch -- 另有出处 -->\n柳市1990年关闭低压电器门市部1276家[@liushi-low-voltage]。',
  );
  assert.deepEqual(findings(text), []);
});

test('the example plans, which cite cases, give no finding about them', () => {
  const examples = new URL('../../examples/', import.meta.url);
  for (const name of readdirSync(examples)) {
    if (!name.endsWith('.md') || name === 'README.md') continue;
    assert.deepEqual(findings(readFileSync(new URL(name, examples), 'utf8')), [], name);
  }
});

/** `rule: text of the range` of each finding in an English plan's chapter of lessons. */
function toldEn(body: string): string[] {
  const text = `# Linford Park Plan 2026–2030\n\n## 1. Lessons\n\n${body}\n`;
  return findings(text).map(({ rule, range }) => `${rule}: ${text.slice(range.start, range.end)}`);
}

test('jobs are not held against firms', () => {
  const said = 'Cambridge has more than 5,000 knowledge-intensive firms and 61,000 jobs [@cambridge-technology].';
  assert.deepEqual(toldEn(said), []);
  assert.deepEqual(toldEn(said.replace('5,000', '3,000')), ['case-mismatch: 3,000']);
});

test('an English amount is told with its scale, and the fix replaces both', () => {
  const text = planOf('Annual revenue in Cambridge exceeds £51.5 billion [@cambridge-technology].');
  const [finding] = findings(text);
  assert.equal(text.slice(finding!.range.start, finding!.range.end), '£51.5 billion');
  assert.match(applied(text, finding), /exceeds over GBP 15\.5 billion \[@/);
});

test('what a sentence denies or doubts is not taken for its claim', () => {
  for (const said of [
    '正泰、德力西并不是1990年打假中“诞生”的，而是整治后壮大的[@liushi-low-voltage]。',
    '不能说正泰、德力西在1990年打假整治中诞生[@liushi-low-voltage]。',
    '昆山引进梁子才教授不是在2016年[@kunshan-sirna]。',
    '梁子才2016年到昆山的说法不可信[@kunshan-sirna]。',
    '柳市1990年整治关闭低压电器门市部不是1276家，而是1267家[@liushi-low-voltage]。',
  ])
    assert.deepEqual(findings(planOf(said)), [], said);
  assert.deepEqual(toldEn('Kunshan did not recruit Liang Zicai in 2016 [@kunshan-sirna].'), []);
});

test('behind a denial the claim that is made instead counts', () => {
  const rulesOf = (said: string) => findings(planOf(said)).map(({ rule }) => rule);
  assert.deepEqual(rulesOf('昆山引进梁子才教授不是在2012年，而是在2016年[@kunshan-sirna]。'), ['disputed-fact']);
  assert.deepEqual(rulesOf('柳市在1990年整治中不仅关闭低压电器门市部1276家[@liushi-low-voltage]。'), ['case-mismatch']);
});

test('a case whose figure is given with another source needs no citation', () => {
  const said = '2007年柳市低压电器生产总值达480亿元';
  assert.deepEqual(
    findings(planOf(`${said}。\n\n园区另有安排[^1]。\n\n[^1]: 见附件。`)).map(({ rule }) => rule),
    ['uncited-case'],
  );
  for (const sourced of [
    `${said}[^1]。\n\n[^1]: 乐清统计年鉴2008。`,
    `${said}（数据来源：《乐清统计年鉴2008》）。`,
    `${said}[1]。\n\n## 参考文献\n\n[1] 乐清统计年鉴2008。`,
    `${said.replace('480亿元', '[480亿元](https://example.org/a)')}。`,
    `据《乐清统计年鉴2008》，${said}。`,
  ])
    assert.deepEqual(findings(planOf(sourced)), [], sourced);
});
