import type { ElementSource, FrameworkParts } from '../server/src/framework/types.ts';

export const LANGUAGES = ['zh', 'en'] as const;
type Language = (typeof LANGUAGES)[number];

/** As VS Code reads it. */
export interface Snippet {
  readonly prefix: string;
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
      prefix: prefixOf(pathway.id),
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

function elementSnippet({ id, question, skeleton }: ElementSource, language: Language): Snippet {
  return { prefix: prefixOf(id), description: question[language], body: bodyOf(skeleton[language].trim()) };
}

function key(id: string, title: string): string {
  return `${title} (${id})`;
}

/** `talent/attraction` → `park-talent-attraction`. */
function prefixOf(id: string): string {
  return `park-${id.replace('/', '-')}`;
}

/** `{{what|such as}}` becomes a tab stop that shows what it is such as; what a snippet would take for its own is escaped. */
function bodyOf(skeleton: string): string[] {
  let stop = 0;
  return skeleton
    .split(/(\{\{[^{}]*\}\})/)
    .map((part) => {
      const slot = /^\{\{(?:[^|{}]*\|)?([^{}]*)\}\}$/.exec(part);
      if (!slot) return part.replace(/[\\$]/g, '\\$&');
      stop++;
      return `\${${stop}:${slot[1]!.replace(/[\\$}]/g, '\\$&')}}`;
    })
    .join('')
    .split('\n');
}
