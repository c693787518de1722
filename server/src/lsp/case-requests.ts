import { caseChoice } from '../cases/case-choice.ts';
import { citationOf, citingSentence } from '../cases/citation-text.ts';
import { resolveKey } from '../cases/resolve-key.ts';
import { foundCases } from './case-completion.ts';
import { REFERENCE_OPTIONS } from './cited-works.ts';
import type { CaseItem, CitedSources, DocumentParams, PositionParams } from './protocol.ts';
import type { Feature } from './server-context.ts';

/** `parkplan/cases` and `parkplan/citedSources`: cases to choose from, and what a preview needs to show a document's citations. */
export const caseRequests: Feature = {
  capabilities: () => ({}),
  register(server) {
    server.connection.onRequest('parkplan/cases', async ({ textDocument, position }: PositionParams) => {
      const checked = await server.checked(textDocument.uri);
      const { framework } = checked?.project.engine ?? {};
      if (!checked || !framework) return [];
      const locale = await server.localeOf(textDocument.uri);
      const offset = checked.document.positions.offsetAt(position);
      const language = checked.plan.language === 'en' ? 'en' : 'zh-CN';
      return foundCases('', { checked, offset }).map(
        (found): CaseItem => ({
          ...caseChoice(found, framework, locale),
          citation: citationOf(found.id),
          sentence: citingSentence(found, language),
        }),
      );
    });
    server.connection.onRequest(
      'parkplan/citedSources',
      async ({ textDocument }: DocumentParams): Promise<CitedSources | null> => {
        const checked = await server.checked(textDocument.uri);
        if (!checked?.result) return null;
        const { cases, bibliography } = checked.project.engine;
        const keys = [...new Set(checked.plan.citations.map(({ key }) => key))];
        return {
          cases: [...new Set(keys.flatMap((key) => resolveKey(cases, key)?.case ?? []))],
          references: keys.flatMap((key) => bibliography.references.get(key) ?? []),
          locale: await server.localeOf(textDocument.uri),
          options: REFERENCE_OPTIONS,
        };
      },
    );
  },
};
