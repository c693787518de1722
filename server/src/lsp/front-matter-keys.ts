import type { LocalText } from '../text.ts';
import { words } from '../words/catalogue.ts';

/** What a key of the front matter means, by its path; `*` stands for any id. The shape is `schemas/front-matter.schema.json`'s. */
const MEANINGS: readonly (readonly [path: string, meaning: LocalText])[] = [
  ['title', words.keyTitle],
  ['parkplan', words.keyParkplan],
  ['parkplan/stage', words.keyStage],
  ['parkplan/period', words.keyPeriod],
  ['parkplan/pathways', words.keyPathways],
  ['parkplan/pathways/*', words.keyPathway],
  ['parkplan/pathways/*/role', words.keyRole],
  ['parkplan/pathways/*/reason', words.keyReason],
  ['parkplan/not-applicable', words.keyNotApplicable],
  ['parkplan/not-applicable/*', words.keyExcuse],
];

export function meaningOf(path: readonly string[]): LocalText | undefined {
  const fits = (pattern: string) => {
    const steps = pattern.split('/');
    return steps.length === path.length && steps.every((step, i) => step === '*' || step === path[i]);
  };
  return MEANINGS.find(([pattern]) => fits(pattern))?.[1];
}

/** Keys that may stand under a path, without those that are ids. */
export function keysUnder(path: readonly string[]): readonly string[] {
  return MEANINGS.map(([pattern]) => pattern.split('/')).flatMap((steps) => {
    const own = steps.at(-1)!;
    const parents = steps.slice(0, -1);
    const fits = parents.length === path.length && parents.every((step, i) => step === '*' || step === path[i]);
    return fits && own !== '*' ? [own] : [];
  });
}
