import { HAS_YEAR, type Reader, YEAR } from './date-reader.ts';

/** What a step of a slogan does: 打基础, 见成效, 上台阶. */
const STEP = '(?:打|见|上|有|出|求|成|抓|搭|夯|树|强|扩|促|起)[\\u4e00-\\u9fff]{1,4}';
const LAST_STEP = new RegExp(`(${YEAR})年${STEP}[,、;]$`);
const NEXT_STEP = new RegExp(`^${STEP}[,、;](${YEAR})年`);

/** Steps of a plan that are named in a row, by their years or by their numbers. */
export const STEP_READERS: readonly Reader[] = [
  {
    // 2026年打基础,2028年见成效,2030年上台阶
    needs: HAS_YEAR,
    pattern: new RegExp(`(${YEAR})年(?=${STEP})`, 'g'),
    read([, year], { section, before, after }) {
      const at = Number(year);
      const last = LAST_STEP.exec(before)?.[1];
      const next = NEXT_STEP.exec(after)?.[1];
      const isStep = Number(last ?? at) <= at && Number(next ?? at) >= at && (last ?? next) !== undefined;
      if (!isStep || section.kind === 'baseline' || /了|已/.test(before + after)) return undefined;
      return { use: 'phase', fromYear: at, toYear: at };
    },
  },
  {
    // 1.调查摸底。2026年,对全区土地进行梳理: a step by its name, and when it is taken.
    needs: HAS_YEAR,
    pattern: new RegExp(
      `(?<=^\\(?[一二三四五六七八九十\\d]{1,2}[).、][^,。;:]{2,12}[。:])(${YEAR})年(?:\\d{1,2}月)?(?:起|前)?(?=,)`,
      'g',
    ),
    read: ([, year], { section }) =>
      section.kind === 'targets' || section.kind === 'baseline'
        ? undefined
        : { use: 'phase', fromYear: Number(year), toYear: Number(year) },
  },
  {
    // 一年打基础,两年有突破,三年见成效
    needs: /一年/,
    pattern: new RegExp(`一年${STEP}[,、;][两二三]年${STEP}(?:[,、;][三四五]年${STEP})?`, 'g'),
    read: (_, { ahead }) => (/了|已/.test(ahead) ? undefined : { use: 'phase' }),
  },
  {
    // Year 1: the board is set up. Year 2: the hall opens.
    needs: /year/,
    pattern:
      /(?<=^|[.;|(] ?)year (?:\d|one|two|three|four|five)(?: ?[-–—] ?(?:\d|two|three|four|five))?(?=:| ?[–—] ?[a-z]| - [a-z])/g,
    read: () => ({ use: 'phase' }),
  },
  {
    // Week 1-2: the team is named; Weeks 3–4 and Month 6 in a cell, in brackets or behind a label of their own.
    needs: /(?:month|week|day)s? \d/,
    pattern:
      /(?<=^|[.;|(] ?|\b(?:timeline|timeframe|timing|schedule|deadline|when): ?)(?:month|week|day)s? \d{1,3}(?: ?(?:[-–—]|to|and) ?\d{1,3})?(?= ?(?:[:|)]|$)| ?[–—] ?[a-z]| - [a-z])/g,
    read: (_, { section }) => (section.kind === 'baseline' ? undefined : { use: 'phase' }),
  },
  {
    // Short-term (1-2 years) interventions, Phase 2 (years 3-5): counted from the plan's own start.
    needs: /years?/,
    pattern:
      /(?<=\b(?:(?:short|medium|mid|long|near)[- ]term|phase \d|phase [a-z]{3,5})(?: [a-z]{3,14}){0,2} ?\()(?:\d{1,2} ?[-–—] ?\d{1,2} years|years \d{1,2} ?(?:[-–—]|to) ?\d{1,2})(?=\))/g,
    read: (_, { section }) => (section.kind === 'baseline' ? undefined : { use: 'phase' }),
  },
];
