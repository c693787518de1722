import type { CompiledTopic } from '../framework/compile.ts';
import { byBlock } from '../plan/by-block.ts';
import { fromList, type OfSection } from '../plan/from-parts.ts';
import { rangeIn } from '../plan/normal-text.ts';
import { periodOfPlan } from '../plan/plan-period.ts';
import type { Block, Figure, Plan } from '../plan/types.ts';
import { anyStartsIn, startingIn } from '../text.ts';
import { hasFigureInWords } from './figures-in-words.ts';
import { filled, local } from './local.ts';
import { headingRange } from './place.ts';
import { bodyOf, fromTargetChapters } from './target-sections.ts';
import { toldOnce } from './told-once.ts';
import type { Rule, RuleContext, RuleFinding } from './types.ts';

const WHOLE = local('目标章节没有一个量化指标', 'The chapter of targets has no figure');
const WHOLE_OF_MANY = local('{0}处目标都没有一个量化指标', 'The targets have no figure in {0} places');
const ONE = local('这个目标没有量化', 'This target has no figure');
const WHY = local(
  '没有数就无法考核：评审会问“大幅”是多少、“一批”是几家。',
  'Without a figure nobody can check it: how much is "greatly", how many are "a batch"?',
);
const ADVICE = local(
  '写明指标名称、基期值、目标值和年份。',
  'Give the indicator, its base value, the target and the year.',
);
/** Words that stand where a figure should. Plain substrings of the normalised text. */
const VAGUE = [
  '大幅',
  '显著',
  '明显',
  '一批',
  '若干',
  '较大',
  '快速增长',
  '不断壮大',
  '不断提升',
  '持续提升',
  '稳步提升',
  '进一步',
  '重大突破',
  '再上新台阶',
  '跨越式',
  'significant',
  'substantial',
  'considerabl',
  'a number of',
  'greatly',
  'steadily',
];

/** 经过5年左右: how long, not how much. */
const DURATIONS = ['年', '个月', '月', 'years', 'months'];

