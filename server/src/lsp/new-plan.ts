import { builtInFramework } from '../config/load-engine.ts';
import type { Framework } from '../framework/compile.ts';
import type { Stage } from '../rules/types.ts';
import { planSkeleton } from '../skeleton/plan-skeleton.ts';
import { snippetOf } from '../skeleton/snippet.ts';
import { say } from '../text.ts';
import { type WordKey, word } from '../words/catalogue.ts';
import type { Choices, ClientRequests, NewPlanParams } from './protocol.ts';
import type { Feature, ServerContext } from './server-context.ts';

const STAGES: Readonly<Record<Stage, WordKey>> = {
  outline: 'stageOutline',
  draft: 'stageDraft',
  consultation: 'stageConsultation',
  review: 'stageReview',
  issued: 'stageIssued',
};

/** `parkplan/choices` and `parkplan/newPlan`: what a new plan can be made of, and its text. */
export const newPlan: Feature = {
  capabilities: () => ({}),
  register(server) {
    server.connection.onRequest(
      'parkplan/choices',
      async ({ uri }: ClientRequests['parkplan/choices'][0]): Promise<Choices> => {
        const locale = await server.localeOf(uri);
        const { title, pathways } = await frameworkAt(uri, server);
        return {
          framework: say(title, locale),
          pathways: pathways.map(({ id, title: own, summary }) => ({
            id,
            title: say(own, locale),
            summary: say(summary, locale),
          })),
          stages: Object.entries(STAGES).map(([id, key]) => ({ id: id as Stage, title: word(locale, key) })),
        };
      },
    );
    server.connection.onRequest(
      'parkplan/newPlan',
      async ({ title, stage, period, pathways, uri }: NewPlanParams): Promise<{ snippet: string }> => {
        const framework = await frameworkAt(uri, server);
        const text = planSkeleton({
          title,
          locale: await server.localeOf(uri),
          stage,
          period,
          roles: new Map(pathways.map(({ id, role }) => [id, role])),
          essentials: framework.essentials,
          pathways: framework.pathways,
          required: framework.required,
        });
        return { snippet: snippetOf(text) };
      },
    );
  },
};

async function frameworkAt(uri: string | undefined, server: ServerContext): Promise<Framework> {
  const folder = uri ?? server.folders()[0];
  const project = folder === undefined ? undefined : await server.projects.of(`${folder.replace(/\/$/, '')}/plan.md`);
  return project?.engine.framework ?? builtInFramework();
}
