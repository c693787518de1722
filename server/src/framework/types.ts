/** A framework as it is written (`…Source`) and as it is used (compiled). */

import type { SectionKind } from '../plan/types.ts';
import type { LocalText } from '../text.ts';
import type { WordTable } from './word-table.ts';

/** Words in each language; both lists may be empty but not both. */
export interface Words {
  readonly zh?: readonly string[];
  readonly en?: readonly string[];
}

/** Facts of the plan model that a pattern can ask for: in the sentence of the match, or in its block where the window is the block. */
export type Fact =
  | 'figure' // any quantity but a grant's ceiling or a threshold
  | 'money' // an amount, grants included
  | 'percent'
  | 'area' // an area of land or floor, in the clause of the match
  | 'date' // deadline, period or phase
  | 'two-dates' // two different ones
  | 'phase'
  | 'future-year' // a year not before the plan's period (that of a table's column too), or a deadline
  | 'past-year'
  | 'milestone' // a dated step: with a month, in a phase, within so many months, or due in another year than the plan's last
  | 'validity' // a term of validity: 有效期至
  | 'plan-period' // the years that the plan's own title names
  | 'base-value' // a figure in a table's column of the present state, or of a year before the plan's period
  | 'place' // a named park, zone or site
  | 'places' // several places side by side: 上饶、赣州等地
  | 'unit' // a responsible unit in any form
  | 'lead-unit'
  | 'supporting-unit'
  | 'name'; // named partner, project, platform, fund

export interface PatternSource {
  /**
   * Groups that must all occur within the window; may be empty where `has` says enough, then the whole block matches. Each entry is the name of a group, or several joined by `|` (any of them).
   * Names are looked up in the file's own `groups` first, then in the lexicon.
   */
  readonly all: readonly string[];
  /** Groups that must not occur in the same window. */
  readonly none?: readonly string[];
  readonly within?: 'clause' | 'sentence' | 'block';
  /** Facts that the sentence must hold; the block, where `within` is `block` or `all` is empty. */
  readonly has?: readonly Fact[];
  /** Only in sections of these kinds (the section or one around it). */
  readonly in?: readonly SectionKind[];
  readonly notIn?: readonly SectionKind[];
  /** Only in a section whose heading (or one around it below the chapter) matches this topic's `headings`. */
  readonly under?: boolean;
  /**
   * What the match is worth. `measure` (default): `addressed` when somebody commits to it there (a measure verb, outside principles and description, not negated), else `mentioned`.
   * `statement`: the statement itself is what the topic asks for (a diagnosis, a figure of the present state): `addressed`. `mention`: never more than `mentioned`.
   */
  readonly worth?: 'measure' | 'statement' | 'mention';
  /** Facts of which two (or all of those named here, when given) lift the match to `actionable`; an empty list: never. */
  readonly actionable?: readonly Fact[];
  /** Words of lack count as what the pattern looks for, not as a negation (a diagnosis of gaps). */
  readonly lack?: boolean;
}

export interface TopicSource {
  /** Terms that make a heading this topic's heading (contained in the heading's words). */
  readonly headings?: GroupSource;
  readonly patterns?: readonly PatternSource[];
}

export interface ElementSource extends TopicSource {
  /** `pathway/element`. */
  readonly id: string;
  readonly title: LocalText;
  /** What a reviewer asks. */
  readonly question: LocalText;
  /** What counts, and what is only a mention. */
  readonly counts: LocalText;
  readonly mention: LocalText;
  /** `required`: a primary pathway must have it; `recommended`: it is only suggested. */
  readonly need: 'required' | 'recommended';
  /** Facts that one place at least must have where something is arranged for. */
  readonly wants?: readonly Fact[];
  /** Markdown to insert, with `{{slot}}` placeholders; filled slots make the element `actionable`. */
  readonly skeleton: LocalText;
  readonly cases?: readonly string[];
  /** Where the element comes from: the article, a guideline with link, a research id. */
  readonly source: readonly SourceNote[];
}

export interface SourceNote {
  readonly title: string;
  readonly url?: string;
  readonly id?: string;
}

export interface PathwaySource extends TopicSource {
  readonly id: string;
  readonly title: LocalText;
  readonly summary: LocalText;
  readonly mechanism: LocalText;
  readonly fits: LocalText;
  readonly unfit: LocalText;
  readonly groups?: Readonly<Record<string, GroupSource>>;
  readonly elements: readonly ElementSource[];
}

/** An essential is an element without a pathway: its id has no slash. */
export interface EssentialsSource {
  readonly groups?: Readonly<Record<string, GroupSource>>;
  readonly essentials: readonly ElementSource[];
}

