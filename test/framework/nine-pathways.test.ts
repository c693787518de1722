import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LEVELS } from '../../server/src/evidence/types.ts';
import type { ElementSource } from '../../server/src/framework/types.ts';
import { CASES } from '../../server/src/generated/cases.ts';
import { checkNine, nine } from '../rules/helpers.ts';

/** `{{what|such as}}` filled in with what it is such as. */
function fill(skeleton: string): string {
  return skeleton.replace(/\{\{[^{}|]*\|([^{}]*)\}\}/g, '$1');
}

/** The section kinds in which an element's patterns stand, as a chapter's heading. */
function planWith(element: ElementSource, language: 'zh' | 'en'): string {
  const body = fill(element.skeleton[language]);
  const title = element.title[language];
  if (language === 'zh')
    return `# 云川园区产业发展规划（2026—2030年）\n\n## ${chapterOf(element, '主要任务')}\n\n### ${title}\n\n${body}\n`;
  return `# Harrow Park Cluster Plan 2026–2030\n\n## ${chapterOf(element, 'Actions')}\n\n### ${title}\n\n${body}\n`;
}

function chapterOf({ id, title }: ElementSource, otherwise: string): string {
  const zh = otherwise === '主要任务';
  if (id === 'baseline') return zh ? '发展基础' : 'Baseline';
  if (id === 'targets') return zh ? '发展目标' : 'Targets';
  return id.includes('/') ? otherwise : zh ? title.zh : title.en;
}

const elements = [...nine.topics.values()]
  .filter(({ kind }) => kind !== 'pathway')
  .map(({ source }) => source as ElementSource);

test('the nine pathways and nine essentials have their final ids', () => {
  assert.deepEqual(
    nine.pathways.map(({ id }) => id),
    [
      'leading-enterprise',
      'internal-innovation',
      'research-institutes',
      'chain-gap',
      'university-transfer',
      'cluster-spread',
      'imported-innovation',
      'talent',
      'traditional-upgrade',
    ],
  );
  assert.deepEqual(
    nine.essentials.map(({ id }) => id),
    ['baseline', 'targets', 'layout', 'timeline', 'responsibilities', 'funding', 'monitoring', 'risk', 'green'],
  );
});

test('each pathway has three to nine elements', () => {
  for (const { id, elements: own } of nine.pathways)
    assert.ok(own.length >= 3 && own.length <= 9, `${id}: ${own.length}`);
});

test('every element is known by a pattern or a heading and comes from somewhere', () => {
  for (const { id, patterns, headings, source } of elements) {
    assert.ok((patterns?.length ?? 0) > 0, id);
    assert.ok(headings, id);
    assert.ok(source.length > 0, id);
  }
});

test('every case that an element shows is in the library', () => {
  const known = new Set(CASES.map(({ id }) => id));
  for (const { id, cases = [] } of elements) for (const one of cases) assert.ok(known.has(one), `${id} shows ${one}`);
});

for (const language of ['zh', 'en'] as const) {
  test(`every skeleton with its slots filled makes its element actionable (${language})`, () => {
    const short = elements.flatMap((element) => {
      const text = planWith(element, language);
      const { level } = checkNine(text).evidence.get(element.id)!;
      return LEVELS.indexOf(level) === 3 ? [] : [`${element.id}: ${level}\n${text}`];
    });
    assert.deepEqual(short, []);
  });
}

test('a figure in a condition is neither aimed at nor reached', () => {
  const levels = (line: string) => {
    const { evidence } = checkNine(`# Harrow Park Cluster Plan 2026–2030\n\n## Actions\n\n${line}\n`);
    return [evidence.get('targets')!.level, evidence.get('baseline')!.level];
  };
  assert.deepEqual(levels('File a petition by June 2027 if the dumping margin exceeds 15%.'), ['absent', 'absent']);
  assert.equal(levels('By 2027 the margin of local suppliers will exceed 15%.')[0], 'actionable');
});

test('what a chain depends on is a gap, what an economy wants to depend on less is none', () => {
  const level = (line: string) =>
    checkNine(`# Harrow Park Cluster Plan 2026–2030\n\n## Actions\n\n${line}\n`).evidence.get('chain-gap/analysis')!
      .level;
  for (const line of [
    'Makers have a high dependency on imported flat steel.',
    'The deficit of 30% necessitates imports of raw sugar.',
    'The industry depends on imported steel for 60% of its needs.',
  ])
    assert.equal(level(line), 'addressed', line);
  assert.equal(level('Jobs grow by 2030 while reducing dependence on tourism by 25%.'), 'absent');
});

