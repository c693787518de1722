import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { resolveKey } from '../cases/resolve-key.ts';
import type { CaseLibrary } from '../framework/case-types.ts';
import { takeCitations } from '../plan/citations.ts';
import type { Citation } from '../plan/types.ts';
import { caseReference, sourceReference } from '../references/case-reference.ts';
import { type ListedReference, listReferences } from '../references/reference-list.ts';
import type { Reference, ReferenceOptions } from '../references/types.ts';
import type { Locale } from '../text.ts';
import { cardText } from './card-text.ts';
import { citationHtml, type Marks, referencesHtml } from './html.ts';

/** What citations of a document can stand for. */
export interface PreviewSources {
  readonly cases: CaseLibrary;
  /** The project's own works, by key; they come before the cases. */
  readonly references: ReadonlyMap<string, Reference>;
  readonly locale: Locale;
  readonly options: ReferenceOptions;
}

type FoundCitation = Omit<Citation, 'block'>;

const CITATION = 'parkplan_citation';
const REFERENCES = 'parkplan_references';

/**
 * A markdown-it plugin: citations of known cases and works become numbers (or author and year) with a hover card, and a list of references follows the text.
 * A document that cites nothing known stays as it is, so that @names in other texts are left alone. `sourcesFor` is asked once per rendering, with markdown-it's `env`;
 * nothing happens where it gives nothing. Whatever comes from the text, a case or a bibliography is escaped.
 */
export function citationsPlugin(md: MarkdownIt, sourcesFor: (env: unknown) => PreviewSources | undefined): void {
  const rule = (state: StateCore) => {
    if (!state.src.includes('@')) return;
    const sources = sourcesFor(state.env);
    if (sources) cite(state, sources);
  };
  try {
    // Before escaped characters become ordinary text again: \@ is no citation.
    md.core.ruler.before('text_join', CITATION, rule);
  } catch {
    // markdown-it before 13, as in older editors, makes them text at once.
    md.core.ruler.after('inline', CITATION, rule);
  }
  md.renderer.rules[CITATION] = (tokens, at) => String(tokens[at]?.meta?.['html']);
  md.renderer.rules[REFERENCES] = (tokens, at) => String(tokens[at]?.meta?.['html']);
}

function cite(state: StateCore, sources: PreviewSources): void {
  const places = state.tokens.flatMap((token) => (token.type === 'inline' ? placesIn(token) : []));
  const works = new Map<string, Reference>();
  for (const { citations } of places)
    for (const { key, unread } of citations) {
      const work = unread ? undefined : workFor(key, sources);
      if (work && !works.has(key)) works.set(key, work);
    }
  if (works.size === 0) return;
  const listed = listReferences([...works.values()], sources.options);
  const byKey = new Map(listed.map((one) => [one.reference.id, one]));
  const marks = { ...sources.options, locale: sources.locale };
  const cardFor = ({ reference }: ListedReference) =>
    cardText(reference, resolveKey(sources.cases, reference.id)?.case, sources);
  // From the end, so that places before stay where they are.
  for (const place of [...places].reverse()) replace(state, place, byKey, cardFor, marks);
  const list = new state.Token(REFERENCES, '', 0);
  list.block = true;
  list.meta = { html: referencesHtml(listed, marks) };
  state.tokens.push(list);
}

/** A piece of text in an inline token. */
interface TextPlace {
  readonly inline: Token;
  readonly index: number;
  readonly citations: readonly FoundCitation[];
}

function placesIn(inline: Token): TextPlace[] {
  const places: TextPlace[] = [];
  let links = 0;
  inline.children?.forEach((child, index) => {
    if (child.type === 'link_open') links++;
    else if (child.type === 'link_close') links--;
    if (child.type !== 'text' || links > 0 || !child.content.includes('@')) return;
    const text = child.content;
    const at = Array.from({ length: text.length }, (_, i) => i);
    const { citations } = takeCitations({ text, at }, text);
    if (citations.length > 0) places.push({ inline, index, citations });
  });
  return places;
}

/** Cuts the text at its citations; those that hold nothing known stay text. */
function replace(
  state: StateCore,
  { inline, index, citations }: TextPlace,
  byKey: ReadonlyMap<string, ListedReference>,
  cardFor: (one: ListedReference) => string,
  marks: Marks,
): void {
  const token = inline.children![index]!;
  const groups = new Map<string, FoundCitation[]>();
  for (const citation of citations) {
    const place = `${citation.range.start} ${citation.range.end}`;
    groups.set(place, [...(groups.get(place) ?? []), citation]);
  }
  const made: Token[] = [];
  let from = 0;
  const addText = (to: number) => {
    if (to <= from) return;
    const text = new state.Token('text', '', 0);
    text.content = token.content.slice(from, to);
    text.level = token.level;
    made.push(text);
  };
  for (const group of groups.values()) {
    const { range } = group[0]!;
    if (!group.some(({ key, unread }) => !unread && byKey.has(key))) continue;
    addText(range.start);
    const citation = new state.Token(CITATION, '', 0);
    citation.level = token.level;
    citation.meta = {
      html: citationHtml(
        group.map(({ key, locator, suppressAuthor }) => {
          const listed = byKey.get(key);
          return { key, locator, suppressAuthor, listed, card: listed && cardFor(listed) };
        }),
        token.content[range.start] === '[',
        marks,
      ),
    };
    made.push(citation);
    from = range.end;
  }
  addText(token.content.length);
  inline.children!.splice(index, 1, ...made);
}

function workFor(key: string, { references, cases }: PreviewSources): Reference | undefined {
  const own = references.get(key);
  if (own) return own;
  const found = resolveKey(cases, key);
  if (!found) return undefined;
  return found.source ? sourceReference(key, found.source) : caseReference(found.case);
}
