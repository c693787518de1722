import type { Text } from '../text.ts';
import type { FactInput } from './fact-input.ts';
import { indexIn, rangeIn } from './normal-text.ts';
import type { Block } from './types.ts';
import type { UnitDraft } from './unit-names.ts';

/** Named by a label, or behind what is done by them. */
const LABELLED =
  /\b(?:(led by|chaired by|headed by|under the chairmanship of|under the leadership of|under the supervision of|constituted by|sanctioned by|monitored by|undertaken by|delivered by|managed by|overseen by|administered by|coordinated by|implemented by|operated by|run by|supported by) (?:the )?([^.,;:()|]{3,60})|(?<![a-z] )((?:lead|nodal|implementing|executing|responsible|supporting)(?: partners?| agenc(?:y|ies)| body| departments?| organisation| organization)?|(?:project|task|action) (?:owner|lead|manager)|team lead|owner|support|partners?): ?(?:the )?([^.;:()|]{3,80}))/g;
/** What the name of a body ends like. */
const BODIES =
  'council|authority|board|agency|department|bureau|committee|office|company|partnership|university|institute|chamber|government|trust|college|corporation|commission|ministry|association|secretariat|municipality|administration';
/** What an English body does that acts; what is done to it is none of it. */
const WILL_VERB =
  / (?:(?:will|shall|must|should)(?! be (?!(?:led|tasked|required)\b)[a-z]+ed\b)|is to|leads|oversees|administers|coordinates|is responsible)\b/;
