import { isHanReference, labelOf, namesOf } from './names.ts';
import type { Reference, ReferenceDate, ReferenceOptions } from './types.ts';

/** 文献类型标识 by CSL's types; what is none of these is 其他. */
const CODES: Readonly<Record<string, string>> = {
  'article-journal': 'J',
  'article-magazine': 'J',
  'article-newspaper': 'N',
  article: 'PP',
  book: 'M',
  chapter: 'M',
  'entry-dictionary': 'M',
  collection: 'G',
  'paper-conference': 'C',
  thesis: 'D',
  report: 'R',
  patent: 'P',
  standard: 'S',
  dataset: 'DS',
  software: 'CP',
  map: 'CM',
  webpage: 'EB',
  post: 'EB',
  'post-weblog': 'EB',
  'entry-encyclopedia': 'EB',
  entry: 'EB',
  broadcast: 'EB',
  motion_picture: 'EB',
  interview: 'EB',
};

/** A reference in the form of GB/T 7714 without its number, in two parts so that a host can make the address a link. */
export interface ReferenceParts {
  /** `王翀. 园区如何建立产业集群[EB/OL].（2023-10-28）[2026-11-22]` */
  readonly text: string;
  /** `https://…` */
  readonly address?: string;
  /** `DOI:10.1000/1`; 2025: behind the address. */
  readonly doi?: string;
}

/** The whole reference as one line, full stop at its end. `suffix` tells apart works of one author and year: 2023a. */
export function referenceText(reference: Reference, options: ReferenceOptions, suffix = ''): string {
  const { text, address, doi } = referenceParts(reference, options, suffix);
  return `${[text, address, doi].filter((part) => part !== undefined).join('. ')}.`;
}

export function referenceParts(reference: Reference, options: ReferenceOptions, suffix = ''): ReferenceParts {
  const marks = MARKS[options.edition];
  const isHan = isHanReference(reference);
  const code = CODES[reference.type] ?? 'Z';
  const address = webAddress(reference.URL);
  const author = authorOf(reference, isHan, options);
  const year = yearOf(reference.issued);
  const isByYear = options.style === 'author-year';
  const lead = isByYear
    ? [author === '' ? anonymous(isHan) : author, `${year ?? (isHan ? '无日期' : 'n.d.')}${suffix}`].join(marks.comma)
    : author;
  const carrier = address !== undefined || reference.DOI !== undefined || code === 'EB' ? '/OL' : '';
  const title = titleOf(reference, code, options);
  const host = isPartOfBook(code, reference) ? hostOf(reference, isHan, options) : '';
  const said = [
    ...(lead === '' ? [] : [lead]),
    `${title}[${code}${carrier}]${host === '' ? '' : `//${host}`}`,
    ...bodyOf(reference, code, isHan, options),
  ].filter((part) => part !== '');
  return {
    text: joined(said),
    ...(address === undefined ? {} : { address }),
    ...(reference.DOI === undefined
      ? {}
      : { doi: `DOI:${reference.DOI.replace(/^https?:\/\/(?:dx\.)?doi\.org\//, '')}` }),
  };
}

/** `（王翀，2023a）` without its brackets. */
export function authorYearLabel(reference: Reference, suffix = ''): { author: string; year: string } {
  const isHan = isHanReference(reference);
  const names = responsible(reference);
  return {
    author: names.length > 0 ? labelOf(names, isHan) : anonymous(isHan),
    year: `${yearOf(reference.issued) ?? (isHan ? '无日期' : 'n.d.')}${suffix}`,
  };
}

interface Marks {
  readonly comma: string;
  readonly colon: string;
  readonly open: string;
  readonly close: string;
}

/** 2025 sets all but the full stop and square brackets in full width. */
const MARKS: Readonly<Record<ReferenceOptions['edition'], Marks>> = {
  '2025': { comma: '，', colon: '：', open: '（', close: '）' },
  '2015': { comma: ', ', colon: ': ', open: '(', close: ')' },
};

/** Parts with full stops between them; an opening bracket of 2025 needs no space before it. */
function joined(parts: readonly string[]): string {
  return parts.reduce(
    (whole, part) => `${whole}${/[.．]$/.test(whole) ? '' : '.'}${part.startsWith('（') ? '' : ' '}${part}`,
  );
}

function authorOf(reference: Reference, isHan: boolean, { edition }: ReferenceOptions): string {
  // 2025 leaves the issuer of a standard out.
  if (reference.type === 'standard' && edition === '2025') return '';
  return namesOf(responsible(reference), isHan, edition).replace(/\.$/, '');
}

/** Who answers for a work; of a page that names nobody the site. */
function responsible({ author = [], editor = [], type, ...reference }: Reference): NonNullable<Reference['author']> {
  if (author.length > 0) return author;
  if (type === 'book' && editor.length > 0) return editor;
  const site = reference['container-title'] ?? reference.publisher;
  return CODES[type] === 'EB' && site !== undefined ? [{ literal: site.replace(/\s*[（(][^（）()]*[）)]$/, '') }] : [];
}

function anonymous(isHan: boolean): string {
  return isHan ? '佚名' : 'Anon';
}

function titleOf({ title = '', number, type }: Reference, code: string, { edition }: ReferenceOptions): string {
  const { colon } = MARKS[edition];
  const plain = title.replace(/\s+/g, ' ').trim();
  // The mark before a subtitle is one of the standard's own.
  const written = edition === '2025' ? plain.replace(/(?<=[\u3400-\u9fff）]) ?: ?|(?<=\S): (?=\S)/g, '：') : plain;
  if (number === undefined) return written;
  if (type === 'standard' && edition === '2025') return `${number} ${written}`;
  return code === 'R' || code === 'S' || code === 'P' ? `${written}${colon}${number}` : written;
}