export const unquantifiedTarget: Rule = {
  id: 'unquantified-target',
  title: local('目标没有量化', 'A target without a figure'),
  description: local(
    '目标章节通篇没有数字，提一次，三处及以上合成一条；有数字的章节中，用“大幅”“一批”之类代替数字的句子单独提出，只作提示。',
    'A chapter of targets without any figure is told once, three chapters or more in one finding; where there are figures, sentences that say "greatly" or "a batch" in place of one are told, as information only.',
  ),
  severity: { outline: 'off', draft: 'warning', consultation: 'warning', review: 'warning', issued: 'warning' },
  onFinishedText: true,
  examples: [
    {
      title: local('通篇没有数字', 'No figure at all'),
      text: '# 云川园区产业发展规划\n\n## 一、发展目标\n\n到2030年，产业规模大幅提升，引进一批龙头企业。\n',
      reports: ['一、发展目标'],
    },
    {
      title: local('有的目标没有数字', 'Some targets without a figure'),
      text: '# 云川园区产业发展规划\n\n## 一、发展目标\n\n到2030年，规上工业总产值达到500亿元。\n\n到2030年，创新能力显著增强。\n',
      reports: ['到2030年，创新能力显著增强。'],
    },
    {
      title: local('指标表给出了数字', 'A table of indicators puts the sentences into figures'),
      text: '# 云川园区产业发展规划（2026—2030年）\n\n## 一、发展目标\n\n到2030年建成一流园区。\n\n——经济实力进一步提升。\n\n——民生福祉显著增强。\n\n| 指标 | 2030年 |\n| --- | --- |\n| 总产值（亿元） | 500 |\n| 企业（家） | 640 |\n| 人才（人） | 3000 |\n',
      reports: [],
    },
    {
      title: local('旁边一节有数字，不算', 'Objectives beside targets with figures: no finding'),
      text: '# Linford Growth Programme 2026–2030\n\n## 1. Skills\n\n### Objectives\n\nGreatly widen the skills of the region.\n\n### Core targets\n\nThe programme reaches 520 firms.\n',
      reports: [],
    },
    {
      title: local('几处都没有数字，只说一次', 'Several without a figure: told once'),
      text: `# Linford Growth Programme\n\n${['Skills', 'Exports', 'Homes'].map((name, i) => `## ${i + 1}. ${name}\n\n### Core targets\n\nThe programme widens the ${name.toLowerCase()} of the region.\n`).join('\n')}`,
      reports: ['Core targets'],
    },
    {
      title: local('用文字写的数量也是数字', 'Quantities in words are figures'),
      text: '# 云川园区产业发展规划\n\n## 一、发展目标\n\n到2030年，产业规模突破千亿。\n\n建成两个国家级平台，进一步完善公共服务。\n\n企业满意度显著提升，达到九成以上。\n\n城乡收入差距明显缩小，倍差缩小到1.58左右。\n',
      reports: [],
    },
    {
      title: local('英文也是', 'In English too'),
      text: '# Linford Park Plan 2026–2030\n\n## Objectives\n\nThe park will attract five anchors and a dozen suppliers.\n\n## Targets\n\nThe park will double its output and greatly reduce waste.\n',
      reports: [],
    },
    {
      title: local('数字后面没有名词也是数字', 'A number with its noun before it is a figure'),
      text: '# Linford Park Plan 2026–2030\n\n## 1. Skills\n\n### Targets\n\nThe park will increase jobs to 500 by 2028.\n\n## 2. Trade\n\n### Targets\n\nTurnover of 5 million.\n',
      reports: [],
    },
    {
      title: local('几个方面、几年不是指标', 'A number of pillars or of years is no target'),
      text: '# Linford Park Plan 2026–2030\n\n## Objectives\n\nThe park will build three pillars over two years.\n',
      reports: ['Objectives'],
    },
    {
      title: local(
        '指标表贴成了文字，展望到规划期以后，引出下文，或是原则：不算',
        'A table of indicators pasted as text, an outlook beyond the plan, a lead-in, a principle: no finding',
      ),
      text: '# 云川市“十五五”规划纲要（2026—2030年）\n\n## 一、指导方针和主要目标\n\n### （一）基本原则\n\n进一步加强统筹。\n\n### （二）主要目标\n\n到2030年建成一流园区，产值达到500亿元。\n\n在以下方面持续提升：\n\n——创新能力显著增强。\n\n1 总产值（亿元） 500 预期性\n\n2 企业（家） 640 预期性\n\n3 能耗下降（%） 10 约束性\n\n## 二、远景目标\n\n到2030年税收达到30亿元。\n\n到2035年，综合实力大幅跃升。\n',
      reports: [],
    },
    {
      title: local(
        '破折号后的一句只是标题，下一段有数字：不算',
        'A sentence behind a dash that leads to a paragraph with figures: no finding',
      ),
      text: '# 云川园区产业发展规划\n\n## 一、发展目标\n\n到2030年，建成一流园区。\n\n——产业能级大幅跃升。\n\n产业规模达到200亿元。\n\n——创新能力显著提升。\n\n创新平台不断壮大。\n\n——企业队伍壮大。\n\n引进企业50家。\n',
      reports: ['——创新能力显著提升。', '创新平台不断壮大。'],
    },
    {
      title: local('都有数字', 'All with figures'),
      text: '# 云川园区产业发展规划\n\n## 一、发展目标\n\n到2030年，规上工业总产值达到500亿元，引进龙头企业3家。\n',
      reports: [],
    },
  ],
  *check({ plan }: RuleContext): Iterable<RuleFinding> {
    const { findings, unquantified } = toldOf(vagueIn(plan));
    yield* findings;
    const places = unquantified.map((section) => headingRange(plan.sections[section]!, plan));
    yield* toldOnce(places, { message: WHOLE, why: WHY, advice: ADVICE }, (many) => filled(WHOLE_OF_MANY, many));
  },
};

/** Whether it tells of the chapters of a topic, one whose own patterns look into chapters of targets, that they have no figure. */
export function isUnquantified({ patterns }: CompiledTopic, plan: Plan): boolean {
  return patterns.some((pattern) => pattern.in?.includes('targets')) && toldOf(vagueIn(plan)).unquantified.length > 0;
}

