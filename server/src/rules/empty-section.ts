import { fromList, fromSections } from '../plan/from-parts.ts';
import type { Plan, Section } from '../plan/types.ts';
import { anyStartsIn } from '../text.ts';
import { isBlank } from './blank-text.ts';
import { isConverted } from './converted-text.ts';
import { local } from './local.ts';
import { headingRange } from './place.ts';
import type { Rule, RuleContext, RuleFinding } from './types.ts';

const MESSAGE = local('标题下面没有内容', 'Nothing stands under this heading');
const WHY = local('只有标题，没有安排。', 'A heading alone arranges nothing.');
const ADVICE = local('补写内容，或删去标题。', 'Write the section, or take the heading out.');

export const emptySection: Rule = {
  id: 'empty-section',
  title: local('空章节', 'An empty section'),
  description: local('标题下面既没有正文，也没有下级标题。', 'A heading with neither text nor subheadings under it.'),
  severity: { outline: 'off', draft: 'info', consultation: 'warning', review: 'error', issued: 'error' },
  onFinishedText: true,
  examples: [
    {
      title: local('保障措施没有写', 'A chapter not yet written'),
      text: '# 云川园区产业发展规划\n\n## 一、主要任务\n\n建设标准厂房。\n\n## 二、保障措施\n',
      reports: ['二、保障措施'],
    },
    {
      title: local('条目自带小标题', 'Items that begin with headings of their own'),
      text: '# 云川园区扶持办法\n\n### 总则\n\n第二条 基本原则\n\n（一）坚持问题导向。围绕短板配置资源，逐年更新清单。\n\n（二）坚持重点突破。集中资金支持平台建设和成果转化。\n\n第三条 设立专项资金2亿元。\n',
      reports: [],
    },
    {
      title: local('条文下面的（一）（二）', 'Items （一） and （二） below an article'),
      text: '# 云川区总部经济扶持办法\n\n## 第二章 认定\n\n### 第一条 基础条件\n\n（一）注册登记在云川区。\n\n（二）具有独立法人资格。\n\n第二条 设立专项资金2亿元。\n',
      reports: [],
    },
    {
      title: local('标题下只有空行、横线和空表', 'Nothing but rules, spaces and an empty table'),
      text: '# 云川园区产业发展规划\n\n## 一、主要任务\n\n建设标准厂房。\n\n## 二、重点项目\n\n| 项目 | 投资 |\n| --- | --- |\n|  |  |\n\n## 三、空间布局\n\n建设核心区。\n\n## 四、保障措施\n\n&nbsp;\n\n---\n',
      reports: ['二、重点项目', '四、保障措施'],
    },
    {
      title: local('标题就是整项任务，不算', 'A heading that is the whole task: no finding'),
      text: '# 云川园区产业发展规划\n\n## 一、主要任务\n\n### （一）到2028年，建成标准厂房20万平方米\n\n### （二）由管委会牵头设立产业基金。\n\n## 二、保障措施\n\n加强领导。\n',
      reports: [],
    },
    {
      title: local(
        '副标题、引出下文的小标题和文末，不算',
        'A subtitle, a label over what it leads to, and the end: no finding',
      ),
      text: '# Linford Park Plan 2026–2030\n\n## A Strategy for Growth\n\n## Tasks\n\nThe park builds halls.\n\n**Transition plan:**\n\n**Year 7 (2029):**\n\nThe board hands over.\n\n**END OF DOCUMENT**\n',
      reports: [],
    },
    {
      title: local('粗体一行下面又是粗体一行，不算', 'A bold line over another: no finding'),
      text: '# Linford Park Plan 2026–2030\n\n## 1. Partners\n\n**Makers**\n\n**3. Orsted**\n\nThe park offers a quay.\n\n**Funds**\n\n**What they want**\n\nThe park lists its needs.\n',
      reports: [],
    },
    {
      title: local(
        '编号下面是同级的标题，每个目标下面都有的同级小标题，写成一句话的标题，不算',
        'A number with its title below it, a label that stands below each goal, a promise in full: no finding',
      ),
      text: '# Linford Park Plan 2026–2030\n\n## Better skills\n\n## Measures\n\nThe college trains 200 fitters.\n\n## Action 1\n\n## Anchor new centres of excellence\n\nThe park offers land.\n\n## Cleaner heat\n\n## Measures\n\nThe park shares steam.\n\n## Safer streets\n\n## Measures\n\nThe council lights the roads.\n\n## Rain water harvesting will be encouraged everywhere\n\n## Water\n\nThe park reuses water.\n',
      reports: [],
    },
    {
      title: local(
        '从 PDF 转换来的文本，各级标题同级，不算',
        'A text from a PDF, whose headings have one level: no finding',
      ),
      text: '# Linford Park Plan 2026–2030\n\n## Open for\n\n## Business\n\n12\n\nThe park offers land.\n\n13\n\n## Commitments\n\n## Skills\n\nThe park trains 200 fitters.\n\n14\n',
      reports: [],
    },
    {
      title: local(
        '统领下面同级各标题的总标题、故事栏目名，不算',
        'A label over the headings that it leads to, the name of a feature: no finding',
      ),
      text: '# Linford Park Plan 2026–2030\n\n## GOALS, POLICIES AND ACTIONS\n\n## CORE AREA\n\nThe park builds halls.\n\n## Feature Story\n\n## A new foundry\n\nThe foundry hired 40 people.\n',
      reports: [],
    },
    {
      title: local('Pandoc 会填写的参考文献，不算', 'References that Pandoc fills in: no finding'),
      text: '# Linford Park Plan 2026–2030\n\n## Tasks\n\nThe park shares steam [@kalundborg].\n\n## References\n',
      reports: [],
    },
    {
      title: local('第一章没有写', 'The first chapter is not yet written'),
      text: '# Linford Park Plan 2026–2030\n\n## Introduction\n\n## Tasks\n\nThe park builds halls.\n',
      reports: ['Introduction'],
    },
    {
      title: local('只有编号的标题，下一行才是题名', 'A heading that is only its number, over its title: no finding'),
      text: '# Linford Park Plan 2026–2030\n\n## CHAPTER III\n\n## TASKS\n\nThe park builds halls.\n\n## CHAPTER IV\n\n## IMPLEMENTATION\n\nThe park office runs it.\n\n## Pillar IV\n\n## Roads\n\nThe park builds roads.\n',
      reports: [],
    },
  ],
  *check({ plan }: RuleContext): Iterable<RuleFinding> {
    const found = emptyIn(plan);
    const empty = new Set(found.map(({ section }) => section));
    for (const { section: id, told } of found)
      if (
        !told.isEnough &&
        !isInList(id, empty) &&
        !isFilledByPandoc(id, plan) &&
        !isSubtitle(id, plan, empty) &&
        !goesOn(id, plan) &&
        !(
          (isOverSibling(id, plan) || repeatedIn(plan.sections).has(plan.sections[id]!.heading!.text)) &&
          isConverted(plan)
        )
      )
        yield { range: headingRange(plan.sections[id]!, plan), message: MESSAGE, why: WHY, advice: ADVICE };
  },
};

