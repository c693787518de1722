/**
 * The plan model: what a plan says, as plain data. All ranges are UTF-16 offsets into `Plan.text`; they move with the text where it is read again
 * (`readPlan`), so who keeps one beyond that keeps it `settled`.
 */
import type { Anchor, Range, Text } from '../text.ts';

export type Language = 'zh' | 'en';

/**
 * What a section is for. A slogan in the principles is not a measure in the tasks.
 * - `root`: the document above its first heading (title, addressees, opening paragraph); a document without any heading is `tasks`
 * - `principles`: 总体要求、指导思想、基本原则
 * - `baseline`: 发展基础、现状、形势
 * - `targets`: 发展目标、主要目标
 * - `layout`: 空间布局
 * - `tasks`: 主要任务、重点任务、政策措施, and every chapter that is none of the others
 * - `safeguards`: 保障措施、组织实施
 * - `annex`: 附件、附表、附录
 * - `contents`: a table of contents; its blocks carry no evidence
 * - `basis`: 编制依据, lists of laws and policies; no evidence
 * - `references`: 参考文献; no evidence
 * - `elsewhere`: 国内外经验借鉴, another place's experience; no evidence of measures
 * - `definitions`: 名词解释、术语, footnote-like explanations; no evidence of measures
 */
export type SectionKind =
  | 'root'
  | 'principles'
  | 'baseline'
  | 'targets'
  | 'layout'
  | 'tasks'
  | 'safeguards'
  | 'annex'
  | 'contents'
  | 'basis'
  | 'references'
  | 'elsewhere'
  | 'definitions';

/** How a heading was written. */
export type HeadingForm = 'markdown' | 'paragraph' | 'bold' | 'run-in';

/** 第一章, 一、, （一）, 1., （1）, ①, 1.1 …; `value` is the ordinal (一 → 1), `path` all numbers of 1.1.2. */
export interface Numbering {
  readonly style:
    | 'part'
    | 'chapter'
    | 'section'
    | 'article'
    | 'han'
    | 'han-paren'
    | 'arabic'
    | 'arabic-paren'
    | 'circled'
    | 'decimal'
    | 'roman'
    | 'letter';
  readonly value: number;
  readonly path?: readonly number[];
  readonly range: Range;
}

export interface Heading {
  readonly form: HeadingForm;
  /** 1 = highest. Markdown depth, or derived from the numbering styles in the order in which the document nests them. */
  readonly level: number;
  /** The words without numbering and marks, normalised as in `NormalText`. */
  readonly text: string;
  /** The whole heading; for a run-in heading only the heading sentence, not the paragraph. */
  readonly range: Range;
  /** The words without numbering and marks. */
  readonly textRange: Range;
  readonly numbering?: Numbering;
}

export interface Section {
  readonly id: number;
  /** Id of the section around this one; -1 for the root, whose id is 0. */
  readonly parent: number;
  readonly kind: SectionKind;
  readonly heading?: Heading;
  /** Heading, body and subsections. */
  readonly range: Range;
  /** What stands between the heading and the first subsection (may be empty). */
  readonly bodyRange: Range;
  /** Ids of subsections, in order. */
  readonly children: readonly number[];
  /** Indices into `Plan.blocks` of the blocks directly in this section: `[from, to)`, subsections left out, heading block included. */
  readonly blocks: readonly number[];
}

/**
 * Text as patterns see it: full-width letters, digits and punctuation folded to ASCII (，→ , ；→ ; ：→ : （→ ( but 。《》、 stay), traditional characters
 * simplified, Latin lower-cased, quotation marks “”‘’"「」 and Markdown marks dropped, white space dropped next to a Han character or between a Han character and a digit
 * and otherwise one space. Never longer than the source.
 */
export interface NormalText {
  readonly value: string;
  /** `anchor.start + offsets[i]` is the offset in `Plan.text` of the character `value[i]`; one more entry than characters, the last is the end. */
  readonly offsets: Uint32Array;
  /** Where the part of the text stands that it was read in. */
  readonly anchor: Anchor;
}

