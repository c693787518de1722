import type { Plan } from '../plan/types.ts';
import type { Range } from '../text.ts';

/** A place in a plan that names something of the framework or the rules. */
export interface NamedPlace {
  readonly kind: 'topic' | 'rule';
  readonly id: string;
  readonly range: Range;
}

/** Ids of topics in the front matter and in `<!-- parkplan: … here -->`, names of rules in directives. */
export function namedPlaces(plan: Plan): NamedPlace[] {
  const inDirectives = plan.directives.flatMap(({ kind, names }) =>
    names.map(({ text, range }): NamedPlace => ({ kind: kind === 'here' ? 'topic' : 'rule', id: text, range })),
  );
  return [...inFrontMatter(plan), ...inDirectives];
}

function inFrontMatter({ frontMatter }: Plan): NamedPlace[] {
  const own = (frontMatter?.data as { parkplan?: Record<string, unknown> } | null | undefined)?.parkplan;
  if (!frontMatter || typeof own !== 'object' || own === null) return [];
  return ['pathways', 'not-applicable'].flatMap((key) => {
    const map = own[key];
    if (typeof map !== 'object' || map === null) return [];
    return Object.keys(map).flatMap((id): NamedPlace[] => {
      const range = frontMatter.rangeOf(['parkplan', key, id], 'key');
      return range ? [{ kind: 'topic', id, range }] : [];
    });
  });
}
