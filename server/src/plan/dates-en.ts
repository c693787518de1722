import { type Context, HAS_YEAR, type Reader, YEAR } from './date-reader.ts';
import { isSpentInEnglish, marksAThingInEnglish } from './spent-dates.ts';
import type { DateUse } from './types.ts';

const SEASONS = 'spring|summer|autumn|fall|winter';
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const MONTH_WORD = new RegExp(`\\b${MONTH}\\b`);

/** A year that no Chinese stands against. */
const YEAR_APART = new RegExp(
  `(?:(?<=\\b(?:mid|early|late|end)-)|(?<![\\u4e00-\\u9fff〔\\[(,.:/\\d-]))${YEAR}(?![\\u4e00-\\u9fff〕\\d]|[.,]\\d)`,
);

/** Earlier readers take the text from later ones. */
export const ENGLISH_READERS: readonly Reader[] = [
  {
    // from 01.04.2021 until 31/03/2026
    needs: HAS_YEAR,
    pattern: new RegExp(
      `\\b(?:(by|before|until|no later than|since|as of|from) )?\\d{1,2}([./-])(\\d{1,2})\\2(${YEAR})\\b(?![./-]\\d)`,
      'g',
    ),
    read([whole, lead, , monthText, year], context) {
      const at = Number(year);
      const month = Number(monthText);
      if (month < 1 || month > 12) return undefined;
      return { use: useOfDay(whole, lead, context), fromYear: at, toYear: at, month };
    },
  },
  {
    // Completion expected by 9/2027, a start date of 5/2026; No. 5/2026 is none, nor is a map of 1/2000.
    needs: HAS_YEAR,
    pattern: new RegExp(
      `(?<![\\d/.,-])(?:\\b(by|before|until|no later than|since|from) )?(0?[1-9]|1[0-2])/(${YEAR})(?![\\d/]| ?scale)`,
      'g',
    ),
    read([whole, lead, month, year], context) {
      const { before } = context;
      if (lead === undefined && !OPENS.test(before) && !DUE.test(before) && !DATE_OF.test(before)) return undefined;
      const at = Number(year);
      return { use: useOfDay(whole, lead, context), fromYear: at, toYear: at, month: Number(month) };
    },
  },
  {
    // by October 1, 2026; September 30, 2026
    needs: HAS_YEAR,
    pattern: new RegExp(
      `\\b(?:(by|before|until|no later than|since|as of|from) )?${MONTH}\\.? \\d{1,2}(?:st|nd|rd|th)?, ?(${YEAR})\\b`,
      'g',
    ),
    read([whole, lead, year], context) {
      const at = Number(year);
      return { use: useOfDay(whole, lead, context), fromYear: at, toYear: at, month: monthIn(whole) };
    },
  },
  {
    needs: YEAR_APART,
    pattern: new RegExp(
      `\\b(by|before|until|no later than|between|from|over|during|in|since|as of|at|end of|end-|mid-|early|late|q[1-4]|fy)?(?: the)?(?: (?:end|close|start|beginning|middle|(?:first|second) half|(?:first|second|third|fourth|final) quarter) of)?(?: \\d{1,2}(?:st|nd|rd|th)?(?= [a-z]))?(?: ?\\b(?:${MONTH}[.,]?|${SEASONS}|q[1-4](?:[-/][1-4])?)(?: of(?= 20\\d))?)? ?(?:\\b(?:mid|early|late|end)-|\\bfy ?)?(?:(?<=\\b(?:mid|early|late|end)-)|(?<![\\u4e00-\\u9fff〔\\[(,.:/\\d-]))(${YEAR})(?![\\u4e00-\\u9fff〕\\d]|[.,]\\d)(?:(?: ?(?:-|—|–|/|to|and) ?)(${YEAR}|\\d\\d(?!\\d)))?\\b`,
      'g',
    ),
    read([whole, lead, first, second], context) {
      const fromYear = Number(first);
      const toYear =
        second === undefined ? fromYear : second.length === 2 ? Number(first!.slice(0, 2) + second) : Number(second);
      if (toYear < fromYear || toYear - fromYear > 60 || PAGE_OF_LAW.test(context.before)) return undefined;
      const month = monthIn(whole);
      const isOfAccounts = second?.length === 2 && toYear === fromYear + 1 && /\/\d\d$|\bfy ?\d/.test(whole);
      const use =
        isOfAccounts && isDoneIn(lead, context) ? 'phase' : useInEnglish(whole, lead, fromYear !== toYear, context);
      return { use, fromYear, toYear, ...(month > 0 ? { month } : {}) };
    },
  },
  {
    // by the 2030s
    needs: /20\d0s/,
    pattern: /\b(by|in|during|from|until) the (?:early |mid-|late )?(20\d0)s\b/g,
    read([whole, lead, decade], context) {
      const fromYear = Number(decade);
      return {
        use: useInEnglish(whole, lead, false, context),
        fromYear,
        toYear: lead === 'by' ? fromYear : fromYear + 9,
      };
    },
  },
  {
    needs: /within|next/,
    pattern:
      /\b(within|over the next|in the next|during the next) (?:the )?(?:next )?(?:\d{1,3}|one|two|three|four|five|six|seven|ten) (years?|months?|quarters?|weeks?|days)\b/g,
    // Over the next four years: how long a plan goes on, no step of it.
    read: ([, lead, unit], { ahead }) => ({
      use: (lead !== 'within' && unit!.startsWith('year')) || OUTCOME.test(ahead) ? 'plain' : 'deadline',
    }),
  },
  {
    // Counted from the plan's own start: within the first year, by year 3, by day 90, in six months from the issue of the policy.
    needs: /year|month|week|day|quarter/,
    pattern:
      /\b(?:(?:by|before|until) (?:the end of )?(?:month|week|day|quarter) \d{1,3}\b(?![%.,]\d)|within (?:the )?(?:1st|2nd|3rd|[4-9]th|first|second|third|fourth|fifth) (?:year|quarter|six months)|(?:in|by|from|until) year (?:\d{1,2}|one|two|three|four|five)\b|in (?:\d{1,3}|one|two|three|four|five|six|nine|twelve|eighteen) (?:years?|months?|weeks?|days) (?:of|from|after)(?= (?:the|this|its)\b))/g,
    read: (_, { clause }) => (REPORTS.test(clause) ? undefined : { use: 'deadline' }),
  },
  {
    needs: /by|this|next/,
    pattern:
      /\b(?:by (?:the )?(?:end of (?:the|this|next) (?:financial )?(?:year|month|quarter)|year[- ]end|(?:spring|summer|autumn|winter)\b)|(?:later|early|from|before the end of) (?:this|next) (?:year|spring|summer|autumn|winter|month)|(?:this|next) (?:spring|summer|autumn|winter))/g,
    read: (_, { clause }) => (REPORTS.test(clause) ? undefined : { use: 'deadline' }),
  },
];

