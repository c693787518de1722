import { indexIn, rangeIn } from '../plan/normal-text.ts';
import { spanAt } from '../plan/span-at.ts';
import type { Block, Figure, Plan } from '../plan/types.ts';

/** What stands around a figure in its sentence, for telling whose it is and for which time it holds. */
export interface Said {
  /** Normalised, from the start of the sentence to what the figure measures. */
  readonly before: string;
  readonly after: string;
  /** The same as it is written: capitals tell names. */
  readonly written: string;
}

/** `from`: where what it measures or the figure itself starts, whichever is first, in the plan. */
export function saidAround(block: Block, figure: Figure, from: number, plan: Plan): Said | undefined {
  const { normal, sentences } = block;
  const at = indexIn(normal, from);
  if (sentences.length === 0) return undefined;
  const sentence = spanAt(sentences, at);
  const start = rangeIn(normal, sentence.from, sentence.to).start;
  return {
    before: normal.value.slice(sentence.from, at),
    after: normal.value.slice(indexIn(normal, figure.range.end), sentence.to),
    written: plan.text.slice(Math.min(start, from), from),
  };
}

const HAN = /[\u4e00-\u9fff]/;

export function isChinese({ before, after }: Said): boolean {
  return HAN.test(before + after);
}