interface Empty {
  /** The heading says all that there is to say. */
  readonly isEnough: boolean;
}

const emptyIn = fromSections((section, plan): Empty | undefined =>
  isEmpty(section, plan) ? { isEnough: isEnough(section, plan) } : undefined,
);

/** Headings with nothing between them are a list that was marked up as headings. */
function isInList(id: number, empty: ReadonlySet<number>): boolean {
  const near = [id - 2, id - 1, id + 1, id + 2].map((other) => empty.has(other));
  return (near[0]! && near[1]!) || (near[1]! && near[2]!) || (near[2]! && near[3]!);
}

/** Pandoc puts the works that are cited at the end of the text, under its last heading. */
function isFilledByPandoc(id: number, { sections, citations }: Plan): boolean {
  return citations.length > 0 && id === sections.length - 1 && sections[id]!.kind === 'references';
}

/** ## A Strategy for Growth, right below the title: it has no number, says more than the name of a chapter does, and nothing but further subtitles stands before it. */
function isSubtitle(id: number, plan: Plan, empty: ReadonlySet<number>): boolean {
  const { heading, parent } = plan.sections[id]!;
  if (parent !== 0 || id > MOST_SUBTITLES || heading!.form !== 'markdown' || heading!.numbering) return false;
  if (plan.sections[0]!.blocks.some((i) => plan.blocks[i]!.kind !== 'heading')) return false;
  const isFirst = id === 1 || (empty.has(id - 1) && isSubtitle(id - 1, plan, empty));
  return isFirst && (SUBTITLE.test(heading!.text) || plan.sections[id + 1]?.heading?.numbering !== undefined);
}