const WILL = new RegExp(
  `(?:^|[.;] )(?:the )?((?:[a-z&'-]+ ){0,4}(?:${BODIES}|enterprise|corps|directorate|task ?force|working group|steering group|(?<=\\b(?:school|management|improvement|water|utility|port|college|health|development|transit|planning|conservation) )district))${WILL_VERB.source}`,
  'g',
);
/** … grants through the Scottish Funding Council. */
const THROUGH =
  /\b(?:through|via) (?:the |our )?((?:(?!(?:a|an|the|our|this|these|and|or|with|for|of|more|new|better) )[a-z&'-]+ ){1,4}(?:council|authority|agency|department|bureau|committee|company|chamber|enterprise|trust|corporation|commission|ministry|association))\b/g;

/** The Ministry of Education and Skills. */
const OFFICE =
  /\b(?:ministry|department|directorate) (?:of|for) (?:the )?(?:it\b|[a-z-]{3,})(?:,? (?:and|&) [a-z-]{3,})?/g;

/** According to the Ministry of Power; a survey of the Ministry of Labour. */
const SOURCE_BEFORE =
  /\b(?:(?:was|were) (?:[a-z]{1,10}ly )?(?:headed(?: up)?|led|drafted|prepared|written|drawn up|developed|produced|compiled|commissioned) by|according to|(?:reported|published|estimated|cited|quoted) by|source(?: of [a-z]{3,12})?:|(?:data|figures|estimates?|statistics|surveys?|reports?|census) (?:of|by|from)|as per (?:our )?(?:consultations?|discussions?) with|consultations with) (?:the )?$/;
/** The Ministry of Agriculture estimated …, the ministry's figures, (Ministry of Labour, 2019): where a figure comes from. */
const SOURCE_BEHIND =
  /^(?: \([a-z&]{2,10}\))?(?: (?:has |have |had )?(?:also )?(?:estimated|reported|found|noted|projected|recorded|counted|calculated|valued|surveyed|stated|put|approached|requested)\b|'?s? (?:estimates?|figures|data|valuation|surveys?|statistics|reports?|projections?)\b|,? ?\(?(?:19|20)\d\d\))/;

/** What a body's initials are written like: USDA, GoUP, MINICT. */
const INITIALS = '[A-Z][A-Za-z&]{0,8}[A-Z][A-Za-z]{0,3}';
/** Initials of what is nobody. */
const NOBODY =
  /^(?:AIs?|ICTs?|IT|SMEs?|MSMEs?|STEM|EVs?|GDP|GSDP|GVA|KPIs?|PPPs?|FDI|EU|UK|US|USA|UAE|SEZs?|IPR|PhDs?|VAT|GST|LNG|UN|RDI?|OEMs?|CEOs?|ESG|NGOs?|VR|AR|APIs?|SDGs?|HPC|NZ|TEUs?|GHG|TBC|TBD|I{1,3}|IV|VI{0,3}|[A-Z]&[A-Z])$/;
/** A name of several words, each with a capital: Skills Development Scotland. */
const NAMED = "[A-Z][A-Za-z’'-]{1,30}(?: (?:(?:of|and|for|the|&) ){0,2}[A-Z][A-Za-z’'-]{1,30}){1,6}";
/** What only somebody does; a zone or a technology will be, house, grow or transform. */
const DOES =
  '(?:also |further |jointly |continue to |seek to ){0,2}(?:work|publish|launch|announce|deploy|develop|establish|set up|lead|seek|provide|support|invest|fund|make|issue|continue(?! to be\\b)|take|create|build|introduce|offer|award|identify|implement|co-?ordinate|convene|consult|explore|review|partner|collaborate|commit|ensure|expand|extend|facilitate|promote|roll out|conduct|carry out|undertake|prepare|organi[sz]e|use|strengthen|pilot|engage|allocate|act|meet|perform|chair|monitor|oversee|manage|moderni[sz]e|adopt|formulate|finali[sz]e|update|deliver|notify|streamline|recommend|submit|assess|appoint|designate|evaluate|enforce|examine|pursue|report)';
/** USDA will publish …; the Chandigarh Administration shall …; EDB administers … */
const SUBJECT = new RegExp(
  `(?:^|[.:;,*-] |\\band |\\b(?=[Tt]he ))(?:[Tt]he )?(?:\\*\\*)?(${INITIALS}|${NAMED})(?:\\*\\*)? (?:(?:will|shall|should|must|is to|would) ${DOES}|administers|oversees|co-?ordinates|is responsible for|is (?:also )?(?:leading|co-?ordinating|overseeing|delivering))\\b`,
  'g',
);
/** The Secretary of Commerce, in consultation with the Treasury, shall recommend …: an officer of state, whatever stands before the verb; the USTR shall: before a list. */
const OFFICER = new RegExp(
  `\\b((?:Under |Assistant |Deputy )?(?:Secretary|Minister|Commissioner) (?:of|for) (?:the )?${NAMED.replace('{1,6}', '{0,3}')})(?:, [^.;:]{4,240}?,)? (?:(?:will|shall|must) (?!(?:be|have|become|benefit)\\b)[a-z]{2,}|(?:will|shall|must):)`,
  'g',
);
const BEFORE_LIST = new RegExp(`\\b[Tt]he (${INITIALS}|${NAMED}) (?:will|shall|must):\\s*$`, 'g');
/** Contact: Jane Smith, City of Linford, under a project: whoever is asked about it has it in hand. */
const CONTACT = new RegExp(
  `^[-*\\s]{0,6}Contact(?: [Pp]erson)?[*_]{0,2}:[*_]{0,2} ?[A-Z][A-Za-z.’' -]{2,40}, (${NAMED})`,
  'g',
);
/** - **Responsibility**: Municipal CAO; small letters tell a duty: Responsibility: ensure that … */
const RESPONSIBILITY = new RegExp(
  `(?:^|[-*;|.] ?)[*_]{0,2}Responsib(?:ility|le (?:[Pp]art(?:y|ies)|[Pp]erson|[Uu]nit|[Bb]ody|[Oo]ffice|[Aa]genc(?:y|ies)|[Dd]epartments?)(?:\\(s\\))?(?:(?:/| and | or )(?:[Aa]genc(?:y|ies)|[Dd]epartments?|[Oo]rgani[sz]ations?))?)[*_]{0,2}:[*_]{0,2} ?(?:[Tt]he )?(${NAMED}(?:(?:/|, | and )(?:${NAMED}|${INITIALS})){0,4}|${INITIALS}(?:(?:/|, | and )${INITIALS}){0,4})(?=[*_.;,|]|\\s*$)`,
  'g',
);
/** Of all governments, and of what the plan is for, none is named. */
const EVERYBODY =
  /\b(?:Government|State|Hubs?|Port|Park|Plan|Policy|Strategy|Programme|Program|Project|Zone|Cit(?:y|ies)|Act|These|This|Our|We)$|^(?:The|These|This|Our|State|Central|Local) |^(?:North|South|East|West)(?:ern)? [A-Z][a-z]+$|^C[oO]Es?$/;
/** A Labour government will: whoever is elected. */
const ANY_GOVERNMENT = /^(?:an? (?:[a-z'-]+ ){0,3})?government$/;
/** Where knowledge comes from: a partner by its name, and the words of its name are its topic's. */
const LEARNED = /\b(?:Universit(?:y|ies)|Colleges?|Institutes?|Schools?|Academy|Campus)\b/;
/** Conduct a skills gap assessment – MINEDUC/RDB. */
const BEHIND_DASH = new RegExp(` [–—-] (${INITIALS}(?:(?:/|, | and )${INITIALS}){0,5})\\.?\\s*$`, 'g');
/** … within 2026. (CSO, EDB, DEVB), but not corridors (EDFC and AKIC) */
const IN_BRACKETS = new RegExp(
  `(?<!\\b(?:corridors?|lines|routes|schemes|program(?:me)?s|funds|standards|systems|platforms|parks|zones|sectors|technologies|indices) )\\((${INITIALS}(?:(?:/|, | and )${INITIALS}){1,7})\\)\\.?\\s*$`,
  'g',
);
/** $75 million over five years to Agriculture and Agri-Food Canada for … */
const PAID_TO = new RegExp(
  `[$£€]\\d[\\d.,]* (?:million|billion)[^.;$£€]{0,80}? to (?:the )?(${NAMED})(?= (?:for|to|in order)\\b)`,
  'g',
);
/** Guidelines shall be issued by CREST. */
const DONE_BY = new RegExp(
  `\\b(?:shall|will|must|should|to) be (?:[a-z]+ly )?(?!supported|followed|accompanied|caused)[a-z]+(?:ed|en|wn|un) (?:[a-z]+ )?by (?:the )?(${NAMED}|${INITIALS})`,
  'g',
);
/** We will work with partners including Scottish Enterprise. */
const WITH = new RegExp(
  `\\b(?:(?<!our )[Ww]ork(?:ing)? with|[Pp]artner(?:ing)? with|[Ii]n (?:close )?(?:collaboration|conjunction|partnership|co-?ordination|co-?operation) with|(?<=should |shall |will |must |to )co-?ordinate (?:closely )?with|[Cc]oordination (?:should|shall|will|must) be maintained with|[Jj]ointly with|[Ss]upported by)(?: partners including)? (?:the )?(${NAMED}|${INITIALS})`,
  'g',
);

/** Responsible units as English writes them: by label, by who acts, by initials. The capitals of the plan's text tell names. */
export function unitsInEnglish({ block, text, section }: FactInput): UnitDraft[] {
  const { value } = block.normal;
  if (!/[a-z]{3}/.test(value)) return [];
  const isTask = section.kind === 'tasks' && !section.isRoot;
  return [...labelled(block, text), ...bodies(value), ...named(block, text, isTask ? NAMING_IN_TASKS : NAMING)];
}

function labelled({ normal }: Block, text: Text): UnitDraft[] {
  const { value } = normal;
  const matches = [...value.matchAll(LABELLED)];
  return matches.flatMap((match) => {
    if (match[1] !== undefined && WAS.test(value.slice(Math.max(0, match.index - 16), match.index))) return [];
    const label = match[1] ?? match[3]!;
    // Partners alone say with whom, not who.
    if (/^partners?$/.test(label) && matches.length === 1) return [];
    const said = match[2] ?? match[4]!;
    // Led by firms, delivered by the sector, managed by Policy EMP3: of what acts, a name or a body is somebody.
    if (match[1] !== undefined && NO_NAME.test(said)) return [];
    if (match[1] !== undefined && !BODY.test(said) && !OFFICIAL.test(said)) {
      const { start } = rangeIn(normal, match.index + match[0].length - said.length, match.index + match[0].length);
      if (!/^[A-Z]/.test(text.slice(start, start + 1))) return [];
    }
    const names = said
      .replace(/,? (?:with|by|from|in|over|to|for|which|who|that|will|and will|using|through|under)\b.*$/, '')
      .split(/, (?:and )?| and /)
      .map((name) => name.replace(/^the /, '').trim())
      .filter((name) => name.length >= 3 && !NO_NAME.test(name) && (label !== 'supported by' || BODY.test(name)));
    if (names.length === 0) return [];
    return [
      { from: match.index, to: match.index + match[0].length, role: roleOf(label), form: 'english' as const, names },
    ];
  });
}

/** The strategy was led by …: who made it, not who does what it says. */
const WAS = /\b(?:was|were) (?:[a-z]{1,8}ly )?$/;

const NO_NAME =
  /^(?:(?:an? |polic(?:y|ies) |section |chapter |\d|january|february|march|april|may |june|july|august|september|october|november|december|early|late|end|this|these|our|its |their )|(?:example|demand|data|industry|evidence|business|need|market|innovation|technology)s?$)/;

/** What supports may be anything, money or political will; only a body does a task. */
const BODY = new RegExp(`\\b(?:${BODIES}|partners|team|unit)\\b`);

/** Who holds an office, and bodies told in the plural. */
const OFFICIAL =
  /\b(?:mayor|governor|president|(?:prime )?minister|secretary|commissioner|director|manager|officer|chair|chief executive|boards|groups|agencies|departments|councils)\b/;

function roleOf(label: string): UnitDraft['role'] {
  if (/^support|^partner/.test(label)) return 'support';
  const isDone =
    /^(?:owner|[a-z]+ (?:owner|manager)|responsible|implementing|executing|(?:managed|delivered|administered|coordinated|implemented|operated|run|constituted|sanctioned|monitored|undertaken) by)/;
  return isDone.test(label) ? 'responsible' : 'lead';
}

/** Councils, agencies and ministries that act or that something goes through. */
function bodies(value: string): UnitDraft[] {
  const drafts: UnitDraft[] = [];
  const add = (from: number, said: string, name = said) =>
    drafts.push(unit('responsible', from, from + said.length, name.trim()));
  // Of all governments none is named.
  for (const { index, 0: whole, 1: name = '' } of WILL_VERB.test(value) ? value.matchAll(WILL) : [])
    if (!ANY_GOVERNMENT.test(name)) add(index + whole.indexOf(name), name);
  for (const { index, 0: whole, 1: name } of value.matchAll(THROUGH)) add(index, whole, name);
  for (const { index, 0: whole } of value.matchAll(OFFICE)) if (!isSource(value, index, whole)) add(index, whole);
  return drafts;
}

function isSource(value: string, from: number, { length }: string): boolean {
  const to = from + length;
  return SOURCE_BEFORE.test(value.slice(Math.max(0, from - 40), from)) || SOURCE_BEHIND.test(value.slice(to, to + 40));
}

/** Those whose capitals tell that they are names: looked for in the source. */
function named({ normal, range }: Block, text: Text, ways: readonly Naming[]): UnitDraft[] {
  const source = text.slice(range.start, range.end);
  // LOCAL POLICIES – ECONOMY: all in capitals, none tells a name.
  if (!/[A-Z][A-Za-z&]*[A-Z]|[A-Z][a-z]+ /.test(source) || !/[a-z]{2}/.test(source)) return [];
  return ways.flatMap(({ pattern, needs, role, isLabelled }) =>
    (needs.test(source) ? [...source.matchAll(pattern)] : []).flatMap((match) => {
      const name = match[1]!;
      const names = name
        .split(/\/|, | and (?=[A-Z]{2})/)
        .filter(
          (one) =>
            !NOBODY.test(one) && (isLabelled || !EVERYBODY.test(one)) && !(role === 'support' && LEARNED.test(one)),
        );
      if (names.length === 0) return [];
      const start = range.start + match.index + match[0].lastIndexOf(name);
      const from = indexIn(normal, start);
      const form = isLabelled ? 'label' : 'english';
      return [{ from, to: indexIn(normal, start + name.length), role, form, names }];
    }),
  );
}

interface Naming {
  readonly pattern: RegExp;
  /** What it cannot do without: looked for first, since most blocks have none, and a long pattern costs a start up to ten milliseconds to compile. */
  readonly needs: RegExp;
  readonly role: UnitDraft['role'];
  /** Behind such a label a municipal government is somebody. */
  readonly isLabelled?: true;
}

const NAMING: readonly Naming[] = [
  {
    pattern: SUBJECT,
    needs:
      / (?:will|shall|should|must|is to|would|administers|oversees|co-?ordinates|is (?:also )?(?:responsible|leading|co-?ordinating|overseeing|delivering)) /,
    role: 'responsible',
  },
  { pattern: OFFICER, needs: /(?:Secretary|Minister|Commissioner) /, role: 'responsible' },
  { pattern: DONE_BY, needs: / be [a-z ]+ by /, role: 'responsible' },
  { pattern: BEFORE_LIST, needs: / (?:will|shall|must):\s*$/, role: 'responsible' },
  { pattern: RESPONSIBILITY, needs: /Responsib/, role: 'responsible', isLabelled: true },
  { pattern: BEHIND_DASH, needs: / [–—-] /, role: 'responsible' },
  { pattern: IN_BRACKETS, needs: /[A-Z]\)\.?\s*$/i, role: 'responsible' },
  { pattern: PAID_TO, needs: /[$£€]\d/, role: 'responsible' },
  { pattern: WITH, needs: / (?:with|by) /, role: 'support' },
];
const NAMING_IN_TASKS: readonly Naming[] = [...NAMING, { pattern: CONTACT, needs: /Contact/, role: 'responsible' }];

function unit(role: UnitDraft['role'], from: number, to: number, name: string): UnitDraft {
  return { from, to, role, form: 'english', names: [name] };
}
