/** Words between a measure and its figure: will be at least, stood at. */
const LINK = new RegExp(
  [
    '^(.{3,60}?) ',
    '(?:(?:will|would|shall|should|must|is to|are to|is expected to|is forecast to|aims to) ',
    '(?:reach|be|stand at|total|hit|amount to|(?:grow|rise|increase|climb|fall|drop) to)',
    '|(?:is|are|was|were|stands at|stood at|reached|reaches|totalled))',
    '(?: (?:at least|at most|no less than|no more than|more than|less than|over|above|below|under|about|around|approximately|some|nearly|almost|up to))? ?$',
  ].join(''),
);
/** By 2030, at the end of 2030, in front of a statement. */
export const WHEN = /^(?:by|in|from|until|since|at|before)\b[^,]{0,24}?\b(?:19|20)\d\d,? ?/;
const WHERE = / (?:of|in|at|on|across|for) (?:the |our |this )?(?:park|estate|campus|site|zone|hub|whole)$/;
/** Too general to be one thing in two places. */
const GENERAL =
  /^(?:it|this|that|they|these|there|which|what|costs?|totals?|sums?|budgets?|investments?|funding|values?|shares?|rates?|ratios?|growth|targets?|figures?|prices?|fees?|rents?|grants?|loans?|funds?|levels?|numbers?|aim|goal|support|spending|income|revenues?|area|size|capital)$/;
/** No noun of few words, or what is added. */
const NO_NOUN =
  /[,:()]|\b(?:that|which|who|if|when|where|and|but|will|this|these|by|from|new|additional|growth|increase|rise|per)\b/;

/** 30% of turnover, £3 million higher, £3 million a year. */
const OF_SOMETHING =
  /^ ?(?:of|from|higher|lower|more|less|above|below|a|an|per|each|every|annually|in)\b(?! (?:19|20)\d\d)/;

/**
 * What an English figure of money or a rate measures: the subject before its verb.
 * `by 2030, the local supply ratio will reach ` → `local supply ratio`
 */
export function measureBefore(before: string, after: string): string | undefined {
  if (OF_SOMETHING.test(after)) return undefined;
  const clause = before
    .slice(before.lastIndexOf(';') + 1)
    .trimStart()
    .replace(WHEN, '');
  const subject = LINK.exec(clause)?.[1];
  if (subject === undefined) return undefined;
  const name = subject
    .replace(/^(?:the|our|its|total|overall) /, '')
    .replace(/^(?:total|overall|park's) /, '')
    .replace(/ (?:in|by|at the end of) (?:19|20)\d\d$/, '')
    .replace(WHERE, '');
  if (GENERAL.test(name) || NO_NOUN.test(name) || name.split(' ').length > 5) return undefined;
  return name;
}