/**
 * A word group. A word is matched as a substring of the normalised text in Chinese, at word boundaries in English (`incubat*` for any ending; a plain English word also matches its plural).
 * `引进…人才` means 引进, at most 12 characters (English: 40), 人才, within one clause. Longest match wins: a word inside a longer `except` of the same group does not count.
 */
export interface GroupSource extends Words {
  readonly except?: Words;
}

export interface LexiconSource {
  readonly groups: Readonly<Record<string, GroupSource>>;
}

/** How a clause speaks, whatever it speaks about. See `server/src/evidence/speech.ts` for what each list does. */
export interface SpeechSource {
  /** Verbs of a concrete act: 设立, 引进, 给予, build, fund. Enough for a commitment. */
  readonly act: GroupSource;
  /** Verbs that announce little by themselves: 加强, 促进, strengthen. A commitment only where the sentence is specific besides. */
  readonly urge: GroupSource;
  /** Urging verbs after which a verb at the end of the clause is a noun: 加强…建设, 融入…建设. */
  readonly slogan: GroupSource;
  /** Words in place of a number: 一批, 若干, a number of. */
  readonly vague: GroupSource;
  /** Acts that with a vague number say no more than a hope: 培育, 打造, 壮大. */
  readonly growth: GroupSource;
  /** What is founded, not grown: 实验室, 平台, 基地. A batch of these is an act. Left out, nothing is. */
  readonly founded?: GroupSource;
  /** What is or was so: 已建成, 现有, 截至, has become. */
  readonly describe: GroupSource;
  /** 尚未, 不涉及, 暂不, not applicable. */
  readonly negate: GroupSource;
  /** 另行制定, 待明确, to be determined. */
  readonly defer: GroupSource;
  /** Words of lack, which a diagnosis may look for: 缺乏, 不足, lacks. */
  readonly lack: GroupSource;
}

export interface FrameworkSource {
  readonly id: string;
  readonly version: string;
  readonly title: LocalText;
  readonly summary: LocalText;
  /** Paths of the other files, relative to this one. */
  readonly lexicon: string;
  readonly speech: string;
  readonly essentials: string;
  readonly pathways: readonly string[];
  readonly defaults: {
    /** Ids held against every plan that does not say otherwise. */
    readonly required: readonly string[];
    readonly genres?: readonly GenreSource[];
  };
}

/** A kind of document and what it is held to beside or instead of the defaults: a list of subsidies describes no present state, an action plan dates its tasks. Told by its title, its text, how long it holds, or several of these. */
export interface GenreSource {
  /** One of these stands in the document's title. */
  readonly titles?: { readonly zh?: readonly string[]; readonly en?: readonly string[] };
  /** How often the text speaks of something, in the plan's language; a language without an entry has no such text. */
  readonly text?: { readonly zh?: WordRate; readonly en?: WordRate };
  /** For so many years at most: by the plan's period, or the one year that its title names. */
  readonly years?: number;
  /** Ids that it is not held to. */
  readonly without?: readonly string[];
  /** Ids that it need only name. */
  readonly named?: readonly string[];
  /** Ids that it is held to only where it takes their pathway, or says something of them where they have none. */
  readonly ifTaken?: readonly string[];
  /** Ids that its tasks must have one by one: where hardly any has, it is told. */
  readonly each?: readonly string[];
}

/** Words, whole ones in English, and how often 1,000 characters of a text have one of them. One bound at least is given. */
export interface WordRate {
  readonly words: readonly string[];
  /** Longer words with one of these inside that mean something else. */
  readonly except?: readonly string[];
  readonly fewerThan?: number;
  readonly atLeast?: number;
}

/** A file as the host hands it over. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** A mistake in a framework, a case or a configuration file. Lines and columns are one-based. */
export interface SourceProblem {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: LocalText;
}

/** All files of a framework, read and valid. */
export interface FrameworkParts {
  readonly framework: FrameworkSource;
  readonly lexicon: LexiconSource;
  readonly speech: SpeechSource;
  readonly essentials: EssentialsSource;
  readonly pathways: readonly PathwaySource[];
  /** Of the files' text: eight hexadecimal digits. */
  readonly hash: string;
  /** The words of all groups in the order in which `compileFramework` numbers them, where they are compiled already; the groups then hold no more than is shown to people. */
  readonly words?: WordTable;
}

/** Words of a group that people are shown. */
export const SHOWN_WORDS = 6;

export type TopicKind = 'pathway' | 'element' | 'essential';

/** A thing that a plan may speak of: a pathway, an element of one, or an essential. */
export interface Topic {
  readonly id: string;
  readonly kind: TopicKind;
  readonly title: LocalText;
  /** Id of the pathway around an element. */
  readonly pathway?: string;
  readonly source: PathwaySource | ElementSource;
}
