/** The case library: what happened where, with figures and sources. `schemas/case.schema.json` is the shape of a file, `docs/cases.md` how to write one. */
import type { LocalText } from '../text.ts';

/** How far a source can be trusted; a `mirror` copies others, sometimes with foreign text spliced in. */
export type Reliability =
  | 'seed' // the article behind the nine pathways
  | 'official'
  | 'company-filing'
  | 'academic'
  | 'organisation'
  | 'press'
  | 'repost'
  | 'encyclopedia'
  | 'blog'
  | 'forum'
  | 'mirror';

export interface CaseDate {
  /** One date, or two for a span: year, month, day. */
  readonly 'date-parts': readonly (readonly number[])[];
}

export type CaseAuthor = { readonly literal: string } | { readonly family: string; readonly given: string };

/** A bibliography entry: CSL-JSON's fields, then ours (`note`, `reliability`, `showLink`). */
export interface CaseSource {
  /** Unique within the case. */
  readonly id: string;
  /** CSL-JSON's type. */
  readonly type: string;
  /** In square brackets when the words are ours. */
  readonly title: string;
  readonly author?: readonly CaseAuthor[];
  readonly 'container-title'?: string;
  readonly publisher?: string;
  readonly issued?: CaseDate;
  readonly accessed?: CaseDate;
  /** Never present when `showLink` is false. */
  readonly URL?: string;
  /** BCP 47, e.g. `zh-CN`. */
  readonly language?: string;
  readonly reliability: Reliability;
  /** False: facts may be checked against it, but no link to it is shown. */
  readonly showLink: boolean;
  /** What a reader has to know of it; no part of a reference list. */
  readonly note?: LocalText;
}

/** A number; or text: a name, a place, a date `2003-12-31` or `2004-07`, a fraction `1/3`, a span `30-40`. */
export type CaseValue = number | string;

/**
 * The word that stands with a value. 约, 左右: either side of it; 余, 多, 超, 以上, 突破: not below it; 近: not above it; 等: a list that names only some.
 */
export type Approximate = '约' | '左右' | '余' | '多' | '超' | '以上' | '突破' | '近' | '等';

/** A second value of the same statement. */
export interface RelatedValue {
  readonly indicator: LocalText;
  readonly value: CaseValue;
  readonly unit?: LocalText;
  readonly approximate?: Approximate;
}

export interface CaseFact {
  /** Unique within the case. */
  readonly id: string;
  /** `text` and `rank` are words; a `rank` compares with other places. */
  readonly kind: 'figure' | 'year' | 'place' | 'actor' | 'rank' | 'text';
  readonly statement: LocalText;
  /** What the value measures. */
  readonly indicator: LocalText;
  readonly value: CaseValue;
  readonly unit?: LocalText;
  readonly approximate?: Approximate;
  /** Part of what is counted, e.g. projects of 10亿元以上; not an approximation. */
  readonly threshold?: LocalText;
  /** The year or span the value is of: `2022`, `2003–2023`, `1980s`. Absent when the source shows none. */
  readonly year?: string;
  /** The year was worked out from the text. */
  readonly yearInferred?: boolean;
  /** The figure covers another (mostly wider) area or body than the case. */
  readonly scope?: LocalText;
  /** A goal or plan, not a result. */
  readonly target?: boolean;
  /** The value was counted by us from a list; the source names the `items` and not the number. */
  readonly derivedCount?: boolean;
  readonly items?: LocalText;
  /** Where it happened, and who did it, when that is not the case's own place or actor. */
  readonly place?: string;
  readonly actor?: string;
  readonly related?: readonly RelatedValue[];
  /** `asserted`: at least one source says so. `unverified`: only the seed article does. `disputed`: sources disagree, see the case's `disputes`. */
  readonly status: 'asserted' | 'disputed' | 'unverified';
  /** For a disputed fact: the value to use. */
  readonly preferred?: LocalText;
  /** Id of one of the case's sources. */
  readonly source: string;
}

/** A point on which sources disagree: at least two claims, each with its source. */
export interface CaseDispute {
  readonly statement: LocalText;
  readonly claims: readonly { readonly value: LocalText; readonly source: string }[];
  /** The value to use. */
  readonly preferred?: LocalText;
  readonly note: LocalText;
  /** Ids of the facts that it touches; may be empty. */
  readonly facts: readonly string[];
}

export interface CaseRegion {
  readonly country: LocalText;
  readonly province?: LocalText;
  readonly city?: LocalText;
  readonly district?: LocalText;
}

export interface Case {
  /** The citation key; the file is named after it. */
  readonly id: string;
  readonly title: LocalText;
  /** Other names, in any language, by which a plan may speak of the case. */
  readonly aliases: readonly string[];
  readonly pathways: readonly string[];
  readonly region: CaseRegion;
  readonly park?: LocalText;
  readonly industry: LocalText;
  /** `1993–2023`, `1972–`. */
  readonly period: string;
  /** Of the record as a whole. */
  readonly confidence: 'high' | 'medium' | 'low';
  readonly actors: readonly { readonly kind?: 'person'; readonly name: LocalText; readonly role?: LocalText }[];
  readonly summary: LocalText;
  readonly mechanism: LocalText;
  readonly lessons: readonly LocalText[];
  readonly caveats: readonly LocalText[];
  readonly facts: readonly CaseFact[];
  readonly disputes: readonly CaseDispute[];
  readonly sources: readonly CaseSource[];
}

export interface CaseLibrary {
  readonly cases: ReadonlyMap<string, Case>;
}