/** Of all chapters together: objectives, core targets and expected outcomes under one heading are one chapter in several parts. */
const toldOf = fromList((chapters: readonly OfSection<Vague>[]) => {
  const groups = new Map<number, OfSection<Vague>[]>();
  for (const one of chapters) {
    // Those that stand in no other section have nothing in common.
    const key = one.told.parent > 0 ? one.told.parent : -one.section;
    const parts = groups.get(key);
    if (parts) parts.push(one);
    else groups.set(key, [one]);
  }
  return {
    findings: chapters.flatMap(({ told }) => told.findings),
    unquantified: [...groups.values()].flatMap((parts) =>
      parts.some(({ told }) => told.isQuantified) ? [] : [parts[0]!.section],
    ),
  };
});

interface Vague {
  readonly isQuantified: boolean;
  /** Id of the section around the chapter. */
  readonly parent: number;
  /** Sentences with a word in place of a figure. */
  readonly findings: readonly RuleFinding[];
}

/** 4 全员劳动生产率（万元/人） 46.5 58左右 预期性: a row of a table that was pasted as text, or its last cell. */
const INDICATOR = /^(?=.{3,80}$).*(?:预期|约束)性/;
/** So many rows with figures are the table that puts a chapter's sentences into figures. */
const TABLE = 3;

const vagueIn = fromTargetChapters((chapter, plan): Vague | undefined => {
  const body = bodyOf(chapter, plan);
  if (body.length === 0) return undefined;
  const { range, parent } = chapter.section;
  const figures = startingIn(plan.figures, range).filter(
    ({ use, unit }) => use === 'plain' && !DURATIONS.includes(unit),
  );
  const rows = body.filter(
    (block) => (block.kind === 'row' && anyStartsIn(figures, block.range)) || INDICATOR.test(block.normal.value),
  );
  const isQuantified = figures.length > 0 || body.some((block) => hasFigureInWords(block, plan));
  return {
    isQuantified,
    parent,
    findings: isQuantified && rows.length < TABLE ? [...vagueSentences(body, figures, plan)] : [],
  };
});

function* vagueSentences(body: readonly Block[], figures: readonly Figure[], plan: Plan): Iterable<RuleFinding> {
  for (const [index, block] of body.entries()) {
    // The opening paragraph says in general what the others put into figures.
    if (index === 0 && body.length > 1) continue;
    if (anyStartsIn(figures, block.range) || hasFigureInWords(block, plan) || isOutlook(block, plan)) continue;
    const sentence = vagueSentence(block, plan);
    if (sentence && !(isLead(block) && below(body, index).some((one) => anyStartsIn(figures, one.range))))
      yield {
        range: rangeIn(block.normal, sentence.from, sentence.to),
        severity: 'info',
        message: ONE,
        why: WHY,
        advice: ADVICE,
      };
  }
}

/** ——产业能级大幅跃升。 over a paragraph of its own, which says by how much. */
function isLead({ normal: { value } }: Block): boolean {
  return value.startsWith('——') && value.length <= LONGEST_LEAD;
}

const LONGEST_LEAD = 24;

/** Blocks up to the next with a dash. */
function below(body: readonly Block[], index: number): readonly Block[] {
  const end = body.findIndex(({ normal }, i) => i > index && normal.value.startsWith('——'));
  return body.slice(index + 1, end < 0 ? undefined : end);
}

/** 到2035年，… in a plan to 2030: what lies behind it is told in words. */
function isOutlook(block: Block, plan: Plan): boolean {
  const last = periodOfPlan(plan)?.to;
  return last !== undefined && startingIn(plan.dates, block.range).some(({ toYear }) => (toYear ?? 0) > last);
}

const vagueSentence = byBlock(({ sentences, normal }) =>
  sentences.find(({ from, to }) => {
    const sentence = normal.value.slice(from, to);
    // …在八个方面持续提升: leads to what the next ones say.
    return !sentence.endsWith(':') && VAGUE.some((word) => sentence.includes(word));
  }),
);
