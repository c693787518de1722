// Holds the checker against a labelled corpus. Usage: npm run eval -- [--errors [TOPIC]] [--raw] [--by-group] [--knock-out] [--json FILE] [--markdown FILE]
// The corpus is the folder PARKPLAN_CORPUS, by default ../shared/corpus; its README tells the format.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { argv, env, exit } from 'node:process';
import { parseArgs } from 'node:util';
import { parsePlan } from '../server/src/plan/parse-plan.ts';
import { isPlan } from '../server/src/plan/recognise.ts';
import { type Corpus, readCorpus } from './eval/corpus.ts';
import { type Counts, lineRates, rates, total, totalLines } from './eval/counts.ts';
import { knockOut } from './eval/knock-out.ts';
import { measure, type TopicMeasure } from './eval/measure.ts';

const { values, positionals } = parseArgs({
  args: argv.slice(2),
  allowPositionals: true,
  options: {
    errors: { type: 'boolean' },
    raw: { type: 'boolean' },
    'by-group': { type: 'boolean' },
    'knock-out': { type: 'boolean' },
    json: { type: 'string' },
    markdown: { type: 'string' },
  },
});
const folder = resolve(env['PARKPLAN_CORPUS'] ?? '../shared/corpus');
const corpus = readCorpus(folder);
if (!corpus) {
  console.log(`There is no corpus at ${folder}. Set PARKPLAN_CORPUS to a folder with plans/ and labels.tsv.`);
  exit(0);
}
const found = corpus;
const measures = measure(found);
printTable(measures);
for (const line of activation(found)) console.log(line);
if (values.raw) {
  console.log('\nThe same plans before headings were marked (document level)');
  printTable(measure(found, found.plans, true), false);
}
if (values['by-group']) printGroups(found);
if (values['knock-out']) printKnockOut(found);
if (values.errors) printErrors(measures, positionals[0]);
if (values.json) writeFileSync(values.json, `${JSON.stringify(asJson(measures, found), undefined, 2)}\n`);

if (values.markdown)
  writeFileSync(values.markdown, withFigures(readFileSync(values.markdown, 'utf8'), measures, found));

/** The figures between the two marks of a page, made anew. */
function withFigures(page: string, list: readonly TopicMeasure[], labelled: Corpus): string {
  const { pairs, absent, required, reported } = knockOut(labelled);
  const all = overall(list);
  const cells = ({ committed, spoken, lines }: Sums) => {
    const document = (counts: Counts) => {
      const { precision, recall, f1 } = rates(counts);
      return [two(precision), two(recall), two(f1), counts.tp + counts.fn];
    };
    const { precision, recall, seen } = lineRates(lines);
    return [...document(committed), ...document(spoken), two(precision), two(recall), two(seen)].join(' | ');
  };
  const { fn, tn } = all.spoken;
  const text = [
    '| topic | committed P | R | F1 | n | spoken of P | R | F1 | n | lines P | R | R at any level |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...list.map((one) => `| \`${one.topic}\` | ${cells(one)} |`),
    `| **overall** | ${cells(all)} |`,
    '',
    `"Absent" is said ${fn + tn} times, wrongly ${fn}. Knock-out: absent in ${absent} of ${pairs} (${percent(absent / pairs)}), reported where required ${reported} of ${required}.`,
    '',
    `Without \`--assume-plan\`: ${activation(labelled).join('; ')}.`,
    '',
    spreadText(labelled),
  ].join('\n');
  return page.replace(
    /(<!-- figures[^>]*-->)[\s\S]*?(<!-- \/figures -->)/,
    (_, open, close) => `${open}\n\n${text}\n\n${close}`,
  );
}

type Sums = Pick<TopicMeasure, 'spoken' | 'committed' | 'lines' | 'anyLines'>;

function overall(list: readonly TopicMeasure[]): Sums {
  return {
    spoken: total(list.map((one) => one.spoken)),
    committed: total(list.map((one) => one.committed)),
    lines: totalLines(list.map((one) => one.lines)),
    anyLines: total(list.map((one) => one.anyLines)),
  };
}

function printTable(list: readonly TopicMeasure[], withLines = true): void {
  const rows = list.map((one) => row(one.topic, one, withLines));
  const all = overall(list);
  console.log(
    `${'topic'.padEnd(22)} committed to (≥ addressed)   spoken of (≥ mentioned)${withLines ? '     lines ≥ addressed          lines, any level' : ''}`,
  );
  console.log(
    `${''.padEnd(22)}    P    R    F1   n             P    R    F1   n${withLines ? '             P    R   seen          P    R' : ''}`,
  );
  for (const line of rows) console.log(line);
  console.log(row('overall', all, withLines));
  const { fn, tn } = all.spoken;
  console.log(`"absent" said ${fn + tn} times, wrongly ${fn} (${percent(fn + tn === 0 ? 0 : fn / (fn + tn))})`);
}

