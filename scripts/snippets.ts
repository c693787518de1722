import { citingSentence } from '../server/src/cases/citation-text.ts';
import { normalOf } from '../server/src/cases/normal.ts';
import { pinyinOf } from '../server/src/cases/pinyin.ts';
import type { Case } from '../server/src/framework/case-types.ts';
import type { ElementSource, FrameworkParts } from '../server/src/framework/types.ts';
import { snippetOf } from '../server/src/skeleton/snippet.ts';

export const LANGUAGES = ['zh', 'en'] as const;
type Language = (typeof LANGUAGES)[number];

/** As VS Code reads it. */
export interface Snippet {
  /** English words first, then the initials of the Chinese title's pinyin. */
  readonly prefix: readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

/** One snippet per element and essential, and one per pathway with its required elements in turn; keyed by title. */
export function snippetsOf({ pathways, essentials }: FrameworkParts, language: Language): Record<string, Snippet> {
  const snippets: Record<string, Snippet> = {};
  for (const essential of essentials.essentials)
    snippets[key(essential.id, essential.title[language])] = elementSnippet(essential, language);
  for (const pathway of pathways) {
    const needed = pathway.elements.filter(({ need }) => need === 'required');
    snippets[key(pathway.id, pathway.title[language])] = {
      prefix: prefixesOf(pathway.id, pathway.title.zh),
      description: pathway.summary[language],
      body: bodyOf(
        [
          `## ${pathway.title[language]}`,
          ...needed.flatMap(({ title, skeleton }) => [`### ${title[language]}`, skeleton[language].trim()]),
        ].join('\n\n'),
      ),
    };
    for (const element of pathway.elements)
      snippets[key(element.id, element.title[language])] = elementSnippet(element, language);
  }
  return snippets;
}

function elementSnippet({ id, title, question, skeleton }: ElementSource, language: Language): Snippet {
  return {
    prefix: prefixesOf(id, title.zh),
    description: question[language],
    body: bodyOf(skeleton[language].trim()),
  };
}

/** One snippet per case, a sentence that tells its key figure and cites it; and one per pathway, a citation to choose. */
export function caseSnippetsOf(
  cases: readonly Case[],
  { pathways }: FrameworkParts,
  language: Language,
): Record<string, Snippet> {
  const snippets: Record<string, Snippet> = {};
  for (const pathway of pathways) {
    const fitting = cases
      .filter((one) => one.pathways.includes(pathway.id))
      .sort((a, b) => a.pathways.indexOf(pathway.id) - b.pathways.indexOf(pathway.id));
    if (fitting.length === 0) continue;
    snippets[key(`case/${pathway.id}`, CITE[language] + pathway.title[language])] = {
      prefix: prefixesOf(`case/${pathway.id}`, pathway.title.zh),
      description: fitting.map(({ title }) => subjectOf(title[language])).join(language === 'zh' ? '、' : ', '),
      body: [`[@\${1|${fitting.map(({ id }) => id).join(',')}|}]`],
    };
  }
  for (const found of cases) {
    const [, words = '', citation = ''] =
      /^(.*?)( ?\[@.*)$/.exec(citingSentence(found, language === 'zh' ? 'zh-CN' : 'en')) ?? [];
    snippets[key(`case/${found.id}`, found.title[language])] = {
      prefix: prefixesOf(`case/${found.id}`, subjectOf(found.title.zh)),
      description: found.mechanism[language],
      body: [`\${1:${words.replace(/[\\$}]/g, '\\$&')}}${citation}`],
    };
  }
  return snippets;
}

const CITE = { zh: '引用案例：', en: 'Cite a case of: ' } as const;

/** What stands before the colon of a title. */
function subjectOf(title: string): string {
  return title.split(/[：:]/)[0]!.trim();
}

function key(id: string, title: string): string {
  return `${title} (${id})`;
}

/** `talent/attraction`, 人才引进 → `park-talent-attraction`, `park-rcyj`; a case keeps `park-case-` before both. */
function prefixesOf(id: string, title: string): string[] {
  const { initials } = pinyinOf(normalOf(title).replace(/[^a-z0-9\u3400-\u9fff]/g, ''));
  const short = initials.replace(/[^a-z0-9]/g, '');
  const lead = id.startsWith('case/') ? 'park-case-' : 'park-';
  return [...new Set([`park-${id.replace('/', '-')}`, ...(short.length > 1 ? [lead + short] : [])])];
}

function bodyOf(skeleton: string): string[] {
  return snippetOf(skeleton).split('\n');
}
