/** The case library: what happened where, with figures and sources. See `schemas/case.schema.json` for the file's shape. */
import type { LocalText } from '../text.ts';

export interface CaseSource {
  readonly id: string;
  /** CSL-JSON's type. */
  readonly type: string;
  readonly title: string;
  readonly author?: readonly { readonly literal: string }[];
  readonly 'container-title'?: string;
  readonly publisher?: string;
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly URL?: string;
  readonly language?: string;
  readonly note?: string;
  /** `seed`, `official`, `company-filing`, `organisation`, `press`, `repost`, `encyclopedia`, `blog`, `forum`, `mirror`. */
  readonly reliability: string;
  /** False: facts may be checked against it, its link is not shown. */
  readonly showLink: boolean;
}

export interface CaseFact {
  readonly id: string;
  readonly kind: 'figure' | 'year' | 'place' | 'actor' | 'rank' | 'text';
  readonly statement: LocalText;
  /** What the value measures. */
  readonly indicator?: LocalText;
  readonly value: number | string;
  readonly unit?: LocalText;
  readonly year?: string;
  /** 约, 余, 近, 以上 …: the word that stands with an approximate value. */
  readonly approximate?: string;
  /** The figure covers a wider area than the case. */
  readonly scope?: string;
  readonly status: 'asserted' | 'disputed' | 'unverified';
  readonly source: string;
}

export interface CaseDispute {
  readonly statement: LocalText;
  readonly claims: readonly { readonly value: string; readonly source: string }[];
  readonly note: LocalText;
  readonly facts: readonly string[];
  /** The value to use. */
  readonly preferred?: string;
}

export interface Case {
  readonly id: string;
  readonly pathways: readonly string[];
  readonly title: LocalText;
  readonly aliases: readonly string[];
  readonly region: { readonly country?: string; readonly province?: string; readonly city?: string; readonly district?: string };
  readonly park?: LocalText;
  readonly industry: LocalText;
  readonly period: string;
  readonly actors: readonly { readonly zh: string; readonly en: string; readonly role: string }[];
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
