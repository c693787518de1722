import type { Range } from '../text.ts';
import { columnOf } from './column-of.ts';
import type { FactInput } from './fact-input.ts';
import type { Block, DateMention } from './types.ts';

/** Whether a date stands in a table's column of terms, or in a row of one: | Launch date | Oct 2026 |. */
export function isDue(block: Block, { start }: Range): boolean {
  const { cells, header } = block;
  const column = columnOf(block, start);
  const head = header?.[column];
  if (!cells || head === undefined || head === cells[column]) return false;
  return TERM.test(head.text) || isCalendar(block, column) || (column > 0 && ROW_OF_TERM.test(cells[0]!.text));
}

const TERM =
  /时限|期限|时间|进度|节点|\b(?:due|deadline|date|when|by when|timing|completion)\b|^\s*(?:end|finish)\s*$/i;

/** | Year 1 |, | Short-term | in a column of terms: a phase of the plan, without a year. */
export function phasesInTerms({ block, section }: FactInput): DateMention[] {
  const { cells, header, id } = block;
  if (!cells || !header || cells === header || section.kind === 'baseline') return [];
  return cells
    .filter(({ text, range }, i) => PHASE.test(text) && header[i] !== undefined && isDue(block, range))
    .map(({ range }) => ({ range, block: id, use: 'phase' }));
}

const PHASE =
  /^\s*(?:(?:year|yr|phase) ?\d{1,2}(?: ?(?:[-–—]|to|and) ?\d{1,2})?\+?|(?:immediate|(?:short|near|medium|mid|long)(?:er)?)[- ]term(?: ?(?:[-–—/]|to|and) ?(?:medium|mid|long)(?:er)?[- ]term)?)\s*$/i;

/** Activity | Year: when it is done. Year | Turnover: of which year the figures are. */
function isCalendar({ header }: Block, column: number): boolean {
  if (!CALENDAR.test(header![column]!.text)) return false;
  return header!.some(({ text }, i) => i !== column && DONE.test(text) && (column > 0 || !COUNTS.test(text)));
}

const CALENDAR =
  /^\s*(?:(?:target|start|starting|planned|expected|implementation|indicative) )?(?:years?|time[- ]?frames?|time ?lines?|time ?scales?|period|schedule|duration|start|quarter)(?: (?:of|for) (?:implementation|completion|delivery))?\s*$/i;
/** What is done in a row of the table. */
const DONE =
  /^\s*(?:[a-z]+ ){0,2}(?:actions?|activit(?:y|ies)|tasks?|measures?|steps?|initiatives?|projects?|milestones?|recommendations?|deliverables?|interventions?|targets?|outputs?|objectives?)(?: (?:required|needed|items?|names?))?\s*$/i;
/** Year | Projects: how many there were. */
const COUNTS = /^\s*(?:new |completed |total )?(?:projects|targets?|outputs?)\s*$/i;
const ROW_OF_TERM =
  /^\s*(?:(?:launch|start|completion|opening|delivery|due|target) date|launch|completion|deadline)\s*$/i;
