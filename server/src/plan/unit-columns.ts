import { type Range, stretchOf } from '../text.ts';
import type { Block, UnitMention } from './types.ts';

/** A column of who does it: Lead, Owner, Project team, Nodal and other departments, Stakeholder, Actor(s). */
const COLUMN_ZH = /(牵头|责任|配合|协办|负责|实施|主管|主办)(?:单位|部门|主体|处室)/;
const COLUMN_EN =
  /^\s*((?:project |task |action |risk )?owner|(?:project|task|action|team) lead|(?:project|delivery|core) team|lead(?! times?\b)|responsible|responsibility\s*$|accountable|support|nodal|(?:implementing|executing) (?:agency|department|body|entity|partners?|organi[sz]ation)|(?:(?:concerned|relevant|other|related|and) )*(?:departments?|agenc(?:y|ies)|stakeholders?)\s*$|(?:key |main |lead )?actors?(?:\(s\))?\s*$)/i;
/** Action | Who: who does it. Who | Needs: whom the rows are about. */
const WHO_ACTS = /^\s*(?:by )?who(?:m|(?: is)? (?:responsible|leads|acts))?\s*\??\s*$/i;
const DONE =
  /^\s*(?:key |priority |proposed )?(?:actions?|activit(?:y|ies)|tasks?|measures?|steps?|initiatives?|projects?|what)\b/i;
/** Role | Responsibility: whose it is. */
const BEARER =
  /^\s*(?:role|name|position|title|post|body|committee|agency|organi[sz]ation|entity|institution|department|stakeholder|partner|unit|ministry)s?\b/i;
/** Nodal Department: CREST; Transport Department. Primary: Highways. Secondary: Industries. */
const FIRST = /^(?:nodal|primary|lead)[^:;.]{0,24}:[^;.]{2,}(?=[;.])/i;

/** Units of a row of a table, by what its header says of their columns. */
export function unitColumns(block: Block): UnitMention[] {
  if (!block.cells || !block.header) return [];
  return block.cells.flatMap((cell, i): UnitMention[] => {
    const head = block.header![i]?.text ?? '';
    if (cell === block.header![i] || cell.text === head || cell.text.trim().length < 2) return [];
    const what = COLUMN_ZH.exec(head)?.[1] ?? COLUMN_EN.exec(head)?.[1]?.toLowerCase() ?? whoActs(block, i);
    // Stakeholder | Frequency | Channel: whom the row is about. Body | Responsibility: what it does.
    if (what === undefined || (i === 0 && /^stakeholder|actor/.test(what))) return [];
    if (what.startsWith('responsibility') && block.header!.some(({ text }) => BEARER.test(text))) return [];
    const first = FIRST.exec(cell.text)?.[0].length ?? 0;
    const isPlain = cell.text.length === cell.range.end - cell.range.start;
    if (first === 0 || !isPlain) return unitOf(block, cell.range, roleOfColumn(first > 0 ? 'lead' : what), cell.text);
    const next = first + /^[;. ]*/.exec(cell.text.slice(first))![0].length;
    return [
      ...unitOf(block, stretchOf(cell.range, 0, first), 'lead', cell.text.slice(0, first)),
      ...unitOf(block, stretchOf(cell.range, next, cell.text.length), 'support', cell.text.slice(next)),
    ];
  });
}

function whoActs({ header }: Block, column: number): 'who' | undefined {
  if (!WHO_ACTS.test(header![column]?.text ?? '')) return undefined;
  return header!.some(({ text }, i) => i !== column && DONE.test(text)) ? 'who' : undefined;
}

function roleOfColumn(what: string): UnitMention['role'] {
  if (/牵头|主办|lead|nodal/.test(what)) return 'lead';
  return /配合|协办|support/.test(what) ? 'support' : 'responsible';
}

function unitOf({ id }: Block, range: Range, role: UnitMention['role'], text: string): UnitMention[] {
  const names = text
    .replace(/^[^:]{0,30}:/, '')
    .split(/[、,，;；/.]| and /)
    .map((name) => name.trim())
    .filter((name) => name.length > 1 && !/^[-—/]+$/.test(name));
  return names.length > 0 ? [{ range, block: id, role, form: 'column', names }] : [];
}
