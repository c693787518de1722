import type { CheckResult } from '../check.ts';
import type { Framework } from '../framework/compile.ts';
import { placeOf } from '../rules/place.ts';
import { skeletonFix } from '../rules/skeleton-fix.ts';
import type { Fix } from '../rules/types.ts';
import { snippetOf } from '../skeleton/snippet.ts';
import { say } from '../text.ts';
import type { Insertion, TopicParams } from './protocol.ts';
import type { Feature } from './server-context.ts';

/** `parkplan/insertion`: an element's skeleton, where it belongs in the document. */
export const insertion: Feature = {
  capabilities: () => ({}),
  register(server) {
    server.connection.onRequest(
      'parkplan/insertion',
      async ({ textDocument, topic }: TopicParams): Promise<Insertion | null> => {
        const checked = await server.checked(textDocument.uri);
        const { framework } = checked?.project.engine ?? {};
        const fix = checked?.result && framework && skeletonFor(topic, checked.result, framework);
        const edit = fix?.edits[0];
        if (!checked || !fix || !edit) return null;
        return {
          title: say(fix.title, await server.localeOf(textDocument.uri)),
          range: checked.document.positions.rangeOf(edit.range),
          snippet: snippetOf(edit.newText),
          text: edit.newText,
        };
      },
    );
  },
};

/** The fix that inserts a topic's skeleton; undefined for a pathway, which has none, and for no topic. */
export function skeletonFor(id: string, { plan }: CheckResult, framework: Framework): Fix | undefined {
  const topic = framework.topics.get(id);
  return topic && skeletonFix(topic, placeOf(topic, plan, framework), plan);
}