/** Of an essential, where a chapter of a plan says one line. */
function levelOf(essential: string, line: string, chapter = 'Actions'): string {
  const text = `# Harrow Park Cluster Plan 2026–2030\n\n## ${chapter}\n\n${line}\n`;
  return checkNine(text).evidence.get(essential)!.level;
}

test('money that is allocated is funding and no target', () => {
  const line = 'DKK 20.7 million will be allocated to the centre in 2027.';
  assert.equal(levelOf('funding', line), 'actionable');
  assert.equal(levelOf('targets', line), 'absent');
});

test('a policy in the imperative does what it says, what a firm models is no risk of the plan', () => {
  const levelOf = (topic: string, line: string) =>
    checkNine(`# Linford Park Plan\n\n## Tasks\n\n${line}\n`).evidence.get(topic)!.level;
  assert.equal(levelOf('monitoring', 'Regularly collect and analyze data on the economy of the park.'), 'addressed');
  assert.equal(levelOf('chain-gap/investment', 'Attract businesses that reinforce supply chains.'), 'addressed');
  assert.equal(levelOf('risk', 'The bank set up a centre for credit and fraud risk model development.'), 'absent');
  assert.equal(levelOf('targets', 'Grow the AI workforce to 15,000 by 2028.'), 'actionable');
});

test('a loss, what a trade was worth and a want of money are no funding', () => {
  for (const line of [
    'Droughts caused $2 billion in damages and losses.',
    'There was a drop of $183 million in live animal exports, from $430 million in 2016.',
    'The offices receive virtually no external funding.',
    'The main barrier is limited access to finance.',
  ])
    assert.equal(levelOf('funding', line), 'absent', line);
  assert.equal(levelOf('funding', 'The county will invest $20 million in 2027.'), 'actionable');
});

test('a share that is aimed at is no baseline', () => {
  const line = 'Increase in the contribution of tourism to at least 6% of GDP by 2035.';
  assert.equal(levelOf('baseline', line, 'Targets'), 'absent');
  assert.equal(levelOf('targets', line, 'Targets'), 'actionable');
});

test('a labelled mitigation under a named risk is an answer, the mitigation of a climate is none', () => {
  const item = '- Election cycles\n- **Mitigation**: Speed and differentiation';
  assert.equal(levelOf('risk', item, 'Political Risk'), 'addressed');
  assert.equal(levelOf('risk', item, 'Forests'), 'mentioned');
  assert.equal(levelOf('risk', '- **Mitigation**:', 'Political Risk'), 'mentioned');
});

test('a word inside the name of another thing gives no evidence', () => {
  for (const [topic, line] of [
    ['risk', '- Contingency: $15M'],
    ['risk', 'We will assist exporters in obtaining Hazard Analysis and Critical Control Points (HACCP) certificates.'],
    ['funding', 'Exports will grow from $26 million now to $378 million in export value.'],
    ['funding', 'The goal will spur $12 billion per year in private investment.'],
    ['funding', 'We will train researchers, who face limited funding.'],
    ['research-institutes', 'The agency will establish a national quality laboratory that tests exports.'],
    ['imported-innovation', 'Establish pilot projects to achieve organic certification for sesame.'],
    ['cluster-spread', 'The platform will be a strong foundation for AI development.'],
    ['chain-gap', 'Support chips made at home, thereby reducing the dependence on foreign technology.'],
    ['talent', 'Establish direct relationships with overseas importers and diaspora business networks.'],
    ['leading-enterprise', 'Governors will join the Secretary, alongside labor and industry leaders.'],
  ] as const)
    assert.equal(levelOf(topic, line), 'absent', line);
});

test('the items of a list in one cell are statements of their own', () => {
  const row =
    '| Strategies | (i) Build research facilities; (ii) Establish hubs; and (iii) Fund commercialization of AI |';
  assert.equal(levelOf('research-institutes/spin-offs', `| Item | Content |\n| --- | --- |\n${row}`), 'absent');
});

test('monitoring that is to be instituted or carried out is arranged', () => {
  for (const line of [
    'Regular monitoring against defined milestones should be instituted.',
    'Monitoring of the strategy will be carried out by the ministry.',
  ])
    assert.equal(levelOf('monitoring', line), 'addressed', line);
});
