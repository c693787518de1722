import type { CaseRegion } from '../framework/case-types.ts';
import { type Locale, say } from '../text.ts';

/** From the wide to the narrow in Chinese, from the narrow to the wide in English; China itself goes without saying in Chinese. */
export function placeOf({ country, province, city, district }: CaseRegion, locale: Locale): string {
  const parts = [...(country.zh === '中国' && locale !== 'en' ? [] : [country]), province, city, district];
  const names = parts
    .flatMap((part) => (part ? [say(part, locale)] : []))
    .filter((name, i, all) => name !== all[i - 1]);
  return locale === 'en' ? names.reverse().join(', ') : names.join('');
}
