import { CompletionItemKind } from 'vscode-languageserver';
import { caseCard } from '../cases/case-card.ts';
import { citingSentence } from '../cases/citation-text.ts';
import { type Findable, type FindIndex, find, findableCase, indexOf } from '../cases/find-cases.ts';
import { placeOf } from '../cases/place.ts';
import type { Case, CaseLibrary } from '../framework/case-types.ts';
import { type Locale, say } from '../text.ts';
import { word } from '../words/catalogue.ts';
import type { Asked, Proposal } from './completion.ts';
import { sectionsWithin } from './hover.ts';

/** What has been typed of a citation: an `@` that no word runs into, and what follows it. Chinese, letters, digits, and what may stand in a key. */
const TYPED = /(?:^|[^\w.+\\-])(\[?)(-?@)([\p{L}\p{N}_:.#$%&+?~/-]*)$/u;
/** Documentation and a sentence for the first ones; the rest is told by its card once it is cited. */
const MOST = 40;

type Found = Findable & { readonly case: Case };
const indexes = new WeakMap<CaseLibrary, FindIndex<Found>>();

/** Cases behind an `@`, the best first; each as a citation, and the best also as a sentence. Undefined where nobody cites. */
export function caseCompletions(asked: Asked): Proposal[] | undefined {
  const { before, offset, checked, locale } = asked;
  const match = TYPED.exec(before);
  if (!match) return undefined;
  const [, bracket = '', sign = '', typed = ''] = match;
  const isInGroup = bracket === '[' || /\[[^\]]*$/.test(before);
  const { cases } = checked.project.engine;
  const found = find(indexFor(cases), typed, contextOf(asked), MOST).map(({ entry }) => entry.case);
  const start = offset - typed.length - sign.length - (isInGroup ? 0 : bracket.length);
  // Editors filter by what is typed; the server has matched it already, in ways that they do not know.
  const filter = checked.plan.text.slice(start, offset);
  const closes = !isInGroup || /^[^\n[]*\]/.test(checked.plan.text.slice(offset)) ? '' : ']';
  const citation = (one: Case): Proposal => ({
    label: say(one.title, locale),
    detail: detailOf(one, locale),
    documentation: caseCard(one, locale),
    kind: CompletionItemKind.Reference,
    range: { start, end: offset },
    text: isInGroup ? `${sign}${one.id}${closes}` : `[${sign}${one.id}]`,
    filter,
  });
  const sentences = isInGroup || sign !== '@' ? [] : found.slice(0, 5);
  return [
    ...found.map(citation),
    ...sentences.map(
      (one): Proposal => ({
        ...citation(one),
        label: word(locale, 'citeInSentence', say(one.title, locale)),
        kind: CompletionItemKind.Snippet,
        text: citingSentence(one, checked.plan.language === 'en' ? 'en' : 'zh-CN'),
      }),
    ),
  ];
}

function indexFor(library: CaseLibrary): FindIndex<Found> {
  let index = indexes.get(library);
  if (!index) {
    index = indexOf([...library.cases.values()].map(findableCase));
    indexes.set(library, index);
  }
  return index;
}

/** The pathway that the chapter serves best, and what the plan is about. */
function contextOf({ checked, offset }: Asked): { pathway?: string; words: string } {
  const { plan, result, project } = checked;
  const headings = plan.sections.map(({ heading }) => heading?.text ?? '');
  const words = [plan.title?.text ?? '', ...headings].join(' ');
  const section = plan.sections.findLast(({ range }) => range.start <= offset && offset <= range.end);
  if (!section || section.id === 0) return { words };
  const inside = sectionsWithin(section, plan);
  const counted = (project.engine.framework?.pathways ?? []).map(({ id }) => ({
    id,
    pieces: result?.evidence.get(id)?.evidence.filter((one) => inside.has(one.section)).length ?? 0,
  }));
  const best = counted.reduce<(typeof counted)[number] | undefined>(
    (most, one) => (one.pieces > (most?.pieces ?? 0) ? one : most),
    undefined,
  );
  return best ? { pathway: best.id, words } : { words };
}

function detailOf({ id, region, industry }: Case, locale: Locale): string {
  return [id, placeOf(region, locale), say(industry, locale)].join(' · ');
}
