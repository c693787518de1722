import { caseFile } from '../generated/validators/case.js';
import type { LocalText } from '../text.ts';
import type { Case, CaseLibrary } from './case-types.ts';
import { type DataFile, readDataFile, type Steps } from './data-file.ts';
import type { SourceFile, SourceProblem } from './types.ts';

/** Where a case's id stands: the file, line and column from 1. */
export type CasePlace = Pick<SourceProblem, 'path' | 'line' | 'column'>;

export interface LoadedCases {
  readonly library: CaseLibrary;
  readonly problems: SourceProblem[];
  /** By id: what an editor goes to, and what it changes when the case is renamed. */
  readonly places: ReadonlyMap<string, CasePlace>;
}

/**
 * Reads case files (one case each) into a library, in the order of the files. Never throws: a mistake is a located problem, its case is left out and the rest goes on.
 * Of two cases with one id the first counts. `knownPathways`: ids that a case may name; any when left out.
 */
export function loadCases(files: readonly SourceFile[], knownPathways?: ReadonlySet<string>): LoadedCases {
  const cases = new Map<string, Case>();
  const places = new Map<string, CasePlace>();
  const problems: SourceProblem[] = [];
  for (const source of files) {
    const file = readDataFile<Case>(source, caseFile);
    problems.push(...file.problems);
    if (!file.data) continue;
    const found = file.data;
    const home = places.get(found.id);
    const mistakes = home === undefined ? mistakesIn(found, file, knownPathways) : [twice(found.id, home.path, file)];
    problems.push(...mistakes);
    if (mistakes.length > 0) continue;
    cases.set(found.id, found);
    const { path, line, column } = file.problemAt(['id'], { zh: '', en: '' });
    places.set(found.id, { path, line, column });
  }
  return { library: { cases }, problems, places };
}

function twice(id: string, home: string, file: DataFile<Case>): SourceProblem {
  return file.problemAt(['id'], {
    zh: `案例编号“${id}”已用于 ${home}`,
    en: `The case id "${id}" is already used in ${home}`,
  });
}

/** What a schema cannot say: names that must exist, names that must differ, and that a dispute has two sides. */
function mistakesIn(found: Case, file: DataFile<Case>, knownPathways?: ReadonlySet<string>): SourceProblem[] {
  const problems: SourceProblem[] = [];
  const report = (steps: Steps, message: LocalText) => problems.push(file.problemAt(steps, message));
  const sources = new Set(found.sources.map((source) => source.id));
  const facts = new Set(found.facts.map((fact) => fact.id));
  const disputed = new Set(found.disputes.flatMap((dispute) => dispute.facts));

  for (const [i, id] of found.pathways.entries()) {
    if (knownPathways && !knownPathways.has(id)) report(['pathways', i], unknown('路径', 'pathway', id, knownPathways));
  }
  for (const [list, word] of [['facts', LIST_WORDS.facts] as const, ['sources', LIST_WORDS.sources] as const]) {
    const seen = new Set<string>();
    for (const [i, { id }] of found[list].entries()) {
      if (seen.has(id))
        report([list, i, 'id'], { zh: `${word.zh}编号“${id}”重复`, en: `Two ${word.en} have the id "${id}"` });
      seen.add(id);
    }
  }
  for (const [i, fact] of found.facts.entries()) {
    if (!sources.has(fact.source)) report(['facts', i, 'source'], unknown('出处', 'source', fact.source, sources));
    if (fact.status === 'disputed' && !disputed.has(fact.id)) {
      report(['facts', i, 'status'], {
        zh: `事实“${fact.id}”有争议，但 disputes 中没有列出各方说法`,
        en: `The fact "${fact.id}" is disputed, but no entry of disputes says by whom`,
      });
    }
  }
  for (const [i, dispute] of found.disputes.entries()) {
    for (const [j, id] of dispute.facts.entries()) {
      if (!facts.has(id)) report(['disputes', i, 'facts', j], unknown('事实', 'fact', id, facts));
    }
    for (const [j, claim] of dispute.claims.entries()) {
      if (!sources.has(claim.source)) {
        report(['disputes', i, 'claims', j, 'source'], unknown('出处', 'source', claim.source, sources));
      }
    }
    if (new Set(dispute.claims.map((claim) => claim.value.zh)).size < 2) {
      report(['disputes', i, 'claims'], {
        zh: '争议至少要有两种不同的说法',
        en: 'A dispute needs at least two different claims',
      });
    }
  }
  return problems;
}

const LIST_WORDS: Readonly<Record<'facts' | 'sources', LocalText>> = {
  facts: { zh: '事实', en: 'facts' },
  sources: { zh: '出处', en: 'sources' },
};

function unknown(zh: string, en: string, id: string, known: ReadonlySet<string>): LocalText {
  const list = [...known].join(', ');
  return { zh: `没有编号为“${id}”的${zh}；现有：${list}`, en: `There is no ${en} "${id}"; known: ${list}` };
}
