import { caseReference } from '../references/case-reference.ts';
import { listMarkdown } from '../references/list-markdown.ts';
import { listReferences } from '../references/reference-list.ts';
import type { Reference, ReferenceOptions } from '../references/types.ts';
import { bibtexOf } from '../references/write-bibtex.ts';
import { readCitingPlan } from './cited.ts';
import { type Context, EXIT } from './context.ts';
import { type EngineOptions, engineHere } from './explain.ts';
import { writeWhole } from './write.ts';

export interface BibOptions extends EngineOptions, ReferenceOptions {
  readonly format: 'csl-json' | 'bibtex' | 'markdown';
  readonly output?: string;
}

/** `bib [PLANS]`: what the plans cite; without plans the whole library and the project's bibliography. Exit code 1 when a key stands for nothing. */
export async function bib(plans: readonly string[], options: BibOptions, context: Context): Promise<number> {
  const { references, isComplete } =
    plans.length > 0 ? await citedIn(plans, options, context) : await everything(options, context);
  const text = written(references, options);
  if (options.output === undefined) context.print(text);
  else {
    await writeWhole(options.output, text);
    context.note(context.word('written', options.output));
  }
  return isComplete ? EXIT.clean : EXIT.findings;
}

interface Works {
  readonly references: readonly Reference[];
  readonly isComplete: boolean;
}

async function citedIn(plans: readonly string[], options: BibOptions, context: Context): Promise<Works> {
  const references = new Map<string, Reference>();
  let isComplete = true;
  for (const path of plans) {
    const cited = await readCitingPlan(path, options, context);
    for (const reference of cited.references)
      if (!references.has(reference.id)) references.set(reference.id, reference);
    if (cited.unknown.length > 0) isComplete = false;
  }
  return { references: [...references.values()], isComplete };
}

async function everything(options: BibOptions, context: Context): Promise<Works> {
  const { cases, references } = await engineHere(options, context);
  return { references: [...[...cases.cases.values()].map(caseReference), ...references.values()], isComplete: true };
}

function written(references: readonly Reference[], options: BibOptions): string {
  if (options.format === 'csl-json') return `${JSON.stringify(references, undefined, 2)}\n`;
  if (options.format === 'bibtex') return bibtexOf(references);
  return listMarkdown(listReferences(references, options), options);
}
