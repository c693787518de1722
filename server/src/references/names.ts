import type { Edition, Reference, ReferenceName } from './types.ts';

const HAN = /[\u3400-\u9fff\u3040-\u30ff]/;

/** Whether an entry is set in Chinese (等) or in a Western language (et al.): by its own language, else by its script. */
export function isHanReference({ language, title, author }: Reference): boolean {
  if (language !== undefined) return /^(?:zh|cn|ja|chinese|japanese|中文)/i.test(language);
  return HAN.test(title ?? '') || (author ?? []).some((name) => HAN.test(fullName(name)));
}

/** Up to three names as GB/T 7714 writes them, 等 or et al. behind: family name first, given names of Western authors as initials. */
export function namesOf(names: readonly ReferenceName[], isHan: boolean, edition: Edition): string {
  const comma = edition === '2025' ? '，' : ', ';
  const shown = names.slice(0, 3).map((name) => nameOf(name, edition));
  if (names.length > 3) shown.push(isHan ? '等' : 'et al');
  return shown.join(comma);
}

/** What stands in the text of a plan: 王翀, 王翀 等, Porter, Porter et al. */
export function labelOf(names: readonly ReferenceName[], isHan: boolean): string {
  const [first] = names;
  if (!first) return '';
  const name = 'literal' in first || HAN.test(fullName(first)) ? fullName(first) : familyOf(first);
  return names.length === 1 ? name : `${name} ${isHan ? '等' : 'et al.'}`;
}

/** For putting authors in order. */
export function fullName(name: ReferenceName): string {
  if ('literal' in name) return name.literal;
  const given = name.given ?? '';
  const family = familyOf(name);
  return HAN.test(family + given) ? family + given : [family, given].filter((part) => part !== '').join(' ');
}

function nameOf(name: ReferenceName, edition: Edition): string {
  if ('literal' in name) return name.literal;
  const family = familyOf(name);
  const given = name.given ?? '';
  if (HAN.test(family + given) || given === '') return family + given;
  const initials = initialsOf(given, edition);
  const shown = edition === '2015' ? family.toUpperCase() : family;
  const whole = [shown, initials].filter((part) => part !== '').join(' ');
  return name.suffix === undefined ? whole : `${whole}${edition === '2025' ? '，' : ', '}${name.suffix}`;
}

function familyOf(name: Exclude<ReferenceName, { literal: string }>): string {
  return [name['non-dropping-particle'], name.family].filter((part) => part !== undefined && part !== '').join(' ');
}

/** Michael E. → M E; Jean-Luc → J-L, in 2015 J L. */
function initialsOf(given: string, edition: Edition): string {
  return given
    .split(/\s+/)
    .map((part) =>
      part
        .split('-')
        .map((one) => /^\p{L}/u.exec(one)?.[0].toUpperCase() ?? '')
        .filter((one) => one !== '')
        .join(edition === '2025' ? '-' : ' '),
    )
    .filter((part) => part !== '')
    .join(' ');
}
