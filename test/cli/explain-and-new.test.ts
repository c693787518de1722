import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { project, root } from './helpers.ts';

test('explain tells a rule, a pathway, an element, an essential and a case', () => {
  const { run } = project({});
  for (const [id, words] of [
    ['weak-element', /Only mentioned[\s\S]*reports: 坚持人才引领 \(talent\)/],
    ['talent', /Attraction/],
    ['chain-gap/analysis', /A reviewer asks/],
    ['risk', /Skeleton/],
    ['liushi-low-voltage', /Sources/],
  ] as const) {
    const { status, out } = run('explain', id);
    assert.equal(status, 0);
    assert.match(out, words);
  }
});

test('an unknown id is answered with the nearest one', () => {
  const { status, err } = project({}).run('explain', 'chain-gap/anlysis');
  assert.equal(status, 2);
  assert.match(err, /did you mean "chain-gap\/analysis"/);
});

test('new writes a skeleton that is a plan, holds all essentials and does not overwrite', () => {
  const { run, path } = project({});
  const made = run('new', '云川园区产业发展规划', '--pathway', 'talent', '--period', '2026-2030', '--locale', 'zh-CN');
  assert.equal(made.status, 0, made.err);
  const text = readFileSync(path('云川园区产业发展规划.md'), 'utf8');
  assert.match(text, /talent: primary/);
  for (const title of ['现状基础', '目标指标', '风险防控', '人才引进']) assert.match(text, new RegExp(title));
  assert.equal(run('new', '云川园区产业发展规划').status, 2);
  const { out } = run('lint', '--format', 'json', '--fail-on', 'never', '云川园区产业发展规划.md');
  const [plan] = JSON.parse(out).plans;
  assert.equal(plan.isPlan, true);
  assert.deepEqual(
    plan.findings.filter(({ rule }: { rule: string }) => rule === 'missing-element'),
    [],
  );
});

const TOY = {
  'own/framework.yaml':
    "id: own\nversion: '1'\ntitle: { zh: 省框架, en: Own }\nsummary: { zh: 试, en: Try }\nlexicon: lexicon.yaml\nspeech: speech.yaml\nessentials: essentials.yaml\npathways: []\ndefaults: { required: [hydrogen] }\n",
  'own/lexicon.yaml': 'groups:\n  h2: { zh: [氢] }\n',
  'own/speech.yaml':
    'act: { zh: [建设] }\nurge: { zh: [加强] }\nslogan: { zh: [加强] }\nvague: { zh: [一批] }\ngrowth: { zh: [培育] }\ndescribe: { zh: [已有] }\nnegate: { zh: [暂不] }\ndefer: { zh: [另行研究] }\nlack: { zh: [缺乏] }\n',
  'own/essentials.yaml':
    'essentials:\n  - id: hydrogen\n    title: { zh: 氢能, en: Hydrogen }\n    question: { zh: 几座？, en: How many? }\n    counts: { zh: 数, en: Number }\n    mention: { zh: 提, en: Word }\n    need: required\n    skeleton: { zh: 建设加氢站。, en: Build. }\n    source: [{ title: 省指引 }]\n    patterns:\n      - all: [h2]\n',
  'plan.md': '# 云川园区产业发展规划\n\n## 一、主要任务\n\n建设标准厂房。\n',
};

test('a framework of one’s own takes the place of the nine pathways', () => {
  const { run } = project(TOY);
  const { out } = run('lint', '--framework', 'own/framework.yaml', '--format', 'json', '--fail-on', 'never', 'plan.md');
  const report = JSON.parse(out);
  assert.equal(report.tool.framework.id, 'own');
  assert.deepEqual(
    report.plans[0].findings.map(({ rule, element }: { rule: string; element?: string }) => [rule, element]),
    [['missing-element', 'hydrogen']],
  );
});

test('a mistake in a framework is told with its place and ends with 2', () => {
  const { run } = project({ ...TOY, 'own/lexicon.yaml': 'groups:\n  h3: { zh: [氢] }\n' });
  const { status, err, out } = run('lint', '--framework', 'own/framework.yaml', 'plan.md');
  assert.equal(status, 2);
  assert.match(err + out, /essentials\.yaml:11:\d+/);
  assert.match(err + out, /no group "h2"/);
});

test('a file that a framework names and that is not there is told', () => {
  const { 'own/speech.yaml': _, ...rest } = TOY;
  const { status, err, out } = project(rest).run('lint', '--framework', 'own/framework.yaml', 'plan.md');
  assert.equal(status, 2);
  assert.match(err + out, /speech\.yaml/);
});

test('a case of the project’s own folder is known', () => {
  const own = readFileSync(`${root}server/cases/kista.yaml`, 'utf8').replace('id: kista\n', 'id: our-own-park\n');
  const { run } = project({ '.parkplan.yaml': 'cases: [cases]\n', 'cases/our-own-park.yaml': own });
  const { status, out, err } = run('explain', 'our-own-park');
  assert.equal(status, 0, err);
  assert.match(out, /our-own-park/);
  assert.equal(run('explain', 'kista').status, 0, 'the library is still there');
});

test('a mistake in a case of one’s own is told with its place and ends with 2', () => {
  const { run } = project({
    '.parkplan.yaml': 'cases: [cases]\n',
    'cases/broken.yaml': 'id: [\n',
    'plan.md': TOY['plan.md'],
  });
  const { status, err, out } = run('lint', 'plan.md', '--fail-on', 'never');
  assert.equal(status, 2);
  assert.match(err + out, /cases\/broken\.yaml:2/);
  assert.match(run('explain', 'talent').err, /^cases\/broken\.yaml:2/);
});
