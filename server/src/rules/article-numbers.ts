import { fromBlocks } from '../plan/from-parts.ts';
import { rangeIn } from '../plan/normal-text.ts';
import { hanNumeral } from '../plan/numerals.ts';
import type { Plan } from '../plan/types.ts';
import type { Range } from '../text.ts';

export interface Article {
  readonly value: number;
  /** 第七条 */
  readonly range: Range;
}

const articlesIn = fromBlocks(({ numbering, normal, inert }): Article | undefined => {
  if (numbering?.style !== 'article' || inert) return undefined;
  const mark = /^(?:第[^条]{1,5}条|article [a-z\d]{1,5})/.exec(normal.value);
  return mark ? { value: numbering.value, range: rangeIn(normal, 0, mark[0].length) } : undefined;
});

/**
 * Articles count on from chapter to chapter: 第五条 at the end of one and 第七条 at the start of the next. The two before and the one behind go on counting, and
 * the one that is missing stands nowhere between, such as in the middle of a line.
 */
export function* jumpsOfArticles(plan: Plan): Iterable<{ readonly before: Article; readonly article: Article }> {
  const articles = articlesIn(plan).map(({ told }) => told);
  for (let i = 2; i + 1 < articles.length; i++) {
    const [first, before, article, next] = articles.slice(i - 2, i + 2) as [Article, Article, Article, Article];
    if (article.value <= before.value + 1) continue;
    if (before.value !== first.value + 1 || next.value !== article.value + 1) continue;
    const missing = before.value + 1;
    const between = plan.text.slice(before.range.end, article.range.start);
    if (missing > 99 || namesOf(missing).some((one) => between.includes(one))) continue;
    yield { before, article };
  }
}

function namesOf(value: number): readonly string[] {
  return [`第${hanNumeral(value)}条`, `第${value}条`, `rticle ${value}`];
}
