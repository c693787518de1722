import type { FullCheck, Keystrokes } from './engine.ts';
import type { ProcessTime } from './processes.ts';

export interface Measured {
  readonly machine: string;
  readonly keys: readonly Keystrokes[];
  readonly full: readonly FullCheck[];
  /** As `costGrowth` tells. */
  readonly growth: number;
  readonly start: { readonly bare: number; readonly cli: number };
  readonly many: readonly ProcessTime[];
}

/** The tables of docs/performance.md, with each goal and whether it is met. */
export function pageOf({ machine, keys, full, growth, start, many }: Measured): string {
  const [small, large, smallRun, largeRun] = keys as [Keystrokes, Keystrokes, Keystrokes, Keystrokes];
  const [own, ...peers] = many as [ProcessTime, ...ProcessTime[]];
  const of = (name: string) => full.find((one) => one.name.startsWith(name));
  const corpus = of('corpus');
  const against = (name: string) => {
    const peer = peers.find((one) => one.name.startsWith(name))?.median;
    return peer === undefined || own.median === undefined ? undefined : own.median / peer;
  };
  const goals: readonly (readonly [what: string, found: number | undefined, goal: number, unit: string])[] = [
    ['keystroke in a 30 k plan, p95, once its code is warm', small.p95, 4, ' ms'],
    ['the same against a bare parse of the text (medians)', small.median / small.remark, 0.1, ''],
    ['keystroke in a 300 k plan against the 30 k one, ten at each place', largeRun.median / smallRun.median, 1.5, ''],
    ['the same, each at another place', large.median / small.median, 1.5, ''],
    ['full check of the corpus against a bare parse', corpus?.ratio, 0.5, ''],
    ['start-up on one small file above bare Node', start.cli - start.bare, 120, ' ms'],
    ['200 plans of 30 k against markdownlint-cli2', against('markdownlint-cli2'), 0.125, ''],
    ['200 plans of 30 k against rumdl', against('rumdl'), 1.5, ''],
    ['peak memory of 200 plans', own.memory, 250, ' MB'],
    ['cost per character, one plan of 3 M against a hundred of 30 k', growth, 1.2, ''],
  ];
  return [
    `Measured on ${machine}, by \`npm run bench\`. Times are medians unless said otherwise; ratios are taken within one run.`,
    '',
    '| goal | at most | found | met |',
    '| --- | --- | --- | --- |',
    ...goals.map(
      ([what, found, goal, unit]) =>
        `| ${what} | ${goal}${unit} | ${found === undefined ? 'not measured' : `${round(found)}${unit}`} | ${found === undefined ? '–' : found <= goal ? 'yes' : 'no'} |`,
    ),
    '',
    '| a keystroke | median | p95 | bare remark-parse of the text |',
    '| --- | --- | --- | --- |',
    ...keys.map(
      (one) =>
        `| ${one.characters / 1000} k characters, ${one.run === 1 ? 'each at another place' : `${one.run} at each place`}, ${one.rounds === 0 ? 'the first ones of a process' : 'after as many in other plans'} | ${ms(one.median)} | ${ms(one.p95)} | ${ms(one.remark)} |`,
    ),
    '',
    '| a full check | characters | check | bare remark-parse | ratio | of which Markdown | plan (with Markdown) | evidence (with the plan) |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...full.map(
      (one) =>
        `| ${one.name} | ${one.characters} | ${ms(one.check)} | ${ms(one.remark)} | ${round(one.ratio)} | ${ms(one.markdown)} | ${ms(one.plan)} | ${ms(one.evidence)} |`,
    ),
    '',
    `Start-up: bare Node ${ms(start.bare)}, \`parkplan lint\` of one plan of 1.5 k characters ${ms(start.cli)}.`,
    '',
    '| 200 plans of 30 k characters, whole process | median | parkplan against it |',
    '| --- | --- | --- |',
    ...many.map(
      (one) =>
        `| ${one.name} | ${one.median === undefined ? (one.note ?? '–') : ms(one.median)} | ${one.median === undefined || own.median === undefined || one === own ? '' : round(own.median / one.median)} |`,
    ),
  ].join('\n');
}

function ms(value: number): string {
  return `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
}

function round(value: number): string {
  return value < 10 ? value.toFixed(2) : value.toFixed(0);
}
