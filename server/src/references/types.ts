/** Works that a plan cites, in CSL-JSON's fields (citationstyles.org): the shape that Pandoc, Zotero and the rest exchange. */

export type ReferenceName =
  | { readonly literal: string }
  | {
      readonly family?: string;
      readonly given?: string;
      readonly suffix?: string;
      readonly 'non-dropping-particle'?: string;
    };

export interface ReferenceDate {
  /** One date, or two for a span: year, month, day. */
  readonly 'date-parts'?: readonly (readonly (number | string)[])[];
  readonly literal?: string;
  readonly raw?: string;
}

export interface Reference {
  /** The citation key. */
  readonly id: string;
  readonly type: string;
  readonly title?: string;
  readonly author?: readonly ReferenceName[];
  readonly editor?: readonly ReferenceName[];
  readonly translator?: readonly ReferenceName[];
  readonly 'container-title'?: string;
  readonly 'event-title'?: string;
  readonly publisher?: string;
  readonly 'publisher-place'?: string;
  readonly edition?: string | number;
  readonly volume?: string | number;
  readonly issue?: string | number;
  readonly page?: string | number;
  readonly number?: string | number;
  readonly version?: string | number;
  readonly issued?: ReferenceDate;
  readonly accessed?: ReferenceDate;
  readonly URL?: string;
  readonly DOI?: string;
  /** BCP 47. */
  readonly language?: string;
}

/** Editions of GB/T 7714: 2025 is in force since 1 July 2026. */
export type Edition = '2025' | '2015';
/** 顺序编码制 and 著者-出版年制. */
export type ReferenceStyle = 'numeric' | 'author-year';

export interface ReferenceOptions {
  readonly edition: Edition;
  readonly style: ReferenceStyle;
}
