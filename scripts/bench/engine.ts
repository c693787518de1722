// What the engine takes beside the parser that it builds on: bare remark-parse with gfm and front matter.
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { check } from '../../server/src/check.ts';
import { builtInFramework } from '../../server/src/config/load-engine.ts';
import { gatherEvidence } from '../../server/src/evidence/gather-evidence.ts';
import { CASES } from '../../server/src/generated/cases.ts';
import { parsePiece } from '../../server/src/plan/markdown.ts';
import { parsePlan, readPlan } from '../../server/src/plan/parse-plan.ts';
import { piecesOf } from '../../server/src/plan/pieces.ts';
import { Rope } from '../../server/src/rope.ts';
import { inTurn, median, quantile, timed } from './measure.ts';
import { planOf } from './plans.ts';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).freeze();
const framework = builtInFramework();
const cases = { cases: new Map(CASES.map((one) => [one.id, one])) };

export interface Keystrokes {
  readonly characters: number;
  /** Of as many keystrokes in other plans before. */
  readonly rounds: number;
  /** Characters typed one behind the other before the next place. */
  readonly run: number;
  /** Milliseconds: text change to findings. */
  readonly median: number;
  readonly p95: number;
  /** Bare full parse of the same text, in turn with the keystrokes. */
  readonly remark: number;
}

/** `run` characters typed at each of `count / run` places all over a plan, after `rounds` of the same in another plan: code is compiled while it runs. */
export function keystrokes(characters: number, count: number, rounds: number, run = 1): Keystrokes {
  for (let round = 1; round <= rounds; round++) type(planOf(characters, round), count, run);
  const times: number[] = [];
  const parses: number[] = [];
  type(planOf(characters, 0), count, run, (time, text, i) => {
    times.push(time);
    if (i % 10 !== 0) return;
    const whole = text.toString();
    parses.push(timed(() => parser.parse(whole)));
  });
  return { characters, rounds, run, median: median(times), p95: quantile(times, 0.95), remark: median(parses) };
}

type Note = (time: number, text: Rope, i: number) => void;

function type(plan: string, count: number, run: number, note?: Note): void {
  let text = Rope.of(plan);
  let reading = readPlan(text);
  check(text, framework, cases, { reading });
  for (let i = 0; i < count; i++) {
    const place = Math.floor(i / run);
    const at = Math.floor((plan.length * ((place * 7919) % (count / run)) * run) / count) + (i % run);
    const time = timed(() => {
      text = text.edited(at, at, '园');
      reading = readPlan(text, reading);
      check(text, framework, cases, { reading });
    });
    note?.(time, text, i);
  }
}

export interface FullCheck {
  readonly name: string;
  readonly characters: number;
  /** Milliseconds, medians. */
  readonly check: number;
  readonly remark: number;
  readonly ratio: number;
  /** Where the time of a check goes. */
  readonly markdown: number;
  readonly plan: number;
  /** With the plan: what is known of a block is kept by it, so that a plan read before would cost nothing. */
  readonly evidence: number;
}

/** A check of texts as if each were the first, against a bare parse of the same. */
export function fullCheck(name: string, texts: readonly string[], rounds: number): FullCheck {
  const all = (work: (text: string) => void) => () => {
    for (const text of texts) work(text);
  };
  const works = {
    remark: all((text) => parser.parse(text)),
    check: all((text) => check(text, framework, cases)),
    markdown: all((text) => {
      for (const { start, end, kind } of piecesOf(text, 0)) parsePiece(text.slice(start, end), kind);
    }),
    plan: all((text) => parsePlan(text)),
    evidence: all((text) => gatherEvidence(parsePlan(text), framework)),
  };
  inTurn(works, Math.max(1, Math.floor(rounds / 4)));
  const times = inTurn(works, rounds);
  const ratios = times.check.map((one, i) => one / times.remark[i]!);
  return {
    name,
    characters: texts.reduce((sum, text) => sum + text.length, 0),
    check: median(times.check),
    remark: median(times.remark),
    ratio: median(ratios),
    markdown: median(times.markdown),
    plan: median(times.plan),
    evidence: median(times.evidence),
  };
}

/** What a character costs in one plan of 3 M against one in a hundred plans of 30 k: as much text, checked in turn. */
export function costGrowth(rounds: number): number {
  const small = Array.from({ length: 100 }, (_, i) => planOf(30_000, i));
  const large = planOf(3_000_000, 0);
  const works = {
    small: () => {
      for (const text of small) check(text, framework, cases);
    },
    large: () => void check(large, framework, cases),
  };
  inTurn(works, 1);
  const times = inTurn(works, rounds);
  const characters = small.reduce((sum, text) => sum + text.length, 0);
  return median(times.large.map((one, i) => one / large.length / (times.small[i]! / characters)));
}
