import type { TopicEvidence } from '../evidence/types.ts';
import type { CompiledTopic } from '../framework/compile.ts';
import type { RuleContext } from './types.ts';

/** How a topic is asked of a plan: it must be there, it would be well to have, or nobody looks for it. */
export type Asked = 'required' | 'suggested' | 'not-asked';

/**
 * Places from which on a pathway that nobody asked for is one that the plan takes. Of the demands for a gap analysis that readers judged they called all 22 right
 * where there were two, 15 of 28 where there was one, 16 of 29 where there was none (docs/detection.md).
 */
const TAKEN = 2;

type Given = Pick<RuleContext, 'demand' | 'evidence' | 'framework'>;

/** Of an element of a pathway that nobody asked for it hangs on whether the plan takes that pathway. */
export function askedOf(id: string, { demand, evidence, framework }: Given): Asked {
  const topic = framework.topics.get(id);
  if (!topic || !demand.required.has(id)) return 'not-asked';
  // The author's own word.
  const role = demand.roles.get(id)?.role;
  if (role === 'primary' || role === 'supporting') return 'required';
  const pathway = topic.pathway === undefined ? undefined : evidence.get(topic.pathway);
  if (pathway && demand.required.has(pathway.id)) return 'required';
  const isTaken = pathway ? pathway.evidence.length >= TAKEN : evidence.get(id)?.level !== 'absent';
  if (!isTaken && demand.ifTaken.has(id)) return 'not-asked';
  return pathway && !isTaken ? 'suggested' : 'required';
}

export interface Lacking {
  readonly topic: CompiledTopic;
  readonly evidence: TopicEvidence;
  readonly asked: Exclude<Asked, 'not-asked'>;
}

/** What is asked of a plan and nowhere more than named: in the framework's order. Elements of a required pathway that is wholly absent are left out, for that says it all. */
export function lackingIn(context: Given): Lacking[] {
  const { demand, evidence, framework } = context;
  return [...demand.required].flatMap((id) => {
    const topic = framework.topics.get(id);
    const found = evidence.get(id);
    const asked = askedOf(id, context);
    if (!topic || !found || asked === 'not-asked') return [];
    if (found.level !== 'absent' && found.level !== 'mentioned') return [];
    if (found.level === 'mentioned' && demand.named.has(id)) return [];
    const pathway = topic.pathway === undefined ? undefined : evidence.get(topic.pathway);
    if (pathway?.level === 'absent' && demand.required.has(pathway.id)) return [];
    return [{ topic, evidence: found, asked }];
  });
}