/** ### Action 1 or ## Chapter IV with its title as a heading of the same level below it, and ### Measures, which stands so below every objective. */
function goesOn(id: number, { sections }: Plan): boolean {
  const { heading, parent } = sections[id]!;
  const next = sections[id + 1];
  if (!next || next.parent !== parent || next.heading!.numbering) return false;
  return heading!.text === '' || BARE_LABEL.test(heading!.text) || repeatedIn(sections).has(next.heading!.text);
}

/** Texts of headings that stand in many places. */
const repeatedIn = fromList((sections: Plan['sections']): ReadonlySet<string> => {
  const counts = new Map<string, number>();
  for (const { heading } of sections) if (heading) counts.set(heading.text, (counts.get(heading.text) ?? 0) + 1);
  return new Set([...counts].flatMap(([text, count]) => (count >= EVERYWHERE ? [text] : [])));
});

/** A converter gives a chapter, the second line of its title and its sections one level; and the running head of a page is a heading to it. */
function isOverSibling(id: number, { sections }: Plan): boolean {
  const [one, next] = [sections[id]!, sections[id + 1]];
  return (
    next?.parent === one.parent &&
    !one.heading!.numbering &&
    [one, next].every(({ heading }) => heading!.form === 'markdown')
  );
}

const BARE_LABEL =
  /^(?:action|chapter|enabler|goal|initiative|measure|mission|objective|part|pillar|priority|programme|project|section|step|strategy|system|task|theme|track|vision) ?(?:[\d.]{1,8}|[ivx]{1,6})$/i;
const EVERYWHERE = 3;

const MOST_SUBTITLES = 3;
/** A figure, four words, or eight characters. */
const SUBTITLE = /\d|^[^\u3400-\u9fff]*(?: [^ \u3400-\u9fff]+){3}|[\u3400-\u9fff]{8}|^[—–-]/;

function isEmpty({ heading, children, blocks, kind, range, id, parent }: Section, plan: Plan): boolean {
  if (!heading || id === 0 || children.length > 0 || kind === 'contents' || heading.form === 'run-in') return false;
  // A short line without mark or number may be the label of a figure as well.
  if (heading.form === 'paragraph' && !heading.numbering) return false;
  if (blocks.slice(1).some((i) => !plan.blocks[i]!.cells)) return false;
  // 第二条 基本原则, and （一）坚持问题导向。… below it: items that begin with a heading of their own.
  const next = plan.sections[id + 1];
  if (next?.heading?.form === 'run-in' && next.parent === parent) return false;
  return isBlank(plan.text.slice(heading.range.end, range.end));
}

/** A sentence that was marked up as a heading, **Transition plan:** over what it leads to, a bold line over another, and the last line of a text. */
function isEnough({ heading, id, parent }: Section, plan: Plan): boolean {
  const { text, range, form, numbering } = heading!;
  if (THE_END.test(text)) return true;
  const next = plan.sections[id + 1];
  if (KICKER.test(text) && next?.parent === parent) return true;
  if (form === 'bold' && !numbering && next?.parent === parent && next.heading?.form === 'bold') return true;
  const source = plan.text.slice(range.start, range.end).replace(/[\s*_#]+$/, '');
  if (/[:：]$/.test(source)) return form !== 'markdown' && next?.parent === parent;
  if (/[。；;]$/.test(source) || (source.endsWith('.') && text.split(' ').length >= SHORTEST_SENTENCE)) return true;
  if (PROMISE.test(text) && text.split(' ').length >= SHORTEST_SENTENCE) return true;
  return /[，,]/.test(source) && (anyStartsIn(plan.figures, range) || anyStartsIn(plan.dates, range));
}

/** In words of English. */
const SHORTEST_SENTENCE = 6;
const PROMISE = /\b(?:will|shall|must|should)\b/i;
/** ## Goals, Policies and Actions over headings of its own level, ## Feature Story over the story's title. */
const KICKER =
  /^(?:[a-z]\. )?(?:goals|policies|objectives|strategies|actions|recommendations)(?:,? ?(?:and |& )?(?:goals|policies|objectives|strategies|actions|programs|programmes|measures|implementation)){1,3}$|^(?:feature stor(?:y|ies)|success stor(?:y|ies)|spotlight|in focus)$/;
const THE_END = /^(?:the end|end of (?:the )?(?:document|plan|report|strategy|text)|全文完|\(?完\)?|\(?以下无正文\)?)$/;