/** `from` and `to` index `Block.normal.value`, `to` exclusive; `rangeIn` gives the same stretch in the text. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Clause extends Span {}

export interface Sentence extends Span {
  readonly clauses: readonly Clause[];
}

/**
 * A unit of the text that a person would call a paragraph: a Markdown heading, a paragraph, an item of a list (without nested items), a row of a table.
 * A paragraph in which every line ends a sentence, or whose lines are numbered items, counts as one block per line; a hard-wrapped paragraph is one block.
 */
export interface Block {
  readonly id: number;
  readonly kind: 'heading' | 'paragraph' | 'item' | 'row' | 'quote';
  readonly range: Range;
  /** Innermost section whose heading stands before or in this block. */
  readonly section: number;
  /** The same object as long as nothing but the block's place and number changes: what is known of a block is kept by it. */
  readonly normal: NormalText;
  readonly sentences: readonly Sentence[];
  /** Rows: the cells of this row and of the table's header (for the header row itself both are the same). A row is one sentence, a cell a clause. */
  readonly cells?: readonly Cell[];
  readonly header?: readonly Cell[];
  /** What it is numbered with in its text or as an item of a list, heading or not. */
  readonly numbering?: Pick<Numbering, 'style' | 'value' | 'path'>;
  /** Set when the block must not be taken as evidence: a line of a table of contents, a placeholder, a footnote's explanation, an attribution line, an attachment's name, a page's number or source. */
  readonly inert?: 'contents' | 'placeholder' | 'definition' | 'front';
}

export interface Cell {
  readonly text: string;
  readonly range: Range;
}

export type Sign = 'about' | 'at-least' | 'more-than' | 'at-most' | 'less-than' | 'nearly' | 'exact';

/** A quantity: 50家以上, 约3.5亿元, 40余家, 65%, 3个百分点, 5—10个, ￡1.125 billion. Years and dates, ordinals, document and article numbers are none. */
export interface Figure {
  readonly range: Range;
  readonly block: number;
  /** In the unit's base: 3.5亿元 → 350000000 with unit 元; 1.2万亩 → 12000 亩. Of a range the lower bound. */
  readonly value: number;
  /** Upper bound of a range. */
  readonly upper?: number;
  readonly sign: Sign;
  /** Normalised: 元, 家, 个, 项, 亩, 平方公里, %, 个百分点, 倍 …; in English usd, gbp, eur, cny, inr, %, jobs …; '' when bare. */
  readonly unit: string;
  readonly kind: 'count' | 'money' | 'percent' | 'area' | 'ratio' | 'other';
  /** A ceiling on what one applicant gets (最高不超过500万元, 给予100万元补贴) is `grant`; a floor for entry (投资5000万元以上的项目) is `threshold`; else `plain`. */
  readonly use: 'plain' | 'grant' | 'threshold';
  /** The noun that it measures, when it can be told: 规上工业总产值, 龙头企业, researchers. Normalised text. */
  readonly of?: string;
  readonly ofRange?: Range;
  /** Year or period that holds for it, when the sentence (or the table's header) says so. */
  readonly year?: number;
  /** The year is that of its column in a table. */
  readonly isYearOfColumn?: true;
  /** It stands in a table's column of the present state: 2025年（基期）, Baseline. */
  readonly isBase?: true;
}

export type DateUse = 'deadline' | 'period' | 'phase' | 'past' | 'document' | 'validity' | 'plain';

/**
 * 到2027年, 2026年底前, 2025—2030年, 三年内, “十五五”期间, by 2030, Q3 2027, 第一阶段(2026年3月—12月). `use`: `deadline` something is due by then, `period` a span of time,
 * `phase` a named phase with dates, `past` 截至2024年底 or a year whose sentence reports, `document` inside a title or a document number or the document's own date,
 * `validity` 有效期至, `plain` otherwise.
 */
export interface DateMention {
  readonly range: Range;
  readonly block: number;
  readonly use: DateUse;
  readonly fromYear?: number;
  /** Last year that it covers; a plain year has fromYear = toYear; 三年内 has neither. */
  readonly toYear?: number;
  readonly month?: number;
  /** In the plan's own title: from one year to a later one, or the year that a list of tasks is for. */
  readonly isPlanPeriod?: true;
  /** Counted from the year in which it was written, whichever that is: 今年, 年内, 12月底前, 明年底前. */
  readonly isThisYear?: true;
}

