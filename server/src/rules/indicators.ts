import { byBlock } from '../plan/by-block.ts';
import { fromBlocks } from '../plan/from-parts.ts';
import { indexIn } from '../plan/normal-text.ts';
import type { Block, Figure, Plan, Section } from '../plan/types.ts';
import { type Range, startingIn } from '../text.ts';
import { measureBefore } from './english-measures.ts';
import { isOfOtherArea, isOfOthers } from './other-areas.ts';
import { isOfOlderPlan, isOfOtherYear, isWithinYear, namesScenario } from './other-times.ts';
import { bareWords, type Named, rowIndicator } from './row-indicator.ts';
import { isChinese, type Said, saidAround } from './said.ts';

/** A figure with the name of what it measures and the year that holds for it. */
export interface Indicator {
  readonly name: string;
  readonly unit: string;
  readonly year: number;
  readonly value: number;
  readonly range: Range;
  readonly figure: Figure;
  /** As it is written, with the unit that holds for it. */
  readonly written?: string;
  /** Alike for what is the same indicator in the same year. */
  readonly key: string;
  /** It may hold for an area, an industry or a project only, and not for the whole plan. */
  readonly isPart: boolean;
  /** The words before it or a heading around it name an area or an industry. */
  readonly isOfNamedPart: boolean;
}

/** Too general to be one thing in two places. */
const GENERAL =
  /^(?:企业|项目|投资|资金|规模|面积|总数|数量|产值|收入|目标|指标|其中|合计|总计|小计|占比|比例|比重|增长|以上|左右|人员|人才|平台|基地|载体|用地|总投资|总面积|总规模|增速|年均增长)$/;
/** What it is depends on the words before it. */
const RELATIVE = /^(?:相关|其他|其它|上述|该|各|此类|这一|同类|其中)/;
/** What is added, year by year or in all, is another thing than what there is. */
const FLOW_BEFORE =
  /(?:新增|累计|每年|年均|净增|新建|新认定|新培育|新引进|引进|招引|引育|培育|培养|建设|打造|创建|实施|支持|安排|带动|服务|推动|组织|recruit|attract|create|add|build|support|train)[^,;。]{0,4}$/;
const FLOW_BETWEEN =
  /(?:增长|增加|提高|提升|下降|降低|减少|压减|新增|累计|年均|每年|同比|净增|rise|rose|grow|grew|fall|fell|cut)(?!到|至| to)/;
/** The zone will create 30,000 jobs: of all that it creates there is one number too. */
const CREATED =
  /(?:^|,? )(?:the|this|our) (?:whole )?(?:park|estate|campus|zone|hub|cluster|district|corridor|plan|strategy|policy|programme|program|masterplan) (?:will|shall|is to|aims to|is expected to) (?:create|generate) (?:(?:at least|more than|over|up to|about|around|some|a total of) )?$/;
/** 114th out of 190 countries: of how many, not how many. */
const OUT_OF = /\bout of (?:the |all )?$/;
/** What a project will bring once it runs. */
const OF_PROJECT = /达产|投产后|建成后/;
/** Firms with foreign owners are some of the firms. */
const QUALIFIED =
  /^[a-z -]{2,40}?(?<=[a-z]) (?:with|from|working|led|owned|active|employing|that|which|who|in (?!(?:the|our|this) (?:park|estate|zone|campus|site)|20\d\d|all\b|total))/;
/** Of two characters, and yet one thing. */
const SHORT = /^(?:税收|利税|利润)$/;
/** Said of the whole area, whatever chapter it stands in. */
const WHOLE_BEFORE = /(?:全区|全市|全县|全园|全省|园区|开发区|高新区|经开区|全域)$/;
const PART_BEFORE =
  /其中|片区|组团|板块|起步区|核心区|拓展区|先导区|示范区|功能区|产业园|街道|[乡镇]|行业|领域|赛道|产业链|of which|zone/;
const WHOLE_KINDS: readonly Section['kind'][] = ['root', 'principles', 'baseline', 'targets'];
/** Headings of targets that name no area and no industry. */
const PLAIN_HEADING = /^[总体主要具发展阶段性分预期工作量化规划近中远景年度定核心]{0,8}(?:目标|指标|指标体系)$/;

/** Figures that say which indicator in which year; the others cannot be compared. */
export const indicatorsIn = fromBlocks((block, plan): readonly Indicator[] | undefined => {
  const section = plan.sections[block.section]!;
  if (section.kind === 'elsewhere' || section.kind === 'definitions') return undefined;
  const named = namedIn(block, plan);
  if (named.length === 0 || isElsewhere(section, plan)) return undefined;
  const isPartly = !WHOLE_KINDS.includes(section.kind) || !isPlain(section, plan);
  const isUnderPart = isPartly && namesPart(section, plan);
  const own = named.filter(({ figure }) => !isOfAnotherArea(block, figure, plan));
  if (own.length === 0) return undefined;
  return own.map(({ saysWhole = false, saysPart = false, ...one }) => ({
    ...one,
    isPart: !saysWhole && (saysPart || isPartly),
    isOfNamedPart: !saysWhole && (saysPart || isUnderPart),
  }));
});

