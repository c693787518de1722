import type { Plan, Section } from '../plan/types.ts';

/** The innermost section around an offset; the root where there is no other. */
export function sectionAt({ sections }: Plan, offset: number): Section {
  return sections.findLast(({ range }) => range.start <= offset && offset <= range.end) ?? sections[0]!;
}

/** Ids of a section and of those under it. */
export function sectionsWithin({ id }: Section, { sections }: Plan): ReadonlySet<number> {
  const inside = new Set([id]);
  for (const one of sections) if (inside.has(one.parent)) inside.add(one.id);
  return inside;
}

/** Ids of a section and of those around it. */
export function sectionsAround(section: Section, { sections }: Plan): ReadonlySet<number> {
  const around = new Set<number>();
  for (let at: Section | undefined = section; at; at = sections[at.parent]) around.add(at.id);
  return around;
}