/** A responsible unit as the plan names it. */
export interface UnitMention {
  readonly range: Range;
  readonly block: number;
  /** `lead` 牵头单位, 由…牵头, led by; `support` 配合单位; `responsible` 责任单位 and bare units in brackets. */
  readonly role: 'lead' | 'support' | 'responsible';
  /** `label` 责任单位：…; `bracket` （市科委、市经信委）; `by` 由…牵头/负责; `column` a table column; `english` led by, owner: */
  readonly form: 'label' | 'bracket' | 'by' | 'column' | 'english';
  readonly names: readonly string[];
}

/** A named firm, institute, university, platform or project, when a pattern can tell (复旦大学, 临港新片区, “双千计划”, 国家级…中心 is none). */
export interface NameMention {
  readonly range: Range;
  readonly block: number;
  readonly kind: 'university' | 'institute' | 'firm' | 'platform' | 'place' | 'places' | 'programme' | 'fund';
  readonly text: string;
}

/** 《…》 and “…” titles of documents: words inside are no evidence. */
export interface TitleMention {
  readonly range: Range;
  readonly block: number;
}

/** `[@a; @b, p. 3]`, `[-@a]`, `@a` in text, `@{a.b.}`: one entry per key. */
export interface Citation {
  /** As Pandoc reads it: of any script, and in text up to the next mark or space. Without braces. */
  readonly key: string;
  /** The key with its `@` and braces. */
  readonly keyRange: Range;
  /** The whole bracket, or the key where there is none. */
  readonly range: Range;
  readonly block: number;
  readonly suppressAuthor: boolean;
  readonly locator?: string;
  /** A letter stands right before the `@` (见@a): meant as a citation, and Pandoc reads none. */
  readonly unread?: true;
}

/** `<!-- parkplan-disable-next-line rule other -- reason -->`, `<!-- parkplan: talent here -->`. */
export interface Directive {
  readonly range: Range;
  readonly kind: 'disable' | 'enable' | 'disable-line' | 'disable-next-line' | 'disable-file' | 'here' | 'unknown';
  /** Rules to suppress (empty = all), or the pathway and element ids of `here`. */
  readonly names: readonly { readonly text: string; readonly range: Range }[];
  readonly reason?: string;
  readonly section: number;
}

export interface FrontMatterProblem {
  readonly range: Range;
  /** YAML's own words, English. */
  readonly message: string;
  /** YAML's own code (BAD_INDENT), or UNCLOSED. */
  readonly code?: string;
}

export interface FrontMatter {
  /** With its fences. */
  readonly range: Range;
  /** Between the fences. */
  readonly contentRange: Range;
  /** Plain data; undefined when it cannot be read. */
  readonly data: unknown;
  readonly problems: readonly FrontMatterProblem[];
  /** Range of the value (or key) at a path such as ['parkplan', 'stage']; undefined when there is none. */
  rangeOf(path: readonly (string | number)[], what?: 'key' | 'value'): Range | undefined;
}

/** XX、待补充、TBD, {{slot}}. */
export interface Placeholder {
  readonly range: Range;
  readonly block: number;
}

export interface Plan {
  readonly text: Text;
  readonly language: Language;
  /** Front matter's title, else the first heading or title line. */
  readonly title: { readonly text: string; readonly range: Range } | undefined;
  readonly frontMatter: FrontMatter | undefined;
  /** In document order; `sections[0]` is the root. */
  readonly sections: readonly Section[];
  readonly blocks: readonly Block[];
  readonly figures: readonly Figure[];
  readonly dates: readonly DateMention[];
  readonly units: readonly UnitMention[];
  readonly names: readonly NameMention[];
  readonly titles: readonly TitleMention[];
  readonly citations: readonly Citation[];
  readonly directives: readonly Directive[];
  readonly placeholders: readonly Placeholder[];
}
