import { CompletionItemKind } from 'vscode-languageserver';
import { caseCard } from '../cases/case-card.ts';
import { citationOf, citingSentence } from '../cases/citation-text.ts';
import { type Findable, type FindIndex, find, findableCase, indexOf } from '../cases/find-cases.ts';
import { placeOf } from '../cases/place.ts';
import type { LoadedEngine } from '../config/load-engine.ts';
import type { Case } from '../framework/case-types.ts';
import { findableReference } from '../references/findable-reference.ts';
import { referenceCard } from '../references/reference-card.ts';
import type { Reference } from '../references/types.ts';
import { type Locale, say } from '../text.ts';
import { word } from '../words/catalogue.ts';
import { REFERENCE_OPTIONS } from './cited-works.ts';
import type { Asked, Proposal } from './completion.ts';
import { lineBehind } from './line-at.ts';
import { sectionAt, sectionsWithin } from './sections-at.ts';

/** What has been typed of a citation: an `@` that no word runs into, and what follows it. Chinese, letters, digits, and what may stand in a key. */
const TYPED = /(?:^|[^\w.+\\-])(\[?)(-?@)([\p{L}\p{N}_:.#$%&+?~/-]*)$/u;
/** Documentation and a sentence for the first ones; the rest is told by its card once it is cited. */
const MOST = 40;

type Found = (Findable & { readonly case: Case }) | (Findable & { readonly reference: Reference });
const indexes = new WeakMap<LoadedEngine, FindIndex<Found>>();

/** Cases and the project's own works behind an `@`, the best first; each as a citation, and the best cases also as a sentence. Undefined where nobody cites. */
export function caseCompletions(asked: Asked): Proposal[] | undefined {
  const { before, offset, checked, locale } = asked;
  const match = TYPED.exec(before);
  if (!match) return undefined;
  const [, bracket = '', sign = '', typed = ''] = match;
  const isInGroup = bracket === '[' || /\[[^\]]*$/.test(before);
  const found = foundWorks(typed, asked);
  const start = offset - typed.length - sign.length - (isInGroup ? 0 : bracket.length);
  // Editors filter by what is typed; the server has matched it already, in ways that they do not know.
  const filter = checked.plan.text.slice(start, offset);
  const closes = !isInGroup || /^[^[]*\]/.test(lineBehind(checked.plan.text, offset)) ? '' : ']';
  const citation = (one: Found): Proposal => ({
    ...told(one, locale),
    kind: CompletionItemKind.Reference,
    range: { start, end: offset },
    text: isInGroup ? `${sign}${one.key}${closes}` : citationOf(one.key).replace('@', sign),
    filter,
  });
  const sentences = isInGroup || sign !== '@' ? [] : found.slice(0, 5);
  return [
    ...found.map(citation),
    ...sentences.flatMap((one): Proposal[] =>
      'case' in one
        ? [
            {
              ...citation(one),
              label: word(locale, 'citeInSentence', say(one.case.title, locale)),
              kind: CompletionItemKind.Snippet,
              text: citingSentence(one.case, checked.plan.language === 'en' ? 'en' : 'zh-CN'),
            },
          ]
        : [],
    ),
  ];
}

/** Cases that a query may mean at a place of a plan, the best first. */
export function foundCases(query: string, asked: Pick<Asked, 'checked' | 'offset'>): Case[] {
  return foundWorks(query, asked, Number.POSITIVE_INFINITY).flatMap((one) => ('case' in one ? [one.case] : []));
}

function foundWorks(query: string, asked: Pick<Asked, 'checked' | 'offset'>, most = MOST): Found[] {
  const { engine } = asked.checked.project;
  let index = indexes.get(engine);
  if (!index) {
    const cases = [...engine.cases.cases.values()].map(findableCase);
    const references = [...engine.bibliography.references.values()].map(findableReference);
    index = indexOf<Found>([...cases, ...references]);
    indexes.set(engine, index);
  }
  return find(index, query, contextOf(asked), most).map(({ entry }) => entry);
}

function told(found: Found, locale: Locale): Pick<Proposal, 'label' | 'detail' | 'documentation'> {
  if ('case' in found) {
    const { id, region, industry, title } = found.case;
    const detail = [id, placeOf(region, locale), say(industry, locale)].join(' · ');
    return { label: say(title, locale), detail, documentation: caseCard(found.case, locale) };
  }
  const { id, title = id } = found.reference;
  return { label: title, detail: id, documentation: referenceCard(found.reference, REFERENCE_OPTIONS) };
}

/** The pathway that the chapter serves best, and what the plan is about. */
function contextOf({ checked, offset }: Pick<Asked, 'checked' | 'offset'>): { pathway?: string; words: string } {
  const { plan, result, project } = checked;
  const headings = plan.sections.map(({ heading }) => heading?.text ?? '');
  const words = [plan.title?.text ?? '', ...headings].join(' ');
  const section = sectionAt(plan, offset);
  if (section.id === 0) return { words };
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
