import type { Reference, ReferenceDate, ReferenceName } from './types.ts';

const TYPES: Readonly<Record<string, string>> = {
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  book: 'book',
  chapter: 'incollection',
  'paper-conference': 'inproceedings',
  thesis: 'thesis',
  report: 'report',
  patent: 'patent',
  dataset: 'dataset',
  webpage: 'online',
  post: 'online',
  'post-weblog': 'online',
  'entry-encyclopedia': 'inreference',
};

/** Works as BibLaTeX, which BibTeX programs read as far as they know its fields. */
export function bibtexOf(references: readonly Reference[]): string {
  return references.map(entryOf).join('\n');
}

function entryOf(reference: Reference): string {
  const type = TYPES[reference.type] ?? 'misc';
  const holder = type === 'article' ? 'journaltitle' : type === 'online' ? 'organization' : 'booktitle';
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['author', namesOf(reference.author)],
    ['editor', namesOf(reference.editor)],
    ['title', reference.title],
    [holder, reference['container-title']],
    ['publisher', reference.publisher],
    ['location', reference['publisher-place']],
    ['edition', text(reference.edition)],
    ['volume', text(reference.volume)],
    ['number', text(reference.issue ?? reference.number)],
    ['pages', text(reference.page)?.replace(/\s*[–-]+\s*/g, '--')],
    ['date', dateOf(reference.issued)],
    ['urldate', dateOf(reference.accessed)],
    ['langid', languageOf(reference.language)],
  ];
  const told = fields.flatMap(([name, value]) =>
    value === undefined || value === ''
      ? []
      : [`  ${name} = {${name === 'author' || name === 'editor' ? value : escaped(value)}},`],
  );
  // Addresses are read letter by letter.
  const addresses = [
    ...(reference.URL ? [`  url = {${reference.URL}},`] : []),
    ...(reference.DOI ? [`  doi = {${reference.DOI}},`] : []),
  ];
  return [`@${type}{${reference.id},`, ...told, ...addresses, '}', ''].join('\n');
}

function namesOf(names: readonly ReferenceName[] | undefined): string | undefined {
  return names
    ?.map((name) =>
      'literal' in name
        ? `{${escaped(name.literal)}}`
        : escaped(
            [name['non-dropping-particle'], name.family].filter(Boolean).join(' ') +
              (name.given ? `, ${name.given}` : ''),
          ),
    )
    .join(' and ');
}

function dateOf(date: ReferenceDate | undefined): string | undefined {
  const [from, to] = date?.['date-parts'] ?? [];
  const day = (parts: readonly (number | string)[]) => parts.map((part) => String(part).padStart(2, '0')).join('-');
  if (!from) return date?.raw ?? date?.literal;
  return to ? `${day(from)}/${day(to)}` : day(from);
}

function languageOf(language: string | undefined): string | undefined {
  if (language === undefined) return undefined;
  const name = { zh: 'chinese', en: 'english', de: 'german', fr: 'french', ja: 'japanese', it: 'italian', nl: 'dutch' }[
    language.slice(0, 2)
  ];
  return name ?? language;
}

function text(value: string | number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

/** What TeX would take for its own. */
function escaped(value: string): string {
  return value
    .replace(/\\/g, '\u0000')
    .replace(/[{}&%$#_]/g, '\\$&')
    .replaceAll('~', '\\textasciitilde{}')
    .replaceAll('^', '\\textasciicircum{}')
    .replaceAll('\u0000', '\\textbackslash{}');
}
