import { resolveKey } from '../cases/resolve-key.ts';
import { parsePlan } from '../plan/parse-plan.ts';
import type { Plan } from '../plan/types.ts';
import { caseReference, sourceReference } from '../references/case-reference.ts';
import type { Reference } from '../references/types.ts';
import { say } from '../text.ts';
import { bothWords } from '../words/catalogue.ts';
import { type Context, UsageError } from './context.ts';
import { decodeText } from './encoding.ts';
import type { Engine } from './engine.ts';
import { type EngineOptions, engineHere } from './explain.ts';
import { readBytes } from './read-bytes.ts';

export interface CitingPlan {
  readonly plan: Plan;
  readonly engine: Engine;
  /** What it cites, each work once, in the order of citing. */
  readonly references: readonly Reference[];
  /** Keys that nothing stands for. */
  readonly unknown: readonly string[];
}

/** Reads a plan and the works that it cites. Keys without a work are told. */
export async function readCitingPlan(path: string, options: EngineOptions, context: Context): Promise<CitingPlan> {
  const read = await readBytes(path);
  if ('reason' in read) throw new UsageError(bothWords('cannotRead', path, read.reason));
  const decoded = await decodeText(read.bytes);
  if ('reason' in decoded) throw new UsageError(bothWords('cannotRead', path, decoded.reason));
  const engine = await engineHere(options, context, path);
  const plan = parsePlan(decoded.text);
  const references = new Map<string, Reference>();
  const unknown = new Set<string>();
  for (const { key, unread } of plan.citations) {
    const reference = referenceFor(key, engine);
    if (reference && !unread) references.set(key, reference);
    else if (!reference && !unread) unknown.add(key);
  }
  for (const key of unknown)
    context.note(context.word('noteLabel') + say(bothWords('citedUnknown', path, key), context.locale));
  return { plan, engine, references: [...references.values()], unknown: [...unknown] };
}

/** The work that a key stands for: an entry of the project's bibliography, a case, or one source of a case. */
export function referenceFor(key: string, { references, cases }: Engine): Reference | undefined {
  const own = references.get(key);
  if (own) return own;
  const found = resolveKey(cases, key);
  if (!found) return undefined;
  return found.source ? sourceReference(key, found.source) : caseReference(found.case);
}
