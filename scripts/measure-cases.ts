// Measures the fact check of cases and the search for them. Usage: node scripts/measure-cases.ts [FOLDER of plans that cite no case]
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { argv } from 'node:process';
import { checkFacts } from '../server/src/cases/check-facts.ts';
import { find, findableCase, indexOf } from '../server/src/cases/find-cases.ts';
import type { Observation } from '../server/src/cases/observation.ts';
import type { CaseFact } from '../server/src/framework/case-types.ts';
import { CASES } from '../server/src/generated/cases.ts';
import { parsePlan } from '../server/src/plan/parse-plan.ts';
import { findableReference } from '../server/src/references/findable-reference.ts';

const library = { cases: new Map(CASES.map((one) => [one.id, one])) };
const read = (sentence: string) =>
  checkFacts(parsePlan(`# 云川园区产业发展规划\n\n## 一、经验借鉴\n\n${sentence}\n`), library);
const wrong = (observations: readonly Observation[]) => observations.filter(({ kind }) => kind !== 'agrees');

/** Sentences that a person has judged. */
function judged(file: string): string {
  const rows = readFileSync(new URL(`../test/cases/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1);
  let [hits, misses, falls, silent] = [0, 0, 0, 0];
  for (const row of rows) {
    const [sentence = '', , verdict] = row.split('\t');
    const told = wrong(read(sentence)).length > 0;
    if (verdict === 'correct') told ? falls++ : silent++;
    else told ? hits++ : misses++;
  }
  return `${file}: ${rows.length} sentences; wrong or disputed ones told ${hits} of ${hits + misses}, right ones left alone ${silent} of ${silent + falls}`;
}

/** Every fact as the library states it, cited: nothing may be said of it. */
function asStated(): string {
  let [all, told] = [0, 0];
  for (const { id, facts } of CASES)
    for (const { status, statement } of facts) {
      if (status === 'disputed') continue;
      for (const sentence of [statement.zh.replace(/。?$/, `[@${id}]。`), statement.en.replace(/\.?$/, ` [@${id}].`)]) {
        all++;
        if (wrong(read(sentence)).some(({ kind }) => kind !== 'disputed')) told++;
      }
    }
  return `facts as stated, in two languages: ${all}; with a finding ${told}`;
}

/** Every figure of the library with its number changed by about a third: how many are noticed, and put right by the right fact. */
function changed(): string {
  let [all, told, elsewhere] = [0, 0, 0];
  for (const { id, facts } of CASES)
    for (const fact of facts) {
      const sentence = changedStatement(fact);
      if (sentence === undefined) continue;
      all++;
      const found = wrong(read(sentence.replace(/。?$/, `[@${id}]。`))).filter(({ kind }) => kind === 'figure');
      if (found.length > 0) told++;
      if (found.length > 0 && !found.some((one) => 'fact' in one && one.fact === fact)) elsewhere++;
    }
  return `figures changed by a third: ${all}; told ${told}, of these by another fact ${elsewhere}`;
}

function changedStatement({ status, kind, value, unit, statement }: CaseFact): string | undefined {
  if (status === 'disputed' || kind !== 'figure' || typeof value !== 'number' || unit?.zh === '年') return undefined;
  const number = String(value);
  if (!statement.zh.includes(number)) return undefined;
  return statement.zh.replace(
    number,
    String(value >= 20 ? Math.round(value * 1.3) : Number((value * 1.5 + 0.1).toFixed(1))),
  );
}

/** Plans that cite no case: every finding is a false one. */
function plans(folder: string): string {
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
  const told = names.flatMap((name) => {
    const plan = parsePlan(readFileSync(`${folder}/${name}`, 'utf8'));
    return wrong(checkFacts(plan, library)).map(
      ({ range }) => `\n  ${name}: ${plan.text.slice(range.start, range.end)}`,
    );
  });
  return `plans in ${folder}: ${names.length}; findings ${told.length}${told.join('')}`;
}

/** Completion over a bibliography of 20,000 works: the slowest of some queries, each asked five times. */
function searching(): string {
  const works = Array.from({ length: 20_000 }, (_, i) =>
    findableReference({
      id: `wang${2000 + (i % 25)}-${i}`,
      type: 'article-journal',
      title: `产业集群与创新网络研究之${i}：长三角园区的经验`,
      author: [{ literal: '王翀' }],
    }),
  );
  const index = indexOf([...CASES.map(findableCase), ...works]);
  const times = ['ks', '核酸', 'wang2', 'cyjq', '长三角', 'zzz', ''].map((query) => {
    const took = Array.from({ length: 5 }, () => {
      const start = performance.now();
      find(index, query, { pathway: 'talent', words: '云川区生物医药产业发展规划' });
      return performance.now() - start;
    });
    return took.sort((a, b) => a - b)[2]!;
  });
  return `search over ${index.rows.length} entries: slowest query ${Math.max(...times).toFixed(0)} ms (median of 5)`;
}

console.log(
  [
    judged('case-sentences.tsv'),
    judged('paraphrased-sentences.tsv'),
    judged('named-sentences.tsv'),
    asStated(),
    changed(),
    searching(),
  ].join('\n'),
);
const folder = argv[2];
if (folder !== undefined && existsSync(folder)) console.log(plans(folder));