function isPartOfBook(code: string, reference: Reference): boolean {
  return code === 'C' || (code === 'M' && reference.type !== 'book' && reference['container-title'] !== undefined);
}

/** The book or the proceedings around a part. */
function hostOf(reference: Reference, isHan: boolean, { edition }: ReferenceOptions): string {
  const editors = namesOf(reference.editor ?? [], isHan, edition);
  const title = reference['container-title'] ?? reference['event-title'] ?? '';
  return [...(editors === '' ? [] : [editors]), title].join('. ');
}

/** What stands between the title and the address. */
function bodyOf(reference: Reference, code: string, isHan: boolean, options: ReferenceOptions): string[] {
  const marks = MARKS[options.edition];
  const isByYear = options.style === 'author-year';
  const translators = namesOf(reference.translator ?? [], isHan, options.edition);
  const others = translators === '' ? [] : [`${translators}${marks.comma}${isHan ? '译' : 'trans'}`];
  if (code === 'J') return [...others, journalOf(reference, options)];
  if (code === 'N') return [...others, newspaperOf(reference, options)];
  if (code === 'EB' || code === 'DS' || code === 'PP' || code === 'CP' || code === 'Z')
    return [...others, onlineOf(reference, code, options)];
  const when = isByYear ? '' : (yearOf(reference.issued) ?? '');
  const isOnlyDate = code === 'R' && reference['publisher-place'] === undefined && reference.publisher === undefined;
  const published = isOnlyDate
    ? dateOf(reference.issued)
    : [place(reference, marks), ...(when === '' ? [] : [when])].filter((part) => part !== '').join(marks.comma);
  const pages = reference.page === undefined ? '' : `${marks.colon}${pagesOf(reference.page)}`;
  const read = options.edition === '2015' && reference.URL !== undefined ? accessedOf(reference) : '';
  return [
    ...others,
    editionOf(reference, isHan),
    `${published}${published === '' ? pages.slice(marks.colon.length) : pages}${read}`,
  ];
}

function place({ publisher = '', 'publisher-place': where = '' }: Reference, { colon }: Marks): string {
  return where === '' ? publisher : publisher === '' ? where : `${where}${colon}${publisher}`;
}

function editionOf({ edition }: Reference, isHan: boolean): string {
  const written = String(edition ?? '').trim();
  if (!/^\d+$/.test(written)) return written;
  if (written === '1') return '';
  return isHan ? `${written} 版` : `${ordinal(Number(written))} ed`;
}

function ordinal(value: number): string {
  const ending = value % 100 > 10 && value % 100 < 14 ? 'th' : ({ 1: 'st', 2: 'nd', 3: 'rd' }[value % 10] ?? 'th');
  return `${value}${ending}`;
}

function journalOf(reference: Reference, { edition, style }: ReferenceOptions): string {
  const { comma, colon, open, close } = MARKS[edition];
  const { volume, issue, page } = reference;
  const hasIssue = volume !== undefined || issue !== undefined;
  const when = style === 'author-year' ? '' : hasIssue ? (yearOf(reference.issued) ?? '') : dateOf(reference.issued);
  const number = issue === undefined ? '' : `${open}${issue}${close}`;
  const parts = [reference['container-title'] ?? '', when, volume === undefined ? '' : String(volume)].filter(
    (part) => part !== '',
  );
  const read = edition === '2015' && reference.URL !== undefined ? accessedOf(reference) : '';
  return `${parts.join(comma)}${number}${page === undefined ? '' : `${colon}${pagesOf(page)}`}${read}`;
}

function newspaperOf(reference: Reference, { edition, style }: ReferenceOptions): string {
  const { comma, open, close } = MARKS[edition];
  // The day is told even where the year stands behind the author.
  const when = dateOf(reference.issued);
  const day = style === 'author-year' && !when.includes('-') ? '' : when;
  const parts = [reference['container-title'] ?? reference.publisher ?? '', day].filter((part) => part !== '');
  const page = reference.page === undefined ? '' : `${open}${reference.page}${close}`;
  const read = edition === '2015' && reference.URL !== undefined ? accessedOf(reference) : '';
  return `${parts.join(comma)}${page}${read}`;
}

/** Pages, data and preprints: where, when made, when read. */
function onlineOf(reference: Reference, code: string, { edition, style }: ReferenceOptions): string {
  const { open, close } = MARKS[edition];
  const made = dateOf(reference.issued);
  const isTold = made !== '' && !(style === 'author-year' && !made.includes('-'));
  const dates = `${isTold ? `${open}${made}${close}` : ''}${accessedOf(reference)}`;
  if (code === 'EB') return dates;
  const where = reference.publisher ?? reference['container-title'] ?? '';
  const version = reference.version === undefined ? '' : `${reference.version}. `;
  return `${version}${where}${dates}`;
}

function accessedOf({ accessed }: Reference): string {
  const day = dateOf(accessed);
  return day === '' ? '' : `[${day}]`;
}

/** 2023-10-28, 2023-10 or 2023. */
function dateOf(date: ReferenceDate | undefined): string {
  const parts = date?.['date-parts']?.[0];
  if (parts && parts.length > 0) return parts.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-');
  return date?.raw ?? date?.literal ?? '';
}

function yearOf(date: ReferenceDate | undefined): string | undefined {
  const year = /\d{4}/.exec(dateOf(date))?.[0];
  return year ?? (dateOf(date) === '' ? undefined : dateOf(date));
}

function pagesOf(page: string | number): string {
  return String(page).replace(/\s*[–—-]+\s*/g, '-');
}

function webAddress(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:\/\/[^\s<>"]+$/i.test(url) ? url : undefined;
}
