import type { Numbering, Plan, Section } from '../plan/types.ts';

/**
 * Headings whose number at the head only tells how many: 8 Strategic Sectors, 3 Pillars of Growth. No mark stands behind it, what follows is in
 * the plural, and the bare numbers beside it are all like that and do not follow each other.
 */
export function countedAmong(siblings: readonly Section[], plan: Plan): ReadonlySet<Numbering> {
  const bare: { readonly numbering: Numbering; readonly isPlural: boolean }[] = [];
  for (const { heading } of siblings) {
    const numbering = heading?.numbering;
    if (numbering?.style !== 'arabic' || !/^\d+\s*$/.test(plan.text.slice(numbering.range.start, numbering.range.end)))
      continue;
    bare.push({ numbering, isPlural: numbering.value > 1 && PLURAL.test(heading!.text) });
  }
  const values = new Set(bare.map(({ numbering }) => numbering.value));
  const isCounting = bare.every(({ isPlural, numbering }) => isPlural && !values.has(numbering.value + 1));
  return new Set(isCounting ? bare.map(({ numbering }) => numbering) : []);
}

const PLURAL =
  /^(?:(?!(?:and|of|for|in|to|the|our|with|by)\b)[a-z-]{2,24},? ){0,5}?[a-z-]{2,24}(?<![sui])s(?= (?:and|of|for|in|to|that|we|with|from|by)\b|[:,(]|$)/i;
