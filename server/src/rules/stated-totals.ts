import { byBlock } from '../plan/by-block.ts';
import { fromBlocks } from '../plan/from-parts.ts';
import { indexIn, rangeIn } from '../plan/normal-text.ts';
import type { Block, Figure, Plan, Sentence } from '../plan/types.ts';
import { startingIn } from '../text.ts';
import { isNear, sumOf, writtenLike } from './amounts.ts';
import { filled } from './local.ts';
import { ADVICE, ITEM, SUM, TOO_MUCH, WHY } from './total-words.ts';
import type { RuleFinding } from './types.ts';

/** Totals of sentences that are not the sum of what they list. */
export const statedTotalsIn = fromBlocks(
  byBlock((block, plan): readonly RuleFinding[] | undefined => {
    // A total and two items.
    if (block.kind === 'row' || block.inert !== undefined || startingIn(plan.figures, block.range).length < 3)
      return undefined;
    const found = block.sentences.flatMap((sentence) => [...statedTotal(block, sentence, plan)]);
    return found.length > 0 ? found : undefined;
  }),
);

const TOTAL_BEFORE =
  /(?:总投资|总投入|投资总额|投入总额|资金总额|总金额|资金总需求|总预算|总概算|总规模|资金需求|total(?: cost| budget| investment)?(?: of| is)?|needs|in all)(?:约|为|达到?|预计|共|需|:)*\s*$/;
const FIRST_PART = /^(?::|\((?!其中|含|包括|including|of which)|,由|,其中:?|,包括|, ?of which|, ?including)/;
const BREAKS =
  /另|此外|每年|年度|分别|同时|带动|撬动|占|到20\d\d年|已|完成|计划|尚|per year|a year|in addition|already|so far|spent|planned/;
/** What follows is a part of what stands before it. */
const OF_WHICH = /其中|of which|including|包括/;
/** There are items without a figure. */
const REST = /其余|余额|余下|剩余|不足部分|差额|缺口|\b(?:the )?(?:rest|remainder|remaining|balance|others?)\b/;

/**
 * 总投资198亿元：基础设施38亿元、平台16亿元、技改144亿元。 With 其中 or 其余 the items may be some only, but never more than the total.
 */
function* statedTotal(block: Block, sentence: Sentence, plan: Plan): Iterable<RuleFinding> {
  const stated = rangeIn(block.normal, sentence.from, sentence.to);
  const [total, ...all] = startingIn(plan.figures, stated).filter(({ kind }) => kind === 'money');
  if (!total || all.length < 2) return;
  const said = (from: number, to: number) => normalBetween(block, from, to);
  if (!TOTAL_BEFORE.test(said(stated.start, total.range.start))) return;
  const opening = FIRST_PART.exec(said(total.range.end, all[0]!.range.start))?.[0];
  if (opening === undefined) return;
  const isBracket = opening.startsWith('(');
  const stops = all.findIndex((part, i) => {
    const before = i > 0 ? said(all[i - 1]!.range.end, part.range.start) : '';
    return OF_WHICH.test(before) || (isBracket ? before.includes(')') : before.includes('('));
  });
  const parts = stops < 0 ? all : all.slice(0, stops);
  if (parts.length < 2 || [total, ...parts].some((one) => !isPlainAmount(one, total.unit))) return;
  const last = parts.at(-1)!.range.end;
  if (BREAKS.test(said(total.range.end, last))) return;
  const after = said(last, stops < 0 ? stated.end : all[stops]!.range.start);
  const sum = sumOf(parts);
  // More items behind 其中, or years of which some may be left out.
  const isBroken = !isBracket && stops >= 0 && all.length > stops + 1;
  const isByYear = /20\d\d/.test(said(total.range.end, last));
  const isWhole = !isBroken && !isByYear && isWholeList(opening, after, said(last, stated.end));
  if (isNear(sum, total.value) || (!isWhole && sum < total.value)) return;
  const written = plan.text.slice(total.range.start, total.range.end);
  yield {
    range: total.range,
    message: filled(isWhole ? SUM : TOO_MUCH, written, writtenLike(written, total, sum)),
    why: WHY,
    advice: ADVICE,
    related: parts.map(({ range }) => ({ range, message: ITEM })),
  };
}

/** Whether the items are all of them. `after`: the words behind the last, up to the next figure; `behind`: to the sentence's end. */
function isWholeList(opening: string, after: string, behind: string): boolean {
  if (/^等/.test(after) || REST.test(behind)) return false;
  if (opening === ':') return true;
  if (opening === ',由') return /^(?:组成|构成|共同组成)/.test(after);
  return opening === '(' && after.startsWith(')');
}

function isPlainAmount({ unit, use, upper, sign }: Figure, wanted: string): boolean {
  return unit === wanted && use === 'plain' && upper === undefined && sign === 'exact';
}

/** The normalised text between two offsets of the plan. */
function normalBetween({ normal }: Block, start: number, end: number): string {
  return normal.value.slice(indexIn(normal, start), indexIn(normal, end));
}