function row(name: string, one: Sums, withLines: boolean): string {
  const doc = (counts: Counts) => {
    const { precision, recall, f1 } = rates(counts);
    return `${two(precision)} ${two(recall)} ${two(f1)} ${String(counts.tp + counts.fn).padStart(3)}`;
  };
  const lines = lineRates(one.lines);
  const any = rates(one.anyLines);
  const ends = withLines
    ? `          ${[lines.precision, lines.recall, lines.seen].map(two).join(' ')}          ${two(any.precision)} ${two(any.recall)}`
    : '';
  return `${name.padEnd(22)}  ${doc(one.committed)}          ${doc(one.spoken)}${ends}`;
}

/** Which plans are taken for one, and which other documents are. */
function activation({ plans, notPlans }: Corpus): readonly [recognised: string, leftAlone: string] {
  const missed = plans.filter(({ text }) => !isPlan(parsePlan(text)).isPlan);
  const wrong = notPlans.filter(({ text }) => isPlan(parsePlan(text)).isPlan);
  return [
    `plans recognised ${plans.length - missed.length} of ${plans.length}${named(missed)}`,
    `other documents left alone ${notPlans.length - wrong.length} of ${notPlans.length}${named(wrong)}`,
  ];
}

function named(list: readonly { readonly slug: string }[]): string {
  return list.length > 0 ? `; not: ${list.map(({ slug }) => slug).join(', ')}` : '';
}

interface GroupF1 {
  readonly group: string;
  /** F1 of "committed to" over the group alone, and over all the others. */
  readonly alone: number;
  readonly others: number;
}

/** Nothing is trained on the corpus, so leaving a group out changes no answer; the spread over groups shows how much the figure hangs on one of them. */
function groupRates(all: Corpus): GroupF1[] {
  return [...new Set(all.plans.map((plan) => plan.group))].map((group) => {
    const f1 = (isIn: boolean) => {
      const plans = all.plans.filter((plan) => (plan.group === group) === isIn);
      return rates(total(measure(all, plans).map(({ committed }) => committed))).f1;
    };
    return { group, alone: f1(true), others: f1(false) };
  });
}

function printGroups(all: Corpus): void {
  console.log('\nLeft out in turn: committed to, over the other groups and over the group alone');
  for (const { group, alone, others } of groupRates(all))
    console.log(`  ${group.padEnd(12)} ${two(others)}  ${two(alone)}`);
}

/** The spread in one sentence. */
function spreadText(all: Corpus): string {
  const groups = groupRates(all);
  const alone = groups.map((one) => one.alone);
  const others = groups.map((one) => one.others);
  const mean = alone.reduce((sum, one) => sum + one, 0) / alone.length;
  const deviation = Math.sqrt(alone.reduce((sum, one) => sum + (one - mean) ** 2, 0) / alone.length);
  const worst = groups.reduce((least, one) => (one.alone < least.alone ? one : least));
  return `Regions left out in turn (nothing is trained, so this is a spread, not a second training): F1 of "committed to" over the others ${two(Math.min(...others))} to ${two(Math.max(...others))}; over each region alone mean ${two(mean)}, standard deviation ${two(deviation)}, worst ${two(worst.alone)} (${worst.group}).`;
}

function printKnockOut(all: Corpus): void {
  const { pairs, absent, required, reported, failures } = knockOut(all);
  console.log(
    `\nknock-out: absent in ${absent} of ${pairs} (${percent(absent / pairs)}); reported where required ${reported} of ${required}`,
  );
  for (const failure of failures) console.log(failure);
}

function printErrors(list: readonly TopicMeasure[], only: string | undefined): void {
  for (const { topic, errors } of list) {
    if (only !== undefined && topic !== only) continue;
    console.log(`\n## ${topic}`);
    for (const { kind, slug, line, have, want, pattern, text } of errors)
      console.log(
        `${kind.padEnd(8)} ${slug}${line > 0 ? `:${line}` : ''} have ${have} want ${want} ${pattern} ${text.slice(0, 160)}`,
      );
  }
}

function asJson(list: readonly TopicMeasure[], all: Corpus) {
  const without = [...new Set(all.plans.map((plan) => plan.group))].map((group) =>
    measure(
      all,
      all.plans.filter((plan) => plan.group !== group),
    ),
  );
  return list.map(({ topic, spoken, committed, lines, anyLines }) => ({
    topic,
    committed: { ...rates(committed), n: committed.tp + committed.fn },
    spoken: { ...rates(spoken), n: spoken.tp + spoken.fn },
    lines: lineRates(lines),
    anyLines: { precision: rates(anyLines).precision, recall: rates(anyLines).recall },
    leftOut: bounds(
      without.flatMap((one) => one.filter((other) => other.topic === topic)).map((one) => rates(one.committed).f1),
    ),
  }));
}

function bounds(values: readonly number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

function two(value: number): string {
  return value.toFixed(2);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