/** Increased number of professionals within five years: what comes of it all, no step. */
const OUTCOME = /^[^a-z]*(?:an? )?(?:increased|improved|enhanced|reduced|expanded|higher|greater) [a-z]/;

const REPORTS =
  /\b(?:was|were|had|has been|have been|opened|launched in|published in|established in|increased|grew|rose|fell|declined|showed|stood at|recorded|accounted for|constituted|totall?ed|witnessed|amounted|registered|generated|employed)\b/;

/** The centre opens in 2027; areas are extended to 2027. */
const OPENS =
  /\b(?:starting|beginning|commencing|effective|opens|opening|completes|completion|launches|starts|begins|due|scheduled)(?: (?:in|for|by))? ?$/;

/** Skills Plan 2021–2031, Vision 2030: the year is part of a name. */
export const NAMED =
  /\b(?:plan|strategy|framework|programme|program|policy|agenda|roadmap|vision|horizon|europe|budget|act),? \(?$/;

/** **Year 2021–2022** over what is done in these. */
export function headsAList({ ahead, behind }: Context): boolean {
  return /^ ?years? ?$/.test(ahead) && /^:?$/.test(behind);
}

/** The 2009 Assessment of Sites shows …: which one is meant. */
const IN_A_NAME =
  /^.{0,3}\b(?:the|an?) 20\d\d (?!(?:levels?|targets?|goals?|deadlines?|horizon|milestones?)\b)[a-z]{3,}/;

/** The policy is valid until …: how long the document holds, no step of it. */
const IN_FORCE =
  /\b(?:policy|scheme|plan|programme|program|act|rules|guidelines|order)\b.{0,60}\b(?:in force|into force|valid|applicable|effective|in effect|into effect|operative|in operation|remain)\b|\bvalid (?:till|until|up ?to)\b/;

/** The Charter dated May 27, 2021; formed by Resolution 5602 on 30/01/2022. */
const ISSUED =
  /\bdated ?$|\b(?:formed|adopted|approved|issued|signed|notified|published|enacted|passed|constituted|promulgated|decided|announced)\b.{0,60}\bon ?(?:the ?)?$/;

/** Version: 1.0 Date: 10 September 2025, before the first chapter: the document's own. */
const STATUS = /(?<!\b(?:start|end|due|target|launch|completion|opening|delivery|review) )\bdate: ?$/;

/** The Act of 3 May 2020, Regulation (EU) 2016/679 of 27 April 2016: an act of law is named by its day. */
const LAW_OF =
  /\b(?:decree|law|act|ordinance|resolution|directive|regulation|decision|circular|(?<!\bin )order)(?: ?\([a-z]{2,3}\))?(?: ?\d[\d /.-]{0,12})?(?: ?\([a-z]{2,3}\))? of (?:the )?$/;
/** 131 Stat. 2054 is a page. */
const PAGE_OF_LAW = /\b(?:stat|u\.s\.c|fed\.? reg|c\.?f\.?r)\.? ?$/;
/** Decree no. 2021-586 of November 10, 2021. */
const NUMBERED = /\bn(?:o|r|°)\.? ?\d[\d /.-]{0,12} of (?:the )?$/;

/** Next review: June 2025; Launch: October 2026. */
const DUE =
  /\b(?:next (?:review|update|report)|(?:review|due|target|completion|delivery) date|(?:launch|start|completion|opening|commissioning|handover)(?: date)?|deadline|due|timeline|by when|to be completed)(?: by)?: ?$/;
const DATE_OF = /\b(?:start|end|launch|opening|completion|due|target|delivery) date of ?$/;

const IN_SEASON = new RegExp(`^ ?(?:${SEASONS}) ?\\d`);

/** 1 to 12, the last of a quarter (Q3-4 2027); 0 for none. */
function monthIn(date: string): number {
  const quarter = /\bq(?:[1-4][-/])?([1-4])\b/.exec(date)?.[1];
  return quarter ? Number(quarter) * 3 : MONTHS.indexOf(MONTH_WORD.exec(date)?.[0].slice(0, 3) ?? '') + 1;
}

function useInEnglish(whole: string, lead: string | undefined, span: boolean, context: Context): DateUse {
  const { section, clause, before } = context;
  if (IN_FORCE.test(clause)) return 'validity';
  if (/^(?:since|as of)/.test(whole)) return 'past';
  if (lead === undefined && (NAMED.test(before) || isOfLaw(context))) return 'document';
  if (lead === undefined && IN_A_NAME.test(context.ahead.slice(-4) + whole.trimStart() + context.behind))
    return 'plain';
  if (lead === 'by' || lead === 'before' || lead === 'until' || lead === 'no later than')
    return isSpentInEnglish(context) ? 'past' : marksAThingInEnglish(context) ? 'plain' : 'deadline';
  if (/^ (?:levels?|baselines?|values|figures|prices)\b/.test(context.behind)) return 'plain';
  if (section.kind === 'baseline' || REPORTS.test(clause) || opensReport(context)) return 'past';
  if (/\b(?:phase|stage)\b/.test(clause) || headsAList(context)) return 'phase';
  if (OPENS.test(before) || DUE.test(before) || DATE_OF.test(before) || IN_SEASON.test(whole)) return 'deadline';
  if (span) return 'period';
  if (/\b(?:end|close|half|quarter) of\b|^q[1-4]| q[1-4][-/ ]|^from\b/.test(whole)) return 'deadline';
  if (/ (?:to|until) ?$/.test(before) && /\bextend/.test(clause)) return 'deadline';
  return /\bwill\b|\bto be\b/.test(clause) ? 'deadline' : 'plain';
}

/** We will provide £1 million in 2019/20: a task in its year of accounts. */
function isDoneIn(lead: string | undefined, { section, clause, behind, after, next }: Context): boolean {
  if (lead === undefined || !/^(?:in|over|during|fy)$/.test(lead) || section.kind === 'baseline') return false;
  if (REPORTS.test(clause) || /^ (?:levels?|baselines?|values|figures|prices)\b/.test(behind)) return false;
  const said = behind === '' && after.startsWith(', ') ? `${clause} ${next}` : clause;
  return /\b(?:will|shall)\b|\bwe are [a-z]+ing\b/.test(said);
}

/** In 2024, this has increased to 28%. */
function opensReport({ ahead, behind, after, next }: Context): boolean {
  return (
    OPENS_YEAR.test(ahead) && behind === '' && after.startsWith(', ') && REPORTED.test(next) && !IS_TO_COME.test(next)
  );
}

/** For the fiscal year 2021/22, … */
const OPENS_YEAR = /^ ?(?:(?:for|in|during) the (?:fiscal|financial) year )?$/;

const REPORTED =
  /^ (?:[a-z0-9%'’-]+ ){1,6}?(?:had|was|were|stood|rose|fell|grew|amounted|accounted|constituted|totall?ed|witnessed|reached|(?:has|have) (?:[a-z]{2,8}ly |now |already )?(?:[a-z]{2,12}ed|been|grown|risen|fallen|become|seen))\b/;
const IS_TO_COME = /\b(?:will|would|shall|must|should|be|that|which|who|to be)\b/;

function isOfLaw({ before, ahead }: Context): boolean {
  return LAW_OF.test(ahead) || NUMBERED.test(before);
}

/** A day is named for a step, unless it is over. */
function useOfDay(whole: string, lead: string | undefined, context: Context): DateUse {
  if (lead === undefined && (ISSUED.test(context.ahead) || (context.section.isRoot && STATUS.test(context.before))))
    return 'document';
  const use = useInEnglish(whole, lead, false, context);
  return use === 'plain' ? 'deadline' : use;
}