/** Hangs on the plan's title too, and therefore not on the block alone. */
function isOfAnotherArea(block: Block, figure: Figure, plan: Plan): boolean {
  if (block.kind === 'row') return false;
  const title = plan.title?.text ?? '';
  const known = judgedIn(block, plan);
  const before = known.get(figure);
  if (before?.title === title) return before.isOfOthers;
  const said = saidAround(block, figure, startOf(figure), plan);
  const now = { title, isOfOthers: said !== undefined && isOfOthers(said, title) };
  known.set(figure, now);
  return now.isOfOthers;
}

/** By figure, what was said last of whose it is, and under which title. */
const judgedIn = byBlock(() => new Map<Figure, { readonly title: string; readonly isOfOthers: boolean }>());

/** Under a heading of a scenario or of another area. */
function isElsewhere({ heading, parent }: Section, plan: Plan): boolean {
  if (heading && (namesScenario(heading.text) || isOfOtherArea(heading.text, plan.title?.text ?? ''))) return true;
  return parent > 0 && isElsewhere(plan.sections[parent]!, plan);
}

/** Figures of a block whose indicator, unit and year it says. */
const namedIn = byBlock((block, plan): readonly (Named & Omit<Indicator, 'isPart' | 'isOfNamedPart'>)[] => {
  const figures = startingIn(plan.figures, block.range);
  if (figures.length === 0 || (block.kind !== 'row' && namesScenario(block.normal.value))) return [];
  return figures.flatMap((figure) => {
    const { year, use, upper, range } = figure;
    if (year === undefined || use !== 'plain' || upper !== undefined) return [];
    const named =
      block.kind === 'row'
        ? rowIndicator(block, figure, plan.text.slice(range.start, range.end))
        : textIndicator(block, figure, plan);
    const bare = bareWords(named?.name ?? '');
    if (!named || GENERAL.test(bare) || RELATIVE.test(bare) || (bare.length < 3 && !SHORT.test(bare))) return [];
    return [{ ...named, key: `${bare}|${named.unit}|${year}`, year, range, figure }];
  });
});

/** What it measures or it itself, whichever is first. */
function startOf({ range, ofRange }: Figure): number {
  return Math.min(ofRange?.start ?? range.start, range.start);
}

/** A chapter itself, or a subsection of targets that names no area. */
function isPlain({ heading, parent }: Section, plan: Plan): boolean {
  if (!heading || parent <= 0) return true;
  return PLAIN_HEADING.test(heading.text) || plan.sections[parent]!.children.length === 1;
}

const PART_IN_HEADING =
  /产业|行业|制造|领域|赛道|片区|组团|板块|园|区|[县乡镇]|企业|集群|项目|industr|sector|zone|park|cluster|firm|project/;
const LATIN = /^[ -~‘’–—]+$/;
/** Headings of nothing but these name no area and no industry. */
const PLAIN_EN =
  /^(?:(?:and|the|of|for|our|main|key|strategic|overall|targets?|objectives?|goals?|aims?|vision|indicators?|tasks?|measures?|actions?|priorit(?:y|ies)|implementation|monitoring|evaluation|review|delivery|programmes?|strategy|plan|baseline|context|annex|appendix|summary|overview|introduction|governance|results?|kpis?|performance|framework|progress|[a-z]|\d+)(?: ?[&,:–—-])? ?)+$/;

function namesPart({ heading, parent }: Section, plan: Plan): boolean {
  if (heading && (PART_IN_HEADING.test(heading.text) || (LATIN.test(heading.text) && !PLAIN_EN.test(heading.text))))
    return true;
  return parent > 0 && namesPart(plan.sections[parent]!, plan);
}

/** Offsets of the plan stand for those of the normalised text: widths, quotation marks and spaces do not matter to these words. */
function textIndicator(block: Block, figure: Figure, plan: Plan): Named | undefined {
  const { unit, value, ofRange } = figure;
  const said = saidAround(block, figure, startOf(figure), plan);
  if (unit === '' || !said || isOfOlderPlan(said) || OF_PROJECT.test(said.before)) return undefined;
  if (isWithinYear(block, figure, said, plan) || isOfOtherYear(block, figure, said, plan)) return undefined;
  const name = nameOf(block, figure, said);
  if (name === undefined) return undefined;
  const start = startOf(figure);
  const before = plan.text
    .slice(Math.max(block.range.start, start - 60), start)
    .replaceAll('，', ',')
    .toLowerCase();
  const between = ofRange ? plan.text.slice(ofRange.end, Math.max(ofRange.end, figure.range.start)).toLowerCase() : '';
  const isCreated = / (?:create|generate) /.test(said.before) && CREATED.test(said.before);
  if ((FLOW_BEFORE.test(before) && !isCreated) || FLOW_BETWEEN.test(between) || OUT_OF.test(before)) return undefined;
  return {
    name: isCreated ? `new ${name}` : name,
    unit,
    value,
    saysWhole: WHOLE_BEFORE.test(before),
    saysPart:
      (!isCreated && PART_BEFORE.test(isChinese(said) ? before : said.before)) ||
      (block.kind === 'item' && /[:：。]/.test(before)) ||
      QUALIFIED.test(said.after),
  };
}

/** The noun beside it, with the adjective that an English one has: high-tech firms; else the subject of an English sentence. */
function nameOf({ normal }: Block, { of, ofRange, kind }: Figure, { before, after }: Said): string | undefined {
  if (of === undefined || !ofRange) return kind === 'count' ? undefined : measureBefore(before, after);
  const written = normal.value.slice(indexIn(normal, ofRange.start), indexIn(normal, ofRange.end));
  return written.endsWith(of) ? written : of;
}
